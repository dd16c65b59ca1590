"""Everything can be done by the mouse; the rule between list and page can be moved."""

import pytest
from textual.events import MouseScrollDown

from tui.screens.brief import BriefScreen
from tui.screens.changes import ChangesScreen
from tui.screens.problems import ProblemsScreen
from tui.widgets.split import Split

BRIEF = """\
parley: 1
id: r
title: River talks
rounds:
  - {id: a, title: First round, status: concluded, venue: hall}
  - {id: b, title: Second round, status: scheduled, colour: red}
venues:
  - {id: hall, name: Lake Hall}
"""


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(BRIEF)
    return path


def rule(reader):
    return reader.pane.query_one(Split)


def place_of(reader, text, line=None):
    """Column and line where some words stand on the screen."""
    lines = reader.lines if line is None else [reader.lines[line]]
    return next((x.index(text), y) for y, x in enumerate(lines) if text in x)


async def drag(reader, to):
    """Take the rule and put it down at another column."""
    at = rule(reader).region.offset
    await reader.pilot.mouse_down(offset=(at.x, at.y + 3))
    await reader.pilot.hover(offset=(to, at.y + 5))
    await reader.pilot.mouse_up(offset=(to, at.y + 5))
    await reader.pilot.pause()


async def test_keys_move_the_rule_in_every_tab(sit, istanbul):
    async with sit(istanbul) as reader:
        width = reader.list.region.width
        await reader.press("greater_than_sign")
        await reader.until(lambda: reader.list.region.width == width + 4)
        await reader.open_tab(4)
        assert reader.list.region.width == width + 4
        await reader.press("less_than_sign", "less_than_sign")
        await reader.until(lambda: reader.list.region.width == width - 4)
        await reader.press(*["less_than_sign"] * 40)
        await reader.until(lambda: 15 <= reader.list.region.width <= 20)
        await reader.press(*["greater_than_sign"] * 60)
        await reader.until(lambda: reader.page.region.width in range(25, 33))


@pytest.mark.parametrize("width", [90, 120, 200])
async def test_the_mouse_drags_it_and_puts_it_back(sit, istanbul, width):
    async with sit(istanbul, size=(width, 30)) as reader:
        first = rule(reader).region.x
        await drag(reader, 60)
        await reader.until(lambda: rule(reader).region.x == 60)
        assert reader.screen.get_selected_text() in {None, ""}
        # Let go of, it does not go along with the mouse any more.
        await reader.pilot.hover(offset=(30, 10))
        assert rule(reader).region.x == 60
        await reader.pilot.click(offset=(rule(reader).region.x, 10), times=2)
        await reader.until(lambda: rule(reader).region.x == first)


async def test_a_narrow_screen_has_no_rule_and_keeps_the_width_for_later(sit, istanbul):
    async with sit(istanbul) as reader:
        await drag(reader, 70)
        await reader.until(lambda: reader.list.region.width == 70)
        await reader.pilot.resize_terminal(80, 24)
        await reader.until(lambda: reader.list.region.width == 80)
        assert not rule(reader).region.width
        await reader.press("greater_than_sign")
        await reader.pilot.resize_terminal(120, 40)
        await reader.until(lambda: reader.list.region.width == 70)


async def test_the_width_comes_back_at_the_first_paint_of_the_next_start(sit, istanbul, tmp_path):
    memory = tmp_path / "state" / "m.db"
    async with sit(istanbul, memory=memory) as reader:
        await drag(reader, 70)
        await reader.until(lambda: reader.list.region.width == 70)
        await reader.press("ctrl+q")
    async with sit(istanbul, memory=memory) as reader:
        assert reader.list.region.width == 70
    async with sit(istanbul, memory=memory, size=(80, 24)) as reader:
        assert reader.list.region.width == 80


async def test_the_top_line_leads_to_changes_and_problems(sit, brief, rewrite, tmp_path):
    async with sit(brief, memory=tmp_path / "state" / "m.db") as reader:
        await reader.pilot.click(offset=place_of(reader, "‼"))
        await reader.until(lambda: isinstance(reader.screen, ProblemsScreen))
        await reader.press("escape")
        await reader.until(
            lambda: (
                reader.app.state.unread_count(brief) == 0 and reader.app.state.unread.news(brief)
            )
        )
        rewrite(brief, BRIEF.replace("First round", "Round one"))
        await reader.sees("• 1 new")
        await reader.pilot.click(offset=place_of(reader, "• 1 new"))
        await reader.until(lambda: isinstance(reader.screen, ChangesScreen))


async def test_tabs_out_of_view_are_led_to_by_their_arrows(sit, istanbul, tabs):
    async with sit(istanbul, size=(80, 24)) as reader:
        for _ in tabs:
            if "›" not in reader.lines[1]:
                break
            await reader.pilot.click(offset=(reader.lines[1].index("›"), 1))
            await reader.pilot.pause()
        await reader.until(lambda: reader.pane.section.title == tabs[-1])
        await reader.pilot.click(offset=(0, 1))
        await reader.until(lambda: reader.pane.section.title != tabs[-1])


async def test_rows_names_hints_and_the_wheel(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.pilot.click(offset=place_of(reader, "First round"))
        await reader.until(lambda: reader.row == "rounds/r1")
        await reader.pilot.click(offset=place_of(reader, "First round"), times=2)
        await reader.until(lambda: reader.focus is reader.page)
        before = reader.page.scroll_offset.y
        # The pilot has no wheel of its own.
        await reader.pilot._post_mouse_events([MouseScrollDown], widget=reader.page)
        await reader.until(lambda: reader.page.scroll_offset.y > before)
        await reader.pilot.click(offset=place_of(reader, "? help"))
        await reader.until(lambda: not isinstance(reader.screen, BriefScreen))

"""Selecting text with the mouse: in lists, pages and bars, clean, and no click comes of it."""

import pytest

from tui.screens.changes import ChangesScreen
from tui.screens.problems import ProblemsScreen


async def drag(reader, start, end):
    await reader.pilot.mouse_down(offset=start)
    await reader.pilot.hover(offset=end)
    await reader.pilot.mouse_up(offset=end)
    await reader.pilot.pause()


def place_of(reader, text):
    """Column and line where some words stand on the screen."""
    return next((x.index(text), y) for y, x in enumerate(reader.lines) if text in x)


def selected(reader):
    return reader.screen.get_selected_text()


async def test_rows_are_selected_without_their_bars_and_the_cursor_stays(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        x, y = place_of(reader, "Talks in Istanbul, 2022")
        here = reader.row
        await drag(reader, (0, y), (30, y + 1))
        await reader.until(lambda: selected(reader))
        first, second = selected(reader).splitlines()
        assert first == "Talks in Istanbul, 2022  concluded"
        assert second == "about Feb 2022 · Istanbul"
        assert reader.row == here
        marked = "".join(s.text for s in reader.list.marked_at(y - 3) if s.role == "chosen")
        assert marked.startswith("Talks in Istanbul")
        await reader.press("ctrl+c")
        await reader.until(lambda: reader.app.copying.last == f"{first}\n{second}")
        assert x > 0


async def test_a_click_after_it_takes_the_selection_off_and_is_a_click(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        x, y = place_of(reader, "First round")
        await drag(reader, (x, y), (x + 5, y))
        await reader.until(lambda: selected(reader) == "First")
        assert reader.row != "rounds/r1"
        await reader.pilot.click(offset=(x, y))
        await reader.until(lambda: reader.row == "rounds/r1")
        assert not selected(reader)


async def test_a_double_click_opens_a_row_and_selects_nothing(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        x, y = place_of(reader, "First round")
        # On the widget: without it the pilot says that the screen was clicked.
        await reader.pilot.click(reader.list, offset=(x, y - reader.list.region.y), times=2)
        await reader.until(lambda: reader.focus is reader.page)
        assert not selected(reader)


async def test_a_double_click_on_a_page_selects_the_word(sit, istanbul):
    async with sit(istanbul) as reader:
        x, y = place_of(reader, "Both delegations are")
        at = (x + 7 - reader.page.region.x, y - reader.page.region.y)
        await reader.pilot.click(reader.page, offset=at, times=2)
        await reader.until(lambda: selected(reader) == "delegations")
        await reader.press("y", "s")
        await reader.until(lambda: reader.app.copying.last == "delegations")


async def test_the_line_at_the_top_can_be_selected_and_does_not_act(sit, istanbul):
    async with sit(istanbul) as reader:
        x, y = place_of(reader, "● live")
        await drag(reader, (x, y), (x + 15, y))
        await reader.until(lambda: selected(reader))
        assert selected(reader) == "● live · public"


@pytest.mark.parametrize(("key", "screen"), [("c", ChangesScreen), ("!", ProblemsScreen)])
async def test_in_other_screens_too(sit, tmp_path, key, screen, rewrite):
    path = tmp_path / "talks.yaml"
    text = "parley: 1\nid: a\ntitle: A\nrounds:\n  - {id: r, title: Old words, colour: red}\n"
    path.write_text(text)
    async with sit(path, memory=tmp_path / "state" / "m.db") as reader:
        await reader.until(lambda: reader.app.state.unread.news(path))
        rewrite(path, text.replace("Old", "New"))
        await reader.sees("• 1 new")
        await reader.press(key)
        await reader.until(lambda: isinstance(reader.screen, screen))
        await reader.until(lambda: bool(reader.screen.query_one("RowList").rows))
        rows = reader.screen.query_one("RowList")
        top = rows.region.offset
        await drag(reader, (top.x, top.y), (top.x + 30, top.y + 3))
        await reader.until(lambda: selected(reader))
        assert "▌" not in selected(reader)
        assert isinstance(reader.screen, screen)

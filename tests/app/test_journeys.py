import pytest

from tui.screens.brief import BriefScreen
from tui.screens.help import HelpScreen

SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]
WIDE = [(120, 40), (200, 60)]
NARROW = [(60, 20), (80, 24)]


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_open_a_brief(sit, istanbul, size):
    async with sit(istanbul, size=size) as reader:
        await reader.sees("Russia–", "● live", "0 Overview")
        assert reader.pane.section.name == "overview"


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_tab_by_its_number(sit, istanbul, tabs, size):
    async with sit(istanbul, size=size) as reader:
        for number, title in [*enumerate(tabs), *reversed(list(enumerate(tabs)))]:
            await reader.open_tab(number)
            assert reader.pane.section.title == title
            await reader.sees(f"{number} {title}" if number < 10 else title)
            assert reader.list.rows
            assert reader.page.blocks


async def test_round_the_tabs_by_brackets(sit, istanbul, tabs):
    async with sit(istanbul) as reader:
        for title in (*tabs[1:], tabs[0]):
            await reader.press("right_square_bracket")
            await reader.until(lambda title=title: reader.pane.section.title == title)
        for title in (*reversed(tabs[1:]), tabs[0]):
            await reader.press("left_square_bracket")
            await reader.until(lambda title=title: reader.pane.section.title == title)


async def test_tabs_by_the_mouse(sit, istanbul):
    async with sit(istanbul) as reader:
        x = reader.lines[1].index("4 Conflict")
        await reader.pilot.click(offset=(x + 3, 1))
        await reader.until(lambda: reader.pane.section.name == "conflict")


async def test_keys_pressed_at_once_end_on_the_last_tab(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.pilot.press("1", "4", "2", "9", "5")
        await reader.until(lambda: reader.pane is not None and reader.pane.is_mounted)
        await reader.until(lambda: reader.focus in reader.pane.query("*"))
        assert reader.pane.section.name == "positions"


@pytest.mark.parametrize("size", WIDE, ids=str)
async def test_list_and_page_stand_side_by_side(sit, istanbul, size):
    async with sit(istanbul, size=size) as reader:
        await reader.open_tab(1)
        assert reader.list.region.width > 0
        assert reader.page.region.width > 0
        await reader.press("g")
        await reader.sees("Second round")
        first = reader.page_text
        await reader.press("j")
        await reader.until(lambda: reader.page_text != first)
        assert reader.list.cursor == 1
        await reader.press("enter")
        await reader.until(lambda: reader.focus is reader.page)
        await reader.press("escape")
        await reader.until(lambda: reader.focus is reader.list)
        assert reader.list.cursor == 1


@pytest.mark.parametrize("size", NARROW, ids=str)
async def test_the_page_takes_the_lists_place(sit, istanbul, size):
    async with sit(istanbul, size=size) as reader:
        await reader.open_tab(1)
        await reader.press("j")
        assert reader.list.region.width == size[0]
        assert not reader.page.region.width
        await reader.press("enter")
        await reader.until(lambda: reader.focus is reader.page and reader.page.region.width > 0)
        assert not reader.list.region.width
        await reader.press("escape")
        await reader.until(lambda: reader.focus is reader.list and reader.list.region.width > 0)
        assert not reader.page.region.width
        assert reader.list.cursor == 1


async def test_every_row_can_be_reached_and_read(sit, istanbul, tabs):
    async with sit(istanbul, size=(80, 24)) as reader:
        for number, _ in enumerate(tabs):
            await reader.open_tab(number)
            await reader.press("G")
            await reader.until(lambda: reader.list.cursor == len(reader.list.rows) - 1)
            await reader.press("enter", "G")
            page = reader.page
            await reader.until(lambda page=page: page.scroll_offset.y == page.max_scroll_y)
            await reader.press("escape", "g")
            assert reader.list.cursor == 0


async def test_a_page_is_scrolled_and_left_where_it_was(sit, istanbul):
    async with sit(istanbul, size=(80, 10)) as reader:
        await reader.open_tab(1)
        await reader.press("enter", "j", "j", "j")
        await reader.until(lambda: reader.page.scroll_offset.y == 3)
        await reader.open_tab(2)
        await reader.press("1")
        await reader.until(lambda: reader.pane.section.name == "rounds")
        await reader.until(lambda: reader.focus is reader.page)
        assert reader.page.scroll_offset.y == 3


async def test_another_row_is_read_from_its_top(sit, istanbul):
    async with sit(istanbul, size=(100, 14)) as reader:
        await reader.open_tab(1)
        await reader.press("enter", "space")
        await reader.until(lambda: reader.page.scroll_offset.y > 0)
        await reader.press("escape", "j")
        await reader.until(lambda: reader.page.scroll_offset.y == 0)


async def test_zoom(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.press("z")
        await reader.until(lambda: reader.page.region.width == 120 and not reader.list.region.width)
        await reader.press("z")
        await reader.until(lambda: reader.list.region.width > 0 and reader.focus is reader.list)
        await reader.press("z", "escape")
        await reader.until(lambda: reader.list.region.width > 0 and reader.focus is reader.list)


async def test_tab_leads_to_the_page_and_escape_back(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.press("tab")
        await reader.until(lambda: reader.focus is reader.page)
        await reader.press("escape")
        await reader.until(lambda: reader.focus is reader.list)


@pytest.mark.parametrize("size", [(120, 60), (80, 60)], ids=str)
async def test_help_lists_every_key(sit, istanbul, read_through, size):
    async with sit(istanbul, size=size) as reader:
        await reader.open_tab(1)
        bound = [
            active.binding
            for active in reader.screen.active_bindings.values()
            # Without an id they are Textual's own, such as scrolling sideways.
            if active.binding.id and active.binding.description
        ]
        assert {"quit", "read", "back", "problems", "tab ›", "down"} <= {
            each.description for each in bound
        }
        await reader.press("question_mark")
        await reader.until(lambda: isinstance(reader.screen, HelpScreen))
        await reader.sees("Keys that work here")
        page = read_through(reader.screen.query_one("Page"))
        for binding in bound:
            assert binding.description in page
        await reader.press("escape")
        await reader.until(lambda: not isinstance(reader.screen, HelpScreen))
        assert reader.pane.section.name == "rounds"


@pytest.mark.parametrize("where", ["list", "page", "help", "problems", "library"])
async def test_quit_from_anywhere(sit, istanbul, where):
    keys = {"page": "enter", "help": "question_mark", "problems": "!", "library": "B"}
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        if where in keys:
            await reader.press(keys[where].replace("!", "exclamation_mark"))
        if where in {"help", "problems"}:
            await reader.press("q")  # one step back, as `q` does in readers
            await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.press("q")
        await reader.until(lambda: not reader.app.is_running)
    assert reader.app.return_code == 0

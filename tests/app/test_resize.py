import pytest

STORM = [(1, 1), (200, 60), (0, 0), (1, 80), (80, 1), (1000, 3), (3, 300), (40, 10), (2, 2)]


@pytest.mark.parametrize("where", ["list", "page", "help", "problems", "library"])
async def test_a_storm_of_sizes(sit, istanbul, where):
    keys = {"page": "enter", "help": "question_mark", "problems": "exclamation_mark"}
    async with sit(istanbul) as reader:
        await reader.open_tab(4)
        if key := keys.get(where, "B" if where == "library" else ""):
            await reader.press(key)
        for width, height in STORM:
            await reader.pilot.resize_terminal(width, height)
            await reader.press("j", "space", "k")
        await reader.pilot.resize_terminal(120, 40)
        await reader.until(lambda: reader.screen.size == (120, 40))
        await reader.until(lambda: len("".join(reader.text.split())) > 40)


async def test_tabs_are_opened_at_any_size(sit, istanbul):
    async with sit(istanbul) as reader:
        for width, height in STORM:
            await reader.pilot.resize_terminal(width, height)
            for number in (1, 2, 4, 7, 9):
                await reader.press(str(number))
        await reader.pilot.resize_terminal(100, 30)
        await reader.sees("9 Sources", "● live")
        await reader.until(lambda: reader.pane.section.name == "sources")


@pytest.mark.parametrize("size", [(1, 1), (1, 24), (80, 1), (5, 5), (1000, 500)], ids=str)
async def test_start_at_any_size(sit, istanbul, size):
    async with sit(istanbul, size=size) as reader:
        for number in (0, 2, 7, 9):
            await reader.press(str(number))
        await reader.pilot.resize_terminal(120, 40)
        await reader.sees("9 Sources", "● live")


async def test_from_narrow_to_wide_and_back_keeps_the_place(sit, istanbul):
    async with sit(istanbul, size=(80, 12)) as reader:
        await reader.open_tab(1)
        await reader.press("j", "enter", "j", "j")
        row = reader.row
        await reader.pilot.resize_terminal(160, 12)
        await reader.until(lambda: reader.list.region.width > 0 and reader.page.region.width > 0)
        assert reader.focus is reader.page
        assert reader.row == row
        await reader.pilot.resize_terminal(80, 12)
        await reader.until(lambda: not reader.list.region.width)
        assert reader.focus is reader.page
        await reader.press("escape")
        await reader.until(lambda: reader.focus is reader.list and reader.list.region.width == 80)
        assert reader.row == row

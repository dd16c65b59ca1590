"""What is said to the reader covers nothing that is read."""

import pytest

from tui.screens.brief import BriefScreen


async def test_a_notice_stands_in_the_line_of_hints_and_gives_way_again(sit, istanbul):
    async with sit(istanbul) as reader:
        above = reader.lines[:-1]
        reader.app.notify("It is done", markup=False, timeout=0.2)
        await reader.until(lambda: reader.lines[-1].strip() == "It is done")
        assert reader.lines[:-1] == above
        assert not reader.app._notifications
        await reader.until(lambda: "? help" in reader.lines[-1])


async def test_the_last_of_two_notices_stays_its_time(sit, istanbul):
    async with sit(istanbul) as reader:
        reader.app.notify("first", markup=False, timeout=0.1)
        reader.app.notify("second", markup=False, timeout=30)
        await reader.until(lambda: reader.lines[-1].strip() == "second")
        await reader.pilot.pause(0.2)
        assert reader.lines[-1].strip() == "second"


async def test_it_goes_along_to_the_screen_that_comes(sit, istanbul):
    async with sit(istanbul) as reader:
        reader.app.notify("It is done", markup=False, timeout=30)
        await reader.press("question_mark")
        await reader.until(lambda: not isinstance(reader.screen, BriefScreen))
        await reader.sees("It is done")


@pytest.mark.parametrize("how", [{"severity": "warning"}, {"severity": "error"}, {"title": "T"}])
async def test_what_is_wrong_is_a_toast_above_the_line_of_the_search(sit, istanbul, how):
    async with sit(istanbul) as reader:
        await reader.press("slash", *"prisoner", "enter")
        await reader.sees("on the page")
        reader.app.notify("It went wrong", markup=False, **how)
        await reader.sees("It went wrong")
        assert "/ prisoner" in reader.lines[-2]
        assert "on the page" in reader.lines[-2]
        assert "? help" in reader.lines[-1]


async def test_what_has_no_room_in_the_line_is_a_toast(sit, istanbul):
    async with sit(istanbul, size=(60, 20)) as reader:
        reader.app.notify("word " * 14, markup=False)
        await reader.sees("word word")
        assert "word" not in reader.lines[-1]


async def test_copying_leaves_the_count_of_the_search_in_view(sit, istanbul):
    async with sit(istanbul, size=(80, 24)) as reader:
        await reader.press("slash", *"prisoner", "enter", "y", "n")
        await reader.until(lambda: bool(reader.app.copying.last))
        await reader.until(lambda: "row 1 of 3" in reader.lines[-2])

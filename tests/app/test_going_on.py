"""Small steps: the last place, round the end of a search, answers by the mouse, the shell."""

import pytest

from tui.screens.brief import BriefScreen
from tui.screens.choose import ChooseScreen
from tui.screens.confirm import ConfirmScreen, Reply
from tui.screens.help import HelpScreen


def place_of(reader, text):
    return next((x.index(text), y) for y, x in enumerate(reader.lines) if text in x)


async def test_the_last_place_and_back_again(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.press("full_stop")
        await reader.sees("No previous location")
        await reader.open_tab(9)
        await reader.open_tab(1)
        reader.screen.go(reader.screen.view.brief.sources[0].key)
        await reader.until(lambda: reader.pane.section.name == "sources")
        await reader.press("full_stop")
        await reader.until(lambda: reader.pane.section.name == "rounds")
        await reader.press("full_stop")
        await reader.until(lambda: reader.pane.section.name == "sources")


async def test_the_next_place_beyond_the_last_row_says_that_it_goes_round(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.press("slash", *"prisoner", "enter")
        await reader.sees("row 1 of 3")
        assert "from the" not in reader.lines[-2]
        await reader.press("N")
        await reader.until(lambda: "from the end · row 3 of 3" in reader.lines[-2])
        await reader.press("n")
        await reader.until(lambda: "from the top · row 1 of 3" in reader.lines[-2])
        await reader.press("n")
        await reader.until(lambda: "row 2 of 3" in reader.lines[-2])
        assert "from the" not in reader.lines[-2]


async def test_the_library_counts_the_rows_one_goes_through(sit, istanbul, tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(f"parley: 1\nid: {name}\ntitle: River {name}\n")
    async with sit(tmp_path) as reader:
        await reader.sees("River two")
        await reader.press("slash", *"river", "enter")
        await reader.sees("row 1 of 2")
        await reader.press("n")
        await reader.sees("row 2 of 2")
        await reader.press("n")
        await reader.sees("from the top · row 1 of 2")


async def test_answers_can_be_clicked(sit, istanbul):
    async with sit(istanbul) as reader:
        given = []
        for words, answer in (("Y yes", "Y"), ("esc cancel", "")):
            reader.app.push_screen(ConfirmScreen("Really?", (Reply("Y", "yes"),), ()), given.append)
            await reader.sees("esc cancel")
            x, y = place_of(reader, words)
            await reader.pilot.click(offset=(x + 2, y))
            await reader.until(lambda a=answer: given[-1:] == [a])
        await reader.press("y")
        await reader.until(lambda: isinstance(reader.screen, ChooseScreen))
        await reader.sees("esc cancel")
        x, y = place_of(reader, "cancel")
        await reader.pilot.click(offset=(x, y))
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))


async def test_where_there_is_no_shell_it_says_so(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.press("ctrl+z")
        await reader.sees("There is no shell to go to from here")


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ("d", "This row has no record of its own"),
        ("H", "No earlier location"),
        ("L", "No later location"),
        ("A", "Nothing changed since you last read it"),
    ],
)
async def test_a_key_that_can_do_nothing_says_why(sit, istanbul, keys, why):
    async with sit(istanbul) as reader:
        if keys == "d":
            await reader.open_tab(7)
            await reader.press("g")
        await reader.press(*keys)
        await reader.sees(why)


async def test_esc_at_the_top_of_a_brief_says_nothing_and_does_not_quit(sit, istanbul):
    async with sit(istanbul) as reader:
        before = reader.lines[-1]
        await reader.press("escape", "escape")
        assert reader.lines[-1] == before
        assert reader.app.is_running


async def test_where_there_is_no_rule_the_keys_that_move_it_say_so(sit, istanbul):
    async with sit(istanbul, size=(60, 20)) as reader:
        await reader.press("greater_than_sign")
        await reader.sees("There is no list beside the page here")


async def test_a_page_alone_tells_the_way_back_however_narrow(sit, istanbul):
    async with sit(istanbul, size=(60, 20)) as reader:
        await reader.open_tab(1)
        await reader.press("enter")
        await reader.until(lambda: "esc back" in reader.lines[-1])
        await reader.press("escape")
        await reader.until(lambda: "enter" in reader.lines[-1] or "⏎ read" in reader.lines[-1])


async def test_the_library_is_sorted_as_it_was_at_the_last_start(sit, tmp_path):
    folder = tmp_path / "briefs"
    folder.mkdir()
    for name, title in (("a", "Zebra"), ("b", "Apple")):
        (folder / f"{name}.yaml").write_text(f"parley: 1\nid: {name}\ntitle: {title}\n")
    memory = tmp_path / "state" / "m.db"
    async with sit(folder, memory=memory) as reader:
        await reader.sees("Zebra", "Apple")
        await reader.press("s", "S")
        await reader.sees("by title ↓")
        await reader.press("ctrl+q")
    async with sit(folder, memory=memory) as reader:
        await reader.sees("Zebra", "Apple", "by title ↓")


async def test_help_that_is_narrowed_tells_the_keys_of_other_places_too(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.press("question_mark")
        await reader.until(lambda: isinstance(reader.screen, HelpScreen))
        assert "Keys of other places" not in reader.text
        await reader.press("slash", *"previous completion")
        await reader.sees("Nothing here holds", "Keys of other places", "shift+tab", "Filter: ")
        await reader.press("escape")
        await reader.sees("Keys that work here")

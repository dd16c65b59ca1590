"""Small steps: the last place, round the end of a search, answers by the mouse, the shell."""

from tui.screens.asking import Answer, Asking
from tui.screens.brief import BriefScreen
from tui.screens.choosing import Choosing


def place_of(reader, text):
    return next((x.index(text), y) for y, x in enumerate(reader.lines) if text in x)


async def test_the_last_place_and_back_again(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.press("full_stop")
        await reader.sees("There is no place before this one yet")
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
        for words, answer in (("Y yes", "Y"), ("esc not now", "")):
            reader.app.push_screen(Asking("Really?", (Answer("Y", "yes"),), ()), given.append)
            await reader.sees("esc not now")
            x, y = place_of(reader, words)
            await reader.pilot.click(offset=(x + 2, y))
            await reader.until(lambda a=answer: given[-1:] == [a])
        await reader.press("y")
        await reader.until(lambda: isinstance(reader.screen, Choosing))
        await reader.sees("esc not now")
        x, y = place_of(reader, "not now")
        await reader.pilot.click(offset=(x, y))
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))


async def test_where_there_is_no_shell_it_says_so(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.press("ctrl+z")
        await reader.sees("There is no shell to go to from here")

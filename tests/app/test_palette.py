import pytest

from tui.commands import registry
from tui.screens.brief import BriefScreen
from tui.screens.dossier import DossierScreen
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteEntry, PaletteScreen, rows_for
from tui.widgets.keys import bound_here

SIZES = [(60, 20), (80, 24), (120, 40)]


def entry(name, about=""):
    return PaletteEntry(name, name, about, "", "here", lambda: None)


async def open_palette(reader, key="colon"):
    await reader.press(key)
    await reader.until(lambda: isinstance(reader.screen, PaletteScreen))
    await reader.until(lambda: reader.focus is not None)


def names(reader):
    return [row.title[0].text for row in reader.screen.query_one("RowList").rows]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("key", ["colon", "ctrl+p", "f2"])
async def test_it_opens_and_goes_without_a_trace(sit, istanbul, size, key):
    async with sit(istanbul, size=size) as reader:
        await reader.open_tab(1)
        row, focus = reader.row, reader.focus
        await open_palette(reader, key)
        await reader.sees("Type a command", "HERE")
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert (reader.row, reader.focus) == (row, focus)


async def test_an_action_by_its_name(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await open_palette(reader)
        await reader.press(*"doss")
        await reader.until(lambda: names(reader)[:1] == ["dossier"])
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, DossierScreen))


async def test_a_tab_by_its_name(sit, istanbul):
    async with sit(istanbul) as reader:
        await open_palette(reader)
        await reader.press(*"timel")
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.until(lambda: reader.pane and reader.pane.section.name == "timeline")


async def test_a_theme_by_its_name(sit, istanbul):
    async with sit(istanbul) as reader:
        await open_palette(reader)
        await reader.press(*"parley", "minus", *"light")
        await reader.press("enter")
        await reader.until(lambda: reader.app.theme == "parley-light")


async def test_a_brief_by_its_title(sit, istanbul):
    async with sit(istanbul.parent) as reader:
        await reader.sees("Istanbul", "Kenya")
        await open_palette(reader)
        await reader.press(*"kenya")
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert "kenya" in str(reader.screen.path)


async def test_down_and_up_choose(sit, istanbul):
    async with sit(istanbul) as reader:
        await open_palette(reader)
        await reader.press(*"page")
        rows = reader.screen.query_one("RowList")
        await reader.press("down", "down", "up")
        assert rows.cursor == 1
        await reader.press("pagedown")
        assert rows.cursor > 1
        await reader.press("p")
        assert rows.cursor == 0


async def test_what_was_used_last_stands_first(sit, istanbul):
    async with sit(istanbul) as reader:
        await open_palette(reader)
        await reader.press(*"zoom")
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await open_palette(reader)
        await reader.sees("USED LATELY")
        assert names(reader)[0] == "zoom"


async def test_nothing_answers(sit, istanbul):
    async with sit(istanbul) as reader:
        await open_palette(reader)
        await reader.press(*"qqqq")
        assert names(reader) == []
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))


def test_names_are_no_markup():
    (row,) = rows_for((entry("[/b] [@click=app.quit]", "\x1b]52;c;x\a"),), "", ())
    assert row.title[0].text == "[/b] [@click=app.quit]"


async def test_every_action_with_a_key_works_and_is_in_the_palette(sit, istanbul, actions_of_brief):
    """Over the places one can be in with a brief, nothing is left that only code can do."""
    async with sit(istanbul) as reader:
        by_key, by_name = set(), set()
        for number, key in ((1, None), (1, "enter"), (2, None)):
            await reader.open_tab(number)
            if key:
                await reader.press(key)
                await reader.until(lambda: reader.focus is reader.page)
            by_key |= {each.id for each in bound_here(reader.screen) if each.keys}
            await open_palette(reader)
            by_name |= {row.key for row in reader.screen.query_one("RowList").rows}
            await reader.press("escape")
            await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        # Its key is first asked of the screen, which copies what is selected.
        keyed = {each for each in actions_of_brief if registry()[each].keys}
        assert keyed - by_key == {"app.copy"}
        assert actions_of_brief - by_name == {"app.copy", "app.palette"}


async def test_f1_explains_where_letters_are_typed(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.press("f")
        await reader.sees("f1 help", "ctrl+p all")
        await reader.press("f1")
        await reader.until(lambda: isinstance(reader.screen, HelpScreen))


async def test_ctrl_c_says_how_to_quit(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.press("ctrl+c")
        await reader.until(
            lambda: reader.lines[-1].strip() == "Nothing is selected to copy. q or ctrl+q quits"
        )


@pytest.mark.parametrize("key", ["ctrl+q", "f10"])
@pytest.mark.parametrize("where", ["colon", "f", "question_mark", "exclamation_mark"])
async def test_quit_at_once_from_anywhere(sit, istanbul, where, key):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.press(where, key)
        await reader.until(lambda: not reader.app.is_running)


async def test_help_is_narrowed_by_words(sit, istanbul, read_through):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.press("question_mark")
        await reader.sees("Keys that work here")
        page = reader.screen.query_one("Page")
        assert "How to write Rounds" in read_through(page)
        assert "EVERYWHERE" in read_through(page)
        await reader.press("slash", *"dossier")
        await reader.until(lambda: "down" not in read_through(page))
        assert "dossier" in read_through(page)
        await reader.press("escape")
        await reader.until(lambda: "down" in read_through(page))
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
@pytest.mark.parametrize("keys", [(), ("enter",), ("f",), ("d",)], ids=str)
async def test_the_hints_end_with_the_way_to_all_others(sit, istanbul, size, keys):
    async with sit(istanbul, size=size) as reader:
        await reader.open_tab(1)
        await reader.press(*keys)
        hints = reader.lines[-1]
        assert hints.rstrip().endswith((" help   : all", "f1 help   ctrl+p all"))
        words = {each.name for each in bound_here(reader.screen)}
        assert {part.split(" ", 1)[1] for part in hints.strip().split("   ")} <= words


@pytest.mark.parametrize("at", range(4))
async def test_a_hint_is_pressed_by_the_mouse(sit, istanbul, at):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        x = reader.lines[-1].index(": all") + 1
        await reader.pilot.click(offset=(x + at % 4, 39))
        await reader.until(lambda: isinstance(reader.screen, PaletteScreen))


async def test_q_never_loses_what_is_typed_in_the_editor(sit, istanbul, tmp_path):
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(istanbul.read_bytes())
    async with sit(copy) as reader:
        await reader.open_tab(1)
        await reader.press("i")
        await reader.until(lambda: type(reader.screen).__name__ == "EditorScreen")
        editor = reader.screen
        await reader.press("x")
        await reader.until(lambda: editor.unsaved)
        await reader.app.run_action("app.command('app.leave')")
        await reader.until(lambda: reader.screen is not editor)
        assert editor in reader.app.screen_stack  # it asks, and is still there

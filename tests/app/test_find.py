import pytest

from tui.screens.brief import BriefScreen
from tui.screens.library import LibraryScreen
from tui.screens.search_all import SearchAllScreen
from tui.widgets.row_list import RowList


def text(name, count=4):
    rounds = "".join(
        f"  - {{id: r{n}, title: Round {n} of {name}, status: concluded, when: 2031-02-{n:02}, "
        f"venue: kyiv, note: A remark on the {name} ceasefire.}}\n"
        for n in range(1, count + 1)
    )
    return (
        f"parley: 1\nid: {name}\ntitle: The {name} talks\nas_of: 2031-03-10\n"
        f"aliases: {{Kiev: Kyiv}}\nvenues: [{{id: kyiv, name: Kyiv}}]\nrounds:\n{rounds}"
    )


@pytest.fixture
def library(tmp_path):
    for name in ("alpha", "beta", "gamma"):
        (tmp_path / f"{name}.yaml").write_text(text(name))
    return tmp_path


@pytest.fixture(autouse=True)
def _cache(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


def results(reader):
    return reader.screen.query_one(RowList).rows


async def look_for(reader, words):
    await reader.press("ctrl+f")
    await reader.until(
        lambda: isinstance(reader.screen, SearchAllScreen) and reader.focus is not None
    )
    await reader.press(*words)


async def test_from_the_library_to_a_record_and_back_to_the_words(sit, library):
    async with sit(library) as reader:
        await reader.sees("3 briefs")
        await look_for(reader, "Kiev round 3")
        await reader.until(lambda: len(results(reader)) == 3)
        await reader.sees("THE BETA TALKS · BETA.YAML", "rounds · beta.yaml:10", "3 records")
        await reader.press("down", "enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.until(lambda: reader.row == "rounds/r3")
        await reader.sees("The beta talks")
        await look_for(reader, "")
        assert reader.focus.value == "Kiev round 3"
        await reader.until(lambda: len(results(reader)) == 3)
        assert "beta" in reader.screen.query_one(RowList).current.key


async def test_escape_leads_back_to_exactly_where_one_was(sit, library):
    async with sit(library / "alpha.yaml") as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r3")
        await look_for(reader, "remark")
        await reader.until(lambda: bool(results(reader)))
        await reader.press("down", "escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert reader.row == "rounds/r3"
        await reader.press("j")
        assert reader.row == "rounds/r4"


async def test_keys_work_at_once_where_one_was_led(sit, library):
    async with sit(library) as reader:
        await reader.sees("3 briefs")
        await look_for(reader, "round 2 alpha")
        await reader.until(lambda: results(reader) and results(reader)[0].key.endswith("r2"))
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.until(lambda: reader.row == "rounds/r2")
        await reader.press("escape", "j")
        await reader.until(lambda: reader.row == "rounds/r3")


async def test_the_open_brief_comes_first_among_equals(sit, library):
    async with sit(library) as reader:
        await reader.sees("The gamma talks")
        await reader.press("G", "enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await look_for(reader, "kyiv")
        await reader.until(lambda: len(results(reader)) > 3)
        assert "GAMMA" in results(reader)[0].group.upper()


async def test_without_words_it_says_what_can_be_asked(sit, library):
    async with sit(library, size=(80, 24)) as reader:
        await look_for(reader, "")
        await reader.sees("Find in all briefs", "words that follow each other", "3 briefs")
        await reader.press(*"zzz")
        await reader.sees("No record holds “zzz”")
        await reader.press("enter", "escape")
        await reader.until(lambda: isinstance(reader.screen, LibraryScreen))


async def test_what_is_saved_while_one_looks_is_found(sit, library, rewrite):
    async with sit(library) as reader:
        await reader.sees("The gamma talks")
        await look_for(reader, "zebra")
        await reader.sees("No record holds “zebra”", "3 briefs")
        rewrite(library / "beta.yaml", text("beta").replace("A remark", "A zebra"))
        await reader.until(lambda: len(results(reader)) == 4)
        (library / "beta.yaml").unlink()
        await reader.until(lambda: len(results(reader)) == 0)
        await reader.sees("2 briefs")


async def test_no_place_for_an_index(sit, library, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    async with sit(library) as reader:
        await look_for(reader, "kyiv")
        await reader.sees("no index:")
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, LibraryScreen))


async def test_hostile_words_do_nothing(sit, library):
    async with sit(library) as reader:
        await look_for(reader, '"* NEAR( [/b] OR AND ^{}:')
        await reader.sees("3 briefs")
        await reader.press("ctrl+u", *"staus:x")
        await reader.sees("no field `staus`")
        await reader.press("ctrl+u", *"kind:venue")
        await reader.until(lambda: len(results(reader)) == 3)


async def test_an_answer_after_it_was_closed_is_dropped(sit, library):
    async with sit(library) as reader:
        await look_for(reader, "")
        closed = reader.screen
        await reader.press("escape")
        await reader.until(lambda: not closed.query(RowList))
        closed._wake.set()
        await SearchAllScreen._answer.__wrapped__(closed)
        assert isinstance(reader.screen, LibraryScreen)

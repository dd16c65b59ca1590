import pytest

from tui.screens.brief import BriefScreen
from tui.screens.library import LibraryScreen
from tui.widgets.row_list import RowList


def text(name, count=6, note="A remark. " * 60):
    rounds = "".join(
        f"  - {{id: r{n}, title: Round {n} of {name}, status: concluded, when: 2031-02-{n:02}, "
        f"note: {note}}}\n"
        for n in range(1, count + 1)
    )
    return f"parley: 1\nid: {name}\ntitle: The {name} talks\nas_of: 2031-03-10\nrounds:\n{rounds}"


@pytest.fixture
def library(tmp_path):
    for name in ("alpha", "beta", "gamma"):
        (tmp_path / f"{name}.yaml").write_text(text(name))
    folder = tmp_path / "delta"
    folder.mkdir()
    (folder / "brief.yaml").write_text("parley: 1\nid: delta\ntitle: The delta talks\n")
    (folder / "rounds.yaml").write_text("rounds:" + text("delta").split("rounds:")[1])
    return tmp_path


def listed(reader):
    return [row.key.rsplit("/", 1)[1] for row in reader.screen.query_one(RowList).rows]


async def choose(reader, name):
    rows = reader.screen.query_one(RowList)
    await reader.press("g")
    for _ in rows.rows:
        if rows.current.key.endswith(name):
            break
        await reader.press("j")
    await reader.press("enter")
    await reader.until(lambda: isinstance(reader.screen, BriefScreen))
    await reader.until(lambda: reader.focus is not None)


async def back_to_the_list(reader):
    await reader.press("B")
    await reader.until(lambda: isinstance(reader.screen, LibraryScreen))
    await reader.until(lambda: bool(reader.screen.query_one(RowList).rows))


async def test_every_brief_is_listed_with_its_title(sit, library):
    async with sit(library) as reader:
        await reader.sees(*(f"The {name} talks" for name in ("alpha", "beta", "gamma", "delta")))
        await reader.sees("4 briefs", "6 rounds")
        assert listed(reader) == ["alpha.yaml", "beta.yaml", "delta", "gamma.yaml"]


async def test_coming_back_finds_tab_row_and_scroll(sit, library):
    async with sit(library, size=(110, 16)) as reader:
        await reader.sees("The gamma talks")
        await choose(reader, "beta.yaml")
        await reader.open_tab(1)
        await reader.move_to("rounds/r3")
        await reader.press("enter", "j", "j")
        await reader.until(lambda: reader.page.scroll_offset.y == 2)
        await back_to_the_list(reader)
        await choose(reader, "delta")
        await reader.sees("The delta talks")
        await reader.open_tab(7)
        await back_to_the_list(reader)
        await choose(reader, "beta.yaml")
        await reader.sees("The beta talks")
        assert reader.pane.section.name == "rounds"
        assert reader.row == "rounds/r3"
        assert reader.page.scroll_offset.y == 2
        await reader.until(lambda: reader.focus is reader.page)
        await back_to_the_list(reader)
        await choose(reader, "delta")
        assert reader.pane.section.name == "timeline"


async def test_escape_goes_back_to_the_open_brief(sit, library):
    async with sit(library) as reader:
        await reader.sees("The gamma talks")
        await choose(reader, "alpha.yaml")
        await back_to_the_list(reader)
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.sees("The alpha talks")


async def test_screens_do_not_pile_up(sit, library):
    async with sit(library) as reader:
        await reader.sees("The gamma talks")
        for name in ("alpha.yaml", "beta.yaml", "gamma.yaml") * 3:
            await choose(reader, name)
            await back_to_the_list(reader)
        assert len(reader.app.screen_stack) <= 5


async def test_several_paths_on_the_command_line(sit, library):
    async with sit(library / "alpha.yaml", library / "delta") as reader:
        await reader.sees("2 briefs", "The alpha talks", "The delta talks")


async def test_one_brief_can_be_left_for_the_list(sit, library):
    async with sit(library / "alpha.yaml") as reader:
        await back_to_the_list(reader)
        await reader.sees("1 brief", "The alpha talks")
        await choose(reader, "alpha.yaml")
        await reader.sees("0 Overview")


async def test_a_brief_added_and_removed(sit, library, rewrite):
    async with sit(library) as reader:
        await reader.sees("4 briefs")
        rewrite(library / "epsilon.yaml", text("epsilon"))
        await reader.sees("5 briefs", "The epsilon talks", "The gamma talks")
        (library / "epsilon.yaml").unlink()
        await reader.sees("4 briefs")
        assert "epsilon.yaml" not in listed(reader)


async def test_a_folder_brief_added(sit, library, rewrite):
    async with sit(library) as reader:
        await reader.sees("4 briefs")
        (library / "zeta").mkdir()
        rewrite(library / "zeta" / "brief.yaml", text("zeta"))
        await reader.sees("5 briefs", "The zeta talks")


async def test_the_cursor_keeps_to_its_brief(sit, library, rewrite):
    async with sit(library) as reader:
        await reader.sees("The gamma talks")
        await reader.press("j", "j")
        here = reader.screen.query_one(RowList).current.key
        rewrite(library / "aaa.yaml", text("aaa"))
        await reader.sees("5 briefs")
        assert reader.screen.query_one(RowList).current.key == here


async def test_a_change_shows_in_the_list(sit, library, rewrite):
    async with sit(library) as reader:
        await reader.sees("The beta talks")
        rewrite(library / "beta.yaml", text("beta").replace("The beta", "The new beta"))
        await reader.sees("The new beta talks")


async def test_a_brief_behind_the_list_is_told_too(sit, library, rewrite):
    async with sit(library) as reader:
        await reader.sees("The gamma talks")
        await choose(reader, "beta.yaml")
        await back_to_the_list(reader)
        await choose(reader, "alpha.yaml")
        rewrite(library / "beta.yaml", text("beta").replace("The beta", "The new beta"))
        await back_to_the_list(reader)
        await reader.sees("The new beta talks")
        await choose(reader, "beta.yaml")
        await reader.sees("The new beta talks", "0 Overview")


async def test_an_added_brief_lives(sit, library, rewrite):
    async with sit(library) as reader:
        await reader.sees("4 briefs")
        rewrite(library / "epsilon.yaml", text("epsilon"))
        await reader.sees("The epsilon talks")
        await choose(reader, "epsilon.yaml")
        rewrite(library / "epsilon.yaml", text("epsilon").replace("The epsilon", "The new"))
        await reader.sees("The new talks", "● live")


async def test_a_broken_brief_has_its_mark(sit, library, rewrite):
    async with sit(library) as reader:
        await reader.sees("The gamma talks")
        rewrite(library / "beta.yaml", "parley: 1\nid: [\n" + text("beta"))
        await reader.until(lambda: any("†" in line for line in reader.lines))


async def test_an_empty_library(sit, tmp_path, rewrite):
    async with sit(tmp_path) as reader:
        await reader.sees("0 briefs", "No brief here yet")
        rewrite(tmp_path / "first.yaml", text("first"))
        await reader.sees("1 brief", "The first talks")


async def test_no_brief_is_read_to_be_listed(sit, library):
    async with sit(library) as reader:
        await reader.sees("The gamma talks", "4 briefs", "6 rounds")
        assert not reader.app.session.readings
        await choose(reader, "beta.yaml")
        await reader.sees("The beta talks", "0 Overview")
        assert [path.name for path in reader.app.session.readings] == ["beta.yaml"]


async def test_sorted_by_what_is_asked_for(sit, library, rewrite):
    rewrite(library / "beta.yaml", text("beta").replace("2031-03-10", "2031-09-10"))
    rewrite(library / "alpha.yaml", text("alpha").replace("The alpha", "Zürich and the alpha"))
    async with sit(library) as reader:
        await reader.sees("The gamma talks", "by file name ↑")
        await reader.press("s")
        await reader.sees("by title ↑")
        assert listed(reader) == ["beta.yaml", "delta", "gamma.yaml", "alpha.yaml"]
        await reader.press("s")
        await reader.sees("by date ↓")
        assert listed(reader) == ["beta.yaml", "alpha.yaml", "gamma.yaml", "delta"]
        await reader.press("S")
        await reader.sees("by date ↑")
        assert listed(reader) == ["delta", "alpha.yaml", "gamma.yaml", "beta.yaml"]
        await choose(reader, "gamma.yaml")
        await back_to_the_list(reader)
        await reader.sees("by date ↑")


async def test_a_filter_of_the_list(sit, library, rewrite):
    async with sit(library) as reader:
        await reader.sees("The gamma talks")
        await reader.press("f", *"beta")
        await reader.until(lambda: listed(reader) == ["beta.yaml"])
        await reader.sees("1 of 4")
        rewrite(library / "betamax.yaml", text("betamax"))
        await reader.until(lambda: listed(reader) == ["beta.yaml", "betamax.yaml"])
        await reader.press("enter", "escape")
        await reader.until(lambda: len(listed(reader)) == 5)
        assert isinstance(reader.screen, LibraryScreen)


async def test_where_no_index_can_be_what_is_in_view_is_read(sit, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    library = tmp_path / "briefs"
    library.mkdir()
    for n in range(40):
        (library / f"b{n:02}.yaml").write_text(text(f"b{n:02}"))
    async with sit(library, size=(80, 24)) as reader:
        await reader.sees("no index:", "The b00 talks", "The b08 talks")
        catalogue = reader.app.index.catalogue
        assert catalogue.of(library / "b39.yaml") is None
        await reader.press("G")
        await reader.sees("The b39 talks")
        assert catalogue.of(library / "b20.yaml") is None
        assert not reader.app.session.readings


async def test_what_is_known_is_there_at_once_the_next_time(sit, library, monkeypatch):
    async with sit(library) as reader:
        await reader.sees("The gamma talks")

    async def never(*_):
        raise OSError("not now")
        yield

    monkeypatch.setattr("tui.library.background.indexing", never)
    async with sit(library) as reader:
        await reader.sees("The gamma talks", "6 rounds")


async def test_a_brief_read_once_and_changed_since_is_marked(sit, library, rewrite, tmp_path):
    kept = {"memory": tmp_path / "memory.db"}
    async with sit(library, **kept) as reader:
        await reader.sees("The gamma talks")
        await choose(reader, "beta.yaml")
        brief = next(iter(reader.app.session.readings))
        await reader.until(lambda: reader.app.state.unread.news(brief) is not None)
    rewrite(library / "beta.yaml", text("beta").replace("A remark", "Another remark"))
    async with sit(library, **kept) as reader:
        await reader.until(lambda: sum("•" in line for line in reader.lines) == 1)
        assert not reader.app.session.readings

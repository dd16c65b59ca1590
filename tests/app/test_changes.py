import pytest

from tui.screens.brief import BriefScreen
from tui.screens.changes import ChangesScreen
from tui.widgets.footer import KeyFooter
from tui.widgets.list_detail import ListDetail

HEAD = "parley: 1\nid: talks\ntitle: {title}\nas_of: 2031-03-10\n"


def text(title="River talks", event="Shelling", **rounds):
    told = "".join(
        f"  - {{id: {name}, title: Round {name}, status: {status}, when: 2031-02-01}}\n"
        for name, status in rounds.items()
    )
    more = "conflict:\n  events:\n    - {id: e, title: " + event + ", when: 2031-03-01}\n"
    people = "people:\n  - {id: p, name: Ada}\n"
    return HEAD.format(title=title) + "rounds:\n" + told + more + people


BEFORE = text(a="concluded", b="scheduled", c="scheduled")
AFTER = text(event="Shelling of the port", a="concluded", b="concluded", d="proposed")


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(BEFORE)
    return path


@pytest.fixture
def memory(tmp_path):
    return {"memory": tmp_path / "state" / "memory.db"}


def marked(reader):
    return {row.key for row in reader.list.rows if "•" in [sign.glyph for sign in row.signs]}


async def looked_at(reader, brief):
    await reader.until(
        lambda: reader.app.state.unread_count(brief) == 0 and reader.app.state.unread.news(brief)
    )


async def test_the_list_the_page_and_the_top_tell_a_change(sit, brief, memory, rewrite):
    async with sit(brief, **memory) as reader:
        await looked_at(reader, brief)
        await reader.open_tab(1)
        assert "new" not in reader.lines[0]
        rewrite(brief, AFTER)
        await reader.sees("• 4 new")
        assert marked(reader) == {"rounds/b", "rounds/d"}
        await reader.move_to("rounds/b")
        await reader.sees("changed since you last read it", "gone  scheduled", "new  concluded")
        await reader.move_to("rounds/a")
        await reader.no_longer_sees("since you last read it")


async def test_a_reload_says_in_one_line_what_changed(sit, brief, rewrite):
    async with sit(brief) as reader:
        await looked_at(reader, brief)
        rewrite(brief, BEFORE.replace("b, status: scheduled", "b, status: concluded"))
        await reader.until(lambda: "scheduled → concluded" in reader.lines[-1])
        assert reader.lines[-1].rstrip().endswith("c")
        rewrite(brief, AFTER)
        await reader.until(lambda: "2 more: c" in reader.lines[-1])
        news = reader.screen.query_one(KeyFooter)
        news._forget(news.news)
        await reader.until(lambda: "help" in reader.lines[-1])


async def test_a_restart_keeps_what_is_unread(sit, brief, memory, rewrite):
    async with sit(brief, **memory) as reader:
        await looked_at(reader, brief)
    brief.write_text(AFTER)
    for _ in range(2):
        async with sit(brief, **memory) as reader:
            await reader.sees("• 4 new")
            await reader.open_tab(1)
            assert marked(reader) == {"rounds/b", "rounds/d"}
    async with sit(brief, **memory) as reader:
        await reader.sees("• 4 new")
        await reader.open_tab(1)
        await reader.move_to("rounds/b")
        await reader.press("a")
        await reader.sees("• 3 new")
    async with sit(brief, **memory) as reader:
        await reader.sees("• 3 new")
        await reader.open_tab(1)
        assert marked(reader) == {"rounds/d"}
        await reader.press("A")
        await reader.until(lambda: "new" not in reader.lines[0])
    async with sit(brief, **memory) as reader:
        await looked_at(reader, brief)
        assert "new" not in reader.lines[0]


async def test_the_way_through_the_changes(sit, brief, rewrite):
    async with sit(brief) as reader:
        await looked_at(reader, brief)
        rewrite(brief, AFTER)
        await reader.sees("• 4 new")
        seen = []
        for _ in range(4):
            await reader.press("}")
            await reader.until(lambda: reader.pane is not None and reader.pane.reading)
            seen.append(reader.row)
        assert seen == ["rounds/b", "rounds/d", "events/e", "rounds/b"]
        await reader.press("{")
        await reader.until(lambda: reader.row == "events/e")
        assert reader.pane.section.name == "conflict"
        await reader.press("a")
        await reader.sees("• 3 new")
        assert marked(reader) == set()


async def test_a_record_without_a_tab_is_on_the_way_too(sit, brief, rewrite):
    async with sit(brief) as reader:
        await looked_at(reader, brief)
        rewrite(brief, BEFORE.replace("Ada", "Ada Lovelace").replace("Shelling", "Fire"))
        await reader.sees("• 2 new")
        await reader.press("}")
        await reader.until(lambda: reader.row == "events/e")
        await reader.press("}")
        await reader.sees("Ada Lovelace  dossier")
        await reader.sees("since you last read it", "was  Ada")
        await reader.press("a")
        await reader.no_longer_sees("since you last read it")
        await reader.press("}")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.until(lambda: reader.row == "events/e")


async def test_from_a_dossier_on_to_the_next_change(sit, brief, rewrite):
    async with sit(brief) as reader:
        await looked_at(reader, brief)
        rewrite(brief, BEFORE.replace("Ada", "Ada Lovelace").replace("Shelling", "Fire"))
        await reader.sees("• 2 new")
        for _ in range(2):
            await reader.press("}")
            await reader.until(lambda: isinstance(reader.screen, BriefScreen))
            await reader.until(lambda: reader.row == "events/e")
            await reader.press("}")
            await reader.sees("Ada Lovelace  dossier")


async def test_how_many_more_is_said_however_long_the_first_is(sit, brief, rewrite):
    async with sit(brief, size=(60, 20)) as reader:
        await looked_at(reader, brief)
        rewrite(brief, AFTER.replace("Round b", "Round of many words " * 5))
        await reader.until(lambda: reader.lines[-1].rstrip().endswith("; 3 more: c"))


async def test_the_list_of_changes(sit, brief, rewrite):
    async with sit(brief) as reader:
        await looked_at(reader, brief)
        rewrite(brief, AFTER)
        await reader.sees("• 4 new")
        await reader.press("c")
        await reader.until(lambda: isinstance(reader.screen, ChangesScreen))
        await reader.sees("4 changes", "Round b: scheduled → concluded", "new: Round d", "removed")
        rows = reader.screen.query_one(ListDetail).list
        assert {row.key for row in rows.rows} == {
            "rounds/b", "rounds/d", "gone/rounds/c", "events/e",
        }  # fmt: skip
        rewrite(brief, AFTER.replace("Shelling of the port", "Shelling"))
        await reader.sees("3 changes")
        rows.move_to_key("gone/rounds/c")
        await reader.press("enter")
        await reader.sees("This record is gone")
        await reader.press("escape", "a")
        await reader.sees("2 changes")
        rows.move_to_key("rounds/d")
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert reader.row == "rounds/d"
        await reader.press("H")
        await reader.until(lambda: reader.pane.section.number == 0)


async def test_a_change_of_the_brief_itself(sit, brief, rewrite):
    async with sit(brief) as reader:
        await looked_at(reader, brief)
        await reader.open_tab(1)
        rewrite(brief, BEFORE.replace("River talks", "Lake talks"))
        await reader.sees("• 1 new")
        await reader.press("}")
        await reader.until(lambda: reader.row == "overview/front")
        assert marked(reader) == {"overview/front"}
        await reader.sees("was  River talks", "now  Lake talks")
        await reader.press("a")
        await reader.until(lambda: "new" not in reader.lines[0])


async def test_marking_all_is_taken_back(sit, brief, rewrite):
    async with sit(brief) as reader:
        await looked_at(reader, brief)
        await reader.press("U")
        await reader.sees("No mark to undo")
        rewrite(brief, AFTER)
        await reader.sees("• 4 new")
        await reader.press("A")
        await reader.sees("4 changes marked as read; U undoes")
        await reader.until(lambda: "new" not in reader.lines[0])
        await reader.press("U")
        await reader.sees("• 4 new")


async def test_nothing_changed(sit, brief):
    async with sit(brief) as reader:
        await looked_at(reader, brief)
        await reader.press("}")
        await reader.sees("Nothing changed since you last read it")
        await reader.press("c")
        await reader.sees("0 changes", "Nothing changed in this brief since you last read it.")


async def test_worked_out_rows_bear_the_sign_of_their_record(sit, brief, rewrite):
    async with sit(brief) as reader:
        await looked_at(reader, brief)
        await reader.open_tab(7)
        rewrite(brief, BEFORE.replace("Shelling", "Fire"))
        await reader.sees("• 1 new")
        assert len(marked(reader)) == 1
        await reader.move_to(marked(reader).pop())
        await reader.sees("since you last read it", "was  Shelling")
        await reader.press("a")
        await reader.until(lambda: marked(reader) == set())


async def test_the_library_tells_which_briefs_changed(sit, brief, memory, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text(BEFORE.replace("River", "Lake"))
    for each in (brief, other):
        async with sit(each, **memory) as reader:
            await looked_at(reader, each)
    brief.write_text(AFTER)
    async with sit(tmp_path, **memory) as reader:
        await reader.sees("Lake talks", "River talks")
        signs = lambda: {  # noqa: E731
            row.key: "•" in [s.glyph for s in row.signs] for row in _shelf(reader).rows
        }
        await reader.until(lambda: signs() == {str(brief): True, str(other): False})
        await reader.until(lambda: _shelf(reader).move_to_key(str(brief)))
        await reader.press("enter")
        await reader.sees("• 4 new")
        await reader.press("B")
        await reader.sees("talks.yaml · 3 rounds · 4 new")


def _shelf(reader):
    from tui.widgets.row_list import RowList

    return reader.screen.query_one(RowList)


async def test_a_memory_that_cannot_be_had_is_said(sit, brief, tmp_path, rewrite):
    (tmp_path / "state").write_text("a file, not a folder")
    async with sit(brief, memory=tmp_path / "state" / "memory.db") as reader:
        await reader.sees("Nothing can be remembered")
        rewrite(brief, AFTER)
        await reader.sees("• 4 new")

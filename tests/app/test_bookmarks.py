import pytest

from tui.screens.bookmarks import BookmarksScreen
from tui.screens.brief import BriefScreen
from tui.screens.dossier import DossierScreen
from tui.widgets.row_list import RowList


def text(*cities, title="The talks"):
    told = (f"    - {{id: {c.lower()}, title: Talks in {c}, when: 2025-05-01}}" for c in cities)
    return f"parley: 1\nid: a\ntitle: {title}\nconflict:\n  events:\n" + "\n".join(told) + "\n"


@pytest.fixture
def talks(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(text("Ankara", "Bern", "Cairo"))
    return path


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "other.yaml"
    path.write_text(text("Doha", title="Other talks"))
    return path


@pytest.fixture
def again(sit, tmp_path):
    return lambda *paths: sit(*paths, memory=tmp_path / "state" / "m.db")


def starred(reader):
    return {row.key for row in reader.list.rows if "★" in [sign.glyph for sign in row.signs]}


def listed(reader):
    assert isinstance(reader.screen, BookmarksScreen)
    return [
        "".join(span.text for span in row.title) for row in reader.screen.query_one(RowList).rows
    ]


async def test_a_bookmark_is_set_seen_and_taken_away(again, talks):
    async with again(talks) as reader:
        await reader.open_tab(4)
        await reader.move_to("events/bern")
        await reader.press("m")
        await reader.until(lambda: starred(reader) == {"events/bern"})
        assert reader.row == "events/bern"
        await reader.open_tab(7)
        await reader.until(lambda: any("bern" in key for key in starred(reader)))
        # Where a row stands for the record it shows, and takes away, the bookmark of that.
        await reader.move_to(next(key for key in starred(reader)))
        await reader.press("m")
        await reader.until(lambda: starred(reader) == set())


async def test_bookmarks_of_all_briefs_lead_there_over_a_restart(again, talks, other, rewrite):
    async with again(talks) as reader:
        await reader.open_tab(4)
        await reader.move_to("events/cairo")
        await reader.press("m")
        await reader.until(lambda: starred(reader))
        await reader.press("ctrl+q")
    async with again(other) as reader:
        await reader.press("apostrophe")
        await reader.until(lambda: isinstance(reader.screen, BookmarksScreen))
        await reader.sees("Talks in Cairo", "THE TALKS · TALKS.YAML", "Conflict")
        await reader.press("enter")
        await reader.until(lambda: getattr(reader.screen, "path", None) == talks)
        await reader.until(lambda: reader.row == "events/cairo")
        assert starred(reader) == {"events/cairo"}
        rewrite(talks, talks.read_text().replace("Talks in Cairo", "Talks in Giza"))
        await reader.sees("Talks in Giza")
        await reader.press("H")
        await reader.until(lambda: getattr(reader.screen, "path", None) == other)


async def test_the_first_paint_has_the_signs(again, talks):
    async with again(talks) as reader:
        await reader.open_tab(4)
        await reader.press("m")
        await reader.until(lambda: starred(reader))
        await reader.press("ctrl+q")
    async with again(talks) as reader:
        assert starred(reader)


async def test_one_goes_along_with_its_record_and_says_where_that_is_gone(again, talks, rewrite):
    async with again(talks) as reader:
        await reader.open_tab(4)
        await reader.move_to("events/bern")
        await reader.press("m")
        await reader.until(lambda: starred(reader))
        rewrite(talks, talks.read_text().replace("id: bern", "id: berne"))
        await reader.until(lambda: "events/berne" in [row.key for row in reader.list.rows])
        await reader.press("g", "apostrophe")
        await reader.until(lambda: isinstance(reader.screen, BookmarksScreen))
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.until(lambda: reader.row == "events/berne")
        await reader.until(lambda: starred(reader) == {"events/berne"})
        rewrite(talks, text("Ankara"))
        await reader.until(lambda: len(reader.list.rows) < 3)
        await reader.press("apostrophe")
        await reader.sees("no longer in the brief")
        await reader.press("enter")
        await reader.sees("There is no record")


async def test_a_brief_that_is_gone(again, talks, other):
    async with again(talks) as reader:
        await reader.press("m", "ctrl+q")
    talks.unlink()
    async with again(other) as reader:
        await reader.press("apostrophe")
        await reader.sees("file not found")
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert reader.screen.path == other


async def test_taking_away_in_the_list_can_be_undone(again, talks):
    async with again(talks) as reader:
        await reader.open_tab(4)
        await reader.press("m", "j", "m")
        await reader.until(lambda: len(starred(reader)) == 2)
        await reader.press("apostrophe")
        await reader.until(lambda: len(listed(reader)) == 2)
        await reader.press("x")
        await reader.sees("removed; press again")
        await reader.press("x")
        await reader.no_longer_sees("removed; press again")
        await reader.press("delete", "escape")
        await reader.until(lambda: len(starred(reader)) == 1)


async def test_the_dossier_bears_one_too(again, istanbul):
    async with again(istanbul) as reader:
        await reader.open_tab(2)
        await reader.press("d")
        await reader.until(lambda: isinstance(reader.screen, DossierScreen))
        key = reader.screen.key
        await reader.press("m")
        await reader.until(lambda: "★" in reader.lines[0])
        await reader.press("escape", "1", "apostrophe", "enter")
        await reader.until(lambda: isinstance(reader.screen, DossierScreen))
        assert reader.screen.key == key


async def test_without_one_it_is_said_how_to_set_one(sit, talks):
    async with sit(talks) as reader:
        await reader.press("apostrophe")
        await reader.sees("No bookmarks yet")


# --- marks of handling ----------------------------------------------------------------------------


async def test_a_bookmark_says_how_it_is_to_be_handled(again, talks, other):
    async def shown(reader):
        await reader.press("'")
        await reader.until(lambda: isinstance(reader.screen, BookmarksScreen))
        return listed(reader)

    talks.write_text(text("Ankara") + "handling: internal\n")
    async with again(talks) as reader:
        await reader.open_tab(4)
        await reader.move_to("events/ankara")
        await reader.press("m")
        await reader.until(lambda: starred(reader) == {"events/ankara"})
        await reader.until(lambda: list(reader.app.state.bookmarks))
        assert await shown(reader) == ["Talks in Ankara [internal]"]
    talks.write_text(text("Ankara").replace("Ankara,", "Ankara, confidential: x,"))
    async with again(other) as reader:
        assert await shown(reader) == ["Talks in Ankara [internal]"]
    async with again(talks) as reader:
        await reader.until(lambda: reader.screen.view is not None)
        assert await shown(reader) == ["Talks in Ankara [confidential: x]"]

from pathlib import Path

import pytest

from tui.state.bookmarks import Bookmark, bookmarks, drop_bookmark, keep_bookmark, keys_in
from tui.state.names import name_of
from tui.state.store import Memory

A, B = Path("/briefs/a.yaml"), Path("/briefs/b.yaml")


@pytest.fixture
def memory():
    opened = Memory(None)
    yield opened
    opened.close()


def mark(path, key, **told):
    return Bookmark(name_of(path), key, **told)


def test_bookmarks_come_brief_by_brief(memory):
    for each in (mark(A, "rounds/r1", title="First"), mark(B, "x"), mark(A, "events/e")):
        keep_bookmark(memory, each)
    told = [(m.brief, m.key) for m in bookmarks(memory)]
    assert set(told) == {(str(A), "rounds/r1"), (str(A), "events/e"), (str(B), "x")}
    assert told[1][0] != str(B), "those of one brief stand together"
    assert keys_in(memory, [A]) == {str(A): {"rounds/r1", "events/e"}}
    drop_bookmark(memory, mark(A, "rounds/r1"))
    assert keys_in(memory, [A, B]) == {str(A): {"events/e"}, str(B): {"x"}}


def test_what_is_told_of_one_is_kept_in_one_line_each(memory):
    keep_bookmark(memory, mark(A, "k", title="two\nlines", tab="Rounds", of="\udcff"))
    (found,) = bookmarks(memory)
    assert found == mark(A, "k", title="two lines", tab="Rounds", of="\\udcff")


def test_what_another_version_wrote_is_told_as_far_as_it_goes(memory):
    memory.put("bookmark", str(A), "k", b"\xff")
    (found,) = bookmarks(memory)
    assert (found.key, found.tab, found.of) == ("k", "", "")

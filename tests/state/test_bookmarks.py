from pathlib import Path

import pytest

from tui.state.bookmarks import Bookmark, Bookmarks, keys_in
from tui.state.names import name_of
from tui.state.store import Memory

A, B = Path("/briefs/a.yaml"), Path("/briefs/b.yaml")


@pytest.fixture
def store():
    opened = Memory(None)
    yield opened
    opened.close()


@pytest.fixture
def bookmarks(store):
    return Bookmarks(lambda: store, stored=lambda: True, known={})


def mark(path, key, **labels):
    return Bookmark(name_of(path), key, **labels)


def test_bookmarks_come_brief_by_brief(bookmarks, store):
    for each in (mark(A, "rounds/r1", title="First"), mark(B, "x"), mark(A, "events/e")):
        bookmarks.toggle(each)()
    found = [(each.brief, each.key) for each in bookmarks]
    assert set(found) == {(str(A), "rounds/r1"), (str(A), "events/e"), (str(B), "x")}
    assert found[1][0] != str(B), "those of one brief are together"
    assert keys_in(store, [A]) == {str(A): {"rounds/r1", "events/e"}}
    bookmarks.toggle(mark(A, "rounds/r1"))()
    assert keys_in(store, [A, B]) == {str(A): {"events/e"}, str(B): {"x"}}


def test_a_bookmark_shows_at_once_and_is_written_when_asked(bookmarks, store):
    write = bookmarks.toggle(mark(A, "k"))
    assert bookmarks.keys(A) == {"k"}
    assert keys_in(store, [A]) == {str(A): frozenset()}
    write()
    assert keys_in(store, [A]) == {str(A): {"k"}}


def test_nothing_is_opened_where_nothing_is_stored():
    def refuse():
        raise AssertionError

    empty = Bookmarks(refuse, stored=lambda: False, known={})
    assert empty.keys(A) == frozenset()
    assert list(empty) == []


def test_each_label_is_kept_in_one_line(bookmarks):
    labels = {"tab": "Rounds", "brief_title": "\udcff", "handling": "internal"}
    bookmarks.toggle(mark(A, "k", title="two\nlines", **labels))()
    (found,) = bookmarks
    labels["brief_title"] = "\\udcff"
    assert found == mark(A, "k", title="two lines", **labels)


def test_one_of_an_earlier_version_has_no_mark(bookmarks, store):
    store.put("bookmark", str(A), "k", b"First\nRounds\nTalks")
    assert list(bookmarks) == [mark(A, "k", title="First", tab="Rounds", brief_title="Talks")]


def test_what_another_version_wrote_is_read_as_far_as_it_goes(bookmarks, store):
    store.put("bookmark", str(A), "k", b"\xff")
    (found,) = bookmarks
    assert (found.key, found.tab, found.brief_title) == ("k", "", "")

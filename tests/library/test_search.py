import re
import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.brief.load import load
from tui.filter import facets, matches, parse_query
from tui.library.build import update
from tui.library.index_query import ask, wrong_in
from tui.library.search import SearchResults, look_up, search
from tui.library.snippet import MARK, snippet, title
from tui.presentation.view import View

NAMES = """
aliases: {Kiev: Kyiv, Kyyiv: Kyiv}
parties:
  - {id: ua, name: Ukraine, aliases: [Ukrainian side]}
people:
  - {id: anna, name: Anna Amber, aliases: [A. Ambre], of: ua, names: {uk: Анна Йосипівна}}
venues:
  - {id: ciragan, name: Çırağan Palace}
  - {id: kyiv, name: Kyiv}
rounds:
  - {id: r1, title: First round, venue: kyiv, note: ISTANBUL İzmir ısparta café}
statements:
  - {id: s1, speaker: anna, quote: The capital holds.}
"""


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ciragan", "Çırağan Palace"),
        ("ÇIRAĞAN", "Çırağan Palace"),
        ("Kiev", "First round"),
        ("kyyiv", "Kyiv"),
        ("istanbul", "First round"),
        ("İSTANBUL", "First round"),
        ("izmir", "First round"),
        ("Isparta", "First round"),
        ("CAFÉ", "First round"),
        ("cafe\u0301", "First round"),
        ("анна", "Anna Amber: “The capital holds.”"),
        ("ЙОСИП", "Anna Amber"),
        ("ambre", "Anna Amber: “The capital holds.”"),
        ("ukrainian side", "Anna Amber"),
        ("r1", "First round"),
    ],
)
def test_a_record_is_found_by_every_spelling(briefs, library, words, found):
    briefs("alpha", NAMES)
    assert found in library.titles(words)


ROUNDS = """
rounds:
  - {id: a, title: Ceasefire talks, note: The venue was changed.}
  - {id: b, title: Ceasefires in general}
  - {id: c, title: Second meeting, note: A ceasefire was proposed.}
  - {id: d, title: Third meeting, note: Of ceasefires no word. A working visit to the office.}
  - {id: e, title: Fourth meeting, note: In the working office.}
"""


def test_titles_come_first_and_whole_words_before_beginnings(briefs, library):
    briefs("alpha", ROUNDS)
    assert library.titles("ceasefire") == [
        "Ceasefire talks",
        "Ceasefires in general",
        "Second meeting",
        "Third meeting",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"working office"', {"Fourth meeting"}),
        ("working office", {"Third meeting", "Fourth meeting"}),
        ('"ceasefire"', {"Ceasefire talks", "Second meeting"}),
        ("ceasefire -talks -general", {"Second meeting", "Third meeting"}),
        ("ceasefire not talks not general", {"Second meeting", "Third meeting"}),
        ("talks or general", {"Ceasefire talks", "Ceasefires in general"}),
        ("ceas pro", {"Second meeting"}),
        ("not ceasefire not kind:brief", {"Fourth meeting"}),
        ("(talks or general) id:b", {"Ceasefires in general"}),
        ("text:venue", {"Ceasefire talks"}),
    ],
)
def test_what_can_be_asked(briefs, library, words, found):
    briefs("alpha", ROUNDS)
    assert set(library.titles(words)) == found


@pytest.mark.parametrize(
    "words", ["", "  ", '"', '""', "or", "*", "( )", "party:", '"abc', "a or or b"]
)
def test_nothing_is_asked_yet(words):
    assert ask(words) is None


def test_of_equals_the_open_brief_comes_first_and_briefs_stay_together(briefs, library):
    body = "rounds:\n  - {id: a, title: The meeting}\n  - {id: b, title: The meeting}\n"
    for name in ("alpha", "beta", "gamma"):
        briefs(name, body)
    order = [hit.brief for hit in library.find("meeting", near=briefs.folder / "beta.yaml").hits]
    assert order == ["beta", "beta", "alpha", "alpha", "gamma", "gamma"]


def test_more_than_is_shown_is_counted(briefs, library):
    body = "rounds:\n" + "".join(f"  - {{id: r{n}, title: Meeting {n}}}\n" for n in range(150))
    briefs("alpha", body)
    briefs("beta", body)
    found = library.find("meeting")
    assert (len(found.hits), found.total, found.briefs) == (200, 300, 2)


def test_many_results_are_not_weighed_but_the_open_brief_still_comes_first(
    briefs, library, monkeypatch
):
    monkeypatch.setattr("tui.library.search.RANKED", 3)
    body = "rounds:\n" + "".join(f"  - {{id: r{n}, title: Meeting {n}}}\n" for n in range(5))
    briefs("alpha", body)
    path = briefs("beta", body + "  - {id: r9, title: Other, note: a meeting}\n")
    found = library.find("meeting", near=path)
    assert [hit.brief for hit in found.hits] == ["beta"] * 6 + ["alpha"] * 5
    assert found.total == 11


def test_a_hit_knows_its_place(briefs, library):
    path = briefs("alpha", ROUNDS)
    (hit,) = library.find("proposed").hits
    assert (hit.path, hit.file, hit.line, hit.key) == (path, path, 8, "rounds/c")
    assert path.read_text().splitlines()[hit.line - 1].startswith("  - {id: c")


def test_words_are_marked_as_they_are_written(briefs, library):
    briefs("alpha", NAMES)
    asked = ask("ciragan")
    (hit,) = library.find("ciragan").hits
    assert title(hit, asked) == (("Çırağan", MARK, ""), (" Palace", "title", ""))
    asked = ask("kiev first")
    (hit,) = library.find("kiev first").hits
    assert ("Kiev", MARK, "") in snippet(hit, asked)


def test_a_long_text_is_told_around_the_hit(briefs, library):
    note = "word " * 200 + "needle " + "more " * 200
    briefs("alpha", f"rounds:\n  - {{id: a, title: Meeting, note: {note}}}\n")
    line = snippet(library.find("needle").hits[0], ask("needle"))
    told = "".join(span.text for span in line)
    assert told.startswith("… word") and "needle" in told and len(told) < 300


ISTANBUL = Path(__file__).parents[2] / "briefs" / "istanbul-2025.yaml"


@pytest.fixture(scope="module")
def istanbul():
    view = View(load(ISTANBUL))
    keys = view.register.by_key
    return {key: facets(view, record) for key, record in keys.items()}, update(
        None, (ISTANBUL,), lambda *_: None
    )


@pytest.mark.parametrize(
    "text",
    [
        "party:ua", "party:russia", "party:rus", "party:россия", "by:medinsky", "by:sbu",
        "source:s000 not source:s004", "status:received", "status:not-received", "kind:round",
        "kind:event", "tag:x", "id:r2", "id:r", "person:fidan", "round:r1", "venue:ciragan",
        "venue:istanbul", 'venue:"dolmabahce palace"', "is:disputed", "is:stale", "not is:disputed",
        "is:single-source", "is:unsourced", "is:confidential", "on:2025-05", "after:2025-06-01",
        "before:2025-05-16", "after:2025-05-16 before:2025-05-28", "on:2025-06-02 kind:round",
        "party:ua is:disputed or kind:venue", "(party:ua or party:ru) not kind:statement",
        "party:ua -party:ru on:2025-06", "not (is:disputed or is:single-source)",
    ],
)  # fmt: skip
def test_the_index_finds_what_a_filter_lets_pass(istanbul, text):
    known, db = istanbul
    query = parse_query(text)
    assert not query.faults
    passed = {key for key, each in known.items() if matches(query, each)}
    assert {hit.key for hit in search(db, ask(text)).hits} - {""} == passed


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("staus:x", "did you mean|do you mean"),
        ("is:unread", "of an open brief only"),
        ("kyiv not on:2025", "a date cannot stand within"),
        ("on:2025 or kyiv", "a date cannot stand within"),
    ],
)
def test_what_cannot_be_asked_is_said(text, says):
    assert ask(text) is None
    assert re.search(says, wrong_in(text))


HOSTILE = [
    '" OR 1 --', "NEAR(a b, 2)", "title:a", "{title} : a", "^a", "a*", "a + b", "AND", "OR NOT",
    "((", "a AND OR b", "\x00", "a\x00b", "\x1b[31m", "'; DROP TABLE words; --", "[/b]", "\ud800",
    "-" * 50, '"' * 51, "a" * 10_000, "ß İ ﬁ", "\u202e", "%_", "\\", "%s {0}", "🕊", "\u0301",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_words(briefs, library, words):
    briefs("alpha", ROUNDS)
    found = library.find(words)
    assert found.briefs == 1
    for hit in found.hits:
        snippet(hit, ask(words))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    (folder / "a.yaml").write_text("parley: 1\nid: a\ntitle: A\n" + ROUNDS)
    return update(None, (folder,), lambda *_: None)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text())
def test_no_words_end_in_an_error_and_each_result_has_them(made, words):
    found = search(made, ask(words))
    assert found.total >= len(found.hits)


@given(st.text(alphabet='ab "-or not', max_size=30))
def test_any_order_of_the_grammar_can_be_asked(made, words):
    search(made, ask(words))


def test_hostile_texts_come_back_as_written(briefs, library):
    note = r'"\e[31m \" OR ( \u202e [/b] needle"'
    briefs("alpha", f"rounds:\n  - {{id: a, title: '{{t}} \" AND', note: {note}}}\n")
    (hit,) = library.find("needle").hits
    assert "\x1b[31m" in hit.text  # made safe where it is shown
    assert hit.title == '{t} " AND'


def test_no_index_finds_nothing(tmp_path):
    assert look_up(tmp_path / "none.db", ask("a")) == SearchResults()
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "bad.db").write_text("no database " * 1000)
    assert look_up(tmp_path / "bad.db", ask("a")) == SearchResults()
    sqlite3.connect(tmp_path / "other.db").close()
    assert look_up(tmp_path / "other.db", ask("a"), Path("x")) == SearchResults()

import pytest

from tui.brief.load import load
from tui.presentation.coverage import share
from tui.presentation.source_support import grade_words
from tui.presentation.view import View
from tui.rendering.ink import width_of
from tui.rendering.layout import lay
from tui.sections.sources import SECTION, WHOLE


def page(view, key, width=100):
    lines = lay(SECTION.detail(view, key), width)
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)


def test_the_first_row_is_what_the_brief_rests_on(istanbul):
    first, *others = SECTION.rows(istanbul)
    assert first.key == WHOLE
    assert [row.key for row in others] == ["sources/s000", "sources/s004"]
    assert first.trailing[0].text.endswith(" facts")


def test_the_whole_of_istanbul(istanbul):
    text = page(istanbul, WHOLE)
    assert "read in 2 sources" in text
    assert "2 sources of at most 2 independent origins" in text
    assert "Several sources, one voice" in text
    assert "TOLD BY ONE SIDE ONLY" in text
    assert "NO SOURCE NAMED" not in text
    assert "credibility 3, possibly true: 3 claims" in text
    assert "s004  [Short preview" in text.split("SOURCES WITHOUT A DATE")[1]


def test_the_whole_of_kenya(kenya):
    text = page(kenya, WHOLE)
    assert "80 sources of at most 65 independent origins" in text
    assert "BBC  5 sources, counted as one: bbc-0101" in text
    assert "A, completely reliable: 1 source" in text
    assert "B2, usually reliable, probably true" in text
    table = text.split("BY SOURCE")[1].split("INDEPENDENCE")[0]
    rows = [line.split() for line in table.splitlines()[3:] if line]
    assert len(rows) == len(kenya.brief.sources)
    figures = [[int(cell.replace("·", "0")) for cell in row[1:]] for row in rows]
    assert all(row[0] == sum(row[2:]) >= row[1] for row in figures)
    assert figures == sorted(figures, key=lambda row: -row[0])


@pytest.mark.parametrize("width", [40, 60, 80, 108])
def test_the_tables_fit(kenya, width):
    lines = lay(SECTION.detail(kenya, WHOLE), width)
    assert max(map(width_of, lines)) <= width
    assert len(lines) < 15 * len(kenya.brief.sources)


def test_a_source(kenya):
    text = page(kenya, "sources/bbc-3001b")
    assert "ORIGIN       BBC, counted as one with bbc-0101 bbc-0602 bbc-0802 bbc-2401" in text
    assert "WHAT RESTS ON IT" in text
    assert "7 facts, 6 of them only here" in text
    text = page(kenya, "sources/blog-1302")
    assert "E, unreliable" in text
    assert "bears no date" in page(kenya, "sources/pax")


def test_a_source_nothing_rests_on(tmp_path):
    path = tmp_path / "t.yaml"
    path.write_text("parley: 1\nid: t\ntitle: T\nsources: [{id: s0}, {id: s1, derived_from: s0}]\n")
    view = View(load(path))
    assert "No fact of the brief rests on it" in page(view, "sources/s0")
    assert "counted as one with s0" in page(view, "sources/s1")
    assert "0, read in 2 sources" in page(view, WHOLE)
    assert "s0  2 sources, counted as one: s0 s1" in page(view, WHOLE)


def test_no_sources(tmp_path):
    path = tmp_path / "t.yaml"
    path.write_text("parley: 1\nid: t\ntitle: T\nrounds: [{status: concluded, when: 2025}]\n")
    view = View(load(path))
    assert SECTION.rows(view) == ()
    assert SECTION.detail(view, WHOLE) == ()
    assert SECTION.detail(view, "sources/none") == ()


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(0, 0, "–"), (0, 7, "0 %"), (1, 3, "33 %"), (1, 1000, "<1 %"), (999, 1000, ">99 %"),
     (7, 7, "100 %")],
)  # fmt: skip
def test_a_share_is_never_rounded_to_all_or_nothing(part, whole, words):
    assert share(part, whole) == words


@pytest.mark.parametrize(
    ("grade", "words"),
    [("A", "A, completely reliable"), ("C3", "C3, fairly reliable, possibly true"), ("", ""),
     ("6", "6, truth cannot be judged"), ("X", "X")],
)  # fmt: skip
def test_grades_in_words(grade, words):
    assert grade_words(grade) == words

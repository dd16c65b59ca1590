"""A claimed value where there is room for little, and what a verdict on a claim does to it."""

from pathlib import Path

import pytest

from tui.brief.edit import form_of
from tui.brief.load import load_contents
from tui.presentation.stated import either
from tui.presentation.view import View
from tui.rendering.text import dossier_text
from tui.sections import sections

HEAD = """\
parley: 1
id: t
title: T
parties: [{id: hill, name: Hill, stance: belligerent}, {id: port, name: Port, stance: belligerent}]
people: [{id: ayo, name: Ayo, of: hill}, {id: bel, name: Bel, of: hill}]
venues: [{id: inn, name: River Inn}, {id: fort, name: Old Fort}]
sources: [{id: s1}, {id: s2}]
"""
TALKS = """\
rounds:
  - id: r
    title: Meeting
    status: concluded
    parties: [hill, port]
    when: {{claims: [{}]}}
    venue: {{claims: [{}]}}
"""
THIRD, LATE = "value: 2024-05-03, by: hill, src: s1", "value: 2024-05-11, by: port, src: s2"
INN, FORT = "value: inn, src: s1", "value: fort, src: s2"


def view(text):
    path = Path("/b.yaml")
    return View(load_contents(path, {path: (HEAD + text).encode()}))


def claims(*several):
    return ", ".join(f"{{{each}}}" for each in several)


def rows(seen, name):
    section = next(each for each in sections() if each.name == name)
    return ["".join(span.text for span in row.subtitle) for row in section.rows(seen)]


def said(when, venue="{value: inn, src: s1}"):
    return rows(view(TALKS.format(when, venue)), "rounds")


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("third", "late", "text"),
    [
        ("", "", "Fri 3 or Sat 11 May"),
        (", held: accepted", "", "Fri 3 May ✓ (or Sat 11 May)"),
        ("", ", held: accepted", "Sat 11 May ✓ (or Fri 3 May)"),
        (", held: superseded", "", "Sat 11 May"),
        ("", ", held: rejected", "Fri 3 May"),
        (", held: retracted", ", held: accepted", "Sat 11 May ✓"),
        (", held: retracted", ", held: retracted", "Fri 3 May / Sat 11 May (retracted)"),
    ],
)
def test_a_list_names_what_stands(third, late, text, turned):
    pair = (THIRD + third, LATE + late)
    (line,) = said(claims(*(reversed(pair) if turned else pair)))
    assert line == f"{text} · River Inn"


def test_two_venues_are_both_named_and_an_accepted_one_stands_first():
    (line,) = said("{value: 2024-05-03, src: s1}", claims(INN, FORT))
    assert line == "Fri 3 May · River Inn or Old Fort"
    (line,) = said("{value: 2024-05-03, src: s1}", claims(INN, FORT + ", held: accepted"))
    assert line == "Fri 3 May · Old Fort ✓ (or River Inn)"


def test_of_dates_that_agree_the_finest_stands():
    (line,) = said(claims("value: 2024-05, src: s1", "value: 2024-05-03, src: s2"))
    assert line.startswith("Fri 3 May ·")


@pytest.mark.parametrize(
    ("third", "text"),
    [("", "Fri 3 or Sat 11 May 2024, disputed"), (", held: superseded", "Sat 11 May 2024"),
     (", held: accepted", "Fri 3 May 2024 ✓ (or Sat 11 May 2024)")],
)  # fmt: skip
def test_a_dossier_tells_all_dates_of_what_refers_to_somebody(third, text):
    seen = view(TALKS.format(claims(THIRD + third, LATE), claims(INN)))
    assert f"\n{text}\n" in dossier_text(seen, "parties/hill", 80).replace(" \n", "\n")


def test_a_figure_that_was_taken_back_is_not_in_the_list():
    seen = view("""
conflict:
  measures:
    - name: killed
      claims:
        - {value: 40, by: hill, src: s1, held: superseded}
        - {value: 70, by: hill, src: s1, held: superseded}
        - {value: 57, by: hill, src: s2}
""")
    assert rows(seen, "conflict") == ["57"]
    assert view("").findings == ()


@pytest.mark.parametrize(
    ("texts", "dates", "text"),
    [
        (["3 May", "11 May"], True, "3 or 11 May"),
        (["3 May", "11 June"], True, "3 May or 11 June"),
        (["3 May 2024", "11 May 2024", "12 May 2024"], True, "3, 11 or 12 May 2024"),
        (["3 May", "some time in May"], True, "3 May or some time in May"),
        (["2024"], True, "2024"),
        (["Old Fort", "New Fort"], False, "Old Fort or New Fort"),
    ],
)
def test_one_of_several(texts, dates, text):
    assert either(texts, dates=dates) == text


def test_a_form_offers_the_verdicts_of_one_claim_and_of_all():
    seen = view(TALKS.format(claims(THIRD + ", held: accepted", LATE), claims(INN)))
    (when,) = (each for each in form_of(seen.reading, "rounds/r") if each.field.name == "when")
    offered = [{e.field.name: (e.field.words, e.text) for e in part}["held"] for part in when.parts]
    words = ("accepted", "superseded", "retracted", "rejected")
    assert offered == [(words, "accepted"), (words, "")]
    assert next(each.field.words for each in when.verdict) == ("conflict", "unresolved")

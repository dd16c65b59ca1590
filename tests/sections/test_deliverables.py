import pytest

from tui.brief.load import load
from tui.presentation.view import View
from tui.rendering import layout
from tui.rendering.ink import width_of
from tui.rendering.layout import lay
from tui.sections.deliverables import SECTION, WHOLE

HEAD = """
parley: 1
id: t
title: t
sources: [{id: s0}]
parties: [{id: ru, name: Russia, stance: belligerent}, {id: ua, name: Ukraine, stance: belligerent}]
"""


@pytest.fixture(autouse=True)
def one_line_each(monkeypatch):
    """Pages as wide as one likes, so that no words are parted by the margin."""
    monkeypatch.setattr(layout, "MEASURE", 3000)


@pytest.fixture
def view(tmp_path):
    def view(text):
        path = tmp_path / "t.yaml"
        path.write_text(HEAD + text, "utf-8")
        return View(load(path))

    return view


def page(view, key, width=2000):
    lines = ("".join(span.text for span in line) for line in lay(SECTION.detail(view, key), width))
    return "\n".join(" ".join(line.split()) for line in lines)


def exchange(view, text):
    made = view(f"exchanges: [{{id: x, kind: prisoners, {text}}}]\n")
    return page(made, "exchanges/x")


def test_the_first_row_says_who_waits(istanbul):
    first, *others = SECTION.rows(istanbul)
    assert first.key == WHOLE
    assert first.subtitle[0].text == "1 waiting, 1 where an answer or receipt is not told"
    assert len(others) == 3
    memo = next(row for row in others if row.key == "documents/doc-ru")
    assert memo.trailing[0].text == "prepared ⇄ not received"
    assert memo.signs[0].word == "asymmetric"


def test_who_waits_for_whom_in_istanbul(istanbul):
    text = page(istanbul, WHOLE)
    assert "⇄ Ukraine waits for: Russian memorandum from Russia s004¶9 s000¶14" in text
    assert "Russia: prepared, as of Wed 28 May 2025, uncertain, says Sergey Lavrov" in text
    assert "Ukrainian draft memorandum from Ukraine · no answer told" in text
    assert "Russian memorandum ⇄ prepared, Wed 28 May? not received, 31 May – 1 Jun 2025" in text
    assert "Prisoner exchange of May 2025 completed" in text
    assert (
        "WHAT WAS AGREED, AND WHAT CAME OF IT 3 agreed, "
        "2 without a paper or exchange that came of it" in text
    )
    assert "→ Prisoner exchange of May 2025, completed" in text


def test_nobody_waits_in_kenya(kenya):
    text = page(kenya, WHOLE)
    assert "Nobody is said to wait for a paper" in text
    assert "Joint public statement on agenda item one · · agreed, Fri 1 Feb" in text
    assert "→ How to Resolve the Political Crisis, signed" in text
    assert "→ Parameters of the constitutional review, agreed" in text
    assert "EXCHANGES" not in text


def test_a_paper_with_its_history_by_party(istanbul, kenya):
    text = page(istanbul, "documents/doc-ru")
    assert "WAITING ⇄ Ukraine waits for: Russian memorandum from Russia" in text
    assert "STATE FOR EACH PARTY ⇄ asymmetric" in text
    assert "When Russia Ukraine\nbefore Mon 2 Jun announced — Vladimir Putin ·" in text
    assert "31 May – 1 Jun 2025 · not received — Ukraine" in text
    assert "STATE FOR EACH PARTY" not in page(istanbul, "documents/doc-ua")
    assert "When Government / Party of National Unity No party named" in page(
        kenya, "documents/d-karua-letter"
    )


def test_related_papers_are_named_and_not_by_id(istanbul):
    text = page(istanbul, "documents/doc-ua")
    assert "Vladimir Medinsky: The paper came in Ukrainian and in English" in text
    assert "st-medinsky-languages" not in text


def test_a_paper_nothing_is_told_of(view):
    made = view("documents: [{id: d, title: D, related: [e]}, {id: e, title: E, states: sent}]\n")
    assert "E · no receipt told" in page(made, WHOLE)
    assert [row.trailing[0].text for row in SECTION.rows(made)[1:]] == ["", "sent"]
    assert "RELATED E" in page(made, "documents/d")


WAITS = [
    ("states: [{status: sent, party: ru}]", "D from Russia · no receipt told for Ukraine"),
    ("states: [{status: signed, party: ua}]", "Ukraine signed: D · no signature told for Russia"),
    ("states: [{status: not received, party: ua}]", "Ukraine waits for: D from Russia"),
]


@pytest.mark.parametrize(("states", "words"), WAITS)
def test_what_is_outstanding_in_words(view, states, words):
    made = view(f"documents: [{{id: d, title: D, author: ru, kind: memorandum, {states}}}]\n")
    assert words in page(made, WHOLE)
    assert words in page(made, "documents/d")


PROGRESS = [
    ("per_side: 1000, tranches: [{count: 390}, {count: 290}]",
     "████████░░░░ 680 of 1,000 from each side, 68 %"),
    ("per_side: 1000, tranches: [{count: 300–400}, {count: 100}]",
     "████▒▒░░░░░░ 400–500 of 1,000 from each side, 40–50 %"),
    ("per_side: 1000, tranches: [{count: over 300}]",
     "███░░░░░░░░░ at least 300 of 1,000 from each side, at least 30 %"),
    ("per_side: 10, tranches: [{count: under 5}]",
     "▒▒▒▒▒▒░░░░░░ at most 5 of 10 from each side, 0–50 %"),
    ("per_side: 10, tranches: [{count: 12}]", "████████████ 12 of 10 from each side, 120 %"),
    ("per_side: 10, tranches: [{count: 9}]", "██████████░░ 9 of 10 from each side, 90 %"),
    ("per_side: 10, tranches: [{count: 4, by: ru}]", "████░░░░░░░░ 4 of 10, by Russia, 40 %"),
    ("tranches: [{count: 4}]", "4 handed over"),
    ("tranches: [{count: 4}, {count: several}]", "1 tranche without a figure that can be added"),
    ("per_side: 10", "PROGRESS not told to be complete"),
    ("status: completed", "told complete, without a date"),
    ("per_side: 10, completed: 2025-05-25, tranches: [{count: 4}]",
     "told complete, though the tranches told add up to less; some may not be listed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), PROGRESS)
def test_progress_in_words_and_as_a_bar(view, text, words):
    assert words in exchange(view, text)


def test_what_is_complete_is_told_without_ado(istanbul):
    assert "PROGRESS" not in page(istanbul, "exchanges/pow-1000")


@pytest.mark.parametrize("width", [40, 60, 80, 108])
def test_it_fits(kenya, istanbul, width):
    for brief in (kenya, istanbul):
        for row in SECTION.rows(brief):
            lines = lay(SECTION.detail(brief, row.key), width)
            assert max(map(width_of, lines)) <= width


def test_nothing_there(view):
    made = view("")
    assert SECTION.rows(made) == ()
    assert SECTION.detail(made, WHOLE) == ()
    assert SECTION.detail(made, "documents/none") == ()

import pytest

from tui.blocks import Table
from tui.brief.load import load
from tui.presentation.view import View
from tui.rendering.ink import width_of
from tui.rendering.layout import lay
from tui.sections.positions import MATRIX, SECTION


@pytest.fixture
def view(tmp_path):
    def view(text):
        path = tmp_path / "t.yaml"
        path.write_text("parley: 1\nid: t\ntitle: t\n" + text, "utf-8")
        found = load(path)
        assert not found.errors, found.problems
        return View(found)

    return view


def page(view, key, width=100):
    lines = lay(SECTION.detail(view, key), width)
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)


def cells(view, issue):
    """The cells of one issue in the matrix, as texts."""
    table = next(block for block in SECTION.detail(view, MATRIX) if isinstance(block, Table))
    rows = [["".join(span.text for span in cell) for cell in row] for row in table.rows]
    return next(row[1:] for row in rows if row[0].startswith(issue))


def test_the_first_row_is_the_matrix(istanbul):
    first = SECTION.rows(istanbul)[0]
    assert first.key == MATRIX
    assert first.subtitle[0].text == "6 issues · 2 sides · 4 of 12 cells not known"


def test_cells_of_istanbul(istanbul):
    assert cells(istanbul, "Prisoners") == ["not known", "not known"]
    russia, ukraine = cells(istanbul, "Ceasefire")
    assert ukraine == "A ceasefire of 30 days before negotiations  nobody named  ∅"
    assert russia.endswith("nobody named  ∅")
    text = page(istanbul, MATRIX)
    assert "Russia: Prisoners of war" in text
    assert "∅  one source only" in text
    assert "THIRD PARTIES" in text
    assert "↑" not in text


def test_cells_of_kenya(kenya):
    assert cells(kenya, "The political crisis") == ["on its parts", "on its parts"]
    assert cells(kenya, "The result")[0].endswith("inferred  ↓ softened  ∅  1 earlier")
    assert "red line: the word power-sharing" in cells(kenya, "Sharing")[0]
    assert "↑ hardened  told by Raila Odinga" in cells(kenya, "Balance")[0]
    assert "= same" in cells(kenya, "Powers")[1]
    text = page(kenya, MATRIX)
    assert "↑  hardened, against the party's stance before" in text
    assert "said of the party by somebody who is not of it" in text


def test_an_issue_over_time(kenya):
    text = page(kenya, "issues/i-result", 160)
    assert text.index("Thu 24 Jan") < text.index("The President was duly") < text.index("softened")
    whole = next(
        each.key for each in SECTION.rows(kenya) if "political crisis" in each.title[0].text
    )
    assert "PARTS        The result of the presidential election" in page(kenya, whole)
    (row,) = (row for row in SECTION.rows(kenya) if row.key == whole)
    assert row.subtitle[0].text == "positions on its parts only"


def test_statements_stand_under_the_party_of_their_speaker(istanbul):
    text = page(istanbul, "issues/ceasefire")
    said = text[text.index("WHAT WAS SAID") :]
    order = [said.index(name) for name in ("Russia", "Putin", "Ukraine", "Zelenskyy", "Trump")]
    assert order == sorted(order)


def test_a_stance_with_what_was_said_and_where_it_was_before(istanbul, kenya):
    assert "SAID         Volodymyr Zelenskyy: No proposal" in page(
        istanbul, "stances/stance-ceasefire-ua"
    )
    late = next(row.key for row in SECTION.rows(kenya) if "dropped" in row.subtitle[0].text)
    text = " ".join(page(kenya, late).split())
    assert "MOVEMENT ↓ softened before: The President was duly elected" in text


def test_a_statement_with_the_position_of_its_party(istanbul):
    text = page(istanbul, "statements/st-zelenskyy-none")
    assert "POSITION     A ceasefire of 30 days before negotiations" in text
    assert "POSITION" not in page(istanbul, "statements/st-actors")


def test_a_position_with_two_accounts(view):
    told = view("""
parties: [{id: a, name: A}, {id: b, name: B}]
sources: [{id: s0}, {id: s1}]
rounds: [{id: r, title: The round, status: scheduled, when: 2025}]
positions:
  issues: [{id: i, title: I}]
  stances:
    - issue: i
      party: a
      round: r
      movement: stiffer
      position:
        claims: [{value: peace, by: a, src: s0}, {value: peace at last, by: b, src: s1}]
    - {issue: i, party: b, as_written: unclear, position: {claims: []}}
    - {issue: i, party: b, movement: new, position: {claims: [{value: war, src: s0},
       {value: a truce, src: s1}]}}
statements: [{speaker: {unnamed: somebody}, gist: "so it is", about: [i], src: s0}]
""".replace(" position: {claims: []}}", " position: nothing}"))  # fmt: skip
    one, other = cells(told, "I")
    assert one == "peace — A  ≈  peace at last — B  stiffer"
    assert other == "war  /  a truce  + new  nobody named  /  nothing  nobody named"
    text = page(told, "issues/i")
    assert "The round" in text
    assert "Of no party" in text
    assert "somebody: so it is" in text


def test_no_issue_no_matrix(view):
    assert SECTION.rows(view("")) == ()
    told = view("positions: {issues: [{id: i, title: I}]}")
    assert [row.key for row in SECTION.rows(told)] == [MATRIX, "issues/i"]
    assert page(told, MATRIX)


@pytest.mark.parametrize("width", [40, 60, 80, 160])
def test_every_page_fits(istanbul, kenya, width):
    for told in (istanbul, kenya):
        for row in SECTION.rows(told):
            lines = lay(SECTION.detail(told, row.key), width)
            assert lines
            assert max(map(width_of, lines)) <= width


def test_no_page_for_a_row_that_is_gone(istanbul):
    assert SECTION.detail(istanbul, "issues/nothing") == ()


def test_an_issue_says_what_came_of_it(kenya):
    after = page(kenya, "issues/i-justice", 160).split("WHAT CAME OF IT")[1]
    assert "Truth commission  — agreed at " in after
    assert "A truth and justice commission  — How to Resolve the Political Crisis" in after
    assert "WHAT CAME OF IT" not in page(kenya, "issues/i-mediation")

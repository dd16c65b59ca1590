import pytest

from tui.brief.load import load
from tui.presentation.delegation_columns import FACING
from tui.presentation.view import View
from tui.rendering.ink import width_of
from tui.rendering.layout import lay
from tui.sections.delegations import SECTION

UA = "delegations/delegation-ua-r2"
TALKS = """
parley: 1
id: t
title: t
parties: [{id: ua, name: Ukraine}]
sources: [{id: s0}, {id: s1}]
rounds: [{id: r1, title: One, status: concluded, when: 2025-05},
         {id: r2, title: Two, status: scheduled, when: 2025-06}]
people: [{id: a, name: Ada}, {id: b, name: Ben}, {id: b2, name: ben}, {id: c, name: Cid},
         {id: d, name: Dan}, {id: e, name: Eve}, {id: f, name: Fay}, {id: g, name: Gus}]
delegations:
"""


@pytest.fixture
def view(tmp_path):
    def view(text):
        path = tmp_path / "t.yaml"
        path.write_text(TALKS + text, "utf-8")
        found = load(path)
        assert not found.errors, found.problems
        return View(found)

    return view


def page(view, key, width=100):
    lines = lay(SECTION.detail(view, key), width)
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)


def signs(view, key):
    row = next(row for row in SECTION.rows(view) if row.key == key)
    return [sign.word for sign in row.signs]


def test_list_by_list(istanbul):
    text = page(istanbul, UA)
    assert "Sergiy Kyslytsya ≠  Deputy Foreign Minister" in text
    assert "First Deputy Foreign Minister" in text
    assert text.count("not listed ≠") == 3
    assert "Oleh Luhovskyi      ·" in text
    assert "a closed list leaves out whom another one has" in text
    assert "the lists give posts that exclude each other" in text
    assert signs(istanbul, UA) == ["disputed"]
    assert signs(istanbul, "delegations/delegation-ru-r2") == []


def test_lists_on_unlike_grounds_do_not_dispute(kenya):
    text = page(kenya, "delegations/pnu+r7")
    assert "Martha Karua      Minister of Justice              not listed ∥" in text
    assert "the lists rest on unlike things" in text
    assert signs(kenya, "delegations/pnu+r7") == ["not comparable"]
    assert "≠" not in page(kenya, "delegations/pnu+r5")


def test_the_row_of_a_delegation_leads_to_its_party(istanbul):
    rows = {row.key: row.subject for row in SECTION.rows(istanbul)}
    assert rows.pop(f"{FACING}r2") == "rounds/r2"
    assert {*rows.values()} == {"parties/ua", "parties/ru"}


def test_from_round_to_round(kenya):
    rows = [row for row in SECTION.rows(kenya) if row.group == "From round to round"]
    assert [row.key for row in rows] == ["courses/pnu", "courses/odm"]
    assert rows[0].subtitle[0].text.startswith("10 rounds · 5 new heads · ")
    text = page(kenya, "courses/pnu")
    assert "OPENING CEREMONY → AGENDA, AND ITEM ONE" in text
    assert "NEW HEAD     Martha Karua, after Mwai Kibaki" in text
    assert "JOINED       Mwai Kibaki" in text
    assert "NOT NAMED    Gichira Kibara" in text
    assert "Mbooni another post" in " ".join(text.split())


def test_steps_in_words(view):
    told = view("""
  - {party: ua, round: r1, head: {value: a, src: s0},
     rosters: [{list: closed, src: s0, members: [a, b, c, d, e, f, g]}]}
  - party: ua
    round: r2
    rosters:
      - list: open
        src: s1
        members: [b2, d, e, f, g, {person: c, attendance: absent}, {person: a, title: Envoy}]
""")
    text = page(told, "courses/ua")
    assert "HEAD         nobody named" in text
    assert "ALSO NAMED   ben  the same person as Ben?" in text
    assert "AWAY         Cid  absent" in text
    assert "NOT NAMED    Ben  the same person as ben?" in text
    assert "STAYED       Dan, Eve, Fay, Gus, Ada" in text
    row = SECTION.rows(told)[-1]
    assert row.subtitle[0].text == "2 rounds · 1 newly named · 2 no longer named"


def test_many_who_stay_are_counted(view):
    everybody = "[{person: a, title: Deputy Minister}, b, c, d, e, f, g]"
    told = view(f"""
  - {{party: ua, round: r1, rosters: [{{list: closed, src: s0, members: {everybody}}}]}}
  - {{party: ua, round: r2, head: {{value: a, src: s0}}, rosters: [{{list: closed, src: s0,
     members: {everybody.replace("Deputy", "First Deputy")}}}]}}
""")
    text = page(told, "courses/ua")
    assert "Ada, Ben, Cid, Dan, Eve, Fay and 1 more" in text
    assert "HEAD         Ada  not known before" in text
    assert "Ada: Deputy Minister → First Deputy Minister  another post" in text
    assert "1 other post" in SECTION.rows(told)[-1].subtitle[0].text


def test_two_ids_for_one_name_are_told(view):
    told = view("""
  - {id: x, party: ua, round: r1, rosters: [{list: closed, src: s0, members: [a, b]},
     {list: closed, src: s1, members: [a, {person: b2, attendance: present}]}]}
""")
    text = page(told, "delegations/x")
    assert "SAME PERSON? ben and Ben" in text.replace("\n", " ")
    assert "present" in text
    assert signs(told, "delegations/x") == []


def test_heads_that_only_lists_name(view):
    told = view("""
  - {id: x, party: ua, round: r1, head: {value: a, src: s0},
     rosters: [{src: s1, members: [{person: b, role: head}]}]}
  - {id: y, party: ua, round: r2, rosters: [{src: s1, members: [{person: b, role: head}]}]}
  - {id: z, party: ua, rosters: [{src: s1, members: [b]}, {src: s0, members:
     [{person: b, title: Envoy}, {person: c, title: Envoy}]}, {members:
     [{person: c, title: former Envoy}]}]}
""".replace("party: ua, rosters", "party: ua, round: r2, rosters"))  # fmt: skip
    assert "ALSO HEAD  ≠ Ben  on a list" in page(told, "delegations/x")
    assert signs(told, "delegations/x") == ["disputed"]
    assert "HEAD         Ben  on a list" in page(told, "delegations/y")
    text = page(told, "delegations/z")
    assert "Cid ≠" in text
    assert "the lists give posts that exclude each other" in text


@pytest.mark.parametrize("width", [40, 60, 80, 160])
def test_every_page_fits(istanbul, kenya, width):
    for told in (istanbul, kenya):
        for row in SECTION.rows(told):
            lines = lay(SECTION.detail(told, row.key), width)
            assert lines
            assert max(map(width_of, lines)) <= width


def test_no_page_for_a_row_that_is_gone(istanbul):
    assert SECTION.detail(istanbul, "delegations/nothing") == ()

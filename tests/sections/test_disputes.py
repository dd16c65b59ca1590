import pytest

from tui.blocks import Fact, Item, Table
from tui.brief.load import load
from tui.presentation.agreement import LONGEST, agreement
from tui.presentation.view import View
from tui.rendering.ink import width_of
from tui.rendering.layout import lay
from tui.sections.disputes import ISLAND, SECTION


@pytest.fixture
def view(tmp_path):
    def view(text):
        path = tmp_path / "t.yaml"
        path.write_text("parley: 1\nid: t\ntitle: t\n" + text, "utf-8")
        return View(load(path))

    return view


def page(view, key, width=100):
    lines = lay(SECTION.detail(view, key), width)
    return "\n".join("".join(span.text for span in line).rstrip() for line in lines)


def find(view, words):
    """The key of the first row whose title starts with some words."""
    titles = ((row.key, "".join(span.text for span in row.title)) for row in SECTION.rows(view))
    return next(key for key, title in titles if title.casefold().startswith(words.casefold()))


def links(blocks):
    for block in blocks:
        lines = []
        if isinstance(block, Fact):
            lines = [item.value for item in block.items]
        if isinstance(block, Table):
            lines = [cell for row in block.rows for cell in row]
        yield from (span.link for line in lines for span in line if span.link)


def test_the_first_row_is_where_they_agree(istanbul):
    first = SECTION.rows(istanbul)[0]
    assert first.key == ISLAND
    assert "2 agreed · 2 contested" in first.subtitle[0].text


def test_the_groups_stand_in_order(istanbul, kenya):
    groups = list(dict.fromkeys(row.group for row in SECTION.rows(istanbul)))
    assert groups == ["", "Party against party", "Source against source", "Not comparable",
                      "Different states", "Compatible, not agreed", "Finer, not contrary",
                      "Worded differently"]  # fmt: skip
    assert "Within one side, and others" in {row.group for row in SECTION.rows(kenya)}


def test_the_badge_counts_what_is_disputed(istanbul, view):
    signs = [sign.word for row in SECTION.rows(istanbul) for sign in row.signs]
    assert SECTION.badge(istanbul) == f"≠{signs.count('disputed')}" == "≠4"
    assert SECTION.badge(view("")) == ""
    assert SECTION.rows(view("")) == ()


def test_two_sides_of_one_figure(istanbul):
    text = page(istanbul, find(istanbul, "Airfields"))
    assert "Security Service of Ukraine  4 airfields attacked" in text
    assert "Russian Defence Ministry     5 airfields attacked" in text
    assert "HELD         unresolved: The ministry adds Amur" in text
    assert "2 voices, one on each side" in text
    assert "events/e-strikes" in set(links(SECTION.detail(istanbul, find(istanbul, "Airfields"))))


def test_unlike_units_are_set_beside_each_other(istanbul):
    text = page(istanbul, find(istanbul, "Aircraft"))
    assert "∥ not comparable: unlike units: pieces of aircraft, strategic bombers" in text


def test_a_value_of_the_conflict_as_a_whole(istanbul):
    key = find(istanbul, "Duration")
    assert "the writer holds it to be a conflict" in page(istanbul, key).replace("\n", " ")
    assert "conflict/whole" in set(links(SECTION.detail(istanbul, key)))


def test_lists_of_members(istanbul):
    text = page(istanbul, find(istanbul, "Members"))
    assert "closed list of 4  Oleksandr Bevz and Oleksandr Diakov  s004¶5" in text
    assert "open list of 4    says nothing of others" in text


def test_one_post_in_other_words_is_no_dispute(istanbul):
    rows = {row.key: row for row in SECTION.rows(istanbul)}
    row = next(row for key, row in rows.items() if key.startswith("disputes/people/kalin"))
    assert row.group == "Worded differently"
    assert row.signs == ()
    assert "one post in other words" in page(istanbul, row.key)


def test_a_relay_is_named_and_silence_of_the_writer_told(view):
    told = view("""
parties: [{id: ru, name: Russia}, {id: ua, name: Ukraine}, {id: tr, name: T, stance: mediator}]
sources: [{id: s0, reliability: B}]
conflict:
  measures:
    - name: Planes
      note: counted twice
      claims:
        - {value: 4, by: ru, via: tr, src: s0, credibility: 2, when: 2025-06-01, as_written: four}
        - {value: 5, by: ua, src: s0}
        - {value: 4, src: s0, note: in its own voice}
""")
    text = page(told, find(told, "Planes"))
    assert "Russia, told by T" in text
    assert "4  “four”  said Sun 1 Jun 2025" in text
    assert "B2" in text
    assert "the source itself  4  in its own voice" in text
    assert "WHICH        4  ≠  5\nHELD" in text
    assert "the writer has not said" in text
    assert "3 voices: 1 of Russia, 1 of Ukraine, 1 of no side" in text


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        ("{value: 1, by: ru}, {value: 1, by: ru}", "1 voice, of one side: Russia"),
        ("{value: 1, by: ru}, {value: 2, by: mod}", "2 voices, all of one side: Russia"),
        ("{value: 1, src: s0}, {value: 2, src: s1}", "2 voices, none of a side"),
        ("{value: 1, src: s0}, {value: 2, src: s0}", "1 voice, of no side"),
        ("{value: 1, by: ru}, {value: 1, by: ua}", "confirmed by 2 independent voices"),
        ("{value: 1, by: a}, {value: 2, by: b}", "2 voices, all of one side: east (A, B)"),
        ("{value: 1, by: a}, {value: 2, by: ru}", "2 voices, of two sides"),
    ],
)
def test_voices_in_words(view, claims, words):
    told = view(f"""
parties: [{{id: ru, name: Russia}}, {{id: ua, name: Ukraine}},
          {{id: a, name: A, side: east}}, {{id: b, name: B, side: east}}]
organizations: [{{id: mod, name: Ministry, of: ru}}]
sources: [{{id: s0}}, {{id: s1}}]
conflict: {{measures: [{{name: m, claims: [{claims}]}}]}}
""")
    assert words in page(told, find(told, "m"))


def test_pairs_beyond_ten_are_counted(view):
    claims = ", ".join(f"{{value: {n}, by: ru}}, {{value: over {n}, by: ru}}" for n in range(1, 9))
    told = view(f"""
parties: [{{id: ru, name: Russia}}]
conflict: {{measures: [{{name: m, claims: [{claims}]}}]}}
""")
    assert "pairs more" in page(told, find(told, "m"))


def test_lists_with_two_heads(view):
    told = view("""
parties: [{id: ua, name: Ukraine}]
people: [{id: a, name: A}, {id: b, name: B}]
sources: [{id: s0}, {id: s1}]
rounds: [{id: r, title: R, status: scheduled, when: 2025}]
delegations:
  - party: ua
    round: r
    rosters:
      - {list: closed, src: s0, members: [{person: a, role: head}, b]}
      - {src: s1, members: [{person: b, role: head}, a]}
""")
    text = page(told, find(told, "Members"))
    assert "different heads are named" in text
    assert "nobody named elsewhere" in text
    assert "2 and 2 listed, 2 people in all" in SECTION.rows(told)[-1].subtitle[0].text


def test_the_island_of_istanbul(istanbul):
    text = page(istanbul, ISLAND)
    assert "Completed · Prisoner exchange of May 2025" in text
    assert "Sun 25 May 2025  — Russia and Ukraine" in text
    assert "5 airfields attacked  — Russian Defence" in text
    assert "Of the sides only this one speaks of it. Silence is no denial." in text
    assert "title of 17 people" in text
    keys = set(links(SECTION.detail(istanbul, ISLAND)))
    assert {"exchanges/pow-1000", "events/e-strikes", "parties/ua", "rounds/r1"} <= keys


def test_the_island_of_kenya(kenya):
    text = page(kenya, ISLAND)
    assert "No value that two sides are known to agree on." in text
    assert "IN OTHER WORDS" in text
    assert "agreement in principle  — Government / Party of National Unity" in text


PEOPLE = "people: [{id: a, name: Ann}, {id: b, name: Ben}]\n"


def test_two_heads_without_lists_are_one_value_in_dispute(view):
    told = view(PEOPLE + "delegations: [{head: {claims: [{value: a}, {value: b}]}}]\n")
    (row,) = (row for row in SECTION.rows(told) if "disputed" in {sign.word for sign in row.signs})
    text = f"{row}\n{page(told, row.key)}"
    assert "Ann" in text
    assert "Ben" in text
    assert "list" not in page(told, row.key)
    assert SECTION.badge(told) == "≠1"


def test_one_list_whose_head_is_another_than_claimed(view):
    lists = "rosters: [{members: [{person: b, role: head}, a, b]}]"
    told = view(PEOPLE + f"delegations: [{{id: d, head: a, {lists}}}]\n")
    key = find(told, "Members")
    (row,) = (row for row in SECTION.rows(told) if row.key == key)
    assert row.subtitle[0].text == "3 listed, 2 people in all"
    text = page(told, key)
    assert "different heads are named" in text
    assert "closed list" not in text


def test_long_lists_say_how_much_is_left(istanbul, kenya, monkeypatch):
    from tui.sections import disputes

    monkeypatch.setattr("tui.presentation.agreement.LONGEST", 3)
    assert LONGEST == 200
    blocks = agreement(kenya, disputes._island(kenya))
    items = [item for block in blocks if isinstance(block, Fact) for item in block.items]
    assert any(isinstance(each, Item) and "lines more" in each.value[0].text for each in items)


@pytest.mark.parametrize("width", [40, 60, 80, 160])
def test_every_page_fits(istanbul, kenya, width):
    for told in (istanbul, kenya):
        for row in SECTION.rows(told):
            lines = lay(SECTION.detail(told, row.key), width)
            assert lines
            assert max(map(width_of, lines)) <= width


def test_every_name_leads_somewhere(istanbul, kenya):
    for told in (istanbul, kenya):
        known = {*told.register.by_key, "conflict/whole"}
        for row in SECTION.rows(told):
            assert set(links(SECTION.detail(told, row.key))) <= known


def test_no_page_for_a_row_that_is_gone(istanbul):
    assert SECTION.detail(istanbul, "disputes/nothing") == ()

import re
from pathlib import Path

import pytest

from tui.brief.load import load
from tui.presentation.dossier import dossier, referring
from tui.presentation.names import LONGEST, full_name, record_link
from tui.presentation.view import View
from tui.rendering import layout
from tui.rendering.ink import width_of
from tui.rendering.layout import lay

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def istanbul():
    return View(load(ROOT / "briefs/istanbul-2025.yaml"))


@pytest.fixture(scope="module")
def kenya():
    return View(load(ROOT / "briefs/kenya-2008"))


@pytest.fixture
def view(tmp_path):
    def view(text):
        path = tmp_path / "t.yaml"
        path.write_text("parley: 1\nid: t\ntitle: T\n" + text, "utf-8")
        return View(load(path))

    return view


@pytest.fixture(autouse=True)
def one_line_each(monkeypatch):
    """Pages as wide as one likes, so that no words are parted by the margin."""
    monkeypatch.setattr(layout, "MEASURE", 3000)


def page(view, id_, width=2000):
    blocks = dossier(view, view.register.find(id_).key)
    lines = ("".join(span.text for span in line) for line in lay(blocks, width))
    return "\n".join(" ".join(line.split()) for line in lines)


def flat(view, id_):
    return " ".join(page(view, id_).split())


def test_a_person(istanbul):
    text = page(istanbul, "medinsky")
    assert text.startswith("Vladimir Medinsky person\n")
    assert "POST adviser to the President “Putin's Advisor” s000¶14,16" in text
    assert "OF Kremlin → Russia" in text
    assert "NAMES ru Владимир Мединский" in text
    assert "IN THE BRIEF named in 11 places\n7 statements, 1 delegation, 1 document" in text
    assert "sits for Russia at Second round, Istanbul 2025, head, expected s004¶4" in text
    assert "leads the delegation of Russia at Second round, Istanbul 2025" in text
    assert "perhaps as “senior Russian official”, says: Ukraine's draft" in text
    assert "says of Ukrainian draft memorandum: received for Russia s000¶16 s004¶9" in text
    order = [text.index(part) for part in ("28 May 2025", "1 Jun 2025", "2 Jun 2025", "WITHOUT")
             if part in text] + [text.index("Without a date")]  # fmt: skip
    assert order == sorted(order)


def test_a_service_with_what_it_claims(istanbul):
    text = flat(istanbul, "sbu")
    assert "BELONGING TO IT 1 Oleksandr Poklad Deputy chief of the Security Service" in text
    assert "claims: aircraft, over 40 strategic bombers destroyed — Drone strikes" in text
    assert "names Belaya, targeted, in Drone strikes on Russian airfields" in text
    assert "calls Drone strikes on Russian airfields “large-scale”" in text


def test_a_party(istanbul):
    text = flat(istanbul, "ua")
    assert "KIND state, belligerent CAPITAL Kyiv, Europe/Kyiv" in text
    assert "Ministry of Defence of Ukraine s000¶23 s004¶5 Rustem Umerov Defence Minister" in text
    assert "through “high-level officials”, visited by Hakan Fidan in Kyiv: Fidan in Kyiv" in text
    assert "not received: Russian memorandum, says Ukraine" in text
    assert "sends a delegation to Second round" in text
    assert "wants, on Ceasefire and its place in the order of steps: A ceasefire of 30" in text
    assert "claims: completed, Sun 25 May 2025 — Prisoner exchange" in text


def test_a_relay(istanbul):
    assert "passes on: position, Istanbul — Russia on Venue of the talks" in flat(istanbul, "fidan")


def test_rounds_papers_issues_and_sources(istanbul, kenya):
    text = flat(istanbul, "r2")
    assert "delegation: Ukraine at Second round, Istanbul 2025" in text
    assert "follows First round, Istanbul 2025" in text
    assert "Russia wants, on Ceasefire" in text
    assert "outcome of Kilaguni retreat: A truth and justice commission" in flat(kenya, "d-crisis")
    assert "includes the issue Powers of a prime minister" in flat(kenya, "i-power")
    assert re.search(r"WHAT RESTS ON IT [1-9]\d+ facts, [1-9]\d+ of them", flat(istanbul, "s000"))
    assert "PART OF Dolmabahçe Palace → Istanbul" in flat(istanbul, "dolma-office")


def test_mediator(kenya):
    text = flat(kenya, "annan")
    assert "says of Annotated Agenda and Timetable: presented" in text
    assert "mediator and chair and witness at Opening ceremony" in text
    assert "proposes: Cyril Ramaphosa to lead the talks" in text
    assert "says of Item three: first reading in Nairobi, outcome: The way out is political" in text
    assert "third party to Annotated Agenda and Timetable" in text
    assert "called for Kilaguni retreat" in text


def test_what_one_record_says_twice_is_told_once(istanbul):
    text = flat(istanbul, "putin")
    assert text.count("Framework of an agreement") == 1


def test_every_reference_has_its_words(istanbul, kenya):
    for view in (istanbul, kenya):
        for record in view.register.by_key.values():
            blocks = dossier(view, record.key)
            lines = ["".join(s.text for s in line) for line in lay(blocks, 108)]
            assert lines[0].strip()
            assert not [line for line in lines if " None" in line or line.endswith(": ")]


def test_every_item_leads_to_its_record(istanbul):
    lines = lay(dossier(istanbul, "people/lavrov"), 2000)
    told = [line for line in lines if "".join(s.text for s in line).startswith("  says: ")]
    assert told
    assert all(any(span.link.startswith("statements/") for span in line) for line in told)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 108])
def test_it_fits(kenya, width):
    for id_ in ("annan", "pnu", "pax", "r7"):
        lines = lay(dossier(kenya, kenya.register.find(id_).key), width)
        assert max(map(width_of, lines)) <= width


def test_nobody(istanbul, view):
    assert dossier(istanbul, "people/nobody") == ()
    alone = view("people: [{id: a, name: A}]\n")
    assert "No other record of the brief refers to it." in page(alone, "a")


def test_all_registers_with_all_their_fields(view):
    text = """
people: [{id: a, name: A, of: o, born: 1960-05, link: "https://a.example", names: {uk: А}}]
organizations: [{id: o, name: O, of: o, abbreviation: OO, kind: armed_force, aliases: [Oh]}]
parties: [{id: p, name: P, side: east, link: "https://p.example"}]
venues: [{id: v, name: V, lat: "41.0", lon: "29.0"}]
positions: {issues: [{id: i, title: I, kind: security, parent: j}, {id: j, title: J, parent: i}]}
"""
    made = view(text)
    assert "BORN May 1960 LINK https://a.example" in flat(made, "a")
    assert "SHORT OO KIND armed force OF O ALSO Oh" in flat(made, "o")
    assert "SIDE east LINK https://p.example" in flat(made, "p")
    assert "COORDINATES 41.0, 29.0" in flat(made, "v")
    assert "PART OF J → I" in flat(made, "i")


RELATIONS = """
parties: [{id: ru, name: Russia}, {id: ua, name: Ukraine}]
people: [{id: a, name: A, of: ru}, {id: b, name: B}]
rounds: [{id: r, title: R, status: concluded, when: 2025, parties: [ru]}]
delegations: [{id: d, party: ru, round: r,
  rosters: [{by: b, members: [{person: a, replaces: b}, {person: b, on_behalf_of: ua}]}]}]
mediation: {contacts: [{id: k, kind: message, who: a, with: b, when: 2025},
                       {id: l, who: a, with: b}, {id: m, who: [], title: M, related: [r]}],
            third_parties: [{id: t, person: b}],
            proposals: [{id: p, text: P, by: b, to: ru, round: r, document: x}]}
conflict: {ceasefires: [{id: c, proposer: b, scope: general,
                         responses: [{party: ru, answer: rejected, quote: "No", by: b}]}],
           series: [{id: s, name: S, by: b}]}
documents: [{id: x, title: X, states: [{status: sent, via: b}],
             provisions: [{text: T, issue: i}]}]
exchanges: [{id: y, round: r, tranches: [{by: b, when: 2025}]}]
positions: {issues: [{id: i, title: I}], stances: [{id: z, issue: i, party: ru, by: b, round: r}]}
"""


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("a", "sits for Russia at R"), ("b", "is replaced by A: Russia at R"),
        ("ua", "is represented by B: Russia at R"), ("b", "gave a roster of Russia at R"),
        ("b", "written to by A: A: message with B"), ("b", "met by A: A: contact with B"),
        ("r", "belongs with M"), ("b", "third party"), ("b", "proposes: P"),
        ("ru", "is proposed to by B: P"), ("r", "proposed here: B: P"),
        ("x", "paper of the proposal B: P"), ("b", "proposes General ceasefire proposed by B"),
        ("b", "Russia is said to answer General ceasefire proposed by B: rejected, No"),
        ("ru", "answers General ceasefire proposed by B: rejected, No"), ("b", "counts S"),
        ("b", "passes on of X: sent"), ("i", "X says: T"), ("ru", "wants, on I: not said what"),
        ("b", "hands over in Exchange of people"),
        ("r", "agreed here: Exchange of people"), ("b", "takes the position of Russia on I"),
        ("ru", "negotiates at R"),
    ],
)  # fmt: skip
def test_relations(view, who, words):
    assert words in flat(view(RELATIONS), who)


def test_long_names_are_cut_with_a_sign(view):
    made = view(f"statements: [{{id: x, speaker: {{unnamed: U}}, gist: {'word ' * 60}}}]\n")
    name = record_link(made, made.brief.statements[0])
    assert len(name.text) <= LONGEST + 2
    assert name.text.endswith(" …")
    assert name.link == "statements/x"
    assert full_name(made, made.brief.statements[0]).startswith("U: word")


def test_a_record_without_a_name(view):
    made = view("mediation: {contacts: [{kind: call, who: []}]}\nrounds: [{status: concluded}]\n")
    assert [full_name(made, each) for each in made.register.by_key.values()] == ["Round", "call"]


def test_the_index_is_built_once_for_a_view(istanbul):
    assert referring(istanbul) is referring(istanbul)

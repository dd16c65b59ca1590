from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tui.analysis import backlinks as gathering
from tui.analysis.backlinks import backlinks
from tui.analysis.coverage.facts import sourced
from tui.brief.load import load
from tui.brief.model import Brief
from tui.brief.register import register, sections

ROOT = Path(__file__).parents[2]
HEAD = """
parley: 1
id: t
title: t
src: s0
sources: [{id: s0}, {id: s1, derived_from: s0}, {id: s2, of: o}]
parties: [{id: ru, name: Russia}, {id: ua, name: Ukraine}]
organizations: [{id: o, name: O, of: ru}]
people: [{id: a, name: A, of: o}, {id: b, name: B}, {id: c, name: C}]
venues: [{id: v, name: V}, {id: w, name: W, part_of: v}]
rounds:
  - {id: r, title: R, status: concluded, when: 2025-06-02}
  - {id: q, title: Q, status: concluded, when: 2025-05-16, outcome: {next: r}}
"""
FAR = "positions: {issues: [{id: i, title: I}, {id: j, title: J, parent: i}]}\n"


@pytest.fixture
def links(tmp_path):
    def links(text: str = ""):
        path = tmp_path / "t.yaml"
        path.write_text(HEAD + text, "utf-8")
        found = load(path)
        assert not found.errors, found.problems
        return backlinks(found.brief, found.register)

    return links


def told(found, to):
    """Links as `key.field`, with the voice or part they are."""
    return [
        f"{e.record.key}.{e.field}" + "".join(f"|{x}" for x in (e.voice, e.part) if x)
        for e in found.get(to, ())
    ]


CASES = [
    ("a register", "", "o", ["sources/s2.of", "people/a.of"]),
    ("a venue's house", "", "v", ["venues/w.part_of"]),
    ("a source drawn on", "", "s0", ["sources/s1.derived_from"]),
    ("the next round", "", "r", ["rounds/q.next"]),
    ("a parent", FAR, "i", ["issues/j.parent"]),
    ("a speaker", "statements: [{id: x, speaker: a, gist: G, to: b, about: [r, c]}]\n",
     "b", ["statements/x.to"]),
    ("somebody unnamed",
     "statements: [{id: x, gist: G, speaker: {unnamed: U, of: ru, maybe: a}}]\n",
     "a", ["statements/x.speaker|maybe"]),
    ("of somebody unnamed", "statements: [{id: x, gist: G, speaker: {unnamed: U, of: ru}}]\n",
     "ru", ["organizations/o.of", "statements/x.speaker|of"]),
    ("a claim's voice", "documents: [{id: d, title: D, scope: {value: S, by: a, via: b}}]\n",
     "a", ["documents/d.scope|by"]),
    ("a relay", "documents: [{id: d, title: D, scope: {value: S, by: a, via: b}}]\n",
     "b", ["documents/d.scope|via"]),
    ("a value that is a name", "delegations: [{id: d, party: ua, round: r, head: b}]\n",
     "b", ["delegations/d.head"]),
    ("a roster",
     "delegations: [{id: d, party: ua, round: r, rosters: [{by: c, members: [a, b]}]}]\n",
     "b", ["delegations/d.person"]),
    ("who gave a roster",
     "delegations: [{id: d, party: ua, round: r, rosters: [{by: c, members: [a]}]}]\n",
     "c", ["delegations/d.by"]),
    ("a measure", "conflict: {measures: [{id: m, name: m, claims: [{value: 4, by: a}]}]}\n",
     "a", ["measures/m.claims|by"]),
    ("a section as a whole", "conflict: {started: {value: 2022, by: a}}\n", "a", [".started|by"]),
    ("an answer", "conflict: {ceasefires: [{id: f, responses: [{party: ru, by: a}]}]}\n",
     "a", ["ceasefires/f.by"]),
    ("a contact", "mediation: {contacts: [{id: k, kind: call, who: a, with: [b]}]}\n",
     "b", ["contacts/k.with"]),
    ("nobody", "", "b", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "to", "there"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_who_refers_to_it(links, text, to, there):
    assert sorted(told(links(text), to)) == sorted(there)


DATES = [
    ("the record", "statements: [{id: x, speaker: b, gist: G, when: 2025-01-02}]\n", 2),
    ("the claim",
     "documents: [{id: d, title: D, scope: {value: S, by: b, when: 2025-01-03}}]\n", 3),
    ("the date it claims", "documents: [{id: d, title: D, when: {value: 2025-01-04, by: b}}]\n", 4),
    ("the part",
     "documents: [{id: d, title: D, states: [{status: sent, by: b, as_of: 2025-01-05}]}]\n", 5),
    ("the record around the part",
     "conflict: {events: [{id: e, when: 2025-01-06, characterised_as: [{text: T, by: b}]}]}\n", 6),
    ("the round", "delegations: [{id: d, party: ua, round: r, head: b}]\n", 2),
    ("no date", "documents: [{id: d, title: D, author: b}]\n", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), [case[1:] for case in DATES],
                         ids=[case[0] for case in DATES])  # fmt: skip
def test_when_that_was(links, text, day):
    (link,) = links(text)["b"]
    assert link.dated == (day is not None)
    assert day is None or link.when.start.day == day


def test_a_third_party_is_dated_by_each_round_it_accompanied(links):
    found = links("mediation: {third_parties: [{id: t, person: b, rounds: [r, q]}]}\n")
    days = [next(e for e in found[name] if e.field == "rounds").when.start for name in "rq"]
    assert [day.month for day in days] == [6, 5]
    assert found["b"][0].when.start.month == 5


def test_in_time_order_with_what_has_no_date_last(links):
    days = "2025-06-02", "before 2025-06-01", "", "2025-05", "2025-05-20/2025-05-21"
    lines = ", ".join(
        f"{{id: x{i}, speaker: b, gist: G{f', when: {day}' if day else ''}}}"
        for i, day in enumerate(days)
    )
    order = [e.record.id for e in links(f"statements: [{lines}]\n")["b"]]
    assert order == ["x3", "x4", "x1", "x0", "x2"]


def test_sources_come_from_the_nearest_record_that_names_some(links):
    found = links(
        """
delegations:
  - {id: d, party: ua, round: r, src: s1, head: {value: b, src: s2},
     rosters: [{members: [{person: c}, {person: a, src: s2}]}]}
"""
    )
    assert [ref.id for e in found["ua"] for ref in e.src] == ["s1"]
    assert [e.src[0].id for who in "bca" for e in found[who] if e.record.id == "d"] == [
        "s2", "s1", "s2",
    ]  # fmt: skip
    assert [e.src[0].id for e in found["o"]] == ["s0", "s0"]


@pytest.mark.parametrize("name", ["istanbul-2025.yaml", "kenya-2008"])
def test_order_changes_nothing_and_nothing_is_left_out(name):
    reading = load(ROOT / "briefs" / name)
    there = backlinks(reading.brief, reading.register)
    lists = {n: r[::-1] for n, r in sections(reading.brief) if n in Brief.__dataclass_fields__}
    brief = replace(reading.brief, **lists)
    back = backlinks(brief, register(brief))
    assert there.keys() == back.keys()
    assert all(Counter(told(there, to)) == Counter(told(back, to)) for to in there)
    # The loader notes every mention it reads; those of sources are no backlinks, and a table that
    # mentions somebody in a thousand rows has one.
    parts = {str(path) for path in reading.parts}
    there = {to: [e for e in links if e.owner.spot.file in parts] for to, links in there.items()}
    sources = {source.id for source in brief.sources}
    mentions = Counter(m.id for p in reading.parts.values() for m in p.mentions)
    assert {to: len(links) for to, links in there.items() if to not in sources} == {
        to: count + sum(link.field == "next" for link in there.get(to, ()))
        for to, count in mentions.items()
        if to not in sources
    }


def test_the_work_grows_with_the_brief_and_no_faster(links, monkeypatch):
    calls = Counter()
    whole = gathering._fields
    monkeypatch.setattr(
        gathering, "_fields", lambda *a, **k: (calls.update(["records"]), whole(*a, **k))[1]
    )

    def work(count):
        calls.clear()
        lines = ", ".join(f"{{id: x{i}, speaker: b, gist: G, about: [a, r]}}" for i in range(count))
        links(f"statements: [{lines}]\n")
        return calls["records"]

    assert work(80) - work(40) == 40


def test_who_counts_a_whole_table_counts_in_it_once(tmp_path):
    path = tmp_path / "b.yaml"
    path.write_text(
        "parley: 1\nid: b\ntitle: B\nparties: [{id: ua, name: Ukraine}]\n"
        "sources: [{id: s1, kind: article}]\n"
        "conflict: {series: [{id: d, name: drones, file: d.csv}]}\n"
    )
    path.with_name("d.csv").write_text("date,value,by,src\n" + "2025-06-01,4,ua,s1\n" * 300)
    reading = load(path)
    assert len(backlinks(reading.brief, reading.register)["ua"]) == 1
    facts = sourced(reading.brief, reading.register)
    assert sum(fact.sources == ("s1",) and fact.owner is not fact.record for fact in facts) == 1

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tui.analysis.coverage import TABS, coverage
from tui.analysis.coverage import facts as gathering
from tui.brief.load import load
from tui.brief.model import Brief
from tui.brief.reading import Reading
from tui.brief.register import register, sections

ROOT = Path(__file__).parents[2]
HEAD = """
parley: 1
id: t
title: t
parties: [{id: ru, name: Russia, stance: belligerent, side: east},
          {id: by, name: Belarus, stance: belligerent, side: east},
          {id: ua, name: Ukraine, stance: belligerent}, {id: tr, name: T, stance: mediator}]
organizations: [{id: sbu, name: SBU, of: ua}, {id: mod, name: Ministry, of: ru}]
people: [{id: fidan, name: F, of: tr}]
sources: [{id: s0, origin: wire}, {id: s1, origin: wire, published: 2025}, {id: s2},
          {id: s3, derived_from: s2}, {id: s4, of: mod}]
"""


@pytest.fixture
def read(tmp_path):
    def read(text: str, head: str = HEAD) -> Reading:
        path = tmp_path / "t.yaml"
        path.write_text(head + text, "utf-8")
        found = load(path)
        assert not found.errors, found.problems
        return found

    return read


def found(reading: Reading):
    return coverage(reading.brief, reading.register)


def told(facts):
    """Facts as `key of the record:field`."""
    return sorted(
        f"{f.record.key.partition('/')[2]}:{f.field or type(f.owner).__name__}" for f in facts
    )


EVENT = "conflict: {{events: [{{id: e, title: E, {} }}]}}\n"
SOURCES = [
    ("of its own", "when: {value: 2025, src: s0}", ["e:Event", "e:when"], "s0"),
    ("of the record", "when: 2025, src: s1", ["e:Event", "e:when"], "s1"),
    ("the claim's before the record's", "when: {value: 2025, src: s2}, src: s1", ["e:when"], "s2"),
    ("of every claim", "when: {claims: [{value: 2025, src: s0}, {value: 2025-05, src: s1}]}",
     ["e:Event", "e:when"], "s1"),
    ("of a part", "when: 2025, places: [{place: P, src: s3}]", ["e:Event", "e:Site"], "s3"),
    ("of a figure", "when: 2025, measures: [{name: m, claims: [{value: 4, src: s2}]}]",
     ["e:Event", "e:claims"], "s2"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rest", "source"), [case[1:] for case in SOURCES],
                         ids=[case[0] for case in SOURCES])  # fmt: skip
def test_what_rests_on_a_source(read, text, rest, source):
    assert told(found(read(EVENT.format(text))).by_source[source]) == sorted(rest)


def test_sources_of_the_section_and_of_the_brief_are_fallen_back_on(read):
    within = read("conflict: {src: s0, started: 2022, events: [{id: e, when: 2025}]}\n")
    assert told(found(within).by_source["s0"]) == [":started", "e:Event", "e:when"]
    below = read("src: s1\nrounds: [{id: r, status: concluded, when: 2025}]\n")
    assert told(found(below).by_source["s1"]) == ["r:Round", "r:when"]


def test_what_names_no_source_is_told_and_the_writers_own_words_are_not(read):
    reading = read(
        """
overview: {judgments: [{text: It will hold}], watch: [{text: A sign}]}
open_questions: [{question: Why}]
positions: {issues: [{id: i, title: I}]}
venues: [{id: v, name: V}]
rounds: [{id: r, status: concluded, when: 2025, venue: {value: v, src: s0}}]
documents: [{id: d, title: D, when: 2025}]
"""
    )
    assert told(found(reading).unattributed) == ["d:Document", "d:when", "r:when"]


def test_a_head_is_read_where_a_roster_lists_him_as_head(read):
    text = """
people: [{id: a, name: A, of: ua}, {id: b, name: B, of: ua}]
rounds: [{id: r, status: concluded, when: 2025, src: s0}]
delegations:
  - {id: d, party: ua, round: r, head: %s,
     rosters: [{src: s2, members: [{person: a, role: head}, b]}]}
"""
    head = HEAD.replace("people: [{id: fidan, name: F, of: tr}]\n", "")
    assert told(found(read(text % "a", head)).unattributed) == []
    assert told(found(read(text % "b", head)).unattributed) == ["d:head"]


def measure(claims):
    return f"conflict: {{measures: [{{id: m, name: m, claims: [{claims}]}}]}}\n"


SIDES = [
    ("one voice of a side", "{value: 4, by: sbu, src: s0}", "ua"),
    ("two voices of a side", "{value: 4, by: ru, src: s0}, {value: 4, by: mod, src: s2}", "east"),
    ("two parties of a side", "{value: 4, by: by, src: s0}, {value: 4, by: mod, src: s2}", "east"),
    ("both sides", "{value: 4, by: ua, src: s0}, {value: 4, by: ru, src: s2}", ""),
    ("a side and a paper", "{value: 4, by: ua, src: s0}, {value: 4, src: s2}", ""),
    ("a paper", "{value: 4, src: s0}", ""),
    ("a paper of a side", "{value: 4, src: s4}", "east"),
    ("a paper of a side and one of nobody", "{value: 4, src: [s4, s0]}", ""),
    ("the mediator", "{value: 4, by: fidan, src: s0}", ""),
    ("somebody unnamed of a side", "{value: 4, by: {unnamed: official, of: ru}, src: s0}", "east"),
]


@pytest.mark.parametrize(("claims", "side"), [case[1:] for case in SIDES],
                         ids=[case[0] for case in SIDES])  # fmt: skip
def test_one_side_only(read, claims, side):
    (fact,) = found(read(measure(claims))).facts
    assert fact.side == side


STATES = [
    ("both tell it", "{status: completed, by: ru, src: s0}, {status: completed, by: ua, src: s0}",
     []),
    ("one tells it", "{status: completed, by: ru, src: s0}", ["x:ExchangeStatus"]),
    ("an act of one's own", "{status: agreed, by: ru, src: s0}", []),
    ("an act told of oneself", "{status: agreed, party: ru, by: mod, src: s0}", []),
    ("an act told of the other", "{status: agreed, party: ua, by: ru, src: s0}",
     ["x:ExchangeStatus"]),
]  # fmt: skip


@pytest.mark.parametrize(("states", "alone"), [case[1:] for case in STATES],
                         ids=[case[0] for case in STATES])  # fmt: skip
def test_states_are_one_fact_for_all_who_tell_them(read, states, alone):
    reading = read(f"exchanges: [{{id: x, kind: bodies, status: [{states}]}}]\n")
    assert told(found(reading).one_sided) == alone


def test_what_somebody_says_for_himself_is_no_weakness(read):
    reading = read(
        """
positions: {issues: [{id: i, title: I}],
  stances: [{id: s, issue: i, party: ru, position: {value: P, by: ru, src: s0}, by: ru, src: s0}]}
statements: [{id: st, speaker: ru, gist: G, src: s4}]
"""
    )
    assert found(reading).one_sided == ()


def test_sources_of_one_origin_count_once(read):
    claims = "{value: 4, src: [s0, s1]}", "{value: 4, src: [s2, s3]}", "{value: 4, src: [s0, s2]}"
    lines = ", ".join(f"{{id: m{i}, name: m{i}, claims: [{c}]}}" for i, c in enumerate(claims))
    rests = found(read(f"conflict: {{measures: [{lines}]}}\n"))
    assert rests.apart == 3
    groups = {o.name: ([s.id for s in o.sources], told(o.echoes)) for o in rests.origins}
    assert groups == {"wire": (["s0", "s1"], ["m0:claims"]), "s2": (["s2", "s3"], ["m1:claims"])}
    assert told(rests.echoed) == ["m0:claims", "m1:claims"]
    assert [source.id for source in rests.undated] == ["s0", "s2", "s3", "s4"]


def test_one_speaker_in_two_papers_is_one_voice(read):
    rests = found(read(measure("{value: 4, by: sbu, src: s0}, {value: 4, by: sbu, src: s2}")))
    assert told(rests.echoed) == ["m:claims"]
    assert rests.single == ()


def turned(brief: Brief) -> Brief:
    """The same brief, its lists the other way round."""
    lists = {n: r[::-1] for n, r in sections(brief) if n in Brief.__dataclass_fields__}
    return replace(brief, **lists)


@pytest.mark.parametrize("name", ["istanbul-2025.yaml", "kenya-2008"])
def test_order_changes_nothing(name):
    reading = load(ROOT / "briefs" / name)
    there = found(reading)
    brief = turned(reading.brief)
    back = coverage(brief, register(brief))
    for part in ("facts", "single", "echoed", "unattributed", "one_sided"):
        assert told(getattr(there, part)) == told(getattr(back, part))
    assert there.apart == back.apart
    assert {o.name for o in there.origins} == {o.name for o in back.origins}
    per = {name: len(facts) for name, facts in there.by_source.items()}
    assert per == {name: len(facts) for name, facts in back.by_source.items()}


def test_istanbul():
    rests = found(load(ROOT / "briefs/istanbul-2025.yaml"))
    assert rests.unattributed == ()
    assert rests.apart == 2
    assert told(rests.echoed) == ["doc-ua:DocumentStatus"]
    counts = Counter((f.record.id, f.side) for f in rests.one_sided)
    assert {who for who in counts if who[0].startswith(("doc", "pow"))} == {
        ("doc-ua", "ru"), ("doc-ru", "ru"), ("doc-ru", "ua"),
    }  # fmt: skip
    assert ("e-drone-wave", "ua") in counts


def test_kenya_has_every_source_cited():
    reading = load(ROOT / "briefs/kenya-2008")
    rests = found(reading)
    assert set(rests.by_source) == {source.id for source in reading.brief.sources}
    assert {o.name: len(o.sources) for o in rests.origins} == {
        "BBC": 5, "AFP": 4, "Reuters": 6, "AP": 3, "ohchr-report": 2,
    }  # fmt: skip
    assert all(fact.tab == "registers" for fact in rests.unattributed if fact.field == "title")


def test_every_list_of_the_format_is_counted_somewhere():
    reading = load(ROOT / "briefs/istanbul-2025.yaml")
    assert {name for name, _ in sections(reading.brief)} - {"sources"} <= set(TABS)


def test_the_work_grows_with_the_brief_and_no_faster(read, monkeypatch):
    calls = Counter()
    whole = gathering.roots
    monkeypatch.setattr(gathering, "roots", lambda *a: (calls.update(["roots"]), whole(*a))[1])

    def work(count):
        calls.clear()
        lines = ", ".join(f"{{id: m{i}, name: m{i}, claims: [{{value: 4, src: s0}}]}}"
                          for i in range(count))  # fmt: skip
        found(read(f"conflict: {{measures: [{lines}]}}\n"))
        return calls["roots"]

    assert work(40) == 2 * work(20) == 40

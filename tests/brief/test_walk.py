from tui.brief.model import Event, Measure, Round
from tui.brief.reading import Reading
from tui.brief.refs import SourceRef
from tui.brief.walk import facts, facts_by_record, facts_of, within


def test_facts_of_a_brief(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    src: [s0]
    sources: [{id: s0}, {id: s1}, {id: s2}, {id: s3}]
    rounds:
      - id: r1
        src: [s1]
        status: concluded
        when: {claims: [{value: 2025-05-16}, {value: 2025-05, src: [s3]}]}
        proposed: {when: 2025-05-11}
    conflict:
      started: 2022-02
      src: [s2]
      events: [{id: e1, when: 2025-06-01, measures: [{name: UAVs, claims: [472]}]}]
    """
    found = list(facts_of(reading.brief))
    assert [(type(f.owner).__name__, f.field, [ref.id for ref in f.src]) for f in found] == [
        ("Round", "when", ["s1"]),
        ("Proposed", "when", ["s1"]),
        ("Conflict", "started", ["s2"]),
        ("Event", "when", ["s2"]),
        ("Measure", "claims", ["s2"]),
    ]
    records = [(record.key or "section", fact) for record, fact in facts_by_record(reading.brief)]
    assert [fact for _, fact in records] == found
    assert [key for key, _ in records] == [
        "rounds/r1", "rounds/r1", "section", "events/e1", "events/e1",
    ]  # fmt: skip
    when = found[0]
    assert [when.sources(claim) for claim in when.claimed.claims] == [
        (SourceRef("s1"),), (SourceRef("s3"),),
    ]  # fmt: skip


def test_facts_of_a_record_alone(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    people: [{id: p1, name: A, title: Minister}]
    """
    (fact,) = facts(reading.brief.people[0], (SourceRef("s0"),))
    assert (fact.field, fact.src) == ("title", (SourceRef("s0"),))


def test_within(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    rounds:
      - {id: r1, status: concluded, when: 2025-05-16, outcome: {agreed: [a, b]}}
    conflict: {events: [{id: e1, when: 2025, measures: [{name: UAVs}]}]}
    """
    kinds = [type(each).__name__ for each in within(reading.brief.rounds[0])]
    assert kinds == ["Round", "RoundStatus", "Outcome", "OutcomeItem", "OutcomeItem"]
    assert reading.brief.conflict is not None
    inside = list(within(reading.brief.conflict))
    assert [type(each) for each in inside[1:]] == [Event, Measure]
    assert not any(isinstance(each, Round) for each in inside)

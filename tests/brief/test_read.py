import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from tui.brief import model
from tui.brief.model import Member
from tui.brief.read import reader_for
from tui.brief.reading import Reading
from tui.brief.record import Extra
from tui.brief.refs import Reference, SourceRef
from tui.brief.value import Names

LoadText = Callable[[str], Reading]


def test_plain_text_is_never_typed(reading: Reading) -> None:
    """
    parley: 1
    id: 004
    title: 13:00
    note: NO
    tags: [on, 1_000, ~, 2025-06-31, "", 1.10]
    """
    brief = reading.brief
    assert (brief.parley, brief.id, brief.title, brief.note) == (1, "004", "13:00", "NO")
    assert set(brief.tags) == {"on", "1_000", "~", "2025-06-31", "", "1.10"}
    assert not reading.problems


def test_one_thing_where_a_list_may_stand(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    src: s1
    sources: {id: s1}
    rounds: {id: r1, status: concluded, when: 2025-05-16, languages: Russian}
    """
    assert not reading.problems
    assert [each.id for each in reading.brief.rounds] == ["r1"]
    assert reading.brief.rounds[0].languages == ("Russian",)
    assert reading.brief.src == (SourceRef("s1"),)


def test_empty_values_are_as_if_they_were_not_there(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    as_of:
    rounds:
    overview:
    aliases:
    note:
    conflict: {events: , started: , series: [ ]}
    """
    brief = reading.brief
    assert not reading.problems
    assert (brief.as_of, brief.rounds, brief.overview, brief.note) == (None, (), None, "")
    assert brief.aliases == {}
    assert brief.conflict is not None
    assert brief.conflict.started is None


def test_one_bad_record_among_good_ones(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    people:
      - {id: p1, name: First}
      - Second
      - [third]
      -
      - id: p4
        name: [Fourth]
        born: long ago
        titel: General
      - {id: p5, name: Fifth}
    """
    people = reading.brief.people
    assert [each.id for each in people] == ["", "", "p4", "p5", "p1"]
    assert [each.as_written for each in people[:2]] == ["Second", "[third]"]
    fourth = people[2]
    assert fourth.name == "[Fourth]"
    assert fourth.born is not None
    assert fourth.born.as_written == "long ago"
    assert fourth.extra == (Extra("titel", "General", fourth.extra[0].place),)
    assert [p.place.line for p in reading.problems_in(people[0])] == [6]
    assert [p.place.line for p in reading.problems_in(fourth)] == [10, 11, 12]
    assert not reading.problems_in(people[3])
    assert not reading.problems_in(people[4])


def test_what_a_field_cannot_hold_is_kept_beside_it(reading: Reading) -> None:
    """
    parley: one
    id: talks
    title: Talks
    rounds:
      - {id: r1, n: 2a, status: [{status: concluded, party: [x, y]}], when: 2025-05-16, outcome: no}
    """
    assert reading.brief.parley is None
    assert [(each.key, each.text) for each in reading.brief.extra] == [("parley", "one")]
    talks = reading.brief.rounds[0]
    assert [(each.key, each.text) for each in talks.extra] == [("n", "2a")]
    assert [(e.key, e.text) for e in talks.status[0].extra] == [("party", "[x, y]")]
    assert talks.outcome is not None
    assert talks.outcome.as_written == "no"
    assert [p.code for p in reading.problems] == ["value", "value", "type", "type"]


def test_a_long_text_is_kept_whole_and_told_in_part(load_text: LoadText) -> None:
    prose = "very long " * 60
    reading = load_text(f"parley: 1\nid: t\ntitle: T\nas_of: {prose}\nnames: {prose}\n")
    assert reading.brief.as_of is not None
    assert reading.brief.as_of.as_written == prose.strip()
    assert reading.brief.extra[0].text == prose.strip()
    assert all(len(problem.message) < 200 for problem in reading.problems)


def test_claims_in_every_form(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    sources: [{id: s1}, {id: s2}]
    people: [{id: p1, name: A}, {id: p2, name: B}]
    rounds:
      - {id: plain, status: concluded, when: 2025-05-16}
      - id: one
        status: concluded
        when: {value: 2025-05-16, by: p1, src: s1, held: accepted, why: nobody denies it, note: n}
      - id: many
        status: concluded
        when:
          held: unresolved
          why: two sources
          note: see both
          claims:
            - {value: {start: "2025-06-02T10:00", zone: UTC}, as_written: 1000 GMT, src: [s1]}
            - {value: 2025-06-02, src: [{id: s2, at: para 3, quote: on Monday}], grade: C3}
            - 2025-06
      - {id: bare, status: concluded, when: [{value: 2025-05-16, src: s1}, 2025-05-15]}
      - {id: nothing, status: concluded, when: {value: , by: p2, src: s1}}
    """
    whens = {each.id: each.when for each in reading.brief.rounds}
    plain, one, many, bare, nothing = (
        whens[name] for name in ("plain", "one", "many", "bare", "nothing")
    )
    assert plain and one and many and bare and nothing
    assert [claim.by for claim in plain.claims] == [None]
    assert plain.stated == one.stated == plain.values
    assert one.claims[0].by == Reference("p1")
    assert (one.held, one.why, one.note) == ("", "", "")
    assert (one.claims[0].held, one.claims[0].why, one.claims[0].note) == (
        "accepted", "nobody denies it", "n",
    )  # fmt: skip
    assert [value.precision for value in many.values] == ["month", "minute", "day"]
    assert (many.held, many.why, many.note) == ("unresolved", "two sources", "see both")
    assert many.claims[2].src == (SourceRef("s2", "para 3", "on Monday"),)
    assert [claim.src for claim in bare.claims] == [(), (SourceRef("s1"),)]
    assert nothing.values == ()
    assert nothing.stated == ()
    assert nothing.claims[0].by == Reference("p2")
    assert [(p.place.line, p.code) for p in reading.problems if p.severity == "error"] == [
        (21, "type")
    ]


def test_measures_take_bare_figures(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    conflict:
      measures: [{name: UAVs, claims: [472, over 40], held: conflict, why: w, note: n}]
    """
    assert reading.brief.conflict is not None
    figures = reading.brief.conflict.measures[0].figures
    assert [value.low or value.best for value in figures.values] == [Decimal(40), Decimal(472)]
    assert (figures.held, figures.why, figures.note) == ("conflict", "w", "n")


def test_short_forms_of_records_and_references(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    parties: [{id: ru, name: Russia}]
    people: [{id: p1, name: A}]
    rounds: [{id: r1, status: concluded, when: 2025-05-16, outcome: {agreed: more talks}}]
    delegations:
      - {party: ru, round: r1, rosters: [{members: [p1, {person: p1, role: head, from: 2025}]}]}
    conflict: {events: [{id: e1, when: 2025-05, places: [Kursk, {place: {name: Moscow}}]}]}
    statements:
      - {speaker: {unnamed: senior official, of: ru, maybe: p1}, gist: x, to: [p1]}
    """
    brief = reading.brief
    assert not reading.problems
    assert brief.rounds[0].status[0].status == "concluded"
    assert brief.rounds[0].outcome is not None
    assert brief.rounds[0].outcome.agreed[0].text == "more talks"
    first, second = brief.delegations[0].rosters[0].members
    assert first == Member(person=Reference("p1"))
    assert second.from_ is not None
    assert brief.conflict is not None
    assert [site.place.name for site in brief.conflict.events[0].places if site.place] == [
        "Kursk", "Moscow",
    ]  # fmt: skip
    assert brief.statements[0].speaker == Reference("", "senior official", "ru", "p1")


def test_references_inside_an_unnamed_speaker_are_followed(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    statements: [{speaker: {unnamed: official, of: xx, maybe: yy}, gist: x, src: [zz]}]
    """
    assert [p.message for p in reading.problems] == [
        "no party or organization has the id `xx`",
        "no person has the id `yy`",
        "no source has the id `zz`",
    ]


def test_names(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    aliases: {Kiev: Kyiv, Codes: [a, b]}
    """
    assert reading.brief.aliases == Names({"Kiev": "Kyiv", "Codes": "[a, b]"})


def test_every_field_knows_its_place(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title:   Talks
    rounds:
      - id: r1
        status: concluded
        when:
          value: 2025-05-16
          src: [s1]
    sources:
      - id: s1
    """
    brief = reading.brief
    assert brief.spot.field("title").column == 10
    talks = brief.rounds[0]
    assert (talks.spot.line, talks.spot.column, talks.spot.end_line) == (5, 5, 9)
    assert {name: talks.spot.field(name).line for name in talks.spot.fields} == {
        "id": 5, "status": 6, "when": 8,
    }  # fmt: skip
    assert talks.spot.field("venue") == talks.spot.place
    assert talks.when is not None
    assert talks.when.spot.line == 8
    assert talks.when.claims[0].spot.field("src").line == 9
    assert talks.when.claims[0].src[0].point.line == 9
    assert talks.when.values[0].place.line == 8


def test_all_problems_come_at_once_and_in_order(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    id: again
    title: Talks
    as_of: soon
    rounds: [{id: r1, status: concluded, when: 2025-05-16, venue: nowhere}]
    surprise: 1
    """
    assert [(p.place.line, p.code) for p in reading.problems] == [
        (3, "duplicate"), (5, "value"), (6, "reference"), (7, "unknown"),
    ]  # fmt: skip
    assert reading.errors == 3


def test_a_few_hundred_slips_are_guessed_at_and_no_more(load_text: LoadText) -> None:
    keys = "\n".join(f"roundz{n}: 1" for n in range(3000))
    reading = load_text(f"parley: 1\nid: t\ntitle: T\n{keys}\n")
    assert len(reading.brief.extra) == 3000
    assert "did you mean `rounds`?" in reading.problems[0].message
    assert reading.problems[-1].message == "… and 2,950 more"


def test_a_hint_the_format_has_no_form_for_is_refused() -> None:
    with pytest.raises(TypeError):
        reader_for(tuple)


@pytest.mark.parametrize("name", model.__all__)
def test_every_class_of_the_model_can_be_read(name: str) -> None:
    assert callable(reader_for(getattr(model, name)))
    assert inspect.getdoc(getattr(model, name))


@dataclass(frozen=True, kw_only=True)
class Form:
    """A class that is no part of a brief, as that of a theme."""

    name: str = ""
    dark: bool | None = None
    roles: dict[str, str] = field(default_factory=dict)


def test_other_classes_are_read_as_well(load_text: LoadText) -> None:
    from tui.brief.notes import Notes
    from tui.brief.parse import parse
    from tui.brief.plan import plan_for, read_fields

    node = parse(b"name: x\ndark: yes\nodd: 1\n", "f").node
    notes = Notes("f")
    made = read_fields(Form, plan_for(Form, reader_for, None, ("name", "dark")), node, notes)  # type: ignore[arg-type]
    assert made == Form(name="x", dark=True)
    assert [p.message for p in notes.problems] == ["unknown key `odd`; known are dark, name"]

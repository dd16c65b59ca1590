"""Obvious repairs: a brief that says what it should is spoilt in one known way, and mended."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.brief.edit.repair import all_repaired, changes, repairable, repaired
from tui.brief.edit.verify import bare
from tui.brief.load import load_contents
from tui.brief.parse import parse
from tui.brief.place import Problem

RIGHT = """
parley: 1
id: talks
title: "Talks, round two"   # as the paper has it
as_of: 2025-06-02
display_zone: Europe/Istanbul
sources:
  - {id: s1, kind: article, publisher: Gazette, published: 2025-06-01}
parties:
  - id: ua
    name: Ukraine
    kind: state
    aliases: [Kyiv]
    names: {uk: Україна}
  - {id: us, name: United States, stance: mediator}
people:
  - {id: umerov, name: Rustem Umerov, of: ua, title: Minister of Defence}

venues:
  - {id: hall, name: "Hall #2", city: Istanbul, lat: 41.04, lon: 29.01}
rounds:
  - id: r1
    status: concluded          # both say so
    when: 2025-05-16
    venue: hall
    src: [s1]
  - id: r2
    status: scheduled
    when: {start: 2025-06-20T10:00, zone: Europe/Moscow}
statements:
  - speaker: umerov
    when: 2025-05-16
    quote: >-
      we are ready to talk
      at any time
    src: {id: s1, at: para 3}
  - {speaker: us, gist: "They met, talked, and left", about: [r1], src: s1}
documents:
  - {title: Memorandum, author: ua, states: [{status: sent, when: 2025-05-28}, prepared]}
overview:
  judgments:
    - {text: A third round, likelihood: likely, confidence: moderate, basis: [r1]}
  watch: [{text: The next round, by_when: 2025-06-20}]
"""
SPOILT = {
    'title: "Talks, r': 'name: "Talks, r',
    "as_of: 2025": "date: 2025",
    "display_zone:": "timezone:",
    "Europe/Istanbul": "Europe/Istambul",
    "kind: article": "type: article",
    "article, pub": "newspaper, pub",
    "publisher:": "outlet:",
    "published:": "date:",
    "kind: state": "kind: country",
    "aliases: [": "short: [",
    "of: ua": "of: Ukraine",
    "stance:": "role:",
    "title: Minister": "position: Minister",
    "city:": "location:",
    "41.04": '"41,04"',
    "lon: 29.01": "longitude: 29.01",
    '"Hall #2", city': "Hall #2, city",
    "status: concluded": "state: held",
    "when: 2025-05-16\n    venue": "date: 2025-05-16\n    venue",
    "venue: hall": "location: hall",
    "src: [s1]": "sources: [s1]",
    "status: scheduled": "status: planned",
    "Europe/Moscow": "Moscow",
    "speaker: umerov": "by: Rustem Umerov",
    "quote: >-": "quotation: >-",
    "{id: s1, at": "{source: s1, at",
    "at: para 3": "page: para 3",
    "speaker: us": "speaker: United States",
    '"They met, talked, and left"': "They met, talked, and left",
    "about: [r1]": "topic: [r1]",
    "author: ua": "by: Україна",
    "states: [": "status: [",
    "status: sent": "state: dispatched",
    "prepared]": "drafted]",
    "likelihood: likely": "probability: probable",
    "confidence: moderate": "certainty: medium",
    "basis:": "evidence:",
    "by_when:": "deadline:",
    "by_when: 2025-06-20": "by_when: June 20, 2025",
    "status: sent, when: 2025-05-28": "status: sent, when: 28.5.2025",
}
"""What is right, and what somebody wrote for it."""
ALONE = {'"Hall #2", city'}
"""What cannot be read on from: the comment takes the bracket with it."""


def state(folder, text):
    path = folder / "brief.yaml"
    return load_contents(path, {path: text.encode()})


def text_of(reading):
    return next(iter(reading.parts.values())).data.decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("repair")


def test_what_is_right_has_no_problem(folder):
    assert state(folder, RIGHT).problems == ()


@pytest.mark.parametrize("right", [each for each in SPOILT if each not in ALONE])
def test_one_mistake_is_mended(folder, right):
    check(folder, [right])


@given(st.sets(st.sampled_from(sorted(set(SPOILT) - ALONE)), min_size=2), st.sampled_from("\n\r"))
def test_several_mistakes_are_mended(folder, rights, end):
    check(folder, rights, end)


def check(folder, rights, end="\n"):
    """All is as it was: what the file says, and every byte outside the lines that were spoilt."""
    text = RIGHT
    for right in rights:  # where two touch the same words, the first is taken
        assert right in RIGHT
        text = text.replace(right, SPOILT[right], 1)
    ends = {"\n": "\n", "\r": "\r\n"}[end]
    spoilt = state(folder, text.replace("\n", ends))
    assert repairable(spoilt)
    mended = all_repaired(spoilt)
    assert mended.problems == ()
    assert bare(parse(text_of(mended).encode(), "").node) == bare(parse(RIGHT.encode(), "").node)
    before, after = text_of(spoilt).split("\n"), text_of(mended).split("\n")
    same = [a == b for a, b in zip(text.split("\n"), RIGHT.split("\n"), strict=True)]
    assert all(old == new for old, new, kept in zip(before, after, same, strict=True) if kept)
    assert [each.count("#") for each in after] == [each.count("#") for each in RIGHT.split("\n")]


def test_a_text_that_a_comment_cuts_is_put_in_quotes(folder):
    spoilt = state(folder, "parley: 1\nid: a\ntitle: Talks #2  \n")
    assert text_of(all_repaired(spoilt)) == 'parley: 1\nid: a\ntitle: "Talks #2"  \n'


def only(reading, code):
    return next(each for each in reading.problems if each.code == code)


REFUSED = {
    "the right key is written too": "rounds: [{id: r, status: proposed, when: 2025, date: 2026}]",
    "the value does not fit the key": "rounds: [{id: r, status: proposed, date: soon}]",
    "a list belongs in a map": "delegations: [{members: [a, b]}]",
    "two have the name": (
        "parties: [{id: a, name: North}, {id: b, name: North}]\n"
        "statements: [{speaker: North, gist: x}]"
    ),
    "another number is another thing": (
        "rounds: [{id: round-2, status: proposed, when: 2025}]\n"
        "statements: [{speaker: {unnamed: x}, gist: y, about: round-3}]"
    ),
    "a list after a comma": (
        "parties: [{id: ua, name: U}, {id: ru, name: R}]\nstatements: [{speaker: ua, ru, gist: x}]"
    ),
    "a quotation is not closed": "note: 'he said “we go'",
}


@pytest.mark.parametrize("rest", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_obvious_has_no_repair(folder, rest):
    reading = state(folder, f"parley: 1\nid: a\ntitle: T\n{rest}\n")
    assert reading.problems
    assert repairable(reading) == ()
    assert all_repaired(reading) is reading


def test_a_repair_that_brings_another_problem_is_refused(folder):
    text = """
    parley: 1
    id: a
    title: T
    parties: [{id: ua, name: Ukraine}]
    rounds: [{id: r, status: proposed, when: 2025, sides: [ua]}]
    """
    reading = state(folder, inspect.cleandoc(text))
    refused = repaired(reading, repairable(reading))
    assert isinstance(refused, Problem)
    assert refused.message == (
        "this is not mended: then another would come: "
        "`ua` takes part in this round and has no delegation"
    )


def test_more_problems_than_are_shown_are_mended(folder):
    people = "".join(f"  - {{id: p{n}, nmae: Person {n}}}\n" for n in range(120))
    reading = state(folder, f"parley: 1\nid: a\ntitle: T\npeople:\n{people}")
    assert len(reading.problems) < 60
    mended = all_repaired(reading)
    assert mended.problems == ()
    ((before, after),) = changes(reading, mended).values()
    assert after == before.replace(b"nmae", b"name")


def test_an_alias_is_mended_where_it_is_used(folder):
    text = (
        "parley: 1\nid: a\ntitle: T\nparties: [{id: us, name: &n United States}]\n"
        "statements: [{speaker: *n, gist: *n}]\n"
    )
    mended = all_repaired(state(folder, text))
    assert text_of(mended) == text.replace("speaker: *n", "speaker: us")

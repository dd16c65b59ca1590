from pathlib import Path

import pytest

from tui.blocks import Fact, Heading, Span, plain
from tui.brief.diff import reading_changes
from tui.brief.load import load
from tui.presentation.changes import change_page, headline
from tui.presentation.view import View
from tui.rendering.layout import lay

FILE = Path("brief.yaml")
HEAD = """
parley: 1
id: talks
title: Talks
parties: [{id: ua, name: Ukraine}, {id: ru, name: Russia}]
people:
  - {id: bevz, name: Oleksandr Bevz, of: ua}
  - {id: poklad, name: Oleksandr Poklad, of: ua}
venues: [{id: hall, name: Lake Hall}, {id: tent, name: The Tent}]
sources: [{id: s0, title: The Gazette}, {id: s4, title: The Courier}]
"""
ROUND = "rounds: [{{id: r2, title: Round 2, when: 2031-03-12, {}}}]\n"
DELEGATION = "delegations: [{{party: ua, round: r2, rosters: [{}]}}]\n"
EVENT = """
conflict:
  events:
    - {{id: e, title: Night raid, when: 2031, measures: [{{name: drones, claims: [{}]}}]}}
"""
SPEECH = "statements: [{{speaker: bevz, when: 2031-01-02, src: s0, {}}}]\n"


def view(text):
    return View(load(FILE, None, {FILE: (HEAD + text).encode()}))


def told(old, new):
    before, after = view(old), view(new)
    found = reading_changes(before.reading, after.reading)
    for change in found:
        lay(change_page(after, change, before), 40)
    return [plain(headline(after, change, before)) for change in found]


def page(old, new):
    before, after = view(old), view(new)
    (change,) = reading_changes(before.reading, after.reading)
    return change_page(after, change, before)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("status: scheduled", "status: concluded", "Round 2: scheduled → concluded"),
        (
            "status: [proposed]",
            "status: [proposed, {status: under_way, src: s0}]",
            "Round 2: proposed → under way",
        ),
        ("venue: hall", "venue: tent", "Round 2: venue Lake Hall → The Tent"),
        ("tags: [a]", "venue: hall, tags: [a]", "Round 2: venue: Lake Hall"),
        ("venue: hall, n: 2", "n: 2", "Round 2: venue taken out"),
        ("src: s0", "src: [s0, s4]", "Round 2: second source added"),
        ("src: [{id: s0, at: para 1}]", "src: [{id: s0, at: para 1}, {id: s0, at: para 2}]",
         "Round 2: also read in s0, para 2"),
        ("src: [s0, s4]", "src: s4", "Round 2: source s0 taken out"),
        ("src: s0", "src: s4, n: 2", "Round 2: number: 2, source s0 taken out, source added"),
        ("tags: [a]", "tags: [b]", "Round 2: tag taken out: a, tag added: b"),
        ("languages: [ru]", "languages: [ru, uk]", "Round 2: language added: uk"),
    ],
)  # fmt: skip
def test_a_round(old, new, line):
    assert told(ROUND.format(old), ROUND.format(new)) == [line]


def test_who_left_and_who_joined():
    one, other = "{src: s0, members: [bevz]}", "{src: s0, members: [poklad]}"
    whose = "Delegation of Ukraine at Round 2"
    assert told(ROUND.format("n: 2") + DELEGATION.format(one),
                ROUND.format("n: 2") + DELEGATION.format(other)) == [
        f"{whose}: Oleksandr Bevz left, Oleksandr Poklad joined"
    ]  # fmt: skip


def test_one_list_more_is_nobody_joining():
    both = "{src: s0, members: [bevz, poklad]}, {src: s4, members: [bevz]}"
    more = "{src: s0, members: [bevz, poklad]}, {src: s4, members: [bevz, poklad]}"
    (line,) = told(DELEGATION.format(both), DELEGATION.format(more))
    assert line.endswith(": Oleksandr Poklad named by one list more")
    (line,) = told(DELEGATION.format("{src: s0, members: [bevz]}"), DELEGATION.format(both))
    assert line.endswith(": list of s4 added, Oleksandr Poklad joined")


def test_figures():
    one = EVENT.format("{value: 472, unit: drones, by: ua, src: s0}")
    assert told(one, EVENT.format("{value: 472, unit: drones, by: ua, src: [s0, s4]}")) == [
        "Night raid: drones, 472 drones — Ukraine: second source added"
    ]
    assert told(one, EVENT.format("{value: over 500, unit: drones, by: ua, src: s0}")) == [
        "Night raid: drones, 472 drones — Ukraine: figure 472 → over 500"
    ]
    more = "{value: 472, unit: drones, by: ua, src: s0}, {value: 480, by: ru, src: s4}"
    assert told(one, EVENT.format(more)) == [
        "Night raid: drones: figure, claim added: 480 — Russia"
    ]


def test_words():
    one = SPEECH.format("quote: We are ready to talk")
    assert told(one, SPEECH.format("quote: We are not ready to talk")) == [
        "Oleksandr Bevz: “We are not ready to talk”: quote corrected"
    ]


def test_new_and_gone():
    person = "organizations: [{id: x, name: The Mission}]\n"
    assert told("", person) == ["new: The Mission"]
    assert told(person, "") == ["removed: The Mission"]


def test_the_brief_itself():
    old, new = "as_of: 2031-03-01\nnote: x\n", "as_of: 2031-03-02\naliases: {Kiev: Kyiv}\nnote: x\n"
    day = "Sat 1 Mar 2031 → Sun 2 Mar 2031"
    assert told(old, new) == [f"The brief: as of {day}, spelling Kiev added: Kyiv"]
    assert told("", "overview: {bluf: War.}\n") == ["Overview: bottom line: War."]


def test_many_changes_of_one_record_are_counted():
    old, new = "n: 1, series: A, track: 1, venue: hall", "n: 2, series: B, track: 2, venue: tent"
    (line,) = told(ROUND.format(old), ROUND.format(new))
    assert line.startswith("Round 2: ")
    assert line.endswith(" and 1 more")


def test_a_page_tells_each_field_before_and_after():
    heading, fact = page(ROUND.format("venue: hall"), ROUND.format("venue: tent"))
    assert heading == Heading(
        (Span("Round 2", "title", "rounds/r2"),), (Span("changed", "changed"),), 1
    )
    assert isinstance(fact, Fact)
    assert fact.label == "venue"
    was, now = (item.value for item in fact.items)
    assert was == (Span("was  ", "label"), Span("Lake Hall", "name", "venues/hall"))
    assert plain(now) == "now  The Tent"


def test_other_words_of_a_long_text_are_set_off():
    text = "The first round gave an exchange of prisoners, since completed, and no {} of the war."
    blocks = page(
        ROUND.format(f"note: '{text.format('end')}'"),
        ROUND.format(f"note: '{text.format('solution')}'"),
    )
    was, now = (item.value for item in blocks[1].items)
    assert [span.text for span in now if span.role == "changed"] == ["now  ", " solution"]
    assert [span.text for span in was if span.role == "stale"] == [" end"]


def test_what_is_gone_leads_nowhere_and_is_told_in_full():
    heading, *facts = page("organizations: [{id: x, name: The Mission, of: ua}]\n", "")
    assert heading.text[0] == Span("The Mission", "title")
    assert [(fact.label, plain(fact.items[0].value)) for fact in facts] == [
        ("name", "The Mission"), ("belongs to", "Ukraine"),
    ]  # fmt: skip


def test_a_name_only_the_old_state_knows_is_still_told():
    old = "organizations: [{id: x, name: The Mission}]\n" + SPEECH.format("gist: g, via: x")
    lines = told(old, SPEECH.format("gist: g, via: ua"))
    assert lines[0].endswith("via The Mission → Ukraine")
    before, after = view(old), view(SPEECH.format("gist: g, via: ua"))
    spans = headline(after, reading_changes(before.reading, after.reading)[0], before)
    assert Span("The Mission", "name") in spans

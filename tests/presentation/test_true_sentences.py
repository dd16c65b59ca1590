"""Every sentence that the program composes and that asserts something, with a brief in which it is
true and briefs in which it would be false.

A brief is given without its head. The text is that of all tabs and of all dossiers, in one line.
"""

import re
from datetime import UTC, datetime
from typing import NamedTuple

import pytest

from tui.brief.load import load
from tui.presentation.dossier import dossier
from tui.presentation.view import View
from tui.rendering.layout import lay
from tui.rendering.text import brief_text
from tui.sections import sections

HEAD = """
parley: 1
id: t
title: T
as_of: 2025-06-10
display_zone: UTC
parties:
  - {id: hill, name: Hill Council, stance: belligerent}
  - {id: port, name: Port Authority, stance: belligerent}
  - {id: lake, name: Lake Republic, stance: mediator}
people: [{id: x, name: Xenia, of: hill}, {id: y, name: Yuri, of: port},
         {id: z, name: Zoe, of: lake}, {id: n, name: Noor}, {id: x2, name: Xavier, of: hill}]
sources:
  - {id: a, kind: article, publisher: Daily, published: 2025-06-08}
  - {id: b, kind: article, publisher: Weekly, published: 2025-06-08}
  - {id: w, kind: wire, publisher: Agency, published: 2025-06-08}
  - {id: v, kind: wire, publisher: Bureau, published: 2025-06-08}
  - {id: c, kind: article, publisher: Copy, published: 2025-06-08, derived_from: [w]}
"""
ROUND = "rounds: [{id: r, title: Round, when: 2025-06-02, src: [a], "
PAPER = "documents: [{id: d, title: Draft, kind: memorandum, author: hill, src: [a], states: ["
SENT = "{status: sent, party: hill, by: hill, when: 2025-06-01}"
GOT = "{status: received, party: port, by: port, as_of: 2025-06-03}"
LACKS = "{status: not received, party: port, by: port, as_of: 2025-06-03}"
GONE = "{status: withdrawn, party: hill, by: hill, when: 2025-06-05}"
EXCHANGE = "exchanges: [{id: e, kind: prisoners, title: Swap, src: [a], "
ISSUE = "positions: {issues: [{id: i, title: Status}], stances: ["
TABLE = (
    "rounds: [{id: r, title: First, status: concluded, when: 2025-05-01, parties: [hill]},"
    " {id: q, title: Next, status: concluded, when: 2025-06-01, parties: [hill]}]\n"
    "delegations: [{id: dr, party: hill, round: r, %s}, {id: dq, party: hill, round: q, %s}]"
)


def when(*claims):
    return f"{ROUND}status: concluded}}]".replace(
        "when: 2025-06-02", f"when: {{claims: [{', '.join(claims)}]}}"
    )


def paper(*states, more=""):
    return f"{PAPER}{', '.join(states)}]{more}}}]"


def swap(more):
    return f"{EXCHANGE}{more}}}]"


def stances(*each, more=""):
    made = ", ".join(f"{{issue: i, {one}}}" for one in each)
    return f"{ISSUE}{made}]}}{more}"


class Sentence(NamedTuple):
    """What is said, where it is true, and where it would be false."""

    pattern: str
    true: str
    false: tuple[str, ...]


SENTENCES = {
    # --- who confirms what
    "confirmed by independent voices": Sentence(
        r"confirmed by 2 independent voices",
        when("{value: 2025-06-02, src: [w]}", "{value: 2025-06-02, src: [v]}"),
        (
            when("{value: 2025-06-02, src: [a]}", "{value: 2025-06-02, src: [b]}"),
            when("{value: 2025-06-02, src: [w]}", "{value: 2025-06-02, src: [c]}"),
            when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: x2, src: [b]}"),
            when("{value: 2025-06-02, by: z, src: [a]}", "{value: 2025-06-02, by: lake, src: [b]}"),
            when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-03, by: y, src: [b]}"),
        ),
    ),
    "independence not known": Sentence(
        r"reported by 2 sources; independence not known",
        when("{value: 2025-06-02, src: [a]}", "{value: 2025-06-02, src: [b]}"),
        (
            when("{value: 2025-06-02, src: [w]}", "{value: 2025-06-02, src: [v]}"),
            when("{value: 2025-06-02, src: [w]}", "{value: 2025-06-02, src: [c]}"),
        ),
    ),
    "all of one side": Sentence(
        r"2 voices, all of one side: Hill Council",
        when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: x2, src: [b]}"),
        (when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: y, src: [b]}"),),
    ),
    "one on each side": Sentence(
        r"2 voices, one on each side",
        when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: y, src: [b]}"),
        (when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: z, src: [b]}"),),
    ),
    "none of a side": Sentence(
        r"2 voices, none of a side",
        when("{value: 2025-06-02, by: z, src: [a]}", "{value: 2025-06-02, by: n, src: [b]}"),
        (when("{value: 2025-06-02, by: z, src: [a]}", "{value: 2025-06-02, by: y, src: [b]}"),),
    ),
    "read in one source alone": Sentence(
        r"ONE SOURCE 2 \(",
        f"{ROUND}status: concluded}}]",
        (f"{ROUND}status: concluded}}]".replace("[a]", "[a, b]"),),
    ),
    "one speaker or one origin": Sentence(
        r"Several sources, one voice: they quote one speaker, or go back to one origin",
        when("{value: 2025-06-02, by: x, src: [a, b]}"),
        (when("{value: 2025-06-02, src: [a, b]}"),),
    ),
    "voiced by one side alone": Sentence(
        r"\d facts? voiced by one side alone",
        when("{value: 2025-06-02, by: x, src: [a]}"),
        (when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: z, src: [a]}"),),
    ),
    "no shared origin": Sentence(
        r"No two sources are said to share an origin",
        f"{ROUND}status: concluded}}]\nsources: [{{id: a}}, {{id: b}}]",
        (f"{ROUND}status: concluded}}]",),  # the copy is derived from the wire
    ),
    "only here": Sentence(
        r"WHAT RESTS ON IT 2 facts, 2 of them only here",
        f"{ROUND}status: concluded}}]",
        (f"{ROUND}status: concluded}}]".replace("[a]", "[a, b]"),),
    ),
    "no fact rests on a source": Sentence(
        r"No fact of the brief rests on it\.",
        f"{ROUND}status: concluded}}]\nsources: [{{id: a}}, {{id: b}}]",
        (
            f"{ROUND}status: concluded}}]\nsources: [{{id: a}}]",
            "src: [a]\nsources: [{id: a}]",
        ),
    ),
    # --- what the sides agree on
    "agreed by the sides": Sentence(
        r"AGREED BY THE SIDES [1-9]",
        when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: y, src: [b]}"),
        (
            when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-04, by: y, src: [b]}"),
            when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: z, src: [b]}"),
        ),
    ),
    "nothing agreed": Sentence(
        r"No value that two sides are known to agree on",
        when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-04, by: y, src: [b]}"),
        (when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: y, src: [b]}"),),
    ),
    "contested": Sentence(
        r"CONTESTED [1-9]",
        f"{ROUND}status: [{{status: concluded, by: x, as_of: 2025-06-02}},"
        " {status: collapsed, by: y, as_of: 2025-06-02}]}]",
        (
            (f"{ROUND}status: [{{status: scheduled, by: x, as_of: 2025-06-01}},"
            " {status: collapsed, by: y, as_of: 2025-06-02}]}]"),
            paper(SENT, LACKS),
        ),
    ),
    "of the sides only this one": Sentence(
        r"Of the sides only this one speaks of it",
        when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: z, src: [a]}"),
        (when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: y, src: [b]}"),),
    ),
    "no side speaks of an outcome": Sentence(
        r"NOBODY'S SIDE.{0,120}Raid when, outcome at",
        "conflict: {events: [{id: e, title: Raid, when: 2025-06-01, src: [a],"
        " places: [{place: Quay, outcome: hit, src: [a]}]}]}",
        (
            ("conflict: {events: [{id: e, title: Raid, when: 2025-06-01, src: [a],"
            " places: [{place: Quay, by: hill, outcome: hit, src: [a]}]}]}"),
        ),
    ),
    "no side speaks of a post": Sentence(
        r"NOBODY'S SIDE.{0,200}Hill Council at First head, title",
        TABLE % ("head: x, rosters: [{list: open, src: [a], members: [{person: x, title: M}]}]",
                 "head: x"),
        (
            TABLE % (("head: x, rosters: [{list: open, by: hill, src: [a],"
                     " members: [{person: x, title: M}]}]"), "head: x"),
        ),
    ),
    "others speak of it too": Sentence(
        r"others speak of it too",
        when("{value: 2025-06-02, by: x, src: [a]}", "{value: 2025-06-02, by: z, src: [a]}"),
        (when("{value: 2025-06-02, by: x, src: [a]}"),),
    ),
    "the writer has not said": Sentence(
        r"the writer has not said",
        when("{value: 2025-06-02, src: [a]}", "{value: 2025-06-04, src: [b]}"),
        (
            when("{value: 2025-06-02, src: [a]}", "{value: 2025-06-04, src: [b]}")
            .replace("when: {claims", "when: {held: unresolved, claims"),
        ),
    ),
    "the writer holds it to be a conflict": Sentence(
        r"the writer holds it to be a conflict",
        "conflict: {duration: {held: conflict, claims: [{value: three years, src: [a]},"
        " {value: some time, src: [b]}]}}",
        (
            ("conflict: {duration: {held: unresolved, claims: [{value: three years, src: [a]},"
            " {value: some time, src: [b]}]}}"),
        ),
    ),
    # --- states
    "a state that holds now": Sentence(
        r"STATUS concluded, Tue 3 Jun 2025",
        f"{ROUND}status: [{{status: concluded, when: 2025-06-03}},"
        " {status: scheduled, when: 2025-05-20}]}]",
        (
            (f"{ROUND}status: [{{status: concluded, when: 2025-06-03}},"
            " {status: adjourned, when: 2025-06-05}]}]"),
        ),
    ),
    "states at one time": Sentence(
        r"collapsed and concluded at one time",
        f"{ROUND}status: [{{status: concluded, by: x, as_of: 2025-06-02}},"
        " {status: collapsed, by: y, as_of: 2025-06-02}]}]",
        (
            (f"{ROUND}status: [{{status: concluded, by: x, as_of: 2025-06-02}},"
            " {status: collapsed, by: y, as_of: 2025-06-04}]}]"),
            (f"{ROUND}status: [{{status: concluded, by: x, as_of: 2025-06-02}},"
            " {status: collapsed, by: x, as_of: 2025-06-02}]}]"),
        ),
    ),
    "no later state of a round": Sentence(
        r"Round: scheduled for Mon 2 Jun 2025; no later state is given",
        f"{ROUND}status: scheduled}}]",
        (
            (f"{ROUND}status: [{{status: concluded, when: 2025-06-02}},"
            " {status: scheduled, when: 2025-05-20}]}]"),
            f"{ROUND}status: [{{status: scheduled, for: 2025-07-01, when: 2025-05-20}}]}}]",
        ),
    ),
    "a ceasefire whose time is over": Sentence(
        r"told as in force, and its time is over",
        "conflict: {ceasefires: [{id: f, title: Truce, effective: 2025-05-01, days: 7,"
        " status: in_force}]}",
        (
            ("conflict: {ceasefires: [{id: f, title: Truce, effective: 2025-05-01, days: 7,"
            " status: [{status: in_force, as_of: 2025-05-02},"
            " {status: expired, as_of: 2025-05-09}]}]}"),
            ("conflict: {ceasefires: [{id: f, title: Truce, effective: 2025-05-01, days: 70,"
            " status: in_force}]}"),
        ),
    ),
    "people still expected": Sentence(
        r"one person still told as expected",
        TABLE % ("head: x, rosters: [{list: open, members: [{person: x2, attendance: expected}]}]",
                 "head: x"),
        (
            TABLE % (("head: x, rosters: [{list: open, members: [{person: x2,"
                     " attendance: expected}]}, {list: open, src: [b], members: [{person: x2,"
                     " attendance: present}]}]"), "head: x"),
        ),
    ),
    # --- papers
    "waits for": Sentence(
        r"Port Authority waits for: Draft",
        paper(SENT, LACKS),
        (
            paper(SENT, LACKS, GONE),
            paper(SENT, LACKS, "{status: superseded, when: 2025-06-05}"),
            paper(LACKS, "{status: received, party: port, by: hill, as_of: 2025-06-03}"),
            paper(LACKS, "{status: received, party: port, by: port, as_of: 2025-06-05}"),
        ),
    ),
    "told two ways": Sentence(
        r"Draft from Hill Council · told two ways of Port Authority",
        paper(LACKS, "{status: received, party: port, by: hill, as_of: 2025-06-03}"),
        (paper(LACKS, "{status: received, party: port, by: hill, as_of: 2025-06-05}"),),
    ),
    "nobody is said to wait": Sentence(
        r"Nobody is said to wait for a paper",
        paper(SENT, GOT, more=", responses: [{party: port, answer: rejected}]"),
        (paper(SENT, LACKS), paper(SENT), paper(SENT, GOT)),
    ),
    "nothing sent lacks a receipt": Sentence(
        r"nothing sent lacks a receipt",
        paper(SENT, GOT, more=", responses: [{party: port, answer: rejected}]"),
        (
            paper(SENT),
            paper(SENT, GONE),
            paper("{status: sent, by: hill}"),
            paper(SENT).replace("memorandum", "letter"),
            paper(SENT).replace("kind: memorandum, author: hill, ", ""),
            paper("{status: sent, by: lake}").replace("author: hill", "author: lake"),
            paper("{status: sent, by: lake}", GOT).replace("author: hill", "author: lake"),
            paper("{status: discussed}"),
        ),
    ),
    "no receipt told": Sentence(
        r"Draft from Hill Council · no receipt told for Port Authority",
        paper(SENT),
        (paper(SENT, GOT), paper(SENT, LACKS), paper(SENT, "{status: received}"),
         paper(SENT, GONE)),
    ),
    "lacks an answer": Sentence(
        r"still counts lacks an answer",
        paper(SENT, GOT, "{status: answered, party: port, by: port, when: 2025-06-04}"),
        (paper(SENT, GOT), paper("{status: discussed}")),
    ),
    "no answer told": Sentence(
        r"Port Authority has: Draft from Hill Council · no answer told",
        paper(SENT, GOT),
        (
            paper(SENT, GOT, more=", responses: [{party: port, answer: accepted}]"),
            paper(SENT, GOT, "{status: answered, by: port, when: 2025-06-04}"),
            paper(SENT, GOT, "{status: rejected, party: port, when: 2025-06-04}"),
            paper(SENT, GOT) + "\nmediation: {proposals: [{text: P, document: d,"
            " responses: [{party: port, answer: rejected}]}]}",
        ),
    ),
    "no signature told": Sentence(
        r"Hill Council signed: Draft · no signature told for Port Authority",
        paper("{status: signed, party: hill}"),
        (
            paper("{status: signed, party: hill}", "{status: signed, party: port}"),
            paper("{status: signed, party: hill}", "{status: not signed, party: port}"),
            paper("{status: signed, party: hill}", "{status: rejected, party: port}"),
            paper("{status: signed, party: hill}", more=", signatories: [port]"),
        ),
    ),
    "nothing came of what was agreed": Sentence(
        r"no paper or exchange of the brief is named for it",
        f"{ROUND}status: concluded, outcome: {{agreed: [Peace]}}}}]\n{paper(SENT)}",
        (
            f"{ROUND}status: concluded, outcome: {{agreed: [{{text: Peace, document: d}}]}}}}]\n"
            + paper(SENT),
        ),
    ),
    # --- exchanges
    "not told to be complete": Sentence(
        r"not told to be complete",
        swap("status: agreed"),
        (swap("status: [completed, agreed]"), swap("status: agreed, completed: 2025-06-01")),
    ),
    "complete without a date": Sentence(
        r"told complete, without a date",
        swap("status: completed"),
        (swap("status: [{status: completed, as_of: 2025-06-01}]"),
         swap("status: completed, completed: 2025-06-01")),
    ),
    "complete with less than agreed": Sentence(
        r"told complete, though the tranches told add up to less",
        swap("status: completed, per_side: 100, tranches: [{count: 40}]"),
        (swap("status: completed, per_side: 100, tranches: [{count: 40}, {count: 60}]"),
         swap("status: agreed, per_side: 100, tranches: [{count: 40}]")),
    ),
    "a tranche before the agreement": Sentence(
        r"Swap: a tranche of Thu 1 May 2025, before it was agreed",
        swap("status: agreed, agreed: 2025-05-10, tranches: [{when: 2025-05-01, count: 1}]"),
        (swap("status: agreed, agreed: 2025-05, tranches: [{when: 2025-05-01, count: 1}]"),),
    ),
    "a tranche after completion": Sentence(
        r"Swap: a tranche of Sun 1 Jun 2025, after it was completed",
        swap("status: completed, completed: 2025-05-10, tranches: [{when: 2025-06-01, count: 1}]"),
        (swap("status: completed, completed: 2025-06, tranches: [{when: 2025-06-01, count: 1}]"),),
    ),
    "an answer that began before": Sentence(
        r"is said to answer Cause, and began before it",
        "conflict: {events: [{id: c1, title: Cause, when: 2025-06-05},"
        " {title: Effect, when: {start: 2025-06-01, end: 2025-06-08}, response_to: c1}]}",
        (
            ("conflict: {events: [{id: c1, title: Cause, when: 2025-06-05},"
            " {title: Effect, when: {start: 2025-06-01, end: 2025-06-08, within: true},"
            " response_to: c1}]}"),
        ),
    ),
    # --- positions
    "earlier stances": Sentence(
        r"Wants a vote.{0,20}1 earlier",
        stances("party: hill, position: Wants autonomy, when: 2025-05-01",
                "party: hill, position: Wants a vote, when: 2025-06-01"),
        (
            stances("party: hill, position: Wants autonomy, when: 2025-06-01",
                    "party: hill, position: Wants a vote, when: 2025-06-01"),
            stances("party: hill, position: Wants autonomy",
                    "party: hill, position: Wants a vote, when: 2025-06-01"),
        ),
    ),
    "the stance before": Sentence(
        r"before: Wants autonomy",
        stances("party: hill, position: Wants autonomy, when: 2025-05-01",
                "party: hill, position: Wants a vote, when: 2025-06-01"),
        (
            stances("party: hill, position: Wants autonomy, when: 2025-06-01",
                    "party: hill, position: Wants a vote, when: 2025-06-01"),
            stances("party: hill, position: Wants autonomy, when: 2025-06",
                    "party: hill, position: Wants a vote, when: 2025-06-03"),
        ),
    ),
    "positions hardened since": Sentence(
        r"1 earlier position was hardened or softened since",
        stances("party: hill, position: A, when: 2025-05-01",
                "party: hill, position: B, when: 2025-06-01, movement: hardened"),
        (
            stances("party: hill, position: A, when: 2025-06-01",
                    "party: hill, position: B, when: 2025-06-01, movement: hardened"),
        ),
    ),
    "inferred": Sentence(
        r"Wants a vote inferred",
        stances("party: hill, position: {value: Wants a vote, src: [a]}, basis: inferred"),
        (stances("party: hill, position: {value: Wants a vote, by: x, src: [a]}, basis: stated"),),
    ),
    "position not known": Sentence(
        r"Status nobody's position is known|Status not known not known",
        stances("party: lake, position: A"),
        (
            stances("party: lake, position: A", more="\nstatements: [{speaker: x, gist: G,"
                    " about: [i]}, {speaker: y, gist: G, about: [i]}]"),
        ),
    ),
    "nobody named": Sentence(
        r"Wants a vote nobody named",
        stances("party: hill, position: {value: Wants a vote, src: [a, b]}"),
        (stances("party: hill, position: {value: Wants a vote, by: x, src: [a, b]}"),),
    ),
    "told by somebody else": Sentence(
        r"Wants a vote told by Yuri",
        stances("party: hill, position: {value: Wants a vote, by: y, src: [a, b]}"),
        (
            stances("party: hill, position: {claims: [{value: Wants a vote, by: y, src: [a]},"
                    " {value: Wants a vote, src: [b]}]}"),
            stances("party: hill, position: {claims: [{value: Wants a vote, by: y, src: [a]},"
                    " {value: Wants a vote, by: x, src: [b]}]}"),
        ),
    ),
    # --- delegations
    "no head named": Sentence(
        r"no head named",
        TABLE.replace("\ndelegations: [", "\ndelegations: [{id: p, party: port, round: q,"
            " rosters: [{list: open, members: [y]}]},")
        % ("rosters: [{list: open, members: [x]}]",
           "rosters: [{list: open, members: [x]}]") + "\n",
        (
            TABLE % ("rosters: [{list: open, members: [{person: x, role: head}]}]", "head: x"),
        ),
    ),
    "head as before": Sentence(
        r"HEAD Xenia as before",
        TABLE % ("head: x", "head: x"),
        (TABLE % ("head: x2", "head: x"),),
    ),
    "another head named beside": Sentence(
        r"HEAD Xenia as before; also named: Xavier",
        TABLE % ("head: x", "head: {claims: [{value: x, src: [a]}, {value: x2, src: [b]}]}"),
        (TABLE % ("head: x", "head: x"),),
    ),
    "joined": Sentence(
        r"JOINED Xavier",
        TABLE % ("head: x, rosters: [{list: closed, members: [x]}]",
                 "head: x, rosters: [{list: open, members: [x, x2]}]"),
        (
            TABLE % ("head: x, rosters: [{list: open, members: [x]}]",
                     "head: x, rosters: [{list: open, members: [x, x2]}]"),
        ),
    ),
    # --- mentions
    "no other record refers": Sentence(
        r"Xenia person .{0,80}No other record of the brief refers to it",
        "people: [{id: x, name: Xenia}]",
        (f"{ROUND}status: [{{status: concluded, by: x}}]}}]\npeople: [{{id: x, name: Xenia}}]",),
    ),
    "no other record refers to a body": Sentence(
        r"Guild organization IN THE BRIEF No other record of the brief refers to it",
        "organizations: [{id: g, name: Guild}]",
        ("organizations: [{id: g, name: Guild}, {id: h, name: Branch, of: g}]",),
    ),
    "no other record refers to a source": Sentence(
        r"Only source source .{0,120}No other record of the brief refers to it",
        "sources: [{id: s, title: Only source}]",
        (f"{ROUND}status: concluded}}]\nsources: [{{id: a, title: Only source}}]",),
    ),
    "places and records counted apart": Sentence(
        r"named in 2 places 1 document",
        paper("{status: sent, by: n, when: 2025-06-01}", "{status: leaked, by: n}"),
        (paper("{status: sent, by: n, when: 2025-06-01}"),),
    ),
    # --- time
    "without a date of their own": Sentence(
        r"Without a date of their own: 1 statement",
        "statements: [{speaker: x, gist: G}, {speaker: y, gist: H, when: 2025-06-01}]",
        ("statements: [{speaker: y, gist: H, when: 2025-06-01}]",),
    ),
    "sources without a date": Sentence(
        r"1 of 2 sources bears no date: b",
        "title: T2\nsources: [{id: a, published: 2025-06-01}, {id: b}]",
        ("sources: [{id: a, published: 2025-06-01}, {id: b, published: 2025-06-01}]",),
    ),
}  # fmt: skip


@pytest.fixture
def text(tmp_path, monkeypatch):
    """All that the program says of a brief, in one line."""
    monkeypatch.setattr("tui.rendering.layout.MEASURE", 3000)

    def text(body: str) -> str:
        written = {line.partition(":")[0] for line in body.splitlines() if line[:1].isalpha()}
        parts = re.split(r"\n(?=\w)", HEAD)
        head = "\n".join(part for part in parts if part.partition(":")[0] not in written)
        path = tmp_path / "t.yaml"
        path.write_text(f"{head}\n{body}\n", "utf-8")
        reading = load(path)
        assert not reading.errors, reading.problems
        view = View(reading, now=datetime(2025, 6, 11, tzinfo=UTC))
        pages = [brief_text(view, sections(), 2500, registers=False)]
        for key in view.register.by_key:
            pages += ("".join(s.text for s in line) for line in lay(dossier(view, key), 2000))
        return " ".join(" ".join(pages).split())

    return text


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_it_is_said_where_it_is_true(text, sentence):
    said = text(sentence.true)
    assert re.search(sentence.pattern, said), said


FALSE = [(name, body) for name, sentence in SENTENCES.items() for body in sentence.false]


@pytest.mark.parametrize(("name", "body"), FALSE, ids=[name for name, _ in FALSE])
def test_it_is_not_said_where_it_is_false(text, name, body):
    said = text(body)
    found = re.search(SENTENCES[name].pattern, said)
    assert not found, said

from collections.abc import Callable
from pathlib import Path

import pytest

from tui.brief.diff import Change, apply, changed_keys, follow, reading_changes
from tui.brief.load import load
from tui.brief.model import Measure
from tui.brief.reading import Reading

HEAD = "parley: 1\nid: talks\ntitle: Talks\n"
Diff = Callable[[str, str], tuple[Change, ...]]


def read(text: str, before: Reading | None = None) -> Reading:
    path = Path("brief.yaml")
    return load(path, before, {path: (HEAD + text).encode()})


def diff(old: str, new: str) -> tuple[Change, ...]:
    return reading_changes(read(old), read(new))


def told(changes: tuple[Change, ...]) -> list[str]:
    """Each change in a line: key, kind, and the paths of what is other."""
    return [
        " ".join([each.key, each.kind, *("/".join(map(str, f.path)) for f in each.fields)])
        for each in changes
    ]


def test_nothing_for_moved_and_reordered_text() -> None:
    old = "people:\n  - {id: a, name: A, tags: [x, y]}\n  - {name: B}\n"
    new = "\n# moved\npeople:\n  - {name: B}\n  - {id: a, tags: [y, x], name: A}\n"
    assert diff(old, new) == ()


def test_added_removed_and_changed() -> None:
    old = "people: [{id: a, name: A}, {id: b, name: B}]\n"
    new = "people: [{id: c, name: C}, {id: a, name: Anna}]\n"
    found = diff(old, new)
    assert told(found) == ["people/a changed name", "people/c added", "people/b removed"]
    assert (found[0].fields[0].old, found[0].fields[0].new) == ("A", "Anna")


def test_a_source_more_of_a_figure() -> None:
    text = (
        "conflict: {{events: [{{id: e, when: 2031, measures: [{{name: drones, claims: [{}]}}]}}]}}"
    )
    found = diff(text.format("{value: 472, src: s0}"), text.format("{value: 472, src: [s0, s4]}"))
    assert told(found) == ["events/e changed measures/drones/claims/0/src/s4"]
    assert isinstance(follow(found[0].old, found[0].fields[0].path[:2]), Measure)


def test_a_corrected_figure_is_of_the_same_claim() -> None:
    text = "exchanges: [{{id: x, per_side: {{claims: [{{value: 1000, by: ru}}, {}]}}}}]\n"
    found = diff(text.format("{value: 900, by: ua}"), text.format("{value: 950, by: ua}"))
    assert told(found) == ["exchanges/x changed per_side/claims/1/value"]


def test_members_come_and_go() -> None:
    text = "delegations: [{{party: ua, round: r1, rosters: [{{src: s0, members: [{}]}}]}}]\n"
    found = diff(text.format("a, {person: b, role: head}, c"), text.format("c, d, b"))
    path = "rosters/s0/members"
    expected = f"delegations/ua+r1 changed {path}/a {path}/d {path}/b/role"
    assert told(found) == [expected]


def test_a_corrected_quote_is_the_same_speech() -> None:
    text = "statements: [{{speaker: a, when: 2031-01-02, src: s0, quote: '{}'}}]\n"
    found = diff(text.format("We are ready to talk"), text.format("We are ready to talk now"))
    assert told(found) == ["statements/a+2031-1-2+We are ready to talk now changed quote"]


def test_another_speech_of_the_same_day_is_another() -> None:
    text = "statements: [{{speaker: a, when: 2031-01-02, src: s0, quote: '{}'}}]\n"
    found = diff(text.format("We are ready to talk"), text.format("The bridge was blown up"))
    assert [each.kind for each in found] == ["added", "removed"]


def test_another_id_is_another_record() -> None:
    found = diff("people: [{id: a, name: A B}]\n", "people: [{id: b, name: A B}]\n")
    assert [each.kind for each in found] == ["added", "removed"]


def test_a_record_that_is_given_an_id_stays_the_same() -> None:
    found = diff("people: [{name: A B, link: x}]\n", "people: [{id: b, name: A B, link: x}]\n")
    assert told(found) == ["people/b changed id"]


def test_a_state_more_is_a_change_and_another_order_of_states_is_none() -> None:
    text = "rounds: [{{id: r, when: 2031, status: [{}]}}]\n"
    assert told(diff(text.format("proposed"), text.format("proposed, scheduled"))) == [
        "rounds/r changed status/scheduled"
    ]
    old, new = read(text.format("proposed, scheduled")), read(text.format("scheduled, proposed"))
    assert not reading_changes(old, new)


def test_the_brief_itself_and_the_parts_of_it() -> None:
    old = "as_of: 2031-01-01\noverview: {bluf: One., judgments: [{text: It holds}]}\n"
    new = "as_of: 2031-01-02\naliases: {Kiev: Kyiv}\noverview: {bluf: Two.}\nconflict: {name: W}\n"
    assert told(diff(old, new)) == [
        "brief changed as_of aliases/Kiev",
        "overview changed bluf",
        "conflict changed name",
        "judgments/It holds removed",
    ]


def test_twins_are_told_apart_by_what_they_say() -> None:
    text = (
        "statements:\n  - {speaker: a, gist: x, note: one}\n  - {speaker: a, gist: x, note: two}\n"
    )
    new = "statements:\n  - {speaker: a, gist: x, note: two}\n"
    (change,) = diff(text, new)
    assert change.kind == "removed"
    assert change.old is not None
    assert change.old.note == "one"


def test_keys_of_what_is_new_or_other() -> None:
    old, new = (
        read("people: [{id: a, name: A}, {id: b, name: B}]"),
        read("people: [{id: a, name: B}]"),
    )
    assert changed_keys(old.register, new.register) == {"people/a"}
    assert changed_keys(new.register, old.register) == {"people/a", "people/b"}


def test_changes_fit_only_the_brief_they_are_of() -> None:
    old, new = read("people: [{id: a, name: A}]"), read("people: [{id: a, name: B}]")
    with pytest.raises(ValueError, match="not in"):
        apply(new.brief, reading_changes(old, new))


def test_many_records_without_ids_are_compared_in_good_time() -> None:
    rows = [
        f"  - {{speaker: p{n}, when: 2031-01-01, gist: said the thing {n}}}" for n in range(3000)
    ]
    old = read("statements:\n" + "\n".join(rows))
    new = read("statements:\n" + "\n".join(row.replace("said", "said again") for row in rows))
    found = reading_changes(old, new)
    assert {each.kind for each in found} == {"changed"}
    assert len(found) == 3000


def test_another_order_of_claims_is_no_change_and_another_verdict_is_one() -> None:
    text = "rounds: [{{id: r, status: scheduled, when: {{claims: [{}, {}]}}}}]\n"
    third, late = "{value: 2031-05-03, by: ru}", "{value: 2031-05-11, by: ua}"
    held = late.replace("}", ", held: accepted}")
    assert diff(text.format(third, late), text.format(late, third)) == ()
    found = diff(text.format(third, late), text.format(held, third))
    assert told(found) == ["rounds/r changed when/claims/1/held"]

"""A change in one line, in the words of its subject: `Round 2: scheduled → concluded`."""

from collections.abc import Iterator

from tui.blocks import Line, Span, plain
from tui.brief.claims import Claim
from tui.brief.diff import BRIEF, Change, FieldChange, follow
from tui.brief.model import Delegation, Member, Point, Roster, Status
from tui.brief.record import Record
from tui.brief.refs import SourceRef
from tui.presentation.changes.values import SHORT, cut, format_value, label
from tui.presentation.changes.within import States, field_name, listed, root, subject
from tui.presentation.names import record_link
from tui.presentation.states import now_words
from tui.presentation.view import View

MOST = 3
"""Things told of one change in its line; the rest are counted."""
_ARROW = Span(" → ", "quiet")
_NTH = ("", "first", "second", "third", "fourth", "fifth")
_QUOTED = {"quote", "as_written"}


def headline(view: View, change: Change, before: View | None = None) -> Line:
    """A change in one line. `before`: the older state, to name what only it knows."""
    states = States(before or view, view)
    if change.kind != "changed":
        return (Span(f"{'new' if change.kind == 'added' else 'removed'}: ", "label"),
                name(states, change))  # fmt: skip
    phrases = list(dict.fromkeys(phrase for phrase in _phrases(states, change) if phrase))
    of = name(states, change)
    line = [of._replace(text=of.text.rstrip(".")), Span(": ")]
    for at, phrase in enumerate(phrases[:MOST]):
        line += [*([Span(", ")] if at else []), *phrase]
    if len(phrases) > MOST:
        line.append(Span(f" and {len(phrases) - MOST} more", "quiet"))
    return tuple(line)


def name(states: States, change: Change) -> Span:
    """What a changed record is called; it leads there, unless it is gone."""
    record = change.new or change.old
    if change.key == BRIEF or "/" not in change.key or record is None:
        return Span("The brief" if change.key == BRIEF else label(change.key).capitalize(), "name")
    view = states.new if change.new else states.old
    span = record_link(view, record)
    if isinstance(record, Delegation):
        span = span._replace(text=f"Delegation of {span.text}")
    return span._replace(link=change.key if change.new else "")


def _phrases(states: States, change: Change) -> Iterator[Line]:
    """What is said about each field."""
    if turn := _turn(states, change):
        yield turn
    fields = sorted(change.fields, key=_rank)
    for field in fields:
        if turn and field.path[0] == "status":
            continue
        if _is(field, Member):
            yield _member(states, change, field)
            continue
        about = subject(states, change, field)
        shown = _phrase(states, change, field)
        yield (*about, Span(": "), *shown) if about and shown else shown


def _rank(field: FieldChange) -> int:
    """What says most first: values, then who left and who joined, then what it rests on."""
    if _is(field, Member):
        return 1 if field.new is None else 2
    return 3 if "src" in field.path else 0


def _is(field: FieldChange, kind: type) -> bool:
    return isinstance(field.old or field.new, kind) and not (field.old and field.new)


def _turn(states: States, change: Change) -> Line:
    """What holds now against what held before; empty where it is the same."""
    old, new = (follow(record, ("status",)) for record in (change.old, change.new))
    if not (isinstance(old, tuple) and isinstance(new, tuple) and old and new):
        return ()
    if not all(isinstance(each, Status) for each in (*old, *new)):
        return ()
    before, after = now_words(states.old, old), now_words(states.new, new)
    return (Span(before), _ARROW, Span(after, "status")) if before != after else ()


def _phrase(states: States, change: Change, field: FieldChange) -> Line:
    if _is(field, SourceRef):
        return _source(states, change, field)
    if _is(field, Claim) and len(field.path) > 1:
        return _claim(states, change, field)
    if _is(field, Roster):
        return (*states.either(field), Span(" added" if field.new else " taken out"))
    if _is(field, Point):
        return _point(states, field)
    if listed(states, change, field) or _is(field, Record):
        return _listed(states, change, field)
    return _value(states, change, field)


def _source(states: States, change: Change, field: FieldChange) -> Line:
    """A source more or less: `second source added`; of one named before, the place in it."""
    ref = field.new or field.old
    before = {each.id for each in follow(root(states, change), field.path[:-1]) or ()}
    where = ", ".join(part for part in (ref.id, ref.at) if part)
    if field.old is not None:
        return (Span(f"source {where} taken out"),)
    before -= {
        each.old.id
        for each in change.fields
        if each.new is None and each.path[:-1] == field.path[:-1] and each.old.id != ref.id
    }
    if ref.id in before:
        return (Span(f"also read in {where}"),)
    count = len(before) + 1
    nth = f"{_NTH[count] if count < len(_NTH) else 'another'} " if before else ""
    return (Span(f"{nth}source added"),)


def _claim(states: States, change: Change, field: FieldChange) -> Line:
    shown = cut(states.either(field))
    verb = "claim added" if field.new else "claim taken out"
    return (Span(f"{field_name(states, change, field)}, {verb}: "), *shown)


def _point(states: States, field: FieldChange) -> Line:
    """A point of a series that came or went; of a correction, both figures."""
    point: Point = field.new or field.old
    about = (*cut(states.either(field)), Span(": "))
    figure = format_value(states.new, point.value)
    if field.new and point.corrects:
        old = format_value(states.new, point.corrects)
        return (*about[:-1], Span(" corrected "), *old, _ARROW, *figure)
    verb = "point added: " if field.new else "point taken out: "
    return (Span(verb), *about, *figure) if figure else (Span(verb), *about[:-1])


def _member(states: States, change: Change, field: FieldChange) -> Line:
    """Who joined or left; of somebody who is on another list too, only what this list does."""
    member = field.new or field.old
    other = change.old if field.new else change.new
    who = states.now(member.person) if field.new else states.was(member.person)
    rosters = other.rosters if isinstance(other, Delegation) else ()
    if any(each.person == member.person for roster in rosters for each in roster.members):
        text = "named by one list more" if field.new else "named by one list less"
    else:
        text = "joined" if field.new else "left"
    return *who, Span(f" {text}")


def _listed(states: States, change: Change, field: FieldChange) -> Line:
    """A thing that came, went or, as in a map of names, is other."""
    old, new = states.was(field.old), states.now(field.new)
    what = field_name(states, change, field)
    if old and new:
        return (Span(f"{what} "), *cut(old), _ARROW, *cut(new))
    verb = "added" if new else "taken out"
    return (Span(f"{what} {verb}: "), *cut(new or old))


def _value(states: States, change: Change, field: FieldChange) -> Line:
    """A value against the one before; of long texts only that they are other."""
    old, new = states.was(field.old), states.now(field.new)
    what = field_name(states, change, field)
    if not old or not new:
        verb = "added" if new else "taken out"
        long = len(plain(new or old)) > SHORT or not new
        return (Span(f"{what} {verb}"),) if long else (Span(f"{what}: "), *new)
    if str(field.path[-1]) in _QUOTED:
        return (Span(f"{what} corrected"),)
    if plain(new) in name(states, change).text:
        return (Span(f"{what} was "), *cut(old))
    if max(len(plain(old)), len(plain(new))) > SHORT:
        return (Span(f"{what} reworded"),)
    return (Span(f"{what} "), *old, _ARROW, *new)

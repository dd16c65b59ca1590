"""A brief to look at without what is marked: for a filter that hides it, and not to hand on."""

from dataclasses import fields, replace
from typing import Any

from tui.brief.claims import Claim, Claimed
from tui.brief.handling import Ladder
from tui.brief.model import Brief, Measure
from tui.brief.record import Record
from tui.brief.refs import Reference, SourceRef
from tui.brief.value import Value
from tui.brief.walk import within

_GONE: Any = object()


def unmarked(brief: Brief, ladder: Ladder) -> Brief:
    """A brief without records and claims that bear a mark, and without references to them.

    Texts that speak of them stay: see `tui.brief.redact` for a brief without those.
    """
    gone: set[str] = set()
    for name in (each.name for each in fields(brief)):
        value = getattr(brief, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Record):
                gone |= {r.id for r in within(each) if r.id and ladder.named(r.confidential)}
    made = _without(brief, ladder, frozenset(gone))
    return made if isinstance(made, Brief) else brief


def _without(value: Any, ladder: Ladder, gone: frozenset[str]) -> Any:
    match value:
        case tuple() if not hasattr(value, "_fields"):  # places are tuples with names
            kept = (_without(each, ladder, gone) for each in value)
            return tuple(each for each in kept if each is not _GONE)
        case Reference() | SourceRef():
            return _GONE if value.id in gone else value
        case Record() | Claim() if ladder.named(value.confidential):
            return _GONE
        case Claimed() | Measure():
            return _claimed(value, ladder, gone)
        case Record() | Claim() | Brief():
            return _fields(value, ladder, gone)
    return value


def _claimed(value: Claimed[Any] | Measure, ladder: Ladder, gone: frozenset[str]) -> Any:
    """What is claimed. A verdict on all claims would be another on fewer of them."""
    made = _fields(value, ladder, gone)
    if len(made.claims) == len(value.claims):
        return made
    if not made.claims and not getattr(value, "series", None):
        return _GONE
    return replace(made, held="", why="", note="")


def _fields(value: Value, ladder: Ladder, gone: frozenset[str]) -> Any:
    changed: dict[str, Any] = {}
    kind: Any = value
    for each in fields(kind):
        before = getattr(value, each.name)
        after = _without(before, ladder, gone)
        if after is _GONE:
            if isinstance(value, Claim) and each.name in {"value", "by"}:
                return _GONE
            after = None
        if after is not before:
            changed[each.name] = after
    return replace(kind, **changed) if changed else value

"""Who supports a value: the name of a side, of a value, and voices counted in words."""

from collections.abc import Iterable, Mapping

from tui.blocks import Line, Span
from tui.brief.model import Conflict, Measure, OutcomeItem, Party, Site
from tui.brief.record import Record
from tui.brief.walk import ClaimedField
from tui.presentation.figures import counted
from tui.presentation.names import humanize, name_link, record_link
from tui.presentation.view import View

_WHOLE = "conflict/whole"
"""The row of the Conflict tab for what is said of the conflict as a whole."""


def side_name(view: View, sides: Mapping[str, tuple[Party, ...]], side: str) -> Line:
    """A side by its one party, else by its name with its parties."""
    parties = sides.get(side, ())
    if side not in sides:
        together = (side_name(view, sides, each) for each in side.split("+") if each in sides)
        return tuple(span for each in together for span in (Span(" with "), *each))[1:]
    if len(parties) == 1:
        return (name_link(view, parties[0].id),)
    names: list[Span] = []
    for party in parties:
        names += [Span(", "), name_link(view, party.id)] if names else [name_link(view, party.id)]
    return (Span(side), Span(" ("), *names, Span(")"))


def value_name(fact: ClaimedField) -> str:
    """What a value is: the name of a figure, else the word for its field."""
    match fact.owner:
        case Measure(name=name):
            pass
        case Site() as site:
            name = f"outcome at {site.place.name if site.place else site.as_written}"
        case OutcomeItem() as item:
            name = item.text
        case Record():
            name = "status" if fact.field == "states" else humanize(fact.field)
    return name[:1].upper() + name[1:]


def place_of(view: View, record: Record) -> Span:
    """The record a value is in, leading there."""
    if isinstance(record, Conflict):
        return Span(record.name or "The conflict", "name", _WHOLE)
    return record_link(view, record)


def section_word(record: Record) -> str:
    """Where a record belongs, in a word: `events`, `third parties`."""
    return humanize(record.key.partition("/")[0] or type(record).__name__.lower())


def voices_line(
    view: View,
    sides: Mapping[str, tuple[Party, ...]],
    voices: Iterable[tuple[str, int]],
    standing: str,
) -> Line:
    """How many voices there are and where they stand: `2 voices, one on each side`."""
    found = tuple(voices)
    total = sum(count for _, count in found)
    spans = [Span(counted(total, "voice"))]
    if [count for _, count in found] == [1, 1] and all(side in sides for side, _ in found):
        spans.append(Span(", one on each side" if len(sides) == 2 else ", of two sides"))
    elif len(found) == 1:
        spans += _alone(view, sides, found[0][0], total)
    else:
        for index, (side, count) in enumerate(found):
            spans.append(Span(f"{', ' if index else ': '}{count} of "))
            spans += side_name(view, sides, side) if side else (Span("no side"),)
    if standing.startswith(("confirmed", "reported")):
        spans.append(Span(f"; {standing}"))
    return tuple(spans)


def _alone(view: View, sides: Mapping[str, tuple[Party, ...]], side: str, total: int) -> Line:
    if not side:
        return (Span(", of no side" if total == 1 else ", none of a side"),)
    head = ", of one side: " if total == 1 else ", all of one side: "
    return (Span(head), *side_name(view, sides, side))

"""The island of agreement as a page: what the sides agree on, contest, or leave to others."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from tui.blocks import Block, Fact, Heading, Item, Line, Prose, Span
from tui.brief.model import Measure
from tui.brief.record import Record
from tui.presentation.facts import SIGNS, inherited, value
from tui.presentation.names import name_link
from tui.presentation.sides import place_of, section_word, side_name, value_name
from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.analysis.agreement import Island, SharedFact

LONGEST = 200
"""Entries of one list; beyond that, only their number is given."""
MANY = 8
"""Records of one kind with the same values, beyond which their number is given, not their names."""
_SHARED = (
    ("agreed", "Agreed by the sides", "Two sides say it, one of them perhaps more exactly."),
    (
        "contested",
        "Contested",
        "What the sides say excludes each other, cannot be compared, or is held to conflict.",
    ),
    ("compatible", "Compatible", "All of it can be true, and none of it confirms the other."),
    ("worded", "In other words", "The sides speak of it in words that no program can compare."),
)
_WHOLE = (
    "The values of the brief by who claims them. Positions are not among them: each is one side's "
    "own. Of states, only those in which sides contradict each other are."
)
_ONE = "Of the sides only this one speaks of it. Silence is no denial."
_NONE = "No side speaks of it: it rests on sources and third parties alone."
_COUNTED = {
    "agreed": "agreed",
    "contested": "contested",
    "compatible": "compatible",
    "worded": "in other words",
    "one side": "one side only",
    "no side": "no side's",
}


def counts(island: "Island") -> str:
    """How many values there are of each kind, in words."""
    found = {kind: len(shared) for kind, shared in island.by_footing.items()}
    return " · ".join(f"{count} {_COUNTED[kind]}" for kind, count in found.items() if count)


def agreement(view: View, island: "Island") -> tuple[Block, ...]:
    """The page: a list for each kind, every name leading to its record."""
    found = {str(kind): shared for kind, shared in island.by_footing.items()}
    blocks: list[Block] = [
        Heading((Span("Where they agree", "title"),), level=1),
        Fact("sides", tuple(_sides(view, island))),
        Prose((Span(_WHOLE, "quiet"),)),
    ]  # fmt: skip
    for kind, title, about in _SHARED:
        if found[kind] or kind == "agreed":
            blocks += _list(title, len(found[kind]), about)
            blocks.append(Fact("", tuple(_capped(_values(view, found[kind], island)))))
    blocks += _one_side(view, island, found["one side"])
    blocks += _list("Nobody's side", len(found["no side"]), _NONE) if found["no side"] else ()
    blocks.append(Fact("", tuple(_capped(_records(view, found["no side"])))))
    return tuple(block for block in blocks if not isinstance(block, Fact) or block.items)


def _sides(view: View, island: "Island") -> Iterator[Item]:
    for side in island.sides.parties:
        yield Item(side_name(view, island.sides.parties, side))


def _list(title: str, count: int, about: str) -> tuple[Block, ...]:
    shared = about if count else "No value that two sides are known to agree on."
    aside = (Span(str(count), "quiet"),)
    return Heading((Span(title),), aside), Fact("", (Item((Span(shared, "quiet"),)),))


def _one_side(view: View, island: "Island", shared: "tuple[SharedFact, ...]") -> Iterator[Block]:
    if shared:
        yield from _list("One side only", len(shared), _ONE)
    for side in island.sides.parties:
        here = tuple(each for each in shared if each.sides == (side,))
        if here:
            count = (Span(str(len(here)), "quiet"),)
            yield Heading(side_name(view, island.sides.parties, side), count, level=3)
            yield Fact("", tuple(_capped(_values(view, here, island))))


def _values(view: View, shared: "Iterable[SharedFact]", island: "Island") -> Iterator[Item]:
    """Each value with the claims of the sides below it."""
    for each in shared:
        sign = SIGNS.get(each.kind)
        name = Span(value_name(each.fact), "strong")
        place = place_of(view, each.record)
        yield Item((name, Span(" · ", "quiet"), place), _read_in(view, each), sign)
        yield from (Item(line, depth=1) for line in _claims(view, each, island))


def _claims(view: View, shared: "SharedFact", island: "Island") -> Iterator[Line]:
    """What the sides say, each value once with all who say it."""
    voices: dict[Line, list[Span]] = {}
    for claim in shared.fact.claimed.unstruck:
        if claim.value is not None and island.sides.all_of(claim, shared.fact):
            who = voices.setdefault(value(view, claim), [])
            name = name_link(view, claim.by) if claim.by else Span("its own source", "quiet")
            who += [] if name in who else [*((Span(", ", "quiet"),) if who else ()), name]
    other_voices = (Span("  others speak of it too", "quiet"),) if shared.others else ()
    for index, (shown_value, who) in enumerate(voices.items(), 1):
        last = index == len(voices)
        yield (*shown_value, Span("  — ", "quiet"), *who, *(other_voices if last else ()))


def _read_in(view: View, shared: "SharedFact") -> Line:
    fact = shared.fact
    return inherited(view, tuple(ref for c in fact.claimed.unstruck for ref in fact.sources(c)))


def _records(view: View, shared: "tuple[SharedFact, ...]") -> Iterator[Item]:
    """Records with the names of their values: what nobody's side says is most of any brief."""
    found: dict[int, tuple[Record, list[str]]] = {}
    for each in shared:
        names = found.setdefault(id(each.record), (each.record, []))[1]
        own = each.fact.owner is each.record and isinstance(each.record, Measure)
        names.append("the figure" if own else value_name(each.fact))
    alike: dict[tuple[str, str], list[Record]] = {}
    for record, names in found.values():
        text = ", ".join(dict.fromkeys(name[:1].lower() + name[1:] for name in names))
        alike.setdefault((section_word(record), text), []).append(record)
    for (section, text), records in alike.items():
        if len(records) > MANY:
            yield Item((Span(f"{text} of {len(records):,} {section}", "quiet"),))
        else:
            for record in records:
                yield Item((place_of(view, record), Span(f"  {text}", "quiet")))


def _capped(items: Iterable[Item]) -> Iterator[Item]:
    every = tuple(items)
    yield from every[:LONGEST]
    if len(every) > LONGEST:
        yield Item((Span(f"and {len(every) - LONGEST:,} lines more", "quiet"),))

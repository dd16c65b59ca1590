"""Briefs as rows of a list, and the orders they can stand in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.blocks import CHANGED, DISPUTED, MARKED, PROBLEM, STALE, Line, Row, Span
from tui.library.listing import Listing
from tui.presentation.header import BETWEEN


def row(path: Path, listed: Listing | None, unread: int | None = 0) -> Row:
    """One brief; of one that is not known yet the name of its file alone.

    `unread` counts the changes that were not read yet; None: some, and nobody has counted them.
    """
    if listed is None:
        return Row(str(path), (Span(path.name, "title"),), (Span("…", "quiet"),))
    signs = (
        (PROBLEM, listed.errors > 0),
        (CHANGED, unread != 0),
        (STALE, listed.stale),
        (MARKED._replace(word=listed.handling), bool(listed.handling)),
    )
    mark = (Span(listed.handling, "handling"), BETWEEN) if listed.handling else ()
    dated = Span(listed.dated, "status") if listed.dated else Span("no date", "quiet")
    return Row(
        str(path),
        (Span(listed.title or path.name, "title"),),
        tuple(_below(path, listed, unread)),
        (*mark, dated),
        tuple(sign for sign, there in signs if there),
    )


def _below(path: Path, listed: Listing, unread: int | None) -> Iterator[Span]:
    counts = (
        (listed.rounds, "round"),
        (listed.sources, "source"),
        (listed.problems, "problem"),
    )
    parts = [f"{n:,} {word}{'' if n == 1 else 's'}" for n, word in counts if n]
    parts += [f"{unread} new"] if unread else []
    yield Span(BETWEEN.text.join((path.name, *parts)), "quiet")
    if listed.disputes:
        yield from (BETWEEN, Span(f"{DISPUTED.glyph}{listed.disputes}", DISPUTED.role))
    if listed.parties:
        yield from (BETWEEN, Span(listed.parties, "quiet"))


@dataclass(frozen=True, slots=True)
class LibraryOrder:
    """One order of a list of briefs."""

    word: str
    """What it goes by, as the heading says it."""
    key: Callable[[Listing], str | float]
    highest_first: bool = False
    """Whether the latest, or the most, is at the top unless it is turned round."""


BY_FILE = LibraryOrder("file name", lambda _: 0)
ORDERS = (
    BY_FILE,
    LibraryOrder("title", lambda each: each.title.casefold()),
    LibraryOrder("date", lambda each: each.day, highest_first=True),
    LibraryOrder("last saved", lambda each: each.changed, highest_first=True),
    LibraryOrder("problems", lambda each: each.problems + each.errors / 1e6, highest_first=True),
    LibraryOrder("disputes", lambda each: each.disputes, highest_first=True),
)
"""By file name first: there nothing moves while the briefs become known."""


def name_of_order(which: int, *, turned: bool) -> str:
    """An order by its word, with a minus before it where it is turned round."""
    return f"{'-' if turned else ''}{ORDERS[which].word}"


def order_named(name: str) -> tuple[int, bool]:
    """Which order that is; the first one for a word that is not known any more."""
    words = [each.word for each in ORDERS]
    word = name.removeprefix("-")
    return (words.index(word), name.startswith("-")) if word in words else (0, False)


def next_order(name: str, by: int) -> str:
    """The order that comes after one, in the order of `ORDERS`."""
    return name_of_order((order_named(name)[0] + by) % len(ORDERS), turned=False)


def reversed_order(name: str) -> str:
    """An order the other way."""
    which, turned = order_named(name)
    return name_of_order(which, turned=not turned)


def arranged(
    paths: Iterable[Path],
    known: Mapping[Path, Listing],
    order: LibraryOrder,
    *,
    turned: bool = False,
) -> list[Path]:
    """Put briefs in an order, equals by their names; those not known yet come last."""
    down = order.highest_first != turned
    by_name = sorted(paths, key=lambda path: path.name, reverse=turned and order is BY_FILE)
    if order is BY_FILE:
        return by_name
    parts = [path for path in by_name if path in known]
    parts.sort(key=lambda path: order.key(known[path]), reverse=down)
    return [*parts, *(path for path in by_name if path not in known)]


def state_line(order: LibraryOrder, *, turned: bool) -> Line:
    """What the list goes by, and which way."""
    down = order.highest_first != turned
    return (Span(f"by {order.word} {'↓' if down else '↑'}", "quiet"),)

"""Orders of the list of a brief: by what its rows say, and by their records.

An order is named by its word (`date`), turned round with a minus before it (`-date`); the empty one
is that in which the tab lists its rows. Rows keep their headings: where an order would tear a
group apart, it holds within each group. Pictures at the top stay there.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, NamedTuple, TypeAlias

from tui.analysis.compare import Kind
from tui.blocks import CHANGED, DISPUTED, PROBLEM, Row
from tui.brief.record import Record
from tui.brief.walk import facts
from tui.filter.flat import flat
from tui.presentation.view import View

Rank: TypeAlias = Any
"""What rows are compared by; None: the row has none, and is last in both directions."""
TURNED = "-"
_BEFORE = ("quiet", "source")
"""Roles of spans before a title: the id of a source, `proposed:` before a date."""
_COUNT = re.compile(r"\d[\d,]*(?= )")


class Order(NamedTuple):
    """One order."""

    key: Callable[[View, Row], Rank]
    label: str
    """How it is named."""
    turned: str
    """How it is named when reversed."""
    down: bool = False
    """Whether the latest, or the most, is at the top."""


def _title(_view: View, row: Row) -> Rank:
    """Its words, without the spans before them; a number in them counts as one."""
    own = [span.text for span in row.title if span.role not in _BEFORE]
    words = flat("".join(own or (span.text for span in row.title)))
    parts = (part for part in re.split(r"(\d+)", words) if part)
    return [(0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts] or None


def _date(view: View, row: Row) -> datetime | None:
    """When it was, or begins to be possible; of several dates that of the row, else the first."""
    from tui.analysis.backlinks import date_of  # noqa: PLC0415  (only for this order)
    from tui.analysis.dated import cutoff, place, placed  # noqa: PLC0415
    from tui.analysis.dated.entries import entries_of  # noqa: PLC0415

    record = record_of(view, row)
    if record is None:
        return None
    dates = {each.key: each.when for each in entries_of(record, view.register, view.home)}
    first = next(iter(dates.values()), None) or date_of(record, view.register)
    when = dates.get(row.key, first)
    if when is None or not (when.start or when.end):
        return None
    return place(placed(when, view.home), cutoff(view.brief))


def _status(_view: View, row: Row) -> Rank:
    return flat(" ".join(span.text for span in row.trailing if span.role == "status")) or None


def _count(_view: View, row: Row) -> int | None:
    """The figure at its right: of a source, how many facts rest on it."""
    found = _COUNT.match("".join(span.text for span in row.trailing))
    return int(found[0].replace(",", "")) if found else None


def _disputes(view: View, row: Row) -> int:
    """How many values of it are disputed."""
    record = view.register.by_key.get(row.key)
    held = (each for each in facts(record, view.brief.src)) if record else ()
    several = (each for each in held if len(each.claimed.unstruck) > 1)
    count = sum(view.verdict(each).kind is Kind.DISPUTE for each in several)
    return max(count, DISPUTED in row.signs)


def _unread(view: View, row: Row) -> int:
    """How much of it changed since it was read; what is new as a whole comes first."""
    change = view.changes.get(row.key) or view.changes.get(row.subject)
    if change is None or CHANGED not in row.signs:
        return int(CHANGED in row.signs)
    return 1_000 if change.kind == "added" else max(len(change.fields), 1)


def _problems(view: View, row: Row) -> int:
    record = view.register.by_key.get(row.key)
    return max(len(view.reading.problems_in(record)) if record else 0, PROBLEM in row.signs)


ORDERS = {
    "title": Order(_title, "by title, A to Z", "by title, Z to A"),
    "date": Order(_date, "by date, the latest first", "by date, the earliest first", down=True),
    "status": Order(_status, "by status, A to Z", "by status, Z to A"),
    "count": Order(_count, "by the figure at the right, the most first",
                   "by the figure at the right, the least first", down=True),
    "disputes": Order(_disputes, "the most disputed first", "the least disputed first", down=True),
    "unread": Order(_unread, "what changed first", "what changed last", down=True),
    "problems": Order(_problems, "what is wrong first", "what is wrong last", down=True),
}  # fmt: skip


def record_of(view: View, row: Row) -> Record | None:
    """The record of a row."""
    known = view.register.by_key
    return known.get(row.key) or known.get(row.subject)


def orders_for(view: View, rows: Sequence[Row]) -> tuple[str, ...]:
    """The orders in which some rows would not all be equal, that of the list itself first."""
    _, moving = _apart(view, rows)
    return ("", *(name for name, order in ORDERS.items() if _differs(view, order, moving)))


def format_order(order: str) -> str:
    """An order in words; nothing for that of the list itself, and for one nobody knows."""
    name = order.removeprefix(TURNED)
    if not name:
        return "the other way round" if order else ""
    known = ORDERS.get(name)
    return (known.turned if order.startswith(TURNED) else known.label) if known else ""


def turned(order: str) -> str:
    """The same order the other way round."""
    return order.removeprefix(TURNED) if order.startswith(TURNED) else f"{TURNED}{order}"


def arranged(
    view: View, rows: tuple[Row, ...], order: str, *, in_order: bool = False
) -> tuple[Row, ...]:
    """Rows in an order; one that nobody knows leaves them as they are.

    `in_order`: their headings come of their order, as months do; in another one that
    tears them apart they are left out.
    """
    if not format_order(order):
        return rows
    head, moving = _apart(view, rows)
    whole = _in_order(view, moving, order)
    if _holds_together(whole):
        return (*head, *whole)
    if in_order:
        return (*head, *(row._replace(group="") for row in whole))
    groups = dict.fromkeys(row.group for row in moving)
    each = (_in_order(view, [r for r in moving if r.group == name], order) for name in groups)
    return (*head, *(row for group in each for row in group))


def _in_order(view: View, rows: Sequence[Row], order: str) -> list[Row]:
    back, known = order.startswith(TURNED), ORDERS.get(order.removeprefix(TURNED))
    if known is None:
        return list(reversed(rows))
    ranks = {row.key: known.key(view, row) for row in rows}
    ranked = [row for row in rows if ranks[row.key] is not None]
    ranked.sort(key=lambda row: ranks[row.key], reverse=known.down != back)
    return [*ranked, *(row for row in rows if ranks[row.key] is None)]


def _apart(view: View, rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows at the top that have no record, or before all headings; and the others."""
    grouped = any(row.group for row in rows)
    first = next(
        (n for n, row in enumerate(rows) if row.group or not (grouped or not record_of(view, row))),
        len(rows),
    )
    return list(rows[:first]), list(rows[first:])


def _differs(view: View, order: Order, rows: Sequence[Row]) -> bool:
    first: list[Rank] = []
    for row in rows:
        rank = order.key(view, row)
        if first and rank != first[0]:
            return True
        first = first or [rank]
    return False


def _holds_together(rows: Sequence[Row]) -> bool:
    """Whether the rows of each heading follow each other."""
    runs = [name for name, _ in groupby(rows, key=lambda row: row.group)]
    return len(runs) == len(set(runs))

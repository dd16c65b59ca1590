"""How much happened when: contacts, events, statements and rounds by the day, or by the week.

A thing counts on the day it began, if that is known to the day; the words say how many are left
out. So no bar stands for a guess.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta

from tui.analysis.dated import Dated, cutoff, dated
from tui.blocks import Block, Heading, Prose, Span, Sparkline
from tui.brief.instants import stretch
from tui.presentation.figures import counted
from tui.presentation.lanes import civil
from tui.presentation.view import View

KINDS = ("round", "contact", "statement", "event")
DAYS = 60
"""Days beyond which weeks are counted."""
LONGEST = 52
"""Spans drawn, the last ones before the cut-off."""


def activity(view: View) -> tuple[Block, ...]:
    """A line of blocks with the same in words; words alone where too few days are certain."""
    head = Heading((Span("How much happened when", "title"),), level=1)
    entries = [e for e in dated(view.brief, view.register) if e.kind in KINDS and not e.what]
    days: dict[date, Counter[str]] = defaultdict(Counter)
    for each in entries:
        if day := _day(view, each):
            days[day][each.kind] += 1
    if len(days) < 3:
        return head, Prose((Span("Of fewer than three days is it certain what they brought."),))
    end = _closed(view) or max(days)
    size = 1 if end - min(days) < timedelta(days=DAYS) else 7
    last = end + timedelta(days=1)
    first = max(min(days), last - timedelta(days=size * LONGEST))
    spans = -(-(last - first).days // size)
    first = last - timedelta(days=spans * size)
    kinds: list[Counter[str]] = [Counter() for _ in range(spans)]
    for day, found in days.items():
        if first <= day < last:
            kinds[(day - first).days // size] += found
    if not any(kinds):
        return head, Prose((Span("Nothing of what is dated to the day lies before the cut-off."),))
    counts = tuple(each.total() for each in kinds)
    sparkline = Sparkline(first, size, counts, spans - 1 if _closed(view) else -1)
    left = len(entries) - sum(counts)
    return (head, sparkline, _words(sparkline, kinds, left))


def _day(view: View, entry: Dated) -> date | None:
    """The day a thing began, in the home zone; None where that is not known to the day."""
    when = entry.when
    if when.within or when.open or when.start is None or when.precision not in {"minute", "day"}:
        return None
    start = stretch(when, view.home).start
    day = civil(view, start).date() if start else None
    # Beside the ends of the calendar there is no room for spans.
    return day if day and 1 < day.year < 9999 else None


def _closed(view: View) -> date | None:
    end = cutoff(view.brief)
    return civil(view, end - timedelta(minutes=1)).date() if end else None


def _words(sparkline: Sparkline, kinds: list[Counter[str]], left: int) -> Prose:
    most = max(sparkline.counts)
    busiest, rest = [], []
    for index, found in enumerate(kinds):
        if sparkline.counts[index] == most:
            of = ", ".join(counted(number, kind) for kind, number in found.most_common())
            busiest.append(f"{_name(sparkline, index)}, {of}")
        elif sparkline.counts[index]:
            rest.append(f"{_name(sparkline, index)}, {sparkline.counts[index]}")
    text = f"Busiest: {'; '.join(busiest)}."
    text += f" Else: {'; '.join(rest)}." if rest else ""
    text += f" Not drawn, being earlier, later or of no certain day: {left}." if left else ""
    return Prose((Span(text, "quiet"),))


def _name(sparkline: Sparkline, index: int) -> str:
    day = sparkline.start + timedelta(days=index * sparkline.days)
    week = "week of " if sparkline.days == 7 else ""
    return f"{week}{day.day} {day:%B}"

"""Overdue and overtaken records, and contradictions, in words."""

from collections.abc import Callable

from tui.analysis.stale import Stale, states_of
from tui.blocks import STALE, Block, Fact, Heading, Item, Line, Prose, Span
from tui.brief.lazy_regex import late
from tui.brief.model import Conflict, Exchange, Round, Source
from tui.brief.record import Record
from tui.brief.refs import SourceRef
from tui.brief.when import When
from tui.presentation import dates
from tui.presentation.facts import margin
from tui.presentation.marks import noted_of
from tui.presentation.names import record_link
from tui.presentation.states import now_words
from tui.presentation.view import View

FEW = 4
"""Sources that are named one by one."""
SHORT = 8
"""Entries of the short list on the first page."""


def overdue(view: View) -> tuple[Block, ...]:
    """What was late or overtaken when the brief was closed; today's age in one quiet line."""
    found = tuple(view.stale.values())
    late = [each for each in found if each.reason != "stance"]
    items = [Item(_line(view, each), sign=STALE) for each in late[:SHORT]]
    if len(late) > SHORT:
        items.append(
            Item((Span(f"and {len(late) - SHORT} more, marked † in their tabs", "quiet"),))
        )
    moved = len(found) - len(late)
    if moved:
        one = "position was" if moved == 1 else "positions were"
        text = f"{moved} earlier {one} hardened or softened since; they bear a †"
        items.append(Item((Span(text, "quiet"),)))
    blocks: list[Block] = [_heading(view), Fact("", tuple(items))] if items else []
    quiet = " ".join(filter(None, (_today(view), _undated(view))))
    return (*blocks, Prose((Span(quiet, "quiet"),))) if quiet else tuple(blocks)


def _heading(view: View) -> Heading:
    when = view.brief.as_of
    aside = f"as of {dates.format_when(when, view.home)}" if when else ""
    return Heading((Span("Overtaken or overdue"),), (Span(aside, "quiet"),) if aside else ())


def _line(view: View, each: Stale) -> Line:
    name = _name(view, each.record)
    when = dates.format_when(each.when, view.home) if each.when else ""
    later = dates.format_when(each.later, view.home) if each.later else ""
    word = now_words(view, states_of(each.record)) if each.overdue else each.word
    texts = {
        "round": f"{word} for {when}; no later state is given",
        "watch": f"was to show itself by {when}",
        "question": f"an answer was due {when}",
        "exchange": f"told as {word}, and to be completed {when}",
        "ceasefire": f"told as {word}, and its time is over",
        "seats": f"{_people(each.count)} still told as expected; the round is over",
        "stance": f"{word} since, {later}",
    }
    return (name, Span(f": {texts[each.reason]}"))


def _people(count: int) -> str:
    return "one person" if count == 1 else f"{count} people"


def _today(view: View) -> str:
    """How old the brief is on the day it is read, and what of it has had its date since."""
    if view.now is None:
        return ""
    from tui.analysis.stale import cutoff, moment, stale  # noqa: PLC0415

    since = cutoff(view.brief)
    if since is None or since.end is None or view.now <= since.end:
        return ""
    age = span_of_days((view.now - since.end).days)
    every = stale(view.brief, view.register, moment(view.now))
    count = sum(each.overdue and each.record.key not in view.stale for each in every)
    text = f"Read on {dates.format_instant(view.now).partition(',')[0]}, the brief is {age} old"
    if not count:
        return f"{text}."
    had = "thing it looks ahead to has had its" if count == 1 else (
        "things it looks ahead to have had their"
    )  # fmt: skip
    return f"{text}; {count} {had} time since."


def _undated(view: View) -> str:
    """How many sources bear no date; which ones, where they are few."""
    from tui.analysis.stale import without_date  # noqa: PLC0415

    bare = without_date(view.register)
    if not bare:
        return ""
    which = f": {', '.join(source.id for source in bare)}" if len(bare) <= FEW else ""
    verb = "bears" if len(bare) == 1 else "bear"
    return f"{len(bare)} of {_count(len(view.brief.sources), 'source')} {verb} no date{which}."


def span_of_days(days: int) -> str:
    """A number of days as people say it: `5 days`, `3 weeks`, `14 months`, `3 years`."""
    for size, limit, word in ((1, 14, "day"), (7, 60, "week"), (30.44, 730, "month")):
        if days < limit:
            return _count(int(days / size), word) if days else "less than a day"
    return _count(int(days / 365.25), "year")


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


_KINDS = {
    "effect": "{r0} ({d0}) is said to answer {r1}, and began before it ({d1}).",
    "meeting": "{r0} is dated {d0}, before it was proposed or scheduled ({d1}).",
    "put": "{r0} ({d0}) lies before what was put to it, {r1} ({d1}).",
    "next": "{r0} ({d0}) names as its next round {r1}, which lies before it ({d1}).",
    "numbers": "{r0}, {n0} ({d0}), lies before {r1}, {n1} ({d1}).",
    "answer": "{r0} is answered ({d0}) before it was made ({d1}).",
    "received": "{r0} is received ({d0}) before it was sent ({d1}).",
    "completed": "{r0} is completed ({d0}) before it was agreed ({d1}).",
    "tranche early": "{r0}: a tranche of {d0}, before it was agreed ({d1}).",
    "tranche late": "{r0}: a tranche of {d0}, after it was completed ({d1}).",
    "said": "{r0} ({d0}) speaks of {r1} before anything else is told of it ({d1}).",
    "ended": "{r0} ends ({d0}) before it begins ({d1}).",
    "began": "{r0} begins ({d0}) before it was proposed ({d1}).",
    "reported": "{r0} is dated {d1}, later than the source of that date, {r1} ({d0}).",
    "too long": "{r0}: “{t0}” is longer than the time from its beginning ({d0}) to {d1}.",
    "too short": "{r0}: “{t0}” is shorter than the time from its beginning ({d0}) to the last "
    "event that the same source dates ({d1}).",
    "duration": "{r0} is said to have lasted {t0}, longer than its date allows ({d0}).",
    "sum": "{r0}: its parts come to {t0}, and {t1} were agreed.",
}  # fmt: skip
_SLOT = late(r"\{(\w)(\d)\}")


def findings(view: View) -> tuple[Block, ...]:
    """What does not add up; nothing where all does."""
    items = finding_items(view)
    return (Heading((Span("Does not add up"),)), Fact("", items)) if items else ()


def finding_items(view: View) -> tuple[Item, ...]:
    """Each finding as a sentence with the records it concerns."""
    made = []
    for each in view.findings:
        fill: dict[str, Callable[[int], Span]] = {
            "r": lambda n, e=each: _name(view, e.records[n]),  # type: ignore[misc]
            "d": lambda n, e=each: Span(_date(view, e.dates, n)),  # type: ignore[misc]
            "t": lambda n, e=each: Span(e.texts[n]),  # type: ignore[misc]
            "n": lambda n, e=each: Span(_number(e.records[n])),  # type: ignore[misc]
        }
        line = _filled(_KINDS[each.kind], fill)
        held = (Span(f" The writer holds this: {each.held}.", "quiet"),) if each.held else ()
        sources = tuple(SourceRef(r.id) for r in each.records if isinstance(r, Source))
        parts = [part for r in each.records if isinstance(r, Exchange) for part in r.tranches]
        made.append(Item(noted_of(view, parts, (*line, *held)), margin(view, sources)))
    return tuple(made)


def _filled(template: str, fill: dict[str, Callable[[int], Span]]) -> Line:
    """A template with its slots filled; plain words in one span, so that lines break between."""
    spans = [Span("")]
    parts = _SLOT.split(template)
    for index in range(0, len(parts), 3):
        made = [Span(parts[index])]
        made += [fill[parts[index + 1]](int(parts[index + 2]))] if index + 2 < len(parts) else []
        for span in made:
            if (span.role, span.link) == (spans[-1].role, spans[-1].link):
                spans[-1] = spans[-1]._replace(text=spans[-1].text + span.text)
            else:
                spans.append(span)
    return tuple(spans)


def _date(view: View, whens: tuple[When, ...], index: int) -> str:
    return dates.format_when(whens[index], view.home) if index < len(whens) else "no date"


def _number(record: Record) -> str:
    return f"number {record.n}" if isinstance(record, Round) else ""


def _name(view: View, record: Record) -> Span:
    if isinstance(record, Conflict):
        return Span(record.name or "The conflict", "name", "conflict/whole")
    return record_link(view, record)

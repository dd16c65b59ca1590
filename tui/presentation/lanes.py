"""Dated things as lanes to draw: which lane, which part of time, which bar, which words."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from tui.analysis.dated import Dated
from tui.analysis.windows import drawable, pieces, window
from tui.blocks import ACCEPTED, DISPUTED, MARKED, Bar, Lane, Lanes, Line, Period, Role, Span
from tui.brief.claims import Claim
from tui.brief.instants import Stretch, stretch, zone_of
from tui.brief.model import Contact, Event, Statement
from tui.brief.when import When
from tui.presentation import dates
from tui.presentation.grouping import LANES, by_kind, by_party
from tui.presentation.names import full_name, humanize, name_link, name_links, party_suffix
from tui.presentation.stated import is_disputed, stated_of
from tui.presentation.view import View

_LONGEST = 40
_DAY = timedelta(days=1)
_FIRST, _LAST = datetime(2, 1, 1), datetime(9990, 1, 1)


def picture(
    view: View,
    entries: tuple[Dated, ...],
    frame: Stretch | None = None,
    *,
    parties: bool = False,
) -> Lanes:
    """Things drawn in lanes, by kind or by party: all of them, or those within a frame of time."""
    drawn = [each for each in entries if _drawn(each)]
    if frame is not None:
        drawn = [e for e in drawn if drawable(stretch(e.when, view.home), frame)]
    spans = (stretch(e.when, view.home) for e in drawn if not _vague(view, e))
    axis = tuple(
        _period(view, each.start, each.end, each.count)
        for each in pieces(_within(span, frame) for span in spans if _near(span))
    )
    # What only says how a thing went has less room: where there is no room it is counted.
    drawn.sort(key=_aside)
    grouped = by_party(view, drawn) if parties else by_kind(drawn)
    lanes = []
    for name, rows, group in grouped:
        bars = tuple(bar for each in group for bar in _bars(view, each))
        lanes += [Lane(name, bars, rows)] if bars else []
    return Lanes(axis, tuple(lanes), _marks(view))


def _drawn(entry: Dated) -> bool:
    """Whether it has a lane: no masthead has, nor a question that is answered."""
    if entry.kind == "question":
        status = getattr(entry.record, "status", "")
        return entry.what == "due" and status not in {"answered", "moot"}
    return entry.kind != "source"


def _aside(entry: Dated) -> bool:
    history = entry.kind in {"round", "exchange"} and entry.fact is None
    return history or entry.kind == "mediation"


def _vague(view: View, entry: Dated) -> bool:
    """Whether it is expected some time in a long while: it shall not stretch the whole axis."""
    span = stretch(entry.when, view.home)
    long = span.start and span.end and span.end - span.start > 40 * _DAY
    return bool(long) and entry.kind in LANES["Expected"]


def frame_of(view: View, entry: Dated, entries: Iterable[Dated]) -> Stretch | None:
    """The time around something: some days, or as far as the nearest things reach."""
    middle = stretch(entry.when, view.home)
    others = (e.when for e in entries if e.kind != "source" and e.record is not entry.record)
    spans = (stretch(when, view.home) for when in others)
    return window(middle, spans, timedelta(days=view.reach))


def inside(view: View, entries: tuple[Dated, ...], frame: Stretch) -> tuple[Dated, ...]:
    """Those that say something within a frame."""
    home = view.home
    return tuple(e for e in entries if drawable(stretch(e.when, home), frame))


def _within(span: Stretch, frame: Stretch | None) -> Stretch:
    """The part of a date that lies within the frame, for the axis."""
    if frame is None:
        return span
    start = max(span.start, frame.start) if span.start and frame.start else span.start
    end = min(span.end, frame.end) if span.end and frame.end else span.end
    return Stretch(start, end)


def _near(span: Stretch) -> bool:
    ends = [each for each in (span.start, span.end) if each]
    return bool(ends) and all(_FIRST < each.replace(tzinfo=None) < _LAST for each in ends)


def _period(view: View, start: datetime, end: datetime, count: int) -> Period:
    """A part of the axis from midnight to midnight, a little wider than what is in it."""
    first, last = civil(view, start), civil(view, end)
    more = min(max((last - first) / 40, timedelta()), 300 * _DAY)
    first = (first - more).replace(hour=0, minute=0)
    last = (last + more - timedelta(minutes=1)).replace(hour=0, minute=0) + _DAY
    return Period(first, max(last, first + _DAY), count)


def civil(view: View, instant: datetime) -> datetime:
    """An instant in the home zone, no zone attached; the ends of the calendar stay there."""
    try:
        local = instant.astimezone(zone_of(view.home) or UTC)
    except (OverflowError, ValueError):
        local = instant
    return local.replace(tzinfo=None)


def _marks(view: View) -> tuple[tuple[datetime, str], ...]:
    """The cut-off, and the moment of reading."""
    brief = view.brief
    closed = stretch(brief.as_of, view.home).end if brief.as_of else None
    closed_word = f"as of {dates.format_when(brief.as_of, view.home)}" if brief.as_of else ""
    marks = ((closed, closed_word), (view.now, "now"))
    return tuple((civil(view, at), word) for at, word in marks if at)


def _bars(view: View, entry: Dated) -> tuple[Bar, ...]:
    """One bar; a disputed date has one for each date claimed, with who claims it."""
    label, role = _label(view, entry), _role(view, entry)
    made = {entry.when: label}
    if entry.fact and _disputed(view, entry):
        made = {}
        for claim in entry.fact.claimed.unstruck:
            if claim.value:
                says = name_link(view, claim.by).text if claim.by else ""
                says = says or ", ".join(ref.id for ref in entry.fact.sources(claim))
                sign = ACCEPTED if claim.held == "accepted" else DISPUTED
                # Of two who say the same day the first is named, the accepted one before others.
                made.setdefault(claim.value, f"{sign.glyph} {says}: {label}")
    elif entry.fact and entry.fact.claimed.accepted:
        made = {entry.when: f"{ACCEPTED.glyph} {label}"}
    bars = [_bar(view, when, text, role) for when, text in made.items() if when.start or when.end]
    key = entry.record.key
    return tuple(bar._replace(link=key, after=_cause(view, entry)) for bar in bars)


def _disputed(view: View, entry: Dated) -> bool:
    return entry.fact is not None and is_disputed(view, entry.fact)


def _bar(view: View, when: When, label: str, role: Role) -> Bar:
    span = stretch(when, view.home)
    start = civil(view, span.start) if span.start else None
    end = civil(view, span.end) if span.end else None
    loose = when.approx or when.uncertain
    if when.start and when.end and when.start != when.end:
        return Bar(start, end, "within" if when.within else "throughout", label, role)
    known = when.precision in {"minute", "day"} and not _unplaced(when)
    if when.start and when.end:
        return Bar(start, end, ("loose" if loose else "point") if known else "within", label, role)
    return Bar(start, end, "within" if when.open or when.within else "throughout", label, role)


def _unplaced(when: When) -> bool:
    """Whether a clock time may lie in any zone on earth."""
    return when.clock and not when.zone and not when.assume


def _cause(view: View, entry: Dated) -> str:
    """The key of what an event is said to answer; nothing where several things are named."""
    record = entry.record
    if not isinstance(record, Event) or record.response_to is None:
        return ""
    causes = [view.register.find(ref) for ref in record.response_to.stated]
    return causes[0].key if len(causes) == 1 and causes[0] else ""


def _role(view: View, entry: Dated) -> Role:
    """The colour of the one party it concerns."""
    return view.party_roles.get(entry.parties[0], "") if len(entry.parties) == 1 else ""


def _label(view: View, entry: Dated) -> str:
    """The words beside a bar: as few as name it."""
    text = title(view, entry)
    if part_mark(view, entry):
        text = f"{MARKED.glyph} {text}"
    if (what := dated_part(entry)) and entry.kind not in LANES["Expected"]:
        text = f"{text}: {what}" if len(text) < _LONGEST // 2 else f"{what}: {text}"
    only = entry.parties[0] if len(entry.parties) == 1 else ""
    return text[:_LONGEST] + "".join(
        s.text for s in party_suffix(view, only, (Span(text[:_LONGEST]),))
    )


def dated_part(entry: Dated) -> str:
    """The part of a record that is dated, in words: `proposed`, `received by then`."""
    return f"{humanize(entry.what)} by then" if entry.then else humanize(entry.what)


def part_mark(view: View, entry: Dated) -> Line:
    """The mark of handling that the dated part of a record bears."""
    named = view.reading.ladder.named(entry.confidential)
    return (Span(f" [{named}]", "handling"),) if named else ()


def title(view: View, entry: Dated) -> str:
    """What a dated thing is called, in one line."""
    record = entry.record
    if isinstance(record, Contact | Event | Statement):
        return " ".join(full_name(view, record).split())
    if entry.kind == "conflict":
        return getattr(record, "name", "") or "The conflict"
    if entry.kind == "round" and not getattr(record, "title", ""):
        number = getattr(record, "n", None)
        return f"Round {number}" if number is not None else record.id or "Round"
    return " ".join(full_name(view, record).split())


def date_line(view: View, entry: Dated) -> Line:
    """The date for a list: every date where they are disputed, and what zone is not known."""
    text = _date(view, entry.when)
    if entry.fact and (_disputed(view, entry) or entry.fact.claimed.accepted):
        text = stated_of(view, entry.fact, _say, between=f" {DISPUTED.glyph} ")
    return (Span(text, "quiet"),)


def _say(view: View, claim: Claim[When]) -> str:
    return _date(view, claim.value) if claim.value else ""


def _date(view: View, when: When) -> str:
    """A date for a list, with all that is not known of it."""
    within = "within " if when.within and when.start and when.end else ""
    doubt = ", uncertain" if when.uncertain else ""
    return f"{within}{dates.format_short(when, view.home)}{doubt}{_zone(when)}"


def _zone(when: When) -> str:
    if not when.clock or when.zone:
        return ""
    if when.assume:
        return f", if {dates.zone_name(when.assume)} time"
    return ", zone not stated"


def cause_line(view: View, entry: Dated) -> Line:
    """What an event is said to answer, and who says so; nothing where nobody does."""
    record = entry.record
    if not isinstance(record, Event) or record.response_to is None:
        return ()
    spans = [Span(title(view, entry), "name", record.key), Span(" is said to answer ")]
    accepted = record.response_to.accepted
    others = [each for each in record.response_to.unstruck if each not in accepted]
    claims = [claim for claim in (*accepted, *others) if claim.value]
    for index, claim in enumerate(claims):
        spans += [Span(", or ")] if index else []
        spans.append(name_link(view, claim.value))
        spans += [Span(f" {ACCEPTED.glyph}")] if claim in accepted else []
        spans += [Span("  — ", "quiet"), *name_links(view, (claim.by,))] if claim.by else []
    held = record.response_to.held
    return (*spans, *((Span(f"  (held {held})", "quiet"),) if held else ())) if claims else ()

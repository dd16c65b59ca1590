"""The Conflict tab: events, ceasefires, figures and series beside the talks."""

from typing import Any

from tui.blocks import CHANGED, DISPUTED, Block, Heading, Line, Row, Sign, Span, plain
from tui.brief.claims import Claim
from tui.brief.model import Ceasefire, Conflict, Event, Measure, Series
from tui.brief.record import Record
from tui.brief.walk import ClaimedField as Held
from tui.brief.walk import facts
from tui.presentation.events import event as event_page
from tui.presentation.events import figures
from tui.presentation.facts import claimed, value, verdict_sign
from tui.presentation.names import event_title, humanize, name_links
from tui.presentation.notes import (
    common,
    list_fact,
    names_fact,
    responses_fact,
    status_fact,
    text_fact,
)
from tui.presentation.stated import stated, stated_name, stated_of
from tui.presentation.states import disputed_parts, now_words
from tui.presentation.view import View
from tui.section import Section

CONFLICT = "conflict"
WHOLE = "conflict/whole"
"""Key of the row that tells of the conflict as a whole."""
MAP = "conflict/map"
"""Key of the row that shows where everything was."""


def rows(view: View) -> tuple[Row, ...]:
    """The conflict as a whole, then events, ceasefires, figures and series."""
    part = view.brief.conflict
    if part is None:
        return ()
    return (
        *((_whole_row(view, part),) if _has_whole(part) else ()),
        *_map_row(view),
        *(_event_row(view, each) for each in part.events),
        *(_ceasefire_row(view, each) for each in part.ceasefires),
        *(_measure_row(view, each) for each in part.measures),
        *(_series_row(view, each) for each in part.series),
    )


def _map_row(view: View) -> tuple[Row, ...]:
    from tui.presentation.mapping import has_places  # noqa: PLC0415  (not for the first screen)

    parts = (Span("where rounds, contacts and events were", "quiet"),)
    return (Row(MAP, (Span("The map", "title"),), parts),) if has_places(view) else ()


def _has_whole(part: Conflict) -> bool:
    return bool(part.name or part.started or part.duration or part.note or part.as_written)


def _signs(view: View, record: Record) -> tuple[Sign, ...]:
    found = (DISPUTED if disputed_parts(view, record) else None,
             *(verdict_sign(view, held) for held in facts(record, view.brief.src)))  # fmt: skip
    return (*dict.fromkeys(sign for sign in found if sign), *view.signs(record))


def _whole_row(view: View, part: Conflict) -> Row:
    started = stated(view, part, "started")
    since = f"since {started}" if started else ""
    signs = (
        verdict_sign(view, Held(part, name, held, part.src))
        for name in ("started", "duration")
        if (held := getattr(part, name))
    )
    changed = (CHANGED,) if CONFLICT in view.changes else ()
    return Row(
        WHOLE,
        (Span(part.name or "The conflict", "title"),),
        (Span(since, "quiet"),),
        signs=(*dict.fromkeys(sign for sign in signs if sign), *changed),
        spot=part.spot,
        subject=CONFLICT,
    )


def _event_row(view: View, record: Event) -> Row:
    actor = stated_name(view, record, "actor")
    by: Line = (Span(" · by "), *actor) if actor else ()
    return Row(
        record.key,
        (Span(event_title(record), "title"),),
        (Span(stated(view, record, "when") or "no date", "quiet"), *by),
        (),
        _signs(view, record),
        group="Events",
        spot=record.spot,
    )


def _ceasefire_row(view: View, record: Ceasefire) -> Row:
    parts = (humanize(record.scope), stated(view, record, "days", _length))
    by = (*name_links(view, (record.proposer,)), Span(" · ")) if record.proposer else ()
    return Row(
        record.key,
        (Span(record.title or "Ceasefire", "title"),),
        (*by, Span(" · ".join(part for part in parts if part), "quiet")),
        (Span(now_words(view, record.status), "status"),),
        _signs(view, record),
        group="Ceasefires",
        spot=record.spot,
    )


def _measure_row(view: View, record: Measure) -> Row:
    fact = Held(record, "claims", record.figures, record.src)
    standing = ", ".join(plain(value(view, claim)) for claim in record.figures.standing)
    figures = stated_of(view, fact) if record.figures.accepted else standing
    return Row(
        record.key,
        (Span(record.name or record.as_written, "title"),),
        (Span(figures, "quiet"),),
        (),
        _signs(view, record),
        group="Figures",
        spot=record.spot,
    )


def _series_row(view: View, record: Series) -> Row:
    from tui.presentation.series import series_below, series_signs  # noqa: PLC0415  (few have series)

    return Row(
        record.key,
        (Span(record.name or record.as_written, "title"),),
        series_below(record),
        (Span(record.unit, "quiet"),),
        series_signs(view, record),
        group="Series",
        spot=record.spot,
    )


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The whole of one event, ceasefire, figure or series."""
    part = view.brief.conflict
    if key in {WHOLE, MAP} and part is not None:
        return _whole(view, part) if key == WHOLE else _map(view)
    match view.register.by_key.get(key):
        case Event() as event:
            return event_page(view, event)
        case Ceasefire() as ceasefire:
            return _ceasefire(view, ceasefire)
        case Measure() as measure:
            return _measure(view, measure)
        case Series() as series:
            from tui.presentation.series import series_page  # noqa: PLC0415  (few briefs have series)

            return series_page(view, series)
    return ()


def _map(view: View) -> tuple[Block, ...]:
    from tui.presentation.mapping import map_page  # noqa: PLC0415  (when it is looked at)

    return map_page(view)


def _whole(view: View, part: Conflict) -> tuple[Block, ...]:
    return (
        Heading((Span(part.name or "The conflict", "title"),), level=1),
        *claimed(view, part, "started", "started"),
        *claimed(view, part, "duration", "duration"),
        *common(view, part),
    )


def _ceasefire(view: View, record: Ceasefire) -> tuple[Block, ...]:
    dated = ("proposed", "declared", "effective", "ended")
    return (
        Heading((Span(record.title or "Ceasefire", "title"),), level=1),
        *status_fact(view, record.status),
        *names_fact(view, (record.proposer,) if record.proposer else (), "proposed by"),
        *text_fact(view, record, humanize(record.scope), "scope"),
        *claimed(view, record, "days", "days"),
        *list_fact(record.conditions, "conditions"),
        *(each for name in dated for each in claimed(view, record, name, name)),
        *responses_fact(view, record.responses),
        *common(view, record),
    )


def _length(view: View, claim: Claim[Any]) -> str:
    """How long it is to last, with its unit: the field is called `days`, so few write it out."""
    text = plain(value(view, claim))
    return text if claim.value and (claim.unit or claim.value.unit) else f"{text} days"


def _measure(view: View, record: Measure) -> tuple[Block, ...]:
    return (
        Heading((Span(record.name, "title"),), level=1),
        *figures(view, record),
        *common(view, record),
    )


SECTION = Section(
    number=4,
    name="conflict",
    title="Conflict",
    rows=rows,
    detail=detail,
    home=True,
    about="What happens beside the talks: events, figures, ceasefires.",
    example="""\
conflict:
  events:
    - title: Shelling of the port
      when: 2025-06-01
      actor: north
      measures:
        - name: people hurt
          claims:
            - {value: over 40, by: south, src: s1}
            - {value: several, by: north, src: s1}
      src: s1
""",
)

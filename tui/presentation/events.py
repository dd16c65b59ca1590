"""An event of the conflict in full: what, where, how many, and what it is called by whom."""

from tui.blocks import DISPUTED, Block, Fact, Heading, Item, Span, plain
from tui.brief.model import Event, Measure, Site
from tui.brief.record import Record
from tui.brief.walk import ClaimedField as Held
from tui.presentation.charts import charts
from tui.presentation.facts import claimed, fact, margin, place, value
from tui.presentation.marks import noted
from tui.presentation.names import event_title, name_links
from tui.presentation.notes import common, text_fact, writers_fact
from tui.presentation.states import disputed_parts
from tui.presentation.view import View


def event(view: View, record: Event) -> tuple[Block, ...]:
    """The whole of one event."""
    kind = " · ".join(part for part in (record.type, record.sub_type) if part)
    return (
        Heading((Span(event_title(record), "title"),), level=1),
        *writers_fact(kind, "type", "status"),
        *claimed(view, record, "when", "when"),
        *claimed(view, record, "actor", "by"),
        *claimed(view, record, "target", "against"),
        *claimed(view, record, "text", "what"),
        *claimed(view, record, "response_to", "answers"),
        *_places(view, record.places, record),
        *_measures(view, record.measures, record),
        *_casualties(view, record),
        *_called(view, record),
        *common(view, record),
    )


def _places(view: View, places: tuple[Site, ...], within: Record) -> tuple[Block, ...]:
    from tui.presentation.mapping import small_map  # noqa: PLC0415  (few events have several places)

    items = []
    drawn, letters = small_map(view, within)
    contrary = {id(claim.spot) for fact in disputed_parts(view, within)
                for claim in fact.claimed.claims}  # fmt: skip
    for each in places:
        spans = [Span(place(each.place) if each.place else each.as_written, "strong")]
        if letter := letters.get(each.place.name if each.place else ""):
            spans.insert(0, Span(f"{letter} ", "label"))
        for claim in each.outcome.claims if each.outcome else ():
            spans += [Span(": "), *value(view, claim)]
            spans += [Span("  — ", "quiet"), *name_links(view, (claim.by,))] if claim.by else []
        if each.by:
            spans += [Span("  — ", "quiet"), *name_links(view, (each.by,))]
        own = each.outcome.claims if each.outcome else ()
        sign = DISPUTED if any(id(claim.spot) in contrary for claim in own) else None
        items.append(Item(noted(view, each, spans), margin(view, each.src or within.src), sign))
        if each.note:
            items.append(Item((Span(each.note, "quiet"),), depth=1))
    return (Heading((Span("Places"),)), Fact("", tuple(items)), *drawn) if items else ()


def _measures(view: View, measures: tuple[Measure, ...], within: Record) -> tuple[Block, ...]:
    if not measures:
        return ()
    made: list[Block] = [Heading((Span("Figures"),))]
    for each in measures:
        made += figures(view, each, within)
    return tuple(made)


def figures(view: View, record: Measure, within: Record | None = None) -> tuple[Block, ...]:
    """The figures of a measure, each with who counts; sources of what it stands in go for it."""
    src = record.src or (within.src if within else ()) or view.brief.src
    if not record.claims:
        return text_fact(view, record, record.as_written or "no figure", record.name, "quiet")
    held = Held(record, "claims", record.figures, src)
    label = plain(noted(view, record, (Span(record.name),)))
    return (fact(view, held, label), *charts(view, held), *_in_the_series(view, record))


def _in_the_series(view: View, record: Measure) -> tuple[Block, ...]:
    if record.series is None:
        return ()
    from tui.presentation.series import in_the_series  # noqa: PLC0415  (few figures have a series)

    return in_the_series(view, record)


def _casualties(view: View, record: Event) -> tuple[Block, ...]:
    part = record.casualties
    if part is None:
        return ()
    kinds = ("killed", "wounded", "missing", "displaced")
    made: list[Block] = []
    for kind in kinds:
        made += claimed(view, part, kind, kind)
        if held := getattr(part, kind):
            made += charts(view, Held(part, kind, held, part.src or record.src))
    return (Heading((Span("Casualties"),)), *made, *common(view, part))


def _called(view: View, record: Event) -> tuple[Block, ...]:
    items = tuple(
        Item(
            noted(
                view,
                each,
                (
                    Span(f"“{each.text}”", "quote"),
                    Span("  — ", "quiet"),
                    *name_links(view, (each.by,)),
                ),
            ),
            margin(view, each.src or record.src),
        )
        for each in record.characterised_as
    )
    return (Fact("called", items),) if items else ()

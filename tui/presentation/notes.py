"""The fields any record may carry, and plain fields, as facts."""

from typing import cast

from tui.blocks import Block, Fact, Heading, Item, Line, Role, Span, plain
from tui.brief.model import (
    Judgment,
    OpenQuestion,
    Response,
    RoundStatus,
    Status,
    TalkingPoint,
    Watch,
)
from tui.brief.place import Problem
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.spelling import fold
from tui.brief.when import When
from tui.presentation import dates
from tui.presentation.facts import PARAGRAPH, inherited, margin
from tui.presentation.marks import noted, own_mark
from tui.presentation.names import humanize, name_link, name_links, title_of
from tui.presentation.states import newest_first, states_sign
from tui.presentation.view import View

ONE_LINE = 48
"""Cells up to which several names share a line."""


def text_fact(
    view: View, record: Record, text: str, label: str, role: Role = ""
) -> tuple[Fact, ...]:
    """A plain text under a label, with the record's sources; nothing where it is empty."""
    if not text:
        return ()
    return (Fact(label, (Item((Span(text, role),), inherited(view, record.src)),)),)


def writers_fact(text: str, label: str, role: Role = "") -> tuple[Fact, ...]:
    """Words that are the writer's own, as codes and judgments are: no source bears them."""
    return (Fact(label, (Item((Span(text, role),)),)),) if text else ()


def line_fact(view: View, record: Record, line: Line, label: str) -> tuple[Fact, ...]:
    """A line under a label; nothing where it is empty."""
    return (Fact(label, (Item(line, inherited(view, record.src)),)),) if line else ()


def names_fact(view: View, refs: tuple[Reference, ...], label: str) -> tuple[Fact, ...]:
    """Names under a label, each on its own line where they are long; nothing for none."""
    line = name_links(view, refs)
    if len(refs) > 1 and len(plain(line)) > ONE_LINE:
        return (Fact(label, tuple(Item((name_link(view, ref),)) for ref in refs)),)
    return (Fact(label, (Item(line),)),) if refs else ()


def when_fact(view: View, when: When | None, label: str) -> tuple[Fact, ...]:
    """A date nobody disputes, under a label, with the words it was read from."""
    if when is None:
        return ()
    formatted = dates.format_when(when, view.home)
    written = (Span(f"  “{when.as_written}”", "quote"),) if when.as_written not in formatted else ()
    return (Fact(label, (Item((Span(formatted), *written)),)),)


def list_fact(texts: tuple[str, ...], label: str) -> tuple[Fact, ...]:
    """Texts under a label, one below the other."""
    return (Fact(label, tuple(Item((Span(text),)) for text in texts)),) if texts else ()


def status_fact(view: View, states: tuple[Status, ...], label: str = "status") -> tuple[Fact, ...]:
    """A status and how it came about; the newest first, older ones below it."""
    items = tuple(_state(view, state) for state in newest_first(view, states))
    if items and (sign := states_sign(view, states)):
        words = Item((Span(sign.word, sign.role),), depth=1)
        items = (items[0]._replace(sign=sign), *items[1:], words)
    return (Fact(label, items),) if items else ()


def _state(view: View, state: Status) -> Item:
    spans = [Span(humanize(state.status), "status")]
    when = state.when or state.as_of
    if when:
        spans.append(
            Span(f", {'as of ' if not state.when else ''}{dates.format_when(when, view.home)}")
        )
    if isinstance(state, RoundStatus) and state.for_:
        to = "to" if fold(state.status) == "postponed" else "for"
        spans.append(Span(f", {to} {dates.format_when(state.for_, view.home)}"))
    if state.party:
        spans += [Span(", for "), name_link(view, state.party)]
    if state.by:
        spans += [Span("  — ", "quiet"), *name_links(view, (state.by,))]
    if state.via:
        spans += [Span(", told by ", "quiet"), *name_links(view, (state.via,))]
    for extra in (state.as_written and f"“{state.as_written}”", state.note):
        if extra:
            spans.append(Span(f"  {extra}", "quote" if extra[0] == "“" else "quiet"))
    return Item(noted(view, state, spans), margin(view, state.src))


def responses_fact(view: View, responses: tuple[Response, ...]) -> tuple[Fact, ...]:
    """What each party answered."""
    items = []
    for each in responses:
        spans = [name_link(view, each.party), Span(": "), Span(humanize(each.answer), "status")]
        if each.text:
            spans.append(Span(f"{', ' if each.answer else ''}{each.text}"))
        if each.quote:
            spans.append(Span(f"  “{each.quote}”", "quote"))
        if each.when:
            spans.append(Span(f", {dates.format_when(each.when, view.home)}", "quiet"))
        if each.by:
            spans += [Span("  — ", "quiet"), *name_links(view, (each.by,))]
        items.append(Item(noted(view, each, spans), margin(view, each.src)))
    return (Fact("answers", tuple(items)),) if items else ()


def common(view: View, record: Record, *, written: bool = True) -> tuple[Block, ...]:
    """What any record may carry beside its own fields: wording, notes, tags, unknown keys."""
    facts: list[Block] = []
    if record.as_written and written:
        facts.append(Fact("as written", (Item((Span(f"“{record.as_written}”", "quote"),)),)))
    plain = (
        ("note", record.note, "quiet"),
        ("tags", ", ".join(record.tags), "quiet"),
        ("handling", own_mark(view, record), "handling"),
    )
    for label, text, role in plain:
        if text:
            facts.append(Fact(label, (Item((Span(text, cast("Role", role)),)),)))
    facts += (Fact(e.key, (Item((Span(e.text, "warning"),)),)) for e in record.extra)
    return (*facts, *sources(view, record), *problems(view, record))


def sources(view: View, record: Record) -> tuple[Block, ...]:
    """Where a record was read: each source once, with where in it, and its own words below."""
    items = []
    for name in dict.fromkeys(ref.id for ref in record.src):
        refs = tuple(ref for ref in record.src if ref.id == name)
        quoted = tuple(ref for ref in refs if ref.quote)
        found = view.register.find(name)
        spans = [Span(name, "source", found.key if found else "")]
        if len(refs) == len(quoted) == 1:
            spans += [Span(f", {refs[0].at}")] if refs[0].at else []
            items.append(Item((*spans, Span(f"  “{refs[0].quote}”", "quote"))))
            continue
        where = _where(tuple(ref.at for ref in refs if ref.at and not ref.quote))
        title = title_of(found) if found else ""
        spans += [Span(f", {where}")] if where else []
        spans += [Span(f"  {title}", "quiet")] if title not in {"", name} else []
        items.append(Item(tuple(spans)))
        for ref in quoted:
            at = (Span(f"{ref.at}  "),) if ref.at else ()
            items.append(Item((*at, Span(f"“{ref.quote}”", "quote")), depth=1))
    writers = isinstance(record, _WRITERS) or getattr(record, "basis", "") == "inferred"
    return (Fact("drawn from" if writers else "read in", tuple(items)),) if items else ()


_WRITERS = (Judgment, Watch, TalkingPoint, OpenQuestion)
"""What the writer says: its sources are what it is drawn from, and do not say it."""


def _where(places: tuple[str, ...]) -> str:
    """Places in one source; paragraphs in one go: `paras 4, 5, 8`."""
    numbers = [found[1] for each in places if (found := PARAGRAPH.fullmatch(each))]
    if len(numbers) < 2:
        return ", ".join(dict.fromkeys(places))
    others = (each for each in places if not PARAGRAPH.fullmatch(each))
    return ", ".join((f"paras {', '.join(dict.fromkeys(numbers))}", *dict.fromkeys(others)))


def fault(problem: Problem) -> Span:
    """The message of a problem; a warning says so in words, not by colour alone."""
    if problem.severity == "error":
        return Span(problem.message, "problem")
    return Span(f"warning: {problem.message}", "warning")


def problems(view: View, record: Record) -> tuple[Block, ...]:
    """The problems within the lines of a record."""
    found = view.reading.problems_in(record)
    if not found:
        return ()
    items = tuple(
        Item(
            (fault(p),),
            (Span(f"line {p.place.line}", "source"),),
        )
        for p in found
    )
    return (Heading((Span("In the file"),), level=3), Fact("problems", items))

"""The Overview tab: the brief in a minute, and what is not known."""

from tui.blocks import CHANGED, Block, Fact, Heading, Item, Prose, Row, Span
from tui.brief.model import Judgment, OpenQuestion, Overview, TalkingPoint, Watch
from tui.presentation import dates
from tui.presentation.facts import claimed
from tui.presentation.marks import brief_mark, redacted
from tui.presentation.names import humanize
from tui.presentation.notes import common, names_fact, when_fact, writers_fact
from tui.presentation.overdue import findings, overdue
from tui.presentation.view import View
from tui.section import Section

OVERVIEW = "overview"
FRONT = "overview/front"
"""Key of the row of the first page."""
ACTIVITY = "overview/activity"
"""Key of the row that shows how much happened when."""


def rows(view: View) -> tuple[Row, ...]:
    """The first page, then each judgment, thing to watch, line to take and open question."""
    brief = view.brief
    part = brief.overview or Overview()
    if not (brief.overview or brief.open_questions or brief.title):
        return ()
    return (
        _front_row(view, part),
        *_activity_row(view),
        *(_judgment_row(view, each) for each in part.judgments),
        *(_watch_row(view, each) for each in part.watch),
        *(_point_row(view, each) for each in part.talking_points),
        *(_question_row(view, each) for each in brief.open_questions),
    )


def _front_row(view: View, part: Overview) -> Row:
    signs = (CHANGED,) if not view.changes.keys().isdisjoint({"brief", OVERVIEW}) else ()
    title, below = (Span("First page", "title"),), (Span(_counts(view), "quiet"),)
    return Row(FRONT, title, below, (), signs, spot=part.spot, subject=OVERVIEW)


def _activity_row(view: View) -> tuple[Row, ...]:
    """Not on the first page: dates are put in order only when somebody asks for them."""
    brief = view.brief
    below = (Span("rounds, contacts, statements, events", "quiet"),)
    row = Row(ACTIVITY, (Span("How much happened when", "title"),), below)
    return (row,) if brief.rounds or brief.mediation or brief.conflict else ()


def _counts(view: View) -> str:
    brief = view.brief
    counts = (
        (len(brief.rounds), "round"),
        (len(brief.delegations), "delegation"),
        (len(brief.sources), "source"),
    )
    return " · ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts if n)


def _judgment_row(view: View, record: Judgment) -> Row:
    below = _assessment(record)
    return Row(
        record.key,
        (Span(record.text or record.as_written),),
        (Span(below, "quiet"),),
        (),
        view.signs(record),
        group="Judgments",
        spot=record.spot,
    )


def _assessment(record: Judgment) -> str:
    confidence = f"{record.confidence}\N{NO-BREAK SPACE}confidence" if record.confidence else ""
    return ", ".join(part for part in (record.likelihood, confidence) if part)


def _watch_row(view: View, record: Watch) -> Row:
    when = f"by {dates.format_short(record.by_when, view.home)}" if record.by_when else ""
    return Row(
        record.key,
        (Span(record.text or record.as_written),),
        (Span(when, "quiet"),),
        (),
        view.signs(record),
        group="To watch",
        spot=record.spot,
    )


def _point_row(view: View, record: TalkingPoint) -> Row:
    return Row(
        record.key,
        (Span(record.text or record.as_written),),
        (),
        (),
        view.signs(record),
        group="Lines to take",
        spot=record.spot,
    )


def _question_row(view: View, record: OpenQuestion) -> Row:
    return Row(
        record.key,
        (Span(record.question or record.as_written),),
        (),
        (Span(humanize(record.status or "open"), "status"),),
        view.signs(record),
        group="Not known",
        spot=record.spot,
    )


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The first page, or one entry in full."""
    if key in {FRONT, ACTIVITY}:
        return _front(view) if key == FRONT else _activity(view)
    match view.register.by_key.get(key):
        case Judgment() as judgment:
            return _judgment(view, judgment)
        case Watch() as watch:
            return _watch(view, watch)
        case TalkingPoint() as point:
            return (
                Heading((Span("Line to take"),), level=1),
                Prose((Span(point.text),)),
                *names_fact(view, point.for_, "for"),
                *common(view, point),
            )
        case OpenQuestion() as question:
            return _question(view, question)
    return ()


def _front(view: View) -> tuple[Block, ...]:
    brief, part = view.brief, view.brief.overview or Overview()
    return (
        Heading((Span(brief.title or brief.id or "Untitled brief", "title"),), level=1),
        *when_fact(view, brief.as_of, "as of"),
        *writers_fact(brief_mark(view) or brief.handling, "handling", "handling"),
        *writers_fact(redacted(brief), "redacted", "strong"),
        *when_fact(view, brief.embargo_until, "embargo until"),
        *writers_fact(brief.previous, "follows"),
        *((Prose((Span(part.bluf),)),) if part.bluf else ()),
        *_list("Judgments", tuple(_judgment_item(each) for each in part.judgments)),
        *_list("To watch", tuple(_watch_item(view, each) for each in part.watch)),
        *overdue(view),
        *findings(view),
        *_list(
            "Lines to take", tuple(Item((Span(e.text, "", e.key),)) for e in part.talking_points)
        ),
        *_list("Not known", tuple(_question_item(each) for each in brief.open_questions)),
        *writers_fact(brief.note, "note", "quiet"),
        *((*common(view, part),) if brief.overview else ()),
        *_extra(view),
    )


def _activity(view: View) -> tuple[Block, ...]:
    from tui.presentation.activity import activity  # noqa: PLC0415  (not for the first screen)

    return activity(view)


def _extra(view: View) -> tuple[Block, ...]:
    """Keys at the top of the file that the format does not know."""
    items = (Fact(e.key, (Item((Span(e.text, "warning"),)),)) for e in view.brief.extra)
    return tuple(items)


def _list(title: str, items: tuple[Item, ...]) -> tuple[Block, ...]:
    return (Heading((Span(title),)), Fact("", items)) if items else ()


def _judgment_item(record: Judgment) -> Item:
    assessed = _assessment(record)
    aside = (Span(assessed, "quiet"),) if assessed else ()
    return Item((Span(record.text, "", record.key),), aside)


def _watch_item(view: View, record: Watch) -> Item:
    when = f"by {dates.format_when(record.by_when, view.home)}" if record.by_when else ""
    return Item((Span(record.text, "", record.key),), (Span(when, "quiet"),) if when else ())


def _question_item(record: OpenQuestion) -> Item:
    status = Span(humanize(record.status or "open"), "status")
    return Item((Span(record.question, "", record.key),), (status,))


def _judgment(view: View, record: Judgment) -> tuple[Block, ...]:
    return (
        Heading((Span("Judgment"),), level=1),
        Prose((Span(record.text),)),
        *writers_fact(record.likelihood, "likelihood", "strong"),
        *writers_fact(record.confidence, "confidence", "strong"),
        *names_fact(view, (record.by,) if record.by else (), "by"),
        *names_fact(view, record.basis, "rests on"),
        *writers_fact(record.assumes, "assumes"),
        *writers_fact(record.would_change, "would change"),
        *common(view, record),
    )


def _watch(view: View, record: Watch) -> tuple[Block, ...]:
    return (
        Heading((Span("To watch"),), level=1),
        Prose((Span(record.text),)),
        *writers_fact(record.indicator, "indicator"),
        *when_fact(view, record.by_when, "by"),
        *names_fact(view, record.about, "about"),
        *common(view, record),
    )


def _question(view: View, record: OpenQuestion) -> tuple[Block, ...]:
    return (
        Heading((Span("Not known"),), level=1),
        Prose((Span(record.question),)),
        *writers_fact(humanize(record.status), "status", "status"),
        *writers_fact(record.why_it_matters, "matters because"),
        *writers_fact(record.would_settle, "would settle it"),
        *claimed(view, record, "answer", "answer"),
        *names_fact(view, record.about, "about"),
        *when_fact(view, record.asked, "asked"),
        *when_fact(view, record.due, "due"),
        *common(view, record),
    )


SECTION = Section(
    number=0,
    name="overview",
    title="Overview",
    rows=rows,
    detail=detail,
    home=True,
    about="The brief in a minute: bottom line, judgments, what to watch, what is not known.",
    example="""\
overview:
  bluf: The parties met and agreed to meet again.
  judgments:
    - text: A third round will be held this month
      likelihood: likely
      confidence: low
open_questions:
  - question: Will there be a draft on the table?
    would_settle: Either side publishing one
""",
)

"""The delegations of one party from round to round, as a row and as a page."""

from collections.abc import Iterable, Iterator

from tui.analysis.delegations import Came, DelegationHistory, Retitled, Step
from tui.blocks import Block, Fact, Heading, Item, Line, Prose, Row, Span, plain
from tui.presentation.facts import value
from tui.presentation.figures import counted
from tui.presentation.names import name_link, title_of
from tui.presentation.view import View

GROUP = "From round to round"
FEW = 6
"""Names of those who stay that are shown; beyond that, only their number is."""


def course_key(course: DelegationHistory) -> str:
    """The key of the row of a course."""
    return f"courses/{course.party.id}"


def course_row(view: View, course: DelegationHistory) -> Row:
    """One party, with how much its delegations changed."""
    steps = course.steps
    counts = (
        (sum(step.has_new_head for step in steps), "new head"),
        (sum(len(step.retitled) for step in steps), "other post"),
    )
    named = (
        (sum(len(step.added) for step in steps), "newly named"),
        (sum(len(step.dropped) for step in steps), "no longer named"),
    )
    parts = [counted(len(course.rounds), "round")]
    parts += [counted(count, word) for count, word in counts if count]
    parts += [f"{count} {word}" for count, word in named if count]
    return Row(
        course_key(course),
        (name_link(view, course.party.id),),
        (Span(" · ".join(parts), "quiet"),),
        group=GROUP,
        party=view.party_role(course.party.id),
        spot=course.party.spot,
        subject=course.party.key,
    )


def course_page(view: View, course: DelegationHistory) -> tuple[Block, ...]:
    """What changed between each two rounds the party sat in."""
    title = (name_link(view, course.party.id), Span(", from round to round"))
    about = Span(
        "Somebody joins or leaves only where a closed list of the other round has the whole team; "
        "else he is only named, or not named.", "quiet",
    )  # fmt: skip
    blocks: list[Block] = [Heading(title, level=1), Prose((about,))]
    for step in course.steps:
        names = (Span(title_of(step.before), "", step.before.key), Span(" → "),
                 Span(title_of(step.after), "", step.after.key))  # fmt: skip
        blocks += [Heading(names), *_step(view, step)]
    return tuple(blocks)


def _step(view: View, step: Step) -> Iterator[Fact]:
    yield from _head(view, step)
    for label, came in (("joined", step.added), ("also named", step.added)):
        yield from _people(view, label, came, sure=label == "joined")
    away = tuple(each for each in step.dropped if each.away)
    gone = tuple(each for each in step.dropped if not each.away)
    for label, came in (("left", gone), ("not named", gone)):
        yield from _people(view, label, came, sure=label == "left")
    yield from _people(view, "away", away, sure=True)
    if step.retitled:
        yield Fact("posts", tuple(_post(view, each) for each in step.retitled))
    if step.stayed:
        yield Fact("stayed", (Item(_stayed(view, step)),))


def _head(view: View, step: Step) -> Iterator[Fact]:
    heads = [_names(view, each) for each in (step.old_head, step.new_head)]
    if step.has_new_head:
        yield Fact("new head", (Item((*heads[1], Span(", after ", "quiet"), *heads[0])),))
    elif step.new_head:
        kept = tuple(name for name in step.new_head if name in step.old_head)
        others = tuple(name for name in step.new_head if name not in step.old_head)
        line: Line = (*_names(view, kept), Span("  as before", "quiet")) if kept else ()
        line += (Span("; also named: ", "quiet"),) if kept and others else ()
        line += _names(view, others)
        line += () if step.old_head else (Span("  not known before", "quiet"),)
        yield Fact("head", (Item(line),))
    else:
        yield Fact("head", (Item((Span("nobody named", "silent"),)),))


def _people(view: View, label: str, came: Iterable[Came], *, sure: bool) -> Iterator[Fact]:
    items = tuple(Item(_came(view, each)) for each in came if each.sure is sure)
    if items:
        yield Fact(label, items)


def _came(view: View, came: Came) -> Line:
    spans = [name_link(view, came.person)]
    if came.away:
        spans.append(Span(f"  {came.away}", "quiet"))
    if came.twin:
        spans += [
            Span("  the same person as ", "quiet"),
            name_link(view, came.twin),
            Span("?", "quiet"),
        ]
    return tuple(spans)


def _post(view: View, each: Retitled) -> Item:
    words = {"finer": "said more exactly of one", "wording": "another post or other words"}
    old, new = (" / ".join(dict.fromkeys(plain(value(view, c)) for c in claims))
                for claims in (each.before, each.after))  # fmt: skip
    note = Span(f"  {words.get(each.kind, 'another post')}", "quiet")
    return Item((name_link(view, each.person), Span(": "), Span(old), Span(" → "), Span(new), note))


def _stayed(view: View, step: Step) -> Line:
    names = _names(view, step.stayed[:FEW])
    more = len(step.stayed) - FEW
    return (*names, Span(f" and {more} more", "quiet")) if more > 0 else names


def _names(view: View, who: tuple[str, ...]) -> Line:
    spans: list[Span] = []
    for name in who:
        spans += [Span(", "), name_link(view, name)] if spans else [name_link(view, name)]
    return tuple(spans)

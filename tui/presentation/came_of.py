"""What came of an issue: what rounds agreed, did not agree or put off on it, and papers on it."""

from collections.abc import Iterator

from tui.blocks import Block, Fact, Heading, Item, Span
from tui.brief.model import Issue
from tui.presentation.facts import margin
from tui.presentation.marks import noted
from tui.presentation.names import record_link
from tui.presentation.view import View

_LISTS = (("agreed", "agreed"), ("not_agreed", "not agreed"), ("deferred", "put off"))


def came_of(view: View, issue: Issue) -> tuple[Block, ...]:
    """Outcomes of rounds and points of papers that name an issue; nothing where none does."""
    items = (*_outcomes(view, issue), *_provisions(view, issue)) if issue.id else ()
    return (Heading((Span("What came of it"),)), Fact("", items)) if items else ()


def _outcomes(view: View, issue: Issue) -> Iterator[Item]:
    for record in view.brief.rounds:
        outcome = record.outcome
        for field, word in _LISTS if outcome else ():
            for each in getattr(outcome, field):
                if each.issue and each.issue.id == issue.id:
                    where = (Span(f"  — {word} at ", "quiet"), record_link(view, record))
                    src = each.src or (outcome.src if outcome else ()) or record.src
                    yield Item(noted(view, each, (Span(each.text), *where)), margin(view, src))


def _provisions(view: View, issue: Issue) -> Iterator[Item]:
    for record in view.brief.documents:
        for each in record.provisions:
            if each.issue and each.issue.id == issue.id:
                at = f", {each.at}" if each.at else ""
                line = (Span(each.text), Span("  — ", "quiet"), record_link(view, record), Span(at))
                yield Item(noted(view, each, line), margin(view, each.src or record.src))

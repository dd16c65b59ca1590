"""What a reader has not read of the record a row stands for, at the head of its page."""

from collections.abc import Iterator
from datetime import UTC

from tui.blocks import Block, Fact, Gap, Heading, Line, Row, Span, plain
from tui.brief.diff import BRIEF
from tui.brief.instants import zone_of
from tui.presentation import dates
from tui.presentation.changes.detail import change_page
from tui.presentation.changes.values import cut
from tui.presentation.view import View

MOST = 6
"""Fields told at the head of a page; the list of changes tells all of them."""
LONGEST = 240
"""Characters told of one value."""
AROUND = 40
"""Characters told before the first word that is other, in a longer text."""
_FRONT = "overview"


def unread_of(view: View, row: Row) -> tuple[str, ...]:
    """The keys of the changes a row stands for: its record's, or those of the brief itself."""
    if not view.changes:
        return ()
    key = row.key if row.key in view.register.by_key else row.subject
    keys = (BRIEF, _FRONT) if key == _FRONT else (key,)
    return tuple(each for each in keys if each in view.changes)


def _since(view: View, row: Row) -> tuple[Block, ...]:
    """What changed in the record of a row, field by field, and since when; else nothing."""
    blocks = [block for name in unread_of(view, row) for block in _change_blocks(view, name)]
    return (*blocks, Gap()) if blocks else ()


def with_changes(view: View, row: Row, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The page of a row with what changed told below its title; the same page if nothing did."""
    since_text = _since(view, row)
    if not since_text or not blocks:
        return blocks
    at = next((i for i, each in enumerate(blocks) if i and not _is_head(each)), len(blocks))
    return (*blocks[:at], *since_text, *blocks[at:])


def _is_head(block: Block) -> bool:
    """Whether a block belongs to the title of its page."""
    return isinstance(block, Heading) and block.level != 2


def when(view: View, name: str) -> str:
    """Since when something is unread: `since you last read it, Fri 6 Jun 2025, 14:02`."""
    known = view.known.get(name)
    if known is None or known.at is None:
        return "since you last read it"
    there = (zone_of(view.here) if view.here else None) or UTC
    return f"since you last read it, {dates.format_instant(known.at.astimezone(there))}"


def _change_blocks(view: View, name: str) -> Iterator[Block]:
    change = view.changes[name]
    word = "new" if change.kind == "added" else "changed"
    yield Heading((Span(f"• {word} {when(view, name)}", "changed"),), level=3)
    if change.kind == "changed":
        facts = _facts(change_page(view, change, view.before(name)))
        yield from facts[:MOST]
        if len(facts) > MOST:
            more = f"and {len(facts) - MOST} more in the list of changes"
            yield Heading((Span(more, "quiet"),), level=3)


def _facts(blocks: tuple[Block, ...]) -> list[Fact]:
    """The fields told; several changes of one field under one label."""
    found: list[Fact] = []
    for each in blocks:
        if not isinstance(each, Fact):
            continue
        items = tuple(item._replace(value=_short(item.value)) for item in each.items)
        if found and found[-1].label == each.label:
            found[-1] = Fact(each.label, (*found[-1].items, *items))
        else:
            found.append(Fact(each.label, items))
    return found


def _short(line: Line) -> Line:
    """A text with what is other in it; of a long one no more than stands around that."""
    if len(plain(line)) <= LONGEST:
        return line
    first = next((i for i, span in enumerate(line) if i and span.role in {"changed", "stale"}), 1)
    if first > 1:
        heading = line[first - 1]
        line = (*line[:1], heading._replace(text="… " + heading.text[-AROUND:]), *line[first:])
    return cut(line, LONGEST)

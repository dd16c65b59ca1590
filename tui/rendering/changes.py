"""Changes as plain text: each in one line, and below it every field before and after."""

from collections import Counter
from collections.abc import Iterator

from tui.blocks import Block, Line, Span
from tui.brief.diff import Change, Kind
from tui.presentation.changes import change_page, headline
from tui.presentation.marks import mark
from tui.presentation.names import humanize
from tui.presentation.view import View
from tui.rendering.ink import safe, wrap
from tui.rendering.layout import lay
from tui.rendering.text import banner

_KINDS: dict[Kind, str] = {"changed": "changed", "added": "new", "removed": "removed"}


def changes_text(old: View, new: View, changes: tuple[Change, ...], width: int) -> str:
    """All changes between two states of a brief, section by section, in `width` columns."""
    counts = Counter(change.kind for change in changes)
    counted = (f"{counts[kind]} {word}" for kind, word in _KINDS.items() if counts[kind])
    marks = dict.fromkeys(each for view in (old, new) for each in banner(view))
    edges = [wrapped for line in marks for wrapped in _wrapped(line, width)]
    lines: list[Line] = [
        *edges,
        *_wrapped((Span(new.brief.title or new.brief.id),), width),
        *_wrapped((Span(f"{old.reading.path} → {new.reading.path}"),), width),
        *_wrapped((Span(" · ".join(counted)),), width),
    ]
    before = ""
    for change in changes:
        section, _, name = change.key.partition("/")
        title = humanize(section).capitalize() if name else "The brief itself"
        if title != before:
            lines += [(), *_wrapped((Span(title),), width), (Span("-" * min(len(title), width)),)]
        before = title
        lines += [(), *_render_change(old, new, change, width)]
    lines += [(), *edges] if edges else []
    return "\n".join("".join(s.text for s in line).rstrip() for line in lines) + "\n"


def _render_change(old: View, new: View, change: Change, width: int) -> Iterator[Line]:
    record = new.register.by_key.get(change.key) or old.register.by_key.get(change.key)
    named = mark(new if change.kind != "removed" else old, record) if record else ""
    aside = (Span(f" [{named}]", "handling"),) if named else ()
    yield from _wrapped((*headline(new, change, old), *aside), width)
    facts: tuple[Block, ...] = change_page(new, change, old)[1:]
    yield from lay(facts, width)


def _wrapped(line: Line, width: int) -> Iterator[Line]:
    yield from wrap(safe(line), width)

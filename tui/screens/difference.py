"""The difference of two texts of a file as a page: the lines removed and the lines added."""

from collections.abc import Iterator
from pathlib import Path

from tui.blocks import Block, Code, Heading, Line, Prose, Role, Span
from tui.rendering.ink import safe, wrap
from tui.saving.difference import DiffLine, difference

MARGIN = 16
"""Cells that number, sign and margins take."""
NARROWEST = 40
_SIGNS: dict[str, tuple[str, Role]] = {"added": ("+ ", "good"), "removed": ("− ", "problem")}


def difference_blocks(old: bytes, new: bytes, width: int = 0) -> tuple[Block, ...]:
    """The lines that differ, each piece with the lines around it.

    With the `width` of the screen a long line that differs is wrapped, not cut.
    """
    lines = difference(old, new)
    remarks = tuple(Prose((Span(each.text, "quiet"),)) for each in lines if each.kind == "remark")
    shown = tuple(line for each in lines if each.kind != "remark" for line in _folded(each, width))
    return (*remarks, *((Code(shown),) if shown else ()))


def changes_blocks(changes: dict[Path, tuple[bytes, bytes]], width: int = 0) -> tuple[Block, ...]:
    """Each file with the lines that turn its first bytes into its second."""
    page: tuple[Block, ...] = ()
    for path, (before, after) in changes.items():
        page = (*page, Heading((Span(path.name),)), *difference_blocks(before, after, width))
    return page


def _folded(line: DiffLine, width: int) -> Iterator[Line]:
    if width < NARROWEST or line.kind not in _SIGNS:
        yield _line(line)
        return
    indent = len(line.text) - len(line.text.lstrip())
    room = max(width - MARGIN - indent, NARROWEST - MARGIN)
    first, *rest = wrap(safe((Span(line.text.lstrip()),)), room)
    yield _line(line._replace(text=" " * indent + "".join(span.text for span in first)))
    role = _SIGNS[line.kind][1]
    for more in rest:
        yield (Span(" " * (MARGIN + indent + 2)), *(Span(span.text, role) for span in more))


def _line(line: DiffLine) -> Line:
    if line.kind == "gap":
        return (Span("      ⋮", "quiet"),)
    sign, role = _SIGNS.get(line.kind, ("  ", "quiet"))
    number = Span(f"{line.new or line.old or 0:>5} ", "quiet")
    return (number, Span(sign + line.text, role))

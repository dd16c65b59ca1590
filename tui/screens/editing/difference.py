"""Two texts of a file, told as a page: what was taken away and what was added, line by line."""

from collections.abc import Iterator

from tui.blocks import Block, Code, Line, Prose, Role, Span
from tui.rendering.ink import safe, wrap
from tui.saving.difference import DiffLine, difference

LEAD = 16
"""Cells that number, sign and margins take."""
NARROWEST = 40
_SIGNS: dict[str, tuple[str, Role]] = {"added": ("+ ", "good"), "removed": ("− ", "problem")}


def told_difference(old: bytes, new: bytes, width: int = 0) -> tuple[Block, ...]:
    """The lines that differ, each piece with the lines around it.

    With a `width` of the screen what differs is told whole, on as many lines as it takes.
    """
    lines = difference(old, new)
    remarks = tuple(Prose((Span(each.text, "quiet"),)) for each in lines if each.kind == "remark")
    told = tuple(line for each in lines if each.kind != "remark" for line in _folded(each, width))
    return (*remarks, *((Code(told),) if told else ()))


def _folded(line: DiffLine, width: int) -> Iterator[Line]:
    if width < NARROWEST or line.kind not in _SIGNS:
        yield _line(line)
        return
    indent = len(line.text) - len(line.text.lstrip())
    room = max(width - LEAD - indent, NARROWEST - LEAD)
    first, *rest = wrap(safe((Span(line.text.lstrip()),)), room)
    yield _line(line._replace(text=" " * indent + "".join(span.text for span in first)))
    role = _SIGNS[line.kind][1]
    for more in rest:
        yield (Span(" " * (LEAD + indent + 2)), *(Span(span.text, role) for span in more))


def _line(line: DiffLine) -> Line:
    if line.kind == "gap":
        return (Span("      ⋮", "quiet"),)
    sign, role = _SIGNS.get(line.kind, ("  ", "quiet"))
    number = Span(f"{line.new or line.old or 0:>5} ", "quiet")
    return (number, Span(sign + line.text, role))

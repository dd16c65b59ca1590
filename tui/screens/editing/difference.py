"""Two texts of a file, told as a page: what was taken away and what was added, line by line."""

from tui.blocks import Block, Code, Line, Prose, Role, Span
from tui.saving.difference import DiffLine, difference

_SIGNS: dict[str, tuple[str, Role]] = {"added": ("+ ", "good"), "removed": ("− ", "problem")}


def told_difference(old: bytes, new: bytes) -> tuple[Block, ...]:
    """The lines that differ, each piece with the lines around it."""
    lines = difference(old, new)
    remarks = tuple(Prose((Span(each.text, "quiet"),)) for each in lines if each.kind == "remark")
    told = tuple(_line(each) for each in lines if each.kind != "remark")
    return (*remarks, *((Code(told),) if told else ()))


def _line(line: DiffLine) -> Line:
    if line.kind == "gap":
        return (Span("      ⋮", "quiet"),)
    sign, role = _SIGNS.get(line.kind, ("  ", "quiet"))
    number = Span(f"{line.new or line.old or 0:>5} ", "quiet")
    return (number, Span(sign + line.text, role))

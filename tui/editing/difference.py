"""Two texts of a file, told as a page: what was taken away and what was added, line by line."""

from difflib import unified_diff

from tui.blocks import Block, Code, Line, Prose, Role, Span
from tui.editing.original import original


def told_difference(old: bytes, new: bytes) -> tuple[Block, ...]:
    """The lines that differ, each piece with the lines around it."""
    lines = unified_diff(original(old).lines, original(new).lines, n=2, lineterm="")
    told = tuple(_line(line) for line in list(lines)[2:])
    if not told:
        return (Prose((Span("The lines are the same; only their ends differ.", "quiet"),)),)
    return (Code(told),)


def _line(line: str) -> Line:
    if line.startswith("@@"):
        where = line.split("@@")[1].strip().split(" ")[1].lstrip("+").split(",")[0]
        return (Span(f"line {where}", "quiet"),)
    signs: dict[str, tuple[str, Role]] = {"+": ("+ ", "good"), "-": ("− ", "problem")}
    sign, role = signs.get(line[:1], ("  ", "quiet"))
    return (Span(sign + line[1:], role),)

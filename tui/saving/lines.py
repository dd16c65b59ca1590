"""Three texts, of which two grew from the first, joined line by line."""

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from tui.brief.decode import Decoded
from tui.saving.difference import Edit, edits

_BOM = b"\xef\xbb\xbf"
T = TypeVar("T")
Line = tuple[str, str]
"""A line, and the record it belongs to: that alike lines of two records are not taken for one."""
Change = tuple[Edit, list[Line]]
"""An edit, and the lines it puts in."""


class Side(NamedTuple):
    """One of the three texts."""

    told: Decoded
    owners: Mapping[int, str]
    """Number of a line, from 0, → key of the record it is in."""

    def lines(self, *, mixed: bool) -> list[Line]:
        """Its lines; without their line ends, where these are of one kind."""
        text = self.told.text if mixed else self.told.text.replace("\r\n", "\n")
        return [(self.owners.get(i, ""), line) for i, line in enumerate(text.split("\n"))]


def join(base: Side, mine: Side, theirs: Side) -> bytes | None:
    """Merge the lines of two sides; None where both changed the same ones."""
    newlines = [each.told.newline for each in (base, mine, theirs)]
    mixed = "mixed" in newlines
    old, ours, others = (each.lines(mixed=mixed) for each in (base, mine, theirs))
    changes = _in_order(
        [(edit, ours[edit[2] : edit[3]]) for edit in edits(old, ours)],
        [(edit, others[edit[2] : edit[3]]) for edit in edits(old, others)],
    )
    if changes is None:
        return None
    lines: list[Line] = []
    done = 0
    for (start, end, _, _), new in changes:
        lines += old[done:start]
        lines += new
        done = end
    text = "\n".join(line for _, line in lines + old[done:])
    if not mixed and _third(*newlines) == "\r\n":
        text = text.replace("\n", "\r\n")
    bom = _BOM if _third(base.told.bom, mine.told.bom, theirs.told.bom) else b""
    return bom + text.encode()


def _in_order(mine: list[Change], theirs: list[Change]) -> list[Change] | None:
    """The changes of both by place, mine first where both add; None where they overlap."""
    order: list[Change] = []
    for edit, new in sorted([*mine, *theirs], key=lambda change: change[0][:2]):
        if order:
            (start, end, _, _), before = order[-1]
            if (start, end, before) == (*edit[:2], new):
                continue
            if edit[0] < end or (start == edit[0] and end == edit[1] > start):
                return None
        order.append((edit, new))
    return order


def _third(base: T, mine: T, theirs: T) -> T:
    """What becomes of a value that each side left or changed."""
    return theirs if mine == base else mine

"""Three texts, of which two grew from the first, joined line by line."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple, TypeVar

from tui.brief.decode import Decoded
from tui.saving.difference import edits

_BOM = b"\xef\xbb\xbf"
T = TypeVar("T")
Line = tuple[str, str]
"""A line, and the record it belongs to: that alike lines of two records are not taken for one."""
Change = tuple[int, int, list[Line]]
"""Lines from, to of the first text, and the lines in their place."""


class Hunk(NamedTuple):
    """Lines that follow one another and belong together."""

    name: Line
    start: int
    lines: list[Line]


class Side(NamedTuple):
    """One of the three texts."""

    decoded: Decoded
    owners: Mapping[int, str]
    """Number of a line, from 0, → key of the record it is in."""

    def lines(self, *, mixed: bool) -> list[Line]:
        """Its lines; without their line ends, where these are of one kind."""
        text = self.decoded.text if mixed else self.decoded.text.replace("\r\n", "\n")
        return [(self.owners.get(i, ""), line) for i, line in enumerate(text.split("\n"))]


def join(base: Side, mine: Side, theirs: Side) -> bytes | None:
    """Merge the lines of two sides; None where both changed the same ones."""
    newlines = [each.decoded.newline for each in (base, mine, theirs)]
    mixed = "mixed" in newlines
    old, ours, others = (each.lines(mixed=mixed) for each in (base, mine, theirs))
    changes = _in_order([*_changes(old, ours), *_changes(old, others)])
    if changes is None:
        return None
    lines: list[Line] = []
    done = 0
    for start, end, new in changes:
        lines += old[done:start]
        lines += new
        done = end
    text = "\n".join(line for _, line in lines + old[done:])
    if not mixed and _third(*newlines) == "\r\n":
        text = text.replace("\n", "\r\n")
    bom = _BOM if _third(base.decoded.bom, mine.decoded.bom, theirs.decoded.bom) else b""
    return bom + text.encode()


def _changes(old: list[Line], new: list[Line]) -> Iterator[Change]:
    """What one side did: records are matched by their keys, then lines within each record."""
    before, after = _blocks(old), _blocks(new)
    whole = edits([each.name for each in before], [each.name for each in after])
    one = other = 0
    for start, end, first, last in (*whole, (len(before), len(before), len(after), len(after))):
        for kept, now in zip(before[one:start], after[other:first], strict=True):
            for a, b, c, d in edits(kept.lines, now.lines):
                yield kept.start + a, kept.start + b, now.lines[c:d]
        put = [line for block in after[first:last] for line in block.lines]
        yield from _exchanged(before[start:end], put, _start(before, start, len(old)))
        one, other = end, last


def _exchanged(gone: list[Hunk], put: list[Line], at: int) -> Iterator[Change]:
    """Whole records taken away, others put there; what is of no record stays one change.

    Taken away line by line, for the other side may have added a record between two of them.
    """
    lines = [line for block in gone for line in block.lines]
    if put and lines and any(not owner for owner, _ in lines):
        yield at, at + len(lines), put
        return
    if put:
        yield at, at, put
    yield from ((line, line + 1, []) for line in range(at, at + len(lines)))


def _blocks(lines: list[Line]) -> list[Hunk]:
    """The lines of each record together; one of no record is known by what it says."""
    blocks: list[Hunk] = []
    start = 0
    for name, group in groupby(lines, lambda line: (line[0], "" if line[0] else line[1])):
        block = Hunk(name, start, [*group])
        blocks.append(block)
        start += len(block.lines)
    return blocks


def _start(blocks: list[Hunk], number: int, end: int) -> int:
    return blocks[number].start if number < len(blocks) else end


def _in_order(changes: list[Change]) -> list[Change] | None:
    """The changes of both by place, mine first where both add; None where they overlap."""
    order: list[Change] = []
    for change in sorted(changes, key=lambda each: each[:2]):
        if order:
            if order[-1] == change:
                continue
            if change[0] < order[-1][1]:
                return None
        order.append(change)
    return order


def _third(base: T, mine: T, theirs: T) -> T:
    """What becomes of a value that each side left or changed."""
    return theirs if mine == base else mine

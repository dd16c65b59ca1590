"""What is other in one text than in another, line by line, as data for a screen."""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple, TypeVar

AROUND = 3
"""Lines shown before and after a difference."""

Kind = Literal["same", "removed", "added", "gap", "remark"]
T = TypeVar("T", bound=Hashable)
Edit = tuple[int, int, int, int]
"""Lines from, to of the first text, and from, to of the second in their place."""


class DiffLine(NamedTuple):
    """One line of a unified diff."""

    kind: Kind
    """`gap`: equal lines are left out here. `remark`: about the whole, `text` says what."""
    old: int | None
    """Number of the line in the first text, from 1."""
    new: int | None
    """Number of the line in the second."""
    text: str
    """Without its line end. As the file has it: pass it through `shown`."""


def edits(old: Sequence[T], new: Sequence[T]) -> list[Edit]:
    """The places where two texts differ, in order; equal ends cost next to nothing."""
    start = 0
    end = min(len(old), len(new))
    while start < end and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < end - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    matcher = SequenceMatcher(
        None, old[start : len(old) - tail], new[start : len(new) - tail], autojunk=False
    )
    return [
        (a + start, b + start, c + start, d + start)
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]


def difference(a: bytes, b: bytes) -> tuple[DiffLine, ...]:
    """The lines that turn `a` into `b`, with some around them; nothing where both are the same.

    Bytes that are no UTF-8 become U+FFFD. What no line shows is a remark in front: line ends, the
    byte order mark, the end of the last line.
    """
    if a == b:
        return ()
    old, new = _lines(a), _lines(b)
    return (*_remarks(a, b), *_unified(old, new))


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def _remarks(a: bytes, b: bytes) -> Iterator[DiffLine]:
    if (old := _ends(a)) != (new := _ends(b)) and a and b:
        yield DiffLine("remark", None, None, f"line ends: {old} → {new}")
    if a[:3] != b[:3] and b"\xef\xbb\xbf" in (a[:3], b[:3]):
        has = "now has a" if b[:3] == b"\xef\xbb\xbf" else "no longer has a"
        yield DiffLine("remark", None, None, f"the file {has} byte order mark")
    if a and b and a.endswith(b"\n") != b.endswith(b"\n"):
        ends = "ends" if b.endswith(b"\n") else "no longer ends"
        yield DiffLine("remark", None, None, f"the last line {ends} with a line end")


def _ends(data: bytes) -> str:
    windows, all_ends = data.count(b"\r\n"), data.count(b"\n")
    if not windows:
        return "LF"
    return "CR LF" if windows == all_ends else "mixed"


def _unified(old: list[str], new: list[str]) -> Iterator[DiffLine]:
    found = edits(old, new)
    done = 0  # lines of the first text that are shown
    for number, (a, b, c, d) in enumerate(found):
        first = max(a - AROUND, done)
        if first > done:
            yield DiffLine("gap", None, None, "")
        shift = c - a
        yield from (DiffLine("same", i + 1, i + shift + 1, old[i]) for i in range(first, a))
        yield from (DiffLine("removed", i + 1, None, old[i]) for i in range(a, b))
        yield from (DiffLine("added", None, i + 1, new[i]) for i in range(c, d))
        after = found[number + 1][0] if number + 1 < len(found) else len(old)
        done = min(b + AROUND, after)
        shift = d - b
        yield from (DiffLine("same", i + 1, i + shift + 1, old[i]) for i in range(b, done))
    if found and done < len(old):
        yield DiffLine("gap", None, None, "")

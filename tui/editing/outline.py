"""Where a cursor is in the structure of a text, by indentation: the text may be broken around it.

Lists do not count: what a key holds is found by the keys above it, and one thing where a list
is allowed is a list of one.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.editing.lexer import YamlMark, block_lines, marks
from tui.editing.lines import content_column, depth

FAR = 400
"""Lines a map or list in brackets is looked back for, and neighbours of a key."""
_VALUE = re.compile(r"(?P<key>[^\s#:{}\[\],\"'][^#:{}\[\],]*?)\s*:\s+(?P<value>.*)$")
_PREFIX = re.compile(r"[^\s,\[\]{}\"']*$")


class Where(NamedTuple):
    """What could be typed at a place."""

    path: tuple[str, ...]
    """The keys above the map the cursor is in; for a value its own key is the last one."""
    value: bool
    """Whether a value belongs here; else a key, or an item of a list."""
    prefix: str
    """What is typed of it."""
    start: int
    """The column it begins at, from 0."""
    present: frozenset[str] = frozenset()
    """Keys that are in the same map."""
    flow: bool = False
    """Whether it is in brackets."""
    item: bool = False
    """Whether it follows a dash, or is in square brackets."""
    bare: bool = False
    """Whether the dash has no blank behind it yet."""


def where(lines: Sequence[str], row: int, column: int) -> Where | None:
    """The place of a cursor (from 0); None in a comment, a quoted text or a block of text."""
    if row in block_lines(lines[: row + 1]) and lines[row].strip():
        return None
    before = lines[row][:column]
    parts = marks(before)
    if parts and parts[-1].kind in {"comment", "text"}:
        return None
    bracket = _bracket(lines, row, column)
    return _in_flow(lines, bracket, before) if bracket else _in_block(lines, row, before)


def _prefix(before: str) -> tuple[str, int]:
    found = _PREFIX.search(before)
    text = found[0] if found else ""
    return text, len(before) - len(text)


# --- lines --------------------------------------------------------------------------------------


def _in_block(lines: Sequence[str], row: int, before: str) -> Where | None:
    start = content_column(before)
    dashed = before[:start].strip() != "" or before.strip() in {"-"}
    if before.strip() == "-":
        start = len(before)
    body = before[start:]
    limit = depth(before) + 1 if dashed else start
    if found := _VALUE.match(body):
        path = (*_parents(lines, row, limit), found["key"])
        prefix, at = _prefix(before)
        # Further words of a text are no value of a vocabulary.
        return Where(path, True, prefix, at) if found["value"].strip() == prefix else None
    if not re.fullmatch(r"[\w-]*", body):
        return None
    present = _neighbours(lines, row, start, dashed=dashed)
    return Where(
        _parents(lines, row, limit),
        False,
        body,
        start,
        present,
        item=dashed,
        bare=before.endswith("-"),
    )


def _key_at(line: str) -> tuple[int, str]:
    """The column and name of the key a line begins with; -1 where it begins with none."""
    column = content_column(line)
    for mark in marks(line):
        if mark.start == column and mark.kind == "key":
            return column, line[mark.start : mark.end].strip("\"'")
        if mark.start >= column:
            break
    return -1, ""


def _parents(lines: Sequence[str], row: int, limit: int) -> tuple[str, ...]:
    """The keys above a line that hold it: each less deep than the one before."""
    path: list[str] = []
    inside = block_lines(lines[:row])
    for number in range(row - 1, -1, -1):
        line = lines[number]
        if limit <= 0:
            break
        if not line.strip() or line.lstrip().startswith("#") or number in inside:
            continue
        column, key = _key_at(line)
        dash = depth(line) if line.lstrip().startswith("-") else -1
        if 0 <= column < limit:
            path.append(key)
            limit = column
        if dash >= 0 and dash < limit:
            limit = min(limit, dash + 1)
    return tuple(reversed(path))


def _neighbours(lines: Sequence[str], row: int, column: int, *, dashed: bool) -> frozenset[str]:
    """The keys of the map that has its keys at a column."""
    found: set[str] = set()
    above = () if dashed else range(row - 1, max(-1, row - FAR), -1)
    for numbers in (above, range(row + 1, min(len(lines), row + FAR))):
        for number in numbers:
            line = lines[number]
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            at, key = _key_at(line)
            begins = depth(line) < column  # with the dash of an item, or less deep
            if at == column and (number < row or not begins):
                found.add(key)
            if begins:
                break
    return frozenset(found)


# --- brackets -----------------------------------------------------------------------------------


class _Open(NamedTuple):
    """A bracket that is open at the cursor, and what was written in it."""

    sign: str
    row: int
    column: int
    keys: list[str]
    parts: list[str]
    """Since the last comma: the key, its colon."""


def _bracket(lines: Sequence[str], row: int, column: int) -> list[_Open]:
    """The brackets that are open at a place, the outermost first."""
    open_: list[_Open] = []
    first = max(0, row - 40)
    inside = block_lines(lines[first : row + 1])
    for number in range(first, row + 1):
        line = lines[number][:column] if number == row else lines[number]
        if number - first in inside:
            continue
        if open_ and _key_at(line)[0] >= 0 and depth(line) <= depth(lines[open_[0].row]):
            open_.clear()  # it was never closed, and this is another line of the map around it
        for mark in marks(line):
            _step(open_, line, mark, number)
    return open_


def _step(open_: list[_Open], line: str, mark: YamlMark, row: int) -> None:
    text = line[mark.start : mark.end]
    if mark.kind == "mark" and text in {"{", "["}:
        open_.append(_Open(text, row, mark.start, [], []))
    elif not open_:
        return
    elif mark.kind == "mark" and text in {"}", "]"}:
        open_.pop()
    elif mark.kind == "mark" and text == ",":
        open_[-1].parts.clear()
    elif mark.kind == "key" and open_[-1].sign == "{":
        open_[-1].keys.append(text)
        open_[-1].parts[:] = [text]
    elif mark.kind == "mark" and text == ":":
        open_[-1].parts.append(":")


def _in_flow(lines: Sequence[str], brackets: list[_Open], before: str) -> Where | None:
    outer = brackets[0]
    path = _path_of(lines, outer.row, lines[outer.row][: outer.column])
    for each in brackets[:-1]:
        path += tuple(each.parts[:1])
    here = brackets[-1]
    prefix, start = _prefix(before)
    if here.sign == "{" and len(here.parts) == 2:
        return Where((*path, here.parts[0]), True, prefix, start, flow=True)
    keys = frozenset(here.keys) | _later(lines[here.row], here)
    return Where(path, False, prefix, start, keys, flow=True, item=here.sign == "[")


def _later(line: str, here: _Open) -> frozenset[str]:
    """Keys behind the cursor, in brackets that are closed on their own line."""
    end = line.find("}", here.column)
    return frozenset(
        line[m.start : m.end]
        for m in marks(line)
        if m.kind == "key" and here.column < m.start < end and here.sign == "{"
    )


def _path_of(lines: Sequence[str], row: int, before: str) -> tuple[str, ...]:
    """The keys above what begins after `before`."""
    start = content_column(before)
    dashed = "-" in before[:start] or before.strip().endswith("-")
    limit = depth(before) + 1 if dashed else depth(before)
    body = before[start:] if before.strip(" -") else ""
    key = body.partition(":")[0].strip()
    return (*_parents(lines, row, limit), *((key,) if key else ()))

"""The items of lists, by their indentation: where the one around a line begins and ends."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.editing.lines import content_column, depth

_ID = re.compile(r"(?<![\w-])(id:\s+)([\w-]+)")


class YamlItem(NamedTuple):
    """Some lines (from 0, `last` itself left out) and the column of their dash."""

    first: int
    last: int
    dash: int


def item_around(lines: Sequence[str], row: int) -> YamlItem | None:
    """The innermost item a line is in; blank lines and comments at its end are not its own."""
    if not lines[row].strip():
        return None
    inner = content_column(lines[row])
    first = row
    while not (_is_item(lines[first]) and depth(lines[first]) < inner):
        if lines[first].strip() and not lines[first].lstrip().startswith("#"):
            inner = min(inner, content_column(lines[first]))
        first -= 1
        if first < 0 or inner == 0:
            return None
    dash = depth(lines[first])
    last = end = first + 1
    while end < len(lines) and (not lines[end].strip() or depth(lines[end]) > dash):
        end += 1
        if lines[end - 1].strip():
            last = end
    return YamlItem(first, last, dash) if row < last else None


def _is_item(line: str) -> bool:
    return line.lstrip(" ").startswith("- ")


def copy_of(lines: Sequence[str], item: YamlItem, taken: frozenset[str]) -> list[str]:
    """The lines of an item once more, with another id in front where it has one."""
    copied = list(lines[item.first : item.last])
    own = content_column(copied[0])
    for number, line in enumerate(copied):
        found = _ID.search(line)
        at = found.start() if found else -1
        flow = number == 0 and line[own : own + 1] == "{"
        if found and content_column(line) == own and (at == own or flow):
            copied[number] = f"{line[: found.end(1)]}{free(found[2], taken)}{line[found.end() :]}"
            break
    return copied


def free(name: str, taken: frozenset[str]) -> str:
    """An id nobody has: this one with a number."""
    number = 2
    while f"{name}-{number}" in taken:
        number += 1
    return f"{name}-{number}"


def dash_column(lines: Sequence[str], row: int) -> int:
    """Where a dash typed on an empty line belongs: none is possible under a key that has a value.

    The column of the dash of the item around the line above, or the one typed at.
    """
    here = depth(lines[row]) if lines[row].strip() else len(lines[row])
    above = row - 1
    while above >= 0 and not lines[above].strip():
        above -= 1
    if above < 0 or content_column(lines[above]) < here:
        return here
    item = item_around(lines, above)
    return item.dash if item and item.dash < here else here

"""What is done to whole lines: indenting, commenting, the indent of a new one."""

import re
from collections.abc import Sequence

STEP = 2
"""Columns of one level, as the briefs that come with Parley are written."""
_OPENS = re.compile(r"^\s*(?:-\s+)*[^#\s][^#]*:(?:\s+[|>][-+\d]*)?\s*(?:#.*)?$")
_ITEM = re.compile(r"^(\s*)((?:-\s+)+)(?=\S)")
_BARE_ITEM = re.compile(r"^\s*-\s*$")


def depth(line: str) -> int:
    """Columns in front of the first letter of a line."""
    return len(line) - len(line.lstrip(" "))


def content_column(line: str) -> int:
    """The column of the first letter behind the dashes of a list."""
    found = _ITEM.match(line)
    return found.end() if found else depth(line)


def indented(line: str, column: int) -> str:
    """The blanks a new line begins with that is made at a column of this one.

    Deeper after `key:`, `- key:` and `|`; as deep as the key in a list after `- key: value`.
    """
    before = line[:column]
    if not before.strip():
        return " " * min(depth(line), column)
    if _BARE_ITEM.match(before):
        return " " * (depth(before) + STEP)
    own = content_column(before)
    return " " * (own + STEP if _OPENS.match(before) else own)


def deeper(lines: Sequence[str]) -> list[str]:
    """Two columns deeper; empty lines stay empty, unless there is no other."""
    alone = not any(line.strip() for line in lines)
    return [" " * STEP + line if line.strip() or alone else line for line in lines]


def shallower(lines: Sequence[str]) -> list[str]:
    """Up to two columns less deep."""
    return [line[min(STEP, depth(line)) :] for line in lines]


def commented(lines: Sequence[str]) -> list[str]:
    """`# ` in front of each line at the least deep column; taken off where all have it."""
    written = [line for line in lines if line.strip()]
    if written and all(line.lstrip(" ").startswith("#") for line in written):
        return [re.sub(r"^( *)# ?", r"\1", line) for line in lines]
    column = min((depth(line) for line in written), default=0)
    return [f"{line[:column]}# {line[column:]}" if line.strip() else line for line in lines]

"""Whole things to type at one stroke: an item with the fields it usually has, still empty."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tui.brief.edit.fields import Field, root

_USUAL = {
    "claims": ("value", "by", "src"),
    "sources": ("id", "kind", "publisher", "title", "published"),
    "events": ("id", "title", "when", "src"),
}
"""What a writer fills in first where the format demands little; else the id and what it demands."""
_NOUNS = {"people": "person", "parties": "party", "measures": "figure", "series": "series"}
_KEY = re.compile(r"^[A-Za-z_]")


def noun(section: str) -> str:
    """What one item of a list is called."""
    return _NOUNS.get(section, section.removesuffix("s")).replace("_", " ")


def usual(field: Field) -> tuple[Field, ...]:
    """The fields an item of a list is begun with."""
    names = _USUAL.get(field.name)
    if names is None:
        first = tuple(each.name for each in field.fields if each.name == "id")
        names = (*first, *(each.name for each in field.fields if each.required))
    return tuple(found for name in names if (found := field.field(name)))


def whole(field: Field, indent: str) -> str:
    """An item as it is written, its dash left out; a `|` is where its first value goes."""
    lines = [f"{each.name}: {'[]' if _listed(each) else ''}".rstrip() for each in usual(field)]
    if not lines:
        return ""
    lines[0] = f"{lines[0]} |"
    return f"\n{indent}".join(lines)


def _listed(field: Field) -> bool:
    return field.many and not field.joint and field.kind in {"reference", "word"}


def next_empty(lines: Sequence[str], row: int) -> tuple[int, int] | None:
    """Where the next field without a value wants it, in the same map below a line."""
    column = _column(lines[row])
    for number in range(row + 1, len(lines)):
        line = lines[number]
        if _column(line) != column or line.lstrip().startswith("- "):
            return None
        if re.search(r":\s*$", line):
            deeper = number + 1 < len(lines) and _column(lines[number + 1]) > column
            if not deeper:
                return number, len(line)
        elif line.rstrip().endswith(": []"):
            return number, len(line.rstrip()) - 1
    return None


def _column(line: str) -> int:
    return re.match(r"[\s-]*", line).end() if line.strip() else -1  # type: ignore[union-attr]  # matches nothing too


class NewRecord(NamedTuple):
    """Lines to put in front of a line (from 0), and where the cursor goes then."""

    row: int
    lines: list[str]
    cursor: tuple[int, int]


def new_record(lines: Sequence[str], section: str, name: str) -> NewRecord:
    """A record with an id at the end of its section; the section is begun where there is none."""
    field = root()[section]
    start = next((n for n, each in enumerate(lines) if each.startswith(f"{section}:")), -1)
    begun = start >= 0
    end = last = start + 1 if begun else len(lines)
    while begun and end < len(lines) and not _KEY.match(lines[end]):
        end += 1
        if lines[end - 1].strip() and not lines[end - 1].startswith("#"):
            last = end
    while not begun and last > 0 and not lines[last - 1].strip():
        last -= 1
    dashed = [n for n in range(start + 1, last) if begun and re.match(r" *- ", lines[n])]
    dash = lines[dashed[0]].partition("-")[0] if dashed else "  "
    text = whole(field, f"{dash}  ").replace("id: |", f"id: {name}")
    written = [*([] if begun else ["", f"{section}:"]), *f"{dash}- {text}".split("\n")]
    if any(not lines[n - 1].strip() for n in dashed[1:]):
        written.insert(0, "")
    at = next_empty(written, next(n for n, each in enumerate(written) if "- " in each))
    row, column = at or (len(written) - 1, len(written[-1]))
    if written[row].endswith(":"):
        written[row] += " "
        column += 1
    return NewRecord(last, written, (last + row, column))

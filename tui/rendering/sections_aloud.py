"""A brief as text that is heard or felt line by line: `parley print --linear`.

One thing a line, in the words the linear mode of the screen says it in; a line is as long as what
it says. Headings begin with what they are of, so that a search in the text goes from one to the
next: `Section`, `Group`, `Record`, `Part`.
"""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from tui.blocks import Block, Heading, Line, Row, Span
from tui.presentation.marks import with_mark
from tui.presentation.view import View
from tui.rendering.ink import safe, wrap
from tui.rendering.linear import block_lines
from tui.rendering.screen_reader import in_words, listed
from tui.rendering.text import drawn_failure, foot_of, head_of, nothing, part_or_failure
from tui.section import Section

if TYPE_CHECKING:
    from tui.rendering.charset import Charset

WHOLE = 1_000_000
"""Columns of a line that is not wrapped."""


def brief_aloud(
    view: View,
    sections: tuple[Section, ...],
    width: int,
    *,
    charset: "Charset | None" = None,
    registers: bool = False,
) -> str:
    """As `text.told`; a width of 0 wraps no line."""
    return _text(_brief(view, sections, registers=registers), width, charset)


def dossier_aloud(view: View, key: str, width: int, *, charset: "Charset | None" = None) -> str:
    """The dossier of the record with a key."""
    from tui.presentation.dossier import dossier  # noqa: PLC0415  (print has no need of it otherwise)

    record = part_or_failure(
        view, "the dossier", lambda: _record(dossier(view, key), "Record"), _in_words
    )
    lines = (*_head(view), (), *record, *_foot(view))
    return _text(iter(lines), width, charset)


def _text(lines: Iterator[Line], width: int, charset: "Charset | None") -> str:
    spelt = (charset.line(line) if charset else line for line in lines)
    wrapped = (each for line in spelt for each in wrap(line, width or WHOLE))
    return "".join("".join(span.text for span in line).rstrip() + "\n" for line in wrapped)


def _brief(view: View, sections: tuple[Section, ...], *, registers: bool) -> Iterator[Line]:
    yield from _head(view)
    for section in sections:
        yield from _section(view, section)
    if registers:
        yield ()
        yield from part_or_failure(view, "“Who is who”", lambda: _registers(view), _in_words)
    yield from _foot(view)


def _head(view: View) -> Iterator[Line]:
    yield from part_or_failure(
        view,
        "the head",
        lambda: (in_words(safe(line)) for line in head_of(view)),
        _in_words,
    )


def _in_words(line: Line) -> tuple[Line]:
    return (in_words(safe(line)),)


def _foot(view: View) -> Iterator[Line]:
    for line in foot_of(view):
        yield in_words(safe(line))


def _section(view: View, section: Section) -> Iterator[Line]:
    rows = section.listed(view)
    count = f"{len(rows)} record{'' if len(rows) == 1 else 's'}" if rows else ""
    yield ()
    yield _named("Section", with_mark(view, section.title), count)
    if failure := view.failures.get(section.name):
        yield from drawn_failure(failure, _in_words)
    elif not rows:
        yield from _blocks(nothing(section))
    group = ""
    for number, row in enumerate(rows, 1):
        if row.group and row.group != group:
            yield ()
            yield _named("Group", row.group)
        group = row.group
        yield ()
        name = f"Record {number} of {len(rows)}"
        record = partial(_row, view, section, row, name)
        yield from part_or_failure(view, f"this page of “{section.title}”", record, _in_words)


def _row(view: View, section: Section, row: Row, name: str) -> Iterator[Line]:
    yield from _record(section.blocks(view, row.key), name, row)


def _record(blocks: tuple[Block, ...], name: str, row: Row | None = None) -> Iterator[Line]:
    """A record: its title with what it is, its signs in words, and all that its page says."""
    first, rest = blocks[:1], blocks[1:]
    titled = bool(first) and isinstance(first[0], Heading)
    title, *others = _blocks(first) if titled else (() if row is None else row.title,)
    yield (Span(f"{name}: "), *title)
    yield from others
    if row and row.signs:
        yield listed(tuple((Span(sign.word),) for sign in row.signs))
    yield from _blocks(rest if titled else blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Line]:
    for index, block in enumerate(blocks):
        lines = block_lines(block)
        if isinstance(block, Heading) and block.level < 3 and index:
            yield (Span("Part: "), *next(lines))
        yield from (line for line in lines if line)


def _registers(view: View) -> Iterator[Line]:
    """Who is who, and the brief itself."""
    from tui.presentation.registers import brief_facts, who_is_who  # noqa: PLC0415

    yield _named("Section", with_mark(view, "Who is who"))
    group = ""
    for title, blocks in who_is_who(view):
        if title != group:
            yield ()
            yield _named("Group", title)
        group = title
        yield ()
        yield from _record(blocks, "Record")
    if facts := brief_facts(view):
        yield ()
        yield _named("Section", with_mark(view, "The brief"))
        yield from _blocks(facts)


def _named(what: str, title: str, more: str = "") -> Line:
    return safe((Span(f"{what}: {title}" + (f", {more}" if more else "")),))

"""A brief as plain text in reading order: for paper, pipes, screen readers and braille lines."""

from collections.abc import Iterator

from tui.blocks import SIGNS, Block, Code, Heading, Line, Row, Sign, Span
from tui.brief.reading import Reading
from tui.output.bars import TWINS
from tui.output.ink import safe, wrap
from tui.output.layout import lay
from tui.pictures import Chart, Curve, Map, Pulse
from tui.section import Section
from tui.telling import dates
from tui.telling.view import View

_TWINS = str.maketrans(
    {sign.glyph: sign.ascii for sign in SIGNS} | {"…": "...", "–": "-", "—": "-", "█": "#"} | TWINS
)


def told(
    view: View,
    sections: tuple[Section, ...],
    width: int,
    *,
    ascii: bool = False,  # noqa: A002
    registers: bool = False,
) -> str:
    """The sections of a brief, each record in full, as lines of at most `width` columns.

    `registers`: with who is who, and what is said of the brief itself, at the end.
    """
    lines = [*_head(view, width)]
    for section in sections:
        lines += _section(view, section, width, pictures=not ascii)
    if registers:
        lines += _registers(view, width)
    return _text(lines, ascii=ascii)


def about(view: View, key: str, width: int, *, ascii: bool = False) -> str:  # noqa: A002
    """The dossier of the record with a key."""
    from tui.telling.dossier import dossier  # noqa: PLC0415  (print has no need of it otherwise)

    blocks = _shown(dossier(view, key), pictures=not ascii)
    return _text([*_head(view, width), (), *lay(blocks, width)], ascii=ascii)


def plain(blocks: tuple[Block, ...], width: int) -> str:
    """Some blocks alone, as lines of at most `width` columns."""
    return _text(list(lay(blocks, width)), ascii=False)


def _text(lines: list[Line], *, ascii: bool) -> str:  # noqa: A002
    text = "\n".join("".join(span.text for span in line).rstrip() for line in lines) + "\n"
    return text.translate(_TWINS) if ascii else text


def _head(view: View, width: int) -> Iterator[Line]:
    brief = view.brief
    yield from wrap(safe((Span(brief.title or brief.id or str(view.reading.path)),)), width)
    cutoff = f"as of {dates.tell(brief.as_of, view.home)}" if brief.as_of else ""
    marks = (cutoff, brief.handling, state(view.reading))
    yield from wrap(safe((Span(" · ".join(mark for mark in marks if mark)),)), width)


def state(reading: Reading) -> str:
    """Whether what is told is what is on disk, and how much of it is wrong."""
    parts = [f"stale: {reading.stale[0].message}"] if reading.stale else []
    if reading.problems:
        count = len(reading.problems)
        parts.append(f"{count} problem{'' if count == 1 else 's'}")
    return " · ".join(parts)


def _section(view: View, section: Section, width: int, *, pictures: bool = True) -> Iterator[Line]:
    yield ()
    yield from _rule(section.title.upper(), width, "=")
    rows = section.rows(view)
    if not rows:
        yield ()
        yield from lay(nothing(section), width)
    group = ""
    for row in rows:
        if row.group and row.group != group:
            yield ()
            yield from _rule(row.group, width, "-")
        group = row.group
        yield ()
        yield from _record(view, section, row, width, pictures)


def _shown(blocks: tuple[Block, ...], *, pictures: bool) -> tuple[Block, ...]:
    """Blocks without what ASCII cannot draw; all of it is told in words beside it."""
    if pictures:
        return blocks
    return tuple(block for block in blocks if not isinstance(block, Chart | Curve | Map | Pulse))


def _record(view: View, section: Section, row: Row, width: int, pictures: bool) -> Iterator[Line]:
    lines = lay(_shown(section.detail(view, row.key), pictures=pictures), width)
    yield from lines[:1]
    if row.signs:
        yield (Span(f"  [{', '.join(_spoken(sign) for sign in row.signs)}]"),)
    yield from lines[1:]


def _spoken(sign: Sign) -> str:
    return f"{sign.glyph} {sign.word}"


def _registers(view: View, width: int) -> Iterator[Line]:
    """Who is who, and the brief itself."""
    from tui.telling.registers import brief_facts, who_is_who  # noqa: PLC0415

    yield ()
    yield from _rule("WHO IS WHO", width, "=")
    group = ""
    for title, blocks in who_is_who(view):
        if title != group:
            yield ()
            yield from _rule(title, width, "-")
        group = title
        yield ()
        yield from lay(blocks, width)
    if facts := brief_facts(view):
        yield ()
        yield from _rule("THE BRIEF", width, "=")
        yield ()
        yield from lay(facts, width)


def _rule(title: str, width: int, stroke: str) -> Iterator[Line]:
    yield from wrap(safe((Span(title),)), width)
    yield (Span(stroke * min(len(title), width)),)


def none_passes(filter_: str) -> tuple[Block, ...]:
    """What to say where a filter hides every row."""
    head = (Span(f"No row passes “{filter_}”"),)
    return (
        Heading(head, level=1),
        Heading((Span("Esc shows all of them again", "quiet"),), level=3),
    )


def nothing(section: Section) -> tuple[Block, ...]:
    """What to say where a section is empty: what belongs there, and how to write it."""
    blocks: list[Block] = [
        Heading((Span("Nothing here yet"),), level=1),
        Heading((Span(section.about, "quiet"),), level=3),
    ]
    if section.example:
        lines = tuple((Span(line, "code"),) for line in section.example.splitlines())
        blocks += [Heading((Span("How to write it"),)), Code(lines)]
    return tuple(blocks)

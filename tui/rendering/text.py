"""A brief as plain text in reading order: for paper and pipes."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tui.blocks import Block, Chart, Code, Curve, Heading, Line, Map, Row, Sign, Span, Sparkline
from tui.brief.reading import Reading
from tui.failure.guard import Failure, guarded
from tui.presentation import dates
from tui.presentation.marks import outer_mark, redacted, with_mark
from tui.presentation.view import View
from tui.rendering.ink import safe, width_of, wrap
from tui.rendering.layout import lay
from tui.section import Section

if TYPE_CHECKING:
    from tui.rendering.charset import Charset


class Paper(NamedTuple):
    """The width of the output and its letters."""

    width: int
    charset: "Charset | None" = None
    """None: all of Unicode, and pictures; else words in place of pictures."""

    def lay(self, blocks: tuple[Block, ...]) -> tuple[Line, ...]:
        """Blocks as lines."""
        if self.charset is None:
            return lay(blocks, self.width)
        kept = tuple(
            block for block in blocks if not isinstance(block, Chart | Curve | Map | Sparkline)
        )
        return lay(self.charset.blocks(kept), self.width)

    def line(self, line: Line) -> Iterator[Line]:
        """A line of no block."""
        line = safe(line)
        yield from wrap(self.charset.line(line) if self.charset else line, self.width)

    def rule(self, title: str, stroke: str) -> Iterator[Line]:
        """A heading of no block, underlined."""
        lines = list(self.line((Span(title),)))
        yield from lines
        yield (Span(stroke * max(map(width_of, lines), default=0)),)

    def text(self, lines: Iterator[Line]) -> str:
        """Lines as text."""
        drawn = (self.charset.drawn(line) if self.charset else line for line in lines)
        return "\n".join("".join(span.text for span in line).rstrip() for line in drawn) + "\n"


def brief_text(
    view: View,
    sections: tuple[Section, ...],
    width: int,
    *,
    charset: "Charset | None" = None,
    registers: bool = False,
) -> str:
    """The sections of a brief, each record in full, as lines of at most `width` columns.

    `registers`: with who is who, and the fields of the brief itself, at the end.
    """
    paper = Paper(width, charset)
    return paper.text(_brief(view, sections, paper, registers=registers))


def dossier_text(view: View, key: str, width: int, *, charset: "Charset | None" = None) -> str:
    """The dossier of the record with a key."""
    from tui.presentation.dossier import dossier  # noqa: PLC0415  (print has no need of it otherwise)

    paper = Paper(width, charset)
    lines = part_or_failure(view, "the dossier", lambda: paper.lay(dossier(view, key)), paper.line)
    return paper.text(iter((*_head(view, paper), (), *lines, *_foot(view, paper))))


def plain(blocks: tuple[Block, ...], width: int) -> str:
    """Some blocks alone, as lines of at most `width` columns."""
    return Paper(width).text(iter(lay(blocks, width)))


def _brief(
    view: View, sections: tuple[Section, ...], paper: Paper, *, registers: bool
) -> Iterator[Line]:
    yield from _head(view, paper)
    for section in sections:
        yield from _section(view, section, paper)
    if registers:
        yield ()
        register = partial(_registers, view, paper)
        yield from part_or_failure(view, "“Who is who”", register, paper.line)
    yield from _foot(view, paper)


def part_or_failure(
    view: View,
    what: str,
    work: Callable[[], Iterable[Line]],
    draw: Callable[[Line], Iterable[Line]],
) -> tuple[Line, ...]:
    """The lines of a part, all of them; where our own code fails, those that say so, drawn."""
    return guarded(
        what,
        lambda: tuple(work()),
        lambda failure: view.fail(what, failure, drawn_failure(failure, draw)),
    )


def drawn_failure(failure: Failure, draw: Callable[[Line], Iterable[Line]]) -> tuple[Line, ...]:
    """What stands in place of something that could not be worked out."""
    return tuple(part for line in failure.lines for part in draw(line))


def _head(view: View, paper: Paper) -> Iterator[Line]:
    def head() -> Iterator[Line]:
        for line in head_of(view):
            yield from paper.line(line)

    yield from part_or_failure(view, "the head", head, paper.line)


def _foot(view: View, paper: Paper) -> Iterator[Line]:
    for line in foot_of(view):
        yield from paper.line(line)


def banner(view: View) -> tuple[Line, ...]:
    """How what is printed is to be handled, for its first and its last line."""
    named = outer_mark(view)
    return ((Span(named.upper()),),) if named else ()


def foot_of(view: View) -> tuple[Line, ...]:
    """What the last page ends with."""
    return ((), *banner(view)) if banner(view) else ()


def head_of(view: View) -> tuple[Line, ...]:
    """How it is to be handled; the title of the brief, its date, its mark, and its problems."""
    brief = view.brief
    cutoff = f"as of {dates.format_when(brief.as_of, view.home)}" if brief.as_of else ""
    marks = (cutoff, brief.handling, redacted(brief), state(view.reading))
    title = Span(brief.title or brief.id or str(view.reading.path))
    return *banner(view), (title,), (Span(" · ".join(mark for mark in marks if mark)),)


def state(reading: Reading) -> str:
    """Whether this is what is on disk, and how many problems it has."""
    parts = [f"stale: {reading.stale[0].message}"] if reading.stale else []
    if reading.problems:
        count = len(reading.problems)
        parts.append(f"{count} problem{'' if count == 1 else 's'}")
    return " · ".join(parts)


def _section(view: View, section: Section, paper: Paper) -> Iterator[Line]:
    yield ()
    yield from paper.rule(with_mark(view, section.title.upper()), "=")
    rows = section.listed(view)
    if failure := view.failures.get(section.name):
        yield ()
        yield from drawn_failure(failure, paper.line)
    elif not rows:
        yield ()
        yield from paper.lay(nothing(section))
    group = ""
    for row in rows:
        if row.group and row.group != group:
            yield ()
            yield from paper.rule(row.group, "-")
        group = row.group
        yield ()
        record = partial(_record, view, section, row, paper)
        yield from part_or_failure(view, f"this page of “{section.title}”", record, paper.line)


def _record(view: View, section: Section, row: Row, paper: Paper) -> Iterator[Line]:
    lines = paper.lay(section.blocks(view, row.key))
    yield from lines[:1]
    if row.signs:
        yield from paper.line((Span(f"  [{', '.join(_spoken(sign) for sign in row.signs)}]"),))
    yield from lines[1:]


def _spoken(sign: Sign) -> str:
    return f"{sign.glyph} {sign.word}"


def _registers(view: View, paper: Paper) -> Iterator[Line]:
    """Who is who, and the brief itself."""
    from tui.presentation.registers import brief_facts, who_is_who  # noqa: PLC0415

    yield from paper.rule(with_mark(view, "WHO IS WHO"), "=")
    group = ""
    for title, blocks in who_is_who(view):
        if title != group:
            yield ()
            yield from paper.rule(title, "-")
        group = title
        yield ()
        yield from paper.lay(blocks)
    if facts := brief_facts(view):
        yield ()
        yield from paper.rule(with_mark(view, "THE BRIEF"), "=")
        yield ()
        yield from paper.lay(facts)


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

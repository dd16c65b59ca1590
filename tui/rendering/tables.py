"""A table as lines: columns, or a short list for each row where they find no room."""

from collections.abc import Iterator

from tui.blocks import Line, Span, Table, plain
from tui.brief.lazy_regex import late
from tui.rendering.ink import blank, pad, safe, width_of, wrap

INDENT = 3
_NUMBER = late(r"[<>+−-]?\d")
_FIGURE = late(r"[<>+−-]?\d[\d,.]*(?: ?%)?|[.·–-]|")


def draw_table(block: Table, width: int) -> Iterator[Line]:
    """Columns as wide as they must be; where they do not fit, each row becomes a short list."""
    head = [safe(each) for each in block.columns]
    rows = [[safe(each) for each in row] for row in block.rows]
    figures = _of_figures(rows) or [False] * len(head)
    natural = [max(map(width_of, column)) for column in zip(head, *rows, strict=True)]
    gaps = 2 * (len(natural) - 1)
    widths = _shrink(natural, width - gaps)
    # A column of figures may be narrow; one of words that had to become so cannot be read.
    if rows and any(now < min(was, 8) for now, was in zip(widths, natural, strict=True)):
        yield from _listed(head, rows, width)
        return
    labels = [
        tuple(Span(s.text, s.role if s.role.startswith("party") else "label", s.link) for s in each)
        for each in head
    ]
    yield from _row(labels, widths, figures)
    drawn = [tuple(_row(row, widths, figures)) for row in rows]
    # Where rows take several lines, the eye has to see where one ends.
    apart = any(len(lines) > 1 for lines in drawn)
    for index, lines in enumerate(drawn):
        if apart and index:
            yield ()
        yield from lines


def _of_figures(rows: list[list[Line]]) -> list[bool]:
    """Which columns hold numbers, to be aligned by their last digit.

    One of dots alone holds numbers where any other one does.
    """
    texts = [[plain(cell).strip() for cell in column] for column in zip(*rows, strict=True)]
    fit = [all(map(_FIGURE.fullmatch, column)) for column in texts]
    some = any(each and any(map(_NUMBER.match, t)) for each, t in zip(fit, texts, strict=True))
    return [each and some for each in fit]


def _shrink(widths: list[int], room: int) -> list[int]:
    """Take from the widest until all fit."""
    widths = list(widths)
    while sum(widths) > room and max(widths) > 1:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(cells: list[Line], widths: list[int], figures: list[bool]) -> Iterator[Line]:
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for index in range(max(map(len, wrapped))):
        spans: list[Span] = []
        for column, width, right in zip(wrapped, widths, figures, strict=True):
            cell = column[index] if index < len(column) else ()
            spans += (*blank(width - width_of(cell)), *cell) if right else pad(cell, width)
            spans.append(Span("  "))
        yield tuple(spans[:-1])


def _listed(head: list[Line], rows: list[list[Line]], width: int) -> Iterator[Line]:
    for row in rows:
        yield from wrap(row[0], width)
        for name, cell in zip(head[1:], row[1:], strict=True):
            label = tuple(Span(span.text, "label") for span in name)
            for line in wrap((*label, Span("  "), *cell), width - INDENT):
                yield (*blank(INDENT), *line)

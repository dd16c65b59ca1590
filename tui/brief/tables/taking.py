"""The rows of a text of comma-separated cells. One that cannot be read costs itself and no other.

Python's own reader takes cells apart; as a cell in quotes may hold line ends, the lines of each row
are kept beside it. After a quote that is never closed reading begins again in the next line.
"""

import csv
from collections.abc import Generator, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from tui.brief.decode import first_refused
from tui.brief.place import Place, Problem

_RESTARTS = 100
"""Quotes that are never closed, after which the rest of a table is given up."""
_LONGEST = csv.field_size_limit()
"""Characters of one cell."""


class TableRow(NamedTuple):
    """One row as it stands."""

    cells: tuple[str, ...]
    line: int
    end_line: int
    """The last of its lines."""


class Taking:
    """The rows of a text, one by one; what is wrong with them is gathered beside them."""

    def __init__(self, file: str, lines: Sequence[str]) -> None:
        self.lines = lines
        self.delimiter = _delimiter(file, next((line for line in lines if line.strip()), ""))
        self.width = 0
        """Cells of a whole row; 0: the heading comes first."""
        self.problems: list[Problem] = []
        self.broken: list[TableRow] = []
        """Rows that are none of ours, in the order of the text."""
        self._file = file
        self._clean = first_refused("\n".join(lines)) is None
        self._reported = 0
        """Lines up to which letters that no file may hold have been told."""

    def rows(self) -> Iterator[TableRow]:
        """The rows that can be read; empty ones are passed over."""
        start = 0
        for _ in range(_RESTARTS):
            restart = yield from self._run(start)
            if restart is None:
                return
            start = restart
        message = "too many quotes are never closed; from here on the table is not read"
        self._break(start, len(self.lines), message)

    def _run(self, start: int) -> Generator[TableRow, None, int | None]:
        """Read on from a line; returns the line to begin again from, or None at the end."""
        found = csv.reader(self._fed(start), delimiter=self.delimiter, strict=True)
        while True:
            first = start + found.line_num
            try:
                cells = next(found)
            except StopIteration:
                return None
            except csv.Error:
                last = start + found.line_num
                self._unreadable(first, last)
                if last - first > 1:
                    return first + 1
                continue
            last = start + found.line_num
            if last - first > 1 and self.width and len(cells) != self.width:
                what = f"the quote opened here is closed in line {last}, and the row has"
                self._break(first, first + 1, f"{what} {self._counted(len(cells))}", quote=True)
                return first + 1
            if self.width and len(cells) > self.width:
                hint = "; put a cell that holds a comma in quotes" * (self.delimiter == ",")
                self._break(first, last, f"this row has {self._counted(len(cells))}{hint}")
            elif any(map(str.strip, cells)):
                yield TableRow(tuple(cells), first + 1, last)

    def _counted(self, cells: int) -> str:
        return f"{cells:,} cells, the heading {self.width:,}"

    def _fed(self, start: int) -> Iterator[str]:
        """Lines for the reader; an empty one for each that holds a letter no file may hold."""
        for at, line in enumerate(islice(self.lines, start, None), start):
            refused = None if self._clean else first_refused(line)
            if refused and at >= self._reported:
                self._reported = at + 1
                self.broken.append(TableRow((), at + 1, at + 1))
                place = Place(self._file, at + 1, refused[0] + 1)
                self.problems.append(Problem(place, "control", refused[1]))
            yield "\n" if refused else f"{line}\n"

    def _unreadable(self, first: int, last: int) -> None:
        """Say why a row cannot be taken apart; of one of several lines only the first is lost."""
        text = "\n".join(self.lines[first:last])
        if len(text) > _LONGEST and last - first == 1:
            self._break(first, last, f"a cell of more than {_LONGEST:,} characters")
        elif last - first > 1 or text.count('"') % 2:
            self._break(first, first + 1, "a quote is opened here and never closed", quote=True)
        else:
            message = "a quote within a cell; write it twice, and the cell in quotes"
            self._break(first, last, message, quote=True)

    def _break(self, first: int, last: int, message: str, *, quote: bool = False) -> None:
        self.broken.append(TableRow((), first + 1, last))
        column = self.lines[first].rfind('"') + 1 if quote else 1
        self.problems.append(Problem(Place(self._file, first + 1, column), "row", message))


def _delimiter(file: str, heading: str) -> str:
    """What parts the cells: a tab in a `.tsv`, else the commonest of three in the heading."""
    if file.lower().endswith(".tsv"):
        return "\t"
    bare = "".join(heading.split('"')[::2])
    return max(",;\t", key=bare.count)

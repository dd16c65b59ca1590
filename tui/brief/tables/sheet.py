"""The bytes of a table → its heading and its rows, each with the lines it stands in."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from tui.brief.decode import decode
from tui.brief.place import Place, Problem
from tui.brief.tables.taking import TableRow, Taking

ROWS = 50_000
"""Rows of one table that are read."""
COLUMNS = 1_000


@dataclass(frozen=True)
class ParsedTable:
    """A table taken apart."""

    file: str
    lines: Sequence[str]
    delimiter: str
    heading: TableRow
    rows: tuple[TableRow, ...] = ()
    """Those with no more cells than the heading."""
    broken: tuple[TableRow, ...] = ()
    """Those that cannot be told apart into columns; each has a problem."""
    problems: tuple[Problem, ...] = ()

    def place(self, row: TableRow, index: int) -> Place:
        """Where a cell of a row begins; the row itself, where it has no such cell."""
        count, quoted = 0, False
        for line in range(row.line, row.end_line + 1):
            text = self.lines[line - 1]
            for column, letter in enumerate(text, 1):
                if count == index:
                    return Place(self.file, line, column)
                quoted ^= letter == '"'
                count += letter == self.delimiter and not quoted
            if count == index:
                return Place(self.file, line, len(text) + 1)
        return Place(self.file, row.line)

    def text(self, row: TableRow) -> str:
        """A row as it was written."""
        return "\n".join(self.lines[row.line - 1 : row.end_line])


def read_sheet(data: bytes, file: str) -> ParsedTable:
    """Take a table apart. Never raises; without a heading that can be read there are no rows."""
    decoded = decode(data, file, table=True)
    # The lines are those an editor counts: of all line ends, only these.
    lines = [line.removesuffix("\r") for line in decoded.text.split("\n")]
    taking = Taking(file, lines)
    failed = any(problem.severity == "error" for problem in decoded.problems)
    found = iter(()) if failed else taking.rows()
    heading = next(found, None)
    if heading is None or taking.problems or len(heading.cells) > COLUMNS:
        problems = (*decoded.problems, *taking.problems, _headless(file, heading))
        return ParsedTable(file, lines, taking.delimiter, TableRow((), 1, 1), problems=problems[:1])
    taking.width = len(heading.cells)
    rows = tuple(islice(found, ROWS))
    if len(rows) == ROWS and (over := next(found, None)):
        message = f"a table of more than {ROWS:,} rows; from here on it is not read"
        taking.problems.append(Problem(Place(file, over.line), "size", message))
    problems = (*decoded.problems, *taking.problems)
    return ParsedTable(file, lines, taking.delimiter, heading, rows, tuple(taking.broken), problems)


def _headless(file: str, heading: TableRow | None) -> Problem:
    if heading is None:
        return Problem(Place(file), "empty", "the table says nothing yet")
    message = f"a heading of {len(heading.cells):,} columns; the limit is {COLUMNS:,}"
    return Problem(Place(file), "size", message)

"""The tables of series that are kept: their rows and columns that some of these read."""

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import NamedTuple

from tui.brief.model import Series
from tui.brief.place import Place
from tui.brief.redact.prune import LeftOut, Pruning, is_mark
from tui.brief.tables.columns import Columns, find_columns
from tui.brief.tables.sheet import ParsedTable, read_sheet
from tui.brief.tables.table import SeriesTable
from tui.brief.tables.taking import TableRow


class RedactedTable(NamedTuple):
    """A table as it is handed on."""

    data: bytes
    left_out: tuple[LeftOut, ...] = ()


def redacted_table(table: SeriesTable, series: Iterable[Series], pruning: Pruning) -> RedactedTable:
    """A table with what series read of it and nothing else; the bytes as they were, where all."""
    sheet = read_sheet(table.data, str(table.path))
    read = [find_columns(sheet, each.columns, each.only) for each in series]
    used = sorted({index for each in read for index in _used(each)})
    out = [
        LeftOut(sheet.place(sheet.heading, index), "column", "no series that is kept reads it")
        for index in range(len(sheet.heading.cells))
        if index not in used
    ]
    kinds = {index: kind for each in read for kind, index in each.at.items()}
    rows = []
    for row in sheet.rows:
        cells = dict(enumerate(row.cells))
        if why := _unfit(row, sheet, read, pruning):
            out.append(LeftOut(Place(sheet.file, row.line), "row", why))
        elif (kept := _row(cells, kinds, used, pruning)) is None:
            out.append(LeftOut(Place(sheet.file, row.line), "row", "rests on what is left out"))
        else:
            rows.append(kept)
            if kept != [cells.get(index, "") for index in used]:
                out.append(LeftOut(Place(sheet.file, row.line), "cell", "names what is left out"))
    out += [LeftOut(Place(sheet.file, row.line), "row", "cannot be read") for row in sheet.broken]
    if not out:
        return RedactedTable(table.data)
    heading = [sheet.heading.cells[index] for index in used]
    return RedactedTable(_written([heading, *rows], sheet.delimiter), tuple(out))


def _used(columns: Columns) -> set[int]:
    return {*columns.at.values(), *(index for index, _ in columns.only)}


def _unfit(row: TableRow, sheet: ParsedTable, read: list[Columns], pruning: Pruning) -> str:
    """Why a row is left out whole; empty: it is not."""
    for heading, cell in zip(sheet.heading.cells, row.cells, strict=False):
        if is_mark(heading.strip()) and pruning.ladder.rank(cell.strip()) > pruning.level:
            return f"marked {cell.strip()}"
    for each in read:
        if all(i < len(row.cells) and row.cells[i].strip() == text for i, text in each.only):
            return ""
    return "no series that is kept reads it"


def _row(
    cells: Mapping[int, str], kinds: Mapping[int, str], used: list[int], pruning: Pruning
) -> list[str] | None:
    """The cells that are kept; None: without what is left out the row says something else."""
    made = []
    for index in used:
        cell, kind = cells.get(index, ""), kinds.get(index, "")
        if kind == "src" and cell.strip():
            names = cell.replace(",", " ").replace(";", " ").split()
            kept = [name for name in names if name not in pruning.gone.ids]
            if not kept:
                return None
            cell = cell if len(kept) == len(names) else " ".join(kept)
        elif cell.strip() in pruning.gone.ids or pruning.gone.named_in(cell):
            if kind != "note":
                return None
            cell = ""
        made.append(cell)
    return made


def _written(rows: list[list[str]], delimiter: str) -> bytes:
    text = StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()

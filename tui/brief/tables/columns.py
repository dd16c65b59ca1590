"""Which column of a table holds what: by its name, or by what the series says of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tui.brief.place import Problem
from tui.brief.spelling import fold, nearest
from tui.brief.tables.sheet import ParsedTable

NAMES: Mapping[str, tuple[str, ...]] = {
    "when": ("date", "when"),
    "start": ("start", "date_start"),
    "end": ("end", "date_end"),
    "value": ("value", "best"),
    "low": ("low",),
    "high": ("high",),
    "by": ("by",),
    "src": ("src",),
    "source": ("source",),
    "note": ("note",),
    "corrects": ("corrects",),
}
"""What a column may hold, and the headings that say so by themselves."""


class SeriesMistake(NamedTuple):
    """A mistake in what a series says of its table: the field it stands under, and the words."""

    field: str
    message: str


class Columns(NamedTuple):
    """Where in a row what stands."""

    at: Mapping[str, int]
    """Kind of column → its place in a row."""
    only: tuple[tuple[int, str], ...] = ()
    """Texts that have to stand in a row, for it to count."""
    asked: tuple[SeriesMistake, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def enough(self) -> bool:
        """Whether there is a date and a figure in a row."""
        figure = {"value", "low", "high"} & self.at.keys()
        return bool(figure) and bool({"when", "start", "end"} & self.at.keys())


def find_columns(sheet: ParsedTable, named: Mapping[str, str], only: Mapping[str, str]) -> Columns:
    """Find the columns by their headings; those `named` by the series first."""
    heading = [cell.strip() for cell in sheet.heading.cells]
    where: dict[str, int] = {}
    for index, cell in enumerate(heading):
        where.setdefault(fold(cell), index)
    asked: list[SeriesMistake] = []
    at = _named(heading, where, named, asked)
    for kind, names in NAMES.items():
        if kind not in named and kind not in at:
            found = (where[name] for name in names if name in where)
            if (free := next((i for i in found if i not in at.values()), None)) is not None:
                at[kind] = free
    if "when" in at:
        at = {kind: index for kind, index in at.items() if kind not in {"start", "end"}}
    kept = []
    for name, text in only.items():
        if fold(name) in where:
            kept.append((where[fold(name)], text.strip()))
        else:
            asked.append(SeriesMistake("only", _no_column(name, heading)))
    lacking = () if asked else tuple(_lacking(sheet, heading, at))
    return Columns(at, tuple(kept), tuple(asked), (*_twice(sheet, heading, at), *lacking))


def _named(
    heading: Sequence[str],
    where: Mapping[str, int],
    named: Mapping[str, str],
    asked: list[SeriesMistake],
) -> dict[str, int]:
    at: dict[str, int] = {}
    for kind, name in named.items():
        if kind not in NAMES:
            guess = nearest(kind, NAMES)
            hint = f", did you mean `{guess}`?" if guess else "; known are " + ", ".join(NAMES)
            asked.append(SeriesMistake("columns", f"`{kind}` is nothing a column can hold{hint}"))
        elif fold(name) in where:
            at[kind] = where[fold(name)]
        else:
            asked.append(SeriesMistake("columns", _no_column(name, heading)))
    return at


def _no_column(name: str, heading: Sequence[str]) -> str:
    guess = nearest(name, heading)
    hint = f", did you mean `{guess}`?" if guess else ""
    return f"the table has no column `{name}`{hint}"


def _twice(sheet: ParsedTable, heading: Sequence[str], at: Mapping[str, int]) -> Iterator[Problem]:
    """A column that is read, and another one of its name."""
    used = {fold(heading[index]): index for index in at.values()}
    for index, cell in enumerate(heading):
        if used.get(fold(cell), index) != index:
            message = f"the column `{cell}` stands here again; the first one is read"
            yield Problem(sheet.place(sheet.heading, index), "column", message)


def _lacking(
    sheet: ParsedTable, heading: Sequence[str], at: Mapping[str, int]
) -> Iterator[Problem]:
    """What a table cannot do without, at the column that may be meant."""
    wanted = (
        ({"when", "start", "end"}, "date", NAMES["when"], "when"),
        ({"value", "low", "high"}, "figure", ("value", "best", "low", "high"), "value"),
    )
    for kinds, noun, names, kind in wanted:
        if kinds & at.keys():
            continue
        guess = next((each for name in names if (each := nearest(name, heading))), "")
        hint = f", did you mean `{guess}`?" if guess else ""
        message = (
            f"no column for the {noun}{hint}; call it `{names[0]}`, or say which it is in the "
            f"brief: `columns: {{{kind}: …}}`"
        )
        where = heading.index(guess) if guess else 0
        yield Problem(sheet.place(sheet.heading, where), "column", message)

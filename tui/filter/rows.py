"""The rows of a list that pass a filter."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tui.blocks import (
    ASYMMETRIC,
    CHANGED,
    COMPATIBLE,
    DISPUTED,
    FINER,
    INCOMPARABLE,
    PROBLEM,
    STALE,
    Line,
    Row,
)
from tui.brief.model import Ceasefire, Document, Exchange, Round
from tui.brief.record import Record
from tui.brief.walk import facts
from tui.filter.facets import Facets, facets, facets_of_part, stretches, whens_of
from tui.filter.flat import flat, texts
from tui.filter.match import matches
from tui.filter.query import Query
from tui.filter.record_text import gathered
from tui.filter.states import COMPARED
from tui.presentation.view import View

_STATES = {
    DISPUTED: "disputed", FINER: "finer", COMPATIBLE: "compatible", INCOMPARABLE: "incomparable",
    ASYMMETRIC: "asymmetric", CHANGED: "changed", STALE: "stale", PROBLEM: "problem",
}  # fmt: skip


class Sieve:
    """Rows of a list of one view, made ready to be asked again at each key."""

    def __init__(
        self, view: View | None, rows: tuple[Row, ...], before: "Sieve | None" = None
    ) -> None:
        """What was gathered `before` is kept of rows of no view that are the same now."""
        self.rows = rows
        self._view = view
        self._facets: dict[str, Facets] = {}
        if before is not None and view is None:
            gathered = before._facets
            same = (each for each in before.rows if each.key in gathered)
            kept = {row.key: row for row in same}
            self._facets = {row.key: gathered[row.key] for row in rows if kept.get(row.key) == row}

    def passing(self, query: Query) -> tuple[Row, ...]:
        """The rows a filter lets pass, in their order."""
        sifting = self.sift(query)
        sifting.go_on()
        return tuple(sifting.found)

    def sift(self, query: Query) -> "Sifting":
        """Begin to look for the rows a filter lets pass."""
        return Sifting(self, query)

    def facets_of(self, row: Row) -> Facets:
        """What a row can be asked for; gathered when it is first asked."""
        if row.key not in self._facets:
            self._facets[row.key] = row_facets(self._view, row)
        return self._facets[row.key]


class Sifting:
    """The rows of a sieve being looked through, a part at a time."""

    def __init__(self, sieve: Sieve, query: Query) -> None:
        self.found: list[Row] = list(sieve.rows) if query.hides_nothing else []
        """The rows that passed so far, in their order."""
        self._left = iter(() if query.hides_nothing else sieve.rows)
        self._sieve, self._query = sieve, query

    def go_on(self, enough: Callable[[], bool] = lambda: False) -> bool:
        """Look at rows until it is enough for now; say whether all were looked at."""
        for row in self._left:
            if matches(self._query, self._sieve.facets_of(row)):
                self.found.append(row)
            if enough():
                return False
        return True


def row_facets(view: View | None, row: Row) -> Facets:
    """What a row can be asked for: its own words and signs, and the record it means.

    A row of the timeline stands for one date of its record, a row of the disputes for one value.
    What stands for no record, a picture or a count, has its words alone.
    """
    words = texts(tuple(_words(row)))
    signs = frozenset(_STATES[sign] for sign in row.signs if sign in _STATES)
    found = _of_record(view, row) if view else None
    if found is None:
        return Facets(words, words, {}, (), signs, view.home if view else "")
    return replace(found, text=found.text + words, states=found.states | signs)


def _of_record(view: View, row: Row) -> Facets | None:
    known = view.register.by_key
    if record := known.get(row.key):
        return facets(view, record)
    record = known.get(row.subject)
    if record is None:
        return None
    field = row.key.partition("#")[2].partition("~")[0]
    if row.key.startswith("disputes/") and field:
        return _compared(_part(view, record, field))
    dates = tuple(when for key, when in whens_of(view, record) if key == row.key)
    whole = facets(view, record)
    if isinstance(record, Round | Document | Exchange | Ceasefire) and dates and field:
        # A row for one of its states is asked for that state, and not for the latest.
        whole = replace(whole, fields={**whole.fields, "status": frozenset({flat(field)})})
    return _compared(replace(whole, dates=stretches(view, dates))) if dates else whole


def _part(view: View, record: Record, field: str) -> Facets:
    """One value of a record; all of one name, where several parts of it have one."""
    held = [
        fact.claimed
        for fact in facts(record, record.src or view.brief.src)
        if field in {fact.field, getattr(fact.owner, "name", "")}
    ]
    return facets_of_part(view, record, gathered(*held))


def _compared(whole: Facets) -> Facets:
    """Without what comes of comparing claims: the row's own signs say that."""
    return replace(whole, states=whole.states - COMPARED)


def _words(row: Row) -> Iterator[str]:
    signs = " ".join(sign.word for sign in row.signs)
    lines = (_plain(line) for line in (row.title, row.subtitle, row.trailing))
    for text in (*lines, row.group, signs, row.keywords):
        if words := flat(text):
            yield words


def _plain(line: Line) -> str:
    return "".join(span.text for span in line)

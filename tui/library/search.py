"""Searching an index: what fits best comes first, and how many fit is counted to the last."""

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from tui.filter.match import span_of
from tui.library.index_query import IndexQuery
from tui.library.store import named, read_index

LIMIT = 200
"""Results that are shown; the others are only counted."""
RANKED = 4_000
"""Results up to which each is weighed. Of more no one reads the best by weight: they come in the
order of the index, still those with the words in their title first."""
_WEIGHTS = "bm25(words, 8.0, 2.0, 1.0)"

_BEGUN = "(start IS NULL OR start < ? OR (start = ? AND start IS end))"
_NOT_OVER = "(end IS NULL OR end > ? OR (end = ? AND start IS end))"
"""A date overlaps what is asked for, ends excluded; an instant is its own end. See `Stretch`."""
_RECORD = (
    "SELECT b.path, b.title, r.key, r.section, r.title, r.text, r.names, r.file, r.line, r.mark"
    " FROM record r JOIN brief b ON b.id = r.brief WHERE r.id = ?"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that was found."""

    path: Path
    """Of its brief, from the root."""
    brief: str
    """Title of its brief."""
    key: str
    """Of the record; empty for the brief itself."""
    section: str
    title: str
    text: str
    names: str
    file: Path
    line: int
    mark: str = ""
    """How it is to be handled; empty: it may be handed on."""


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The first results, and how many there are."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    briefs: int = 0
    """Briefs that were looked through."""


def search(
    db: sqlite3.Connection, asked: IndexQuery | None, near: Path | None = None, limit: int = LIMIT
) -> SearchResults:
    """Find records: those with the words in the title first, whole words before beginnings.

    Of equals the records of the brief `near` come first. Raises sqlite3.Error for a damaged index.
    """
    (briefs,) = db.execute("SELECT count(*) FROM brief").fetchone()
    if asked is None:
        return SearchResults(briefs=briefs)
    whole = _Sense(asked.expression(), *_dates(db, asked))
    total = whole.count(db)
    span = _span(db, near)
    ids: dict[int, None] = {}
    for expression in _tiers(asked) if total else ():
        sense = replace(whole, expression=expression)
        ranked = total <= RANKED or sense.count(db, RANKED + 1) <= RANKED
        for number in sense.best(db, span, limit, ranked=ranked):
            ids.setdefault(number)
        if len(ids) >= limit:
            break
    return SearchResults(tuple(_hits(db, list(ids)[:limit])), total, briefs)


def _tiers(asked: IndexQuery) -> Iterator[str]:
    """What is asked for, from its strictest sense to its widest."""
    yield asked.expression(exact=True, column="title")
    yield asked.expression(column="title")
    yield asked.expression(exact=True)
    yield asked.expression()


@dataclass(frozen=True, slots=True)
class _Sense:
    """One sense in which something may be asked for."""

    expression: str
    condition: str = ""
    values: tuple[float | str, ...] = ()

    def count(self, db: sqlite3.Connection, most: int = -1) -> int:
        """How many records it finds; counting on beyond `most` is spared."""
        query = f"SELECT count(*) FROM (SELECT 1 {self._from} LIMIT ?)"  # noqa: S608
        return int(db.execute(query, (self.expression, *self.values, most)).fetchone()[0])

    def best(
        self, db: sqlite3.Connection, span: tuple[int, int], limit: int, *, ranked: bool
    ) -> list[int]:
        """The best of them; not `ranked`, the first of them, the open brief's ahead."""
        values = (self.expression, *self.values)
        here = "rowid BETWEEN ? AND ?"
        if ranked:
            order = f"round({_WEIGHTS}, 3), {here} DESC, rowid"
            query = f"SELECT rowid {self._from} ORDER BY {order} LIMIT ?"
            return [row[0] for row in db.execute(query, (*values, *span, limit))]
        near = db.execute(f"SELECT rowid {self._from} AND {here} LIMIT ?", (*values, *span, limit))
        any_ = db.execute(f"SELECT rowid {self._from} LIMIT ?", (*values, limit))
        return [row[0] for rows in (near, any_) for row in rows]

    @property
    def _from(self) -> str:
        return f"FROM words WHERE words MATCH ?{self.condition}"


def _dates(db: sqlite3.Connection, asked: IndexQuery) -> tuple[str, tuple[float | str, ...]]:
    """The condition that one date of a record may be what is asked for, by its brief's clocks."""
    if not asked.dated:
        return "", ()
    clauses: list[str] = []
    values: list[float | str] = []
    for (home,) in db.execute("SELECT DISTINCT home FROM dated").fetchall():
        spans = [span for term in asked.dated if (span := span_of(term, home))]
        if len(spans) < len(asked.dated):
            continue
        terms = ["home = ?"]
        values.append(home)
        for span in spans:
            for bound, sql in ((span.end, _BEGUN), (span.start, _NOT_OVER)):
                if bound is not None:
                    terms.append(sql)
                    values += (bound.timestamp(),) * 2
        clauses.append(f"({' AND '.join(terms)})")
    within = " OR ".join(clauses) or "0"
    return f" AND rowid IN (SELECT record FROM dated WHERE {within})", tuple(values)  # noqa: S608


def _span(db: sqlite3.Connection, near: Path | None) -> tuple[int, int]:
    """The numbers of the records of a brief."""
    query = "SELECT first, last FROM brief WHERE path = ?"
    found = db.execute(query, (named(near),)).fetchone() if near else None
    return found or (0, -1)


def _hits(db: sqlite3.Connection, ids: list[int]) -> Iterator[Hit]:
    """The records with some numbers, in their order; those of a brief beside its first."""
    rows = {number: db.execute(_RECORD, (number,)).fetchone() for number in ids}
    by_brief: dict[bytes, list[Hit]] = {}
    for number in ids:
        path, brief, key, section, title, text, names, file, line, mark = rows[number]
        fields = (brief, key, section, title, text, names)
        hit = Hit(Path(os.fsdecode(path)), *fields, Path(os.fsdecode(file)), line, mark)
        by_brief.setdefault(path, []).append(hit)
    for hits in by_brief.values():
        yield from hits


class IndexSearch:
    """A search of an index in a thread, which another thread may stop."""

    def __init__(self) -> None:
        self.stopped = False
        self._db: sqlite3.Connection | None = None
        self._lock = Lock()

    def stop(self) -> None:
        """What was asked for is not wanted any more; what comes of it is not to be told."""
        with self._lock:
            self.stopped = True
            if self._db is not None:
                self._db.interrupt()

    def run(self, index: Path, asked: IndexQuery | None, near: Path | None = None) -> SearchResults:
        """Search the index at a path; nothing where none is there that is sound, or if stopped."""
        db = read_index(index)
        if db is None:
            return SearchResults()
        with self._lock:
            self._db = db
        try:
            return SearchResults() if self.stopped else search(db, asked, near)
        except sqlite3.Error:
            return SearchResults()
        finally:
            with self._lock:
                self._db = None
            db.close()


def look_up(index: Path, asked: IndexQuery | None, near: Path | None = None) -> SearchResults:
    """Search the index at a path; nothing is found where none is there, or none that is sound."""
    return IndexSearch().run(index, asked, near)

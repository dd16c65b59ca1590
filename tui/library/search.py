"""Searching an index: what fits best comes first, and how many fit is counted to the last."""

import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tui.library.asked import Asked
from tui.library.store import named, read_index

LIMIT = 200
"""Results that are told; the others are only counted."""
RANKED = 6_000
"""Results up to which each is weighed. Of more no one reads the best by weight: they come in the
order of the index, still those with the words in their title first."""
_WEIGHTS = "bm25(words, 8.0, 2.0, 1.0)"

_RECORD = (
    "SELECT b.path, b.title, r.key, r.section, r.title, r.text, r.names, r.file, r.line"
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


@dataclass(frozen=True, slots=True)
class Found:
    """The first results, and how many there are."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    briefs: int = 0
    """Briefs that were looked through."""


def search(
    db: sqlite3.Connection, asked: Asked | None, near: Path | None = None, limit: int = LIMIT
) -> Found:
    """Find records: those with the words in the title first, whole words before beginnings.

    Of equals the records of the brief `near` come first. Raises sqlite3.Error for a damaged index.
    """
    (briefs,) = db.execute("SELECT count(*) FROM brief").fetchone()
    if asked is None:
        return Found(briefs=briefs)
    total = _count(db, asked.expression())
    span = _span(db, near)
    ids: dict[int, None] = {}
    for expression in _tiers(asked) if total else ():
        for (number,) in _best(db, expression, span, limit):
            ids.setdefault(number)
        if len(ids) >= limit:
            break
    return Found(tuple(_hits(db, list(ids)[:limit])), total, briefs)


def _tiers(asked: Asked) -> Iterator[str]:
    """What is asked for, from its strictest sense to its widest."""
    whole = asked.expression()
    yield f"({asked.expression(exact=True, column='title')}) AND ({whole})"
    yield f"({asked.expression(column='title')}) AND ({whole})"
    yield asked.expression(exact=True)
    yield whole


def _best(
    db: sqlite3.Connection, expression: str, span: tuple[int, int], limit: int
) -> list[tuple[int]]:
    if _count(db, expression) <= RANKED:
        order = f"round({_WEIGHTS}, 3), rowid BETWEEN ? AND ? DESC, rowid"
        query = f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY {order} LIMIT ?"  # noqa: S608
        return db.execute(query, (expression, *span, limit)).fetchall()
    here = "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
    first = db.execute(here, (expression, *span, limit)).fetchall()
    anywhere = "SELECT rowid FROM words WHERE words MATCH ? LIMIT ?"
    return first + db.execute(anywhere, (expression, limit)).fetchall()


def _count(db: sqlite3.Connection, expression: str) -> int:
    query = "SELECT count(*) FROM words WHERE words MATCH ?"
    return int(db.execute(query, (expression,)).fetchone()[0])


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
        path, brief, key, section, title, text, names, file, line = rows[number]
        said = (brief, key, section, title, text, names)
        hit = Hit(Path(os.fsdecode(path)), *said, Path(os.fsdecode(file)), line)
        by_brief.setdefault(path, []).append(hit)
    for hits in by_brief.values():
        yield from hits


def look_up(index: Path, asked: Asked | None, near: Path | None = None) -> Found:
    """Search the index at a path; nothing is found where none is there, or none that is sound."""
    db = read_index(index)
    if db is None:
        return Found()
    try:
        return search(db, asked, near)
    except sqlite3.Error:
        return Found()
    finally:
        db.close()

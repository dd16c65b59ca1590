"""The index on disk: SQLite with FTS5, in the user's cache. Disposable, one for each library.

A damaged one, and one of another version of Parley, is rebuilt without a word.
"""

import os
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import astuple, replace
from hashlib import blake2b
from pathlib import Path
from zlib import crc32

from tui import __version__
from tui.brief.handling import LADDER, Ladder
from tui.brief.instants import Stretch
from tui.filter import Facets
from tui.library.documents import IndexDocument, folded
from tui.library.index_query import EVERY, tokens_of
from tui.library.listing import COLUMNS, Listing

PATIENCE = 5.0
"""Seconds to wait for another Parley that is writing."""
TABLES = """
CREATE TABLE brief (
    id INTEGER PRIMARY KEY, path BLOB UNIQUE, title TEXT, stat TEXT, digest BLOB,
    first INTEGER, last INTEGER, turn INTEGER, dated TEXT, day REAL, handling TEXT, parties TEXT,
    rounds INTEGER, sources INTEGER, problems INTEGER, errors INTEGER, disputes INTEGER,
    changed REAL, state TEXT, stale INTEGER
);
CREATE INDEX brief_turn ON brief (turn);
CREATE TABLE turn (n INTEGER);
INSERT INTO turn VALUES (0);
CREATE TABLE dated (record INTEGER, start REAL, end REAL, home TEXT);
CREATE INDEX dated_record ON dated (record);
CREATE TABLE record (
    id INTEGER PRIMARY KEY, brief INTEGER, key TEXT, section TEXT, title TEXT, text TEXT,
    names TEXT, file BLOB, line INTEGER, mark TEXT
);
CREATE VIRTUAL TABLE words USING fts5(
    title, names, text, facets,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '_-'", prefix = '1 2 3'
);
"""
CONTENT = 5
"""Counted up when what is put into the tables becomes another."""
VERSION = crc32(f"{__version__} {CONTENT} {TABLES}".encode()) & 0x7FFF_FFFF
"""The version of the format of an index; any other is rebuilt."""
_PARTS = ("", "-wal", "-shm")


def index_path(paths: Sequence[Path], ladder: Ladder = LADDER) -> Path:
    """Where the index of what some paths mean lies, whether or not it is there.

    Each ladder has its own: two Parleys may run by unlike ones.
    """
    whole = b"\0".join(sorted(named(path) for path in paths))
    if ladder != LADDER:
        levels = "\0".join(ladder.levels).encode("utf-8", "replace")
        whole += b"\0\0" + levels
    return _cache() / f"find-{blake2b(whole, digest_size=8).hexdigest()}.db"


def named(path: Path) -> bytes:
    """A path as the index knows it: from the root, in the bytes of the file system."""
    return os.fsencode(os.path.abspath(path))  # noqa: PTH100  (links are names here, too)


def _cache() -> Path:
    if sys.platform == "linux":
        base = os.environ.get("XDG_CACHE_HOME", "").strip()
        return (Path(base) if base else Path("~/.cache").expanduser()) / "parley"
    from platformdirs import user_cache_path  # noqa: PLC0415  (a while to load)

    return user_cache_path("parley")


def read_index(path: Path) -> sqlite3.Connection | None:
    """Open an index to search in; None where there is none of this version."""
    try:
        db = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw",
            uri=True,
            timeout=PATIENCE,
            check_same_thread=False,
        )
    except sqlite3.Error:
        return None
    try:
        db.execute("PRAGMA mmap_size = 268435456")
        if db.execute("PRAGMA user_version").fetchone() == (VERSION,):
            return db
    except sqlite3.Error:
        pass
    db.close()
    return None


def open_index(path: Path | None) -> sqlite3.Connection:
    """Open an index to write to, rebuilt where it is unfit; in memory for None.

    Raises sqlite3.Error or OSError where the disk takes none.
    """
    if path is None:
        return _made(sqlite3.connect(":memory:"))
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        return _made(_connected(path))
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        discard(path)
        return _made(_connected(path))


def discard(path: Path) -> None:
    """Take an index away."""
    for part in _PARTS:
        with suppress(OSError):
            path.with_name(path.name + part).unlink()


def _connected(path: Path) -> sqlite3.Connection:
    path.touch(mode=0o600)  # what is confidential in a brief is so in its index
    db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.Error:
        db.close()
        raise
    return db


def _made(db: sqlite3.Connection) -> sqlite3.Connection:
    db.isolation_level = None
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version == VERSION:
        return db
    db.execute("BEGIN IMMEDIATE")
    for name in ("words", "record", "brief", "dated", "turn"):
        db.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in TABLES.split(";"):
        db.execute(statement)
    db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute("COMMIT")
    return db


def forget(db: sqlite3.Connection, brief: int) -> None:
    """Take the records of a brief out, and the brief itself."""
    span = db.execute("SELECT first, last FROM brief WHERE id = ?", (brief,)).fetchone()
    for table, column in (("words", "rowid"), ("record", "id"), ("dated", "record")):
        db.execute(f"DELETE FROM {table} WHERE {column} BETWEEN ? AND ?", span)  # noqa: S608
    db.execute("DELETE FROM brief WHERE id = ?", (brief,))


def put(
    db: sqlite3.Connection,
    path: bytes,
    state: tuple[str, bytes],
    listed: Listing,
    new_documents: Iterable[IndexDocument],
) -> None:
    """Put a brief in that is not there; its records get numbers that follow each other."""
    (last,) = db.execute("SELECT max(coalesce(max(last), 0), 0) FROM brief").fetchone()
    first = last + 1
    cursor = db.execute("INSERT INTO brief (path, stat, digest) VALUES (?, ?, ?)", (path, *state))
    brief = cursor.lastrowid
    records, words, dated = [], [], []
    for last, each in enumerate(new_documents, first):
        columns = [_storable(text) for text in (each.key, each.section, each.title, each.text)]
        where = os.fsencode(os.path.abspath(each.file)), each.line  # noqa: PTH100
        records.append((last, brief, *columns, _storable(each.names), *where, _storable(each.mark)))
        columns = [folded(text) for text in (each.title, each.names, each.text)]
        words.append((last, *columns, _tokens(each.facets)))
        dated += [(last, *_seconds(date), each.facets.home) for date in each.facets.dates]
    db.executemany("INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", records)
    db.executemany(
        "INSERT INTO words (rowid, title, names, text, facets) VALUES (?, ?, ?, ?, ?)", words
    )
    db.executemany("INSERT INTO dated VALUES (?, ?, ?, ?)", dated)
    db.execute("UPDATE brief SET first = ?, last = ? WHERE id = ?", (first, last, brief))
    _list(db, path, listed)


def mark_stale(db: sqlite3.Connection, path: bytes, stat: str, broken: Listing) -> None:
    """Say of a brief that is there that its files are broken for the moment."""
    names = ("title", "dated", "day", "handling", "parties", "rounds", "sources", "disputes")
    query = f"SELECT {', '.join(names)} FROM brief WHERE path = ?"  # noqa: S608
    known = dict(zip(names, db.execute(query, (path,)).fetchone(), strict=True))
    db.execute("UPDATE brief SET stat = ? WHERE path = ?", (stat, path))
    _list(db, path, replace(broken, **known, stale=True))


def end_turn(db: sqlite3.Connection) -> None:
    """Let what was put in since the last turn be news to whoever asks after it."""
    db.execute("UPDATE turn SET n = n + 1 WHERE n < (SELECT max(turn) FROM brief)")


def _list(db: sqlite3.Connection, path: bytes, listed: Listing) -> None:
    """What a list tells of a brief; new in the turn that comes."""
    named = ", ".join(f"{column} = ?" for column in COLUMNS)
    query = f"UPDATE brief SET turn = (SELECT n + 1 FROM turn), {named} WHERE path = ?"  # noqa: S608
    new_documents = (_storable(v) if isinstance(v, str) else v for v in astuple(listed))
    db.execute(query, (*new_documents, path))


def _tokens(facets: Facets) -> str:
    """The facets of a record; a `-` alone separates them, so that no phrase reaches over."""
    found = [tokens_of(field, value) for field, values in facets.fields.items() for value in values]
    return " - ".join((EVERY, *(f"is_{state}" for state in facets.states), *found))


def _seconds(date: Stretch) -> tuple[float | None, float | None]:
    start, end = date.start, date.end
    return start.timestamp() if start else None, end.timestamp() if end else None


def _storable(text: str) -> str:
    """Without what no database takes: half a character, the end of a text of C."""
    return text.encode("utf-8", "replace").decode().replace("\0", " ")

"""The database of what is remembered: SQLite, safe with several Parleys at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Any

PATIENCE = 2.0
"""Seconds to wait for another Parley that is writing."""
SCHEMA = """
CREATE TABLE IF NOT EXISTS kept (
    kind TEXT NOT NULL,
    brief TEXT NOT NULL,
    name TEXT NOT NULL,
    value BLOB NOT NULL,
    at REAL NOT NULL DEFAULT (julianday('now')),
    PRIMARY KEY (kind, brief, name)
) WITHOUT ROWID
"""


class Memory:
    """Values by kind, brief and name. A brief is named by its real path, "" is all of them.

    Never raises for the state of the disk: what cannot be read is not there, what cannot be
    written is held until the end, and `trouble` says why. May be used from several threads.
    """

    def __init__(self, path: Path | None) -> None:
        """`path` None: remember nothing beyond the end of the program."""
        self.path = path
        self.trouble = ""
        """Why nothing is remembered, in a sentence; empty: all is well."""
        self._lock = RLock()
        self._db: sqlite3.Connection | None = None

    def get(self, kind: str, brief: str = "", name: str = "") -> bytes | None:
        """What was kept under a name, or None."""
        query = "SELECT value FROM kept WHERE kind = ? AND brief = ? AND name = ?"
        rows = self._ask(query, (kind, brief, name))
        return bytes(rows[0][0]) if rows else None

    def all(self, kind: str, brief: str = "") -> dict[str, bytes]:
        """All that was kept of a kind for a brief, by name; what was kept last comes last."""
        query = "SELECT name, value FROM kept WHERE kind = ? AND brief = ? ORDER BY at, name"
        return {str(name): bytes(value) for name, value in self._ask(query, (kind, brief))}

    def names(self, kind: str, brief: str = "") -> tuple[str, ...]:
        """The names something of a kind was kept under for a brief."""
        query = "SELECT name FROM kept WHERE kind = ? AND brief = ? ORDER BY at, name"
        return tuple(str(name) for (name,) in self._ask(query, (kind, brief)))

    def everywhere(self, kind: str) -> list[tuple[str, str, bytes]]:
        """All that was kept of a kind, as brief, name and value; what was kept last comes last."""
        query = "SELECT brief, name, value FROM kept WHERE kind = ? ORDER BY at, name"
        return [(str(brief), str(name), bytes(v)) for brief, name, v in self._ask(query, (kind,))]

    def put(self, kind: str, brief: str, name: str, value: bytes) -> None:
        """Keep a value, in place of the one before."""
        self.put_all(kind, brief, {name: value})

    def put_all(self, kind: str, brief: str, values: dict[str, bytes]) -> None:
        """Keep several values, all or none."""
        rows = [(kind, brief, name, value) for name, value in values.items()]
        query = "INSERT OR REPLACE INTO kept (kind, brief, name, value) VALUES (?, ?, ?, ?)"
        with self._writing() as db:
            db.executemany(query, rows)

    def drop(self, kind: str, brief: str, *names: str) -> None:
        """Forget some names; without any, all of the kind for the brief."""
        with self._writing() as db:
            if not names:
                db.execute("DELETE FROM kept WHERE kind = ? AND brief = ?", (kind, brief))
            rows = [(kind, brief, name) for name in names]
            db.executemany("DELETE FROM kept WHERE kind = ? AND brief = ? AND name = ?", rows)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Do several writes as one: all of them or none."""
        with self._writing():
            yield

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._db is not None:
                with suppress(sqlite3.Error):
                    self._db.close()
            self._db = None

    # --- the file -----------------------------------------------------------------------------

    def _ask(self, query: str, values: tuple[str, ...]) -> list[Any]:
        with self._lock:
            try:
                return self._open().execute(query, values).fetchall()
            except sqlite3.Error as error:
                self.trouble = f"what was remembered cannot be read: {error}"
                return []

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            db = self._open()
            if db.in_transaction:  # within `together`
                yield db
                return
            try:
                db.execute("BEGIN IMMEDIATE")
            except sqlite3.Error as error:
                self.trouble = f"nothing more can be remembered: {error}"
                db = self._db = _in_memory(db)
                db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except sqlite3.Error as error:
                self.trouble = f"nothing more can be remembered: {error}"
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")

    def _open(self) -> sqlite3.Connection:
        if self._db is None:
            self._db = self._connect()
        return self._db

    def _connect(self) -> sqlite3.Connection:
        if self.path is None:
            return _in_memory()
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # Names of people and confidential titles are among what is remembered.
            self.path.touch(mode=0o600)
            try:
                return _connected(str(self.path))
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):
                    raise
                self.trouble = "what was remembered was damaged; it was put aside"
                self.path.replace(self.path.with_suffix(".damaged"))
                return _connected(str(self.path))
        except (OSError, sqlite3.Error) as error:
            self.trouble = f"nothing can be remembered: {error}"
            return _in_memory()


def _connected(name: str) -> sqlite3.Connection:
    db = sqlite3.connect(name, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        if name != ":memory:":
            db.execute("PRAGMA journal_mode = WAL")
            # A lost mark after a power cut is no harm; a wait for the disk at each one is.
            db.execute("PRAGMA synchronous = NORMAL")
        db.execute(SCHEMA)
    except sqlite3.Error:
        db.close()
        raise
    return db


def _in_memory(before: sqlite3.Connection | None = None) -> sqlite3.Connection:
    """A database that ends with the program, with what the one before can still tell."""
    db = _connected(":memory:")
    if before is not None:
        with suppress(sqlite3.Error):
            rows = before.execute("SELECT * FROM kept").fetchall()
            db.executemany("INSERT INTO kept VALUES (?, ?, ?, ?, ?)", rows)
    return db

"""What came into an index since one looked last: what a list of briefs follows it by."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from tui.library.listing import COLUMNS, Listing
from tui.library.store import read_index


@dataclass(frozen=True, slots=True)
class News:
    """What came into an index since one looked last."""

    briefs: dict[bytes, Listing]
    """By their paths as the index knows them."""
    turn: int = 0
    """To ask for what comes after this."""
    restarted: bool = False
    """Whether the index was rebuilt, and what was known before may not hold."""


def news(index: Path, since: int = 0) -> News:
    """What an index says of its briefs that it did not say at a turn; nothing where there is none.

    Opens its own connection, so that it can be asked for in any thread.
    """
    db = read_index(index)
    if db is None:
        return News({}, since)
    try:
        (turn,) = db.execute("SELECT n FROM turn").fetchone()
        restarted = turn < since
        query = f"SELECT path, {', '.join(COLUMNS)} FROM brief WHERE turn > ?"  # noqa: S608
        found = db.execute(query, (0 if restarted else since,)).fetchall()
        return News({bytes(path): Listing(*listing) for path, *listing in found}, turn, restarted)
    except sqlite3.Error:
        return News({}, since)
    finally:
        db.close()

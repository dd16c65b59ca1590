"""Bringing an index up to date: only what changed on disk is read. A program in itself.

Parsing would hold up the screen from any thread of the same process, so the application runs
`python -m tui.library.build INDEX COUNT LEVEL … PATH …`, with COUNT levels of handling. It says
`DONE ALL` after each batch and ends.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from tui.brief.files import read_bytes
from tui.brief.folder import files_of
from tui.brief.handling import LADDER, Ladder
from tui.brief.load import load
from tui.library.brief_paths import find_briefs
from tui.library.documents import documents
from tui.library.listing import list_one
from tui.library.store import (
    discard,
    end_turn,
    forget,
    mark_stale,
    named,
    open_index,
    put,
)

BATCH = 0.3
"""Seconds of work after which what was read can be searched."""
OLD = 60 * 86400.0
"""Seconds after which the index of a library that nobody opened is taken away."""


def update(
    path: Path | None,
    paths: Sequence[Path],
    report: Callable[[int, int], None],
    ladder: Ladder = LADDER,
) -> sqlite3.Connection:
    """Make an index say what the briefs say; `report` is given how many of how many are done.

    Marks of handling are judged by `ladder`, that of the path.

    One process at a time: a second one waits until the first is done, and finds little to do.
    Raises sqlite3.Error or OSError where the disk takes no index; not with None, in memory.
    """
    with _alone(path):
        try:
            return _updated(open_index(path), paths, report, ladder)
        except sqlite3.OperationalError:
            raise  # a full disk, a lock: the index itself is sound
        except sqlite3.DatabaseError:
            if path is not None:
                discard(path)
            return _updated(open_index(path), paths, report, ladder)


def _updated(
    db: sqlite3.Connection,
    paths: Sequence[Path],
    report: Callable[[int, int], None],
    ladder: Ladder,
) -> sqlite3.Connection:
    briefs = {named(brief): brief for brief in find_briefs(tuple(paths)).briefs}
    # What is broken for the moment is known by no content, so that it is read once mended.
    query = "SELECT path, id, stat, iif(stale, NULL, digest) FROM brief"
    known = {bytes(row[0]): row[1:] for row in db.execute(query).fetchall()}
    db.execute("BEGIN IMMEDIATE")
    for name in known.keys() - briefs.keys():
        forget(db, known[name][0])
    began = time.monotonic()
    for done, (name, brief) in enumerate(briefs.items()):
        _bring_in(db, (name, brief), known.get(name), ladder)
        if time.monotonic() - began > BATCH:
            end_turn(db)
            db.execute("COMMIT")
            report(done + 1, len(briefs))
            db.execute("BEGIN IMMEDIATE")
            began = time.monotonic()
    end_turn(db)
    db.execute("COMMIT")
    report(len(briefs), len(briefs))
    return db


def _bring_in(
    db: sqlite3.Connection,
    named_brief: tuple[bytes, Path],
    known: tuple[int, str, bytes | None] | None,
    ladder: Ladder,
) -> None:
    """Read one brief, unless it is as it was."""
    name, brief = named_brief
    files, _ = files_of(brief)
    folder = brief if brief.is_dir() else brief.parent
    tables = _tables(known[1], folder) if known else {}
    stat = _stat(files, tables)
    if known and known[1] == stat:
        return
    read = {file: read_bytes(file) for file in (*files, *tables)}
    contents = {file: data for file, data in read.items() if isinstance(data, bytes)}
    if known and known[2] == _digest(contents):
        db.execute("UPDATE brief SET stat = ? WHERE id = ?", (stat, known[0]))
        return
    reading = load(brief, contents=contents, ladder=ladder)
    stat = _stat(files, {path: table.name for path, table in reading.tables.items()})
    named = {path: table.data for path, table in reading.tables.items() if not table.stale}
    digest = _digest({file: contents[file] for file in files if file in contents} | named)
    listed = list_one(reading, _written(files))
    if known and not reading.usable:
        # Broken for the moment: what it said last is found until it is mended, as on screen.
        mark_stale(db, name, stat, listed)
        return
    if known:
        forget(db, known[0])
    put(db, name, (stat, digest), listed, documents(reading))


def _digest(contents: Mapping[Path, bytes]) -> bytes:
    digest = blake2b(digest_size=16)
    for file, data in contents.items():
        digest.update(b"%s\0%d\0%s" % (os.fsencode(file.name), len(data), data))
    return digest.digest()


def _tables(stat: str, folder: Path) -> dict[Path, str]:
    """The tables a brief named when it was last read, by what was told of them then."""
    names = (line[1:].rsplit("/", 4)[0] for line in stat.split("\n") if line.startswith("/"))
    return {folder / name: name for name in names}


def _stat(files: Sequence[Path], tables: Mapping[Path, str]) -> str:
    """What tells whether files are others, without reading them. No name begins with a slash."""
    states = []
    named = {path: f"/{name}" for path, name in tables.items()}
    for file, name in ({file: file.name for file in files} | named).items():
        try:
            s = file.stat()
            states.append(f"{name}/{s.st_ino}/{s.st_size}/{s.st_mtime_ns}/{s.st_ctime_ns}")
        except OSError as error:
            states.append(f"{name}/{error.errno}///")
    return "\n".join(states).encode("utf-8", "replace").decode()


def _written(files: Sequence[Path]) -> float:
    """When the last of some files was written."""
    times = [0.0]
    for file in files:
        with suppress(OSError):
            times.append(file.stat().st_mtime)
    return max(times)


@contextmanager
def _alone(path: Path | None) -> Iterator[None]:
    """Hold the lock of an index: that of a database, let go by the system however we end."""
    if path is None:
        yield
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = sqlite3.connect(path.with_suffix(".lock"), timeout=1, isolation_level=None)
    try:
        while True:
            try:
                lock.execute("BEGIN EXCLUSIVE")
                break
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or _orphaned():
                    raise
        yield
    finally:
        lock.close()


def _orphaned(parent: int = os.getppid()) -> bool:
    """Whether the program that started us has ended."""
    return os.getppid() != parent


def _prune(folder: Path) -> None:
    for path in folder.glob("find-*.db"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > OLD:
                discard(path)
                path.with_suffix(".lock").unlink()


def main(words: Sequence[str]) -> int:
    """Bring the index named first up to date with the paths named last; 2 where it cannot be."""
    index, count = Path(words[0]), int(words[1])
    ladder, paths = Ladder(tuple(words[2 : count + 2])), [Path(word) for word in words[count + 2 :]]
    if hasattr(os, "nice"):
        os.nice(10)

    def report(done: int, count: int) -> None:
        if _orphaned():
            sys.exit(1)
        sys.stdout.write(f"{done} {count}\n")
        sys.stdout.flush()

    try:
        update(index, paths, report, ladder).close()
    except (sqlite3.Error, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    index.touch()  # is in use, and is not to be taken for an old one
    _prune(index.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

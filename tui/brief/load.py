"""A file or a folder → a `Reading`. Only what changed is read again."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tui.brief.collector import COLLECTOR
from tui.brief.files import read_bytes
from tui.brief.folder import HEAD, YAML, files_of
from tui.brief.handling import LADDER, Ladder
from tui.brief.join import join
from tui.brief.model import Brief
from tui.brief.notes import NOTHING, Notes
from tui.brief.parse import Parse, parse
from tui.brief.place import Place, Problem
from tui.brief.problem_limit import limit_problems
from tui.brief.read import read
from tui.brief.reading import Part, Reading
from tui.brief.refs import Mention
from tui.brief.register import register
from tui.brief.rules import check

if TYPE_CHECKING:
    from tui.brief.tables import Fetch, Tabled
    from tui.brief.tables.table import SeriesTable


def load(
    path: Path,
    previous: Reading | None = None,
    contents: Mapping[Path, bytes] | None = None,
    parse: Parse = parse,
    ladder: Ladder | None = None,
) -> Reading:
    """Read a brief. Never raises, whatever the files contain and whatever is wrong with them.

    `previous` is the state before: files whose bytes are the same are not read again, and a file
    that is no YAML at this moment keeps what it said last. `contents` are bytes read already.
    `parse` is who is asked what the bytes hold; `ladder` are levels of handling, else as before.
    """
    before = previous.parts if previous else {}
    contents = contents or {}
    files, problems = _files(path, before)
    parts: dict[Path, Part] = {}
    with COLLECTOR.paused():
        for file in files:
            data = contents[file] if file in contents else read_bytes(file)
            read_part = partial(_load_part, parse, head=file in {path, path / HEAD})
            parts[file] = read_part(file, data, before.get(file))
        find = partial(_on_disk, contents=contents, known=previous.tables if previous else {})
        before_ladder = previous.ladder if previous else LADDER
        return _combine(path, parts, problems, find, ladder or before_ladder)


def _files(path: Path, before: Mapping[Path, Part]) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The files of a brief; where its folder is gone, or closed, those it had before."""
    files, problems = files_of(path)
    unlisted = any(problem.severity == "error" for problem in problems)
    if before and (unlisted or not set(files) & set(before)):
        # Each of them says so, none is forgotten.
        files = tuple(before)
    return files, problems


def load_contents(
    path: Path,
    contents: Mapping[Path, bytes],
    fetch: "Fetch | None" = None,
    ladder: Ladder = LADDER,
) -> Reading:
    """Read a brief that is not on disk, from the bytes of its files. Never raises, as `load`.

    `fetch` is asked for a table that is not among them.
    """
    with COLLECTOR.paused():
        parts = {
            file: _load_part(parse, file, data, None, head=file in {path, path / HEAD})
            for file, data in contents.items()
            if file == path or (file.parent == path and file.suffix in YAML)
        }
        find = partial(_at_hand, contents=contents, fetch=fetch)
        return _combine(path, parts, (), find, ladder)


def _on_disk(
    brief: Brief,
    folder: Path,
    *,
    contents: Mapping[Path, bytes],
    known: "Mapping[Path, SeriesTable]",
) -> "Tabled":
    from tui.brief.tables import attach, read_inside  # noqa: PLC0415  (few briefs have tables)

    return attach(brief, folder, known, read_inside(folder, contents))


def _at_hand(
    brief: Brief, folder: Path, *, contents: Mapping[Path, bytes], fetch: "Fetch | None"
) -> "Tabled":
    from tui.brief.tables import attach  # noqa: PLC0415  (few briefs have tables)

    def at_hand(path: Path, name: str) -> bytes | Problem:
        if path in contents:
            return contents[path]
        missing = Problem(Place(str(path)), "missing", "there is no such file")
        return fetch(path, name) if fetch else missing

    return attach(brief, folder, {}, at_hand)


def _load_part(
    parse: Parse, path: Path, data: bytes | Problem, before: Part | None, *, head: bool
) -> Part:
    if isinstance(data, Problem):
        return _keep(path, before.data if before else b"", (data,), before)
    if before and before.data == data and not before.stale:
        return before
    file = str(path)
    parsed = parse(data, file)
    if parsed.node is None:
        empty = Problem(Place(file), "empty", "the file says nothing yet")
        return _keep(path, data, parsed.problems or (empty,), before)
    notes = Notes(file, list(parsed.problems))
    brief = read(Brief, parsed.node, notes)
    if brief is NOTHING:
        return _keep(path, data, tuple(notes.problems), before)
    problems = tuple(p for p in notes.problems if head or not _of_the_head(p, brief))
    return Part(path, data, brief, problems, tuple(notes.mentions), tuple(notes.marks))


def _of_the_head(problem: Problem, brief: Brief) -> bool:
    """Whether a problem is that `parley:`, `id:` or `title:` is missing: one file has them."""
    return problem.code == "required" and problem.place == brief.spot.place


def _keep(path: Path, data: bytes, why: tuple[Problem, ...], before: Part | None) -> Part:
    """Hold on to what a file said last, and remember why it says nothing now."""
    if before is None:
        return Part(path, data, Brief(), stale=why)
    return replace(before, data=data, stale=why)


def _combine(
    path: Path,
    parts: dict[Path, Part],
    found: tuple[Problem, ...],
    find: "Callable[[Brief, Path], Tabled]",
    ladder: Ladder,
) -> Reading:
    brief, clashes = join([part.brief for part in parts.values()])
    tables: Mapping[Path, SeriesTable] = {}
    named: tuple[Mention, ...] = ()
    if brief.conflict and any(each.file for each in brief.conflict.series):
        brief, tables, wrong, named = find(brief, path.parent if path in parts else path)
        clashes = (*clashes, *wrong)
    known = register(brief)
    stale = tuple(problem for part in parts.values() for problem in part.stale)
    problems = [*found, *stale, *clashes]
    for part in parts.values():
        problems += part.problems
    if any(part.brief.spot.file for part in parts.values()):
        mentions = (*(m for part in parts.values() for m in part.mentions), *named)
        unread = any(not part.brief.spot.file for part in parts.values())
        # A file that was never read may hold what others refer to.
        marks = tuple(mark for part in parts.values() for mark in part.marks)
        problems += check(brief, known, () if unread else mentions, marks, ladder)
    # What is wrong in an older text has no place in the one on disk.
    old, now = {str(part.path) for part in parts.values() if part.stale}, set(stale)
    problems = [p for p in problems if p.place.file not in old or p in now]
    every = tuple(dict.fromkeys(problems))
    shown = limit_problems(every)
    return Reading(path, brief, known, shown, parts, stale, tables, ladder, every)

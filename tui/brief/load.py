"""A file or a folder → a `Reading`. Only what changed is read again."""

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from tui.brief.files import list_yaml, read_bytes
from tui.brief.model import Brief
from tui.brief.notes import NOTHING, Notes
from tui.brief.parse import parse
from tui.brief.place import Place, Problem
from tui.brief.read import read
from tui.brief.reading import Part, Reading
from tui.brief.record import Record
from tui.brief.register import INNER, register
from tui.brief.rules import check

HEAD = "brief.yaml"
"""The file that makes a folder a brief."""
SHOWN_PROBLEMS = 50
"""Problems told of one file; the rest are counted."""


def is_folder_brief(path: Path) -> bool:
    """Whether a folder is one brief, and not a library of briefs."""
    return (path / HEAD).is_file()


def files_of(path: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The files a brief is made of, the head of a folder brief first."""
    if not path.is_dir():
        return (path,), ()
    found, problems = list_yaml(path)
    paths = (Path(each) for each in found)
    return tuple(sorted(paths, key=lambda each: (each.name != HEAD, each.name))), problems


def load(
    path: Path,
    previous: Reading | None = None,
    contents: Mapping[Path, bytes] | None = None,
) -> Reading:
    """Read a brief. Never raises for what is in the files, nor for what is wrong with them.

    `previous` is the state before: files whose bytes are the same are not read again, and a file
    that is no YAML at this moment keeps what it said last. `contents` are bytes already at hand.
    """
    before = previous.parts if previous else {}
    files, problems = files_of(path)
    parts: dict[Path, Part] = {}
    for file in files:
        data = contents[file] if contents and file in contents else read_bytes(file)
        parts[file] = _load_part(file, data, before.get(file), head=file in {path, path / HEAD})
    return _combine(path, parts, problems)


def _load_part(path: Path, data: bytes | Problem, before: Part | None, *, head: bool) -> Part:
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
    return Part(path, data, brief, problems, tuple(notes.mentions))


def _of_the_head(problem: Problem, brief: Brief) -> bool:
    """Whether a problem is that `parley:`, `id:` or `title:` is missing: one file has them."""
    return problem.code == "required" and problem.place == brief.spot.place


def _keep(path: Path, data: bytes, why: tuple[Problem, ...], before: Part | None) -> Part:
    """Hold on to what a file said last, and remember why it says nothing now."""
    if before is None:
        return Part(path, data, Brief(), stale=why)
    return replace(before, data=data, stale=why)


def _combine(path: Path, parts: dict[Path, Part], found: tuple[Problem, ...]) -> Reading:
    if path.is_dir():
        brief, clashes = _join(list(parts.values()))
    else:
        brief, clashes = next(iter(parts.values())).brief, ()
    known = register(brief)
    mentions = tuple(m for part in parts.values() for m in part.mentions)
    stale = tuple(problem for part in parts.values() for problem in part.stale)
    problems = [*found, *stale, *clashes]
    for part in parts.values():
        # What is wrong in an older text has no place in the one on disk.
        problems += () if part.stale else part.problems
    if any(part.brief.spot.file for part in parts.values()):
        problems += check(brief, known, mentions)
    return Reading(path, brief, known, _in_order(problems), parts, stale)


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sort by place; of one file's many, tell the first and count the rest."""
    told: dict[str, int] = {}
    kept: list[Problem] = []
    last: dict[str, Place] = {}
    for problem in sorted(set(problems)):
        file = problem.place.file
        told[file] = told.get(file, 0) + 1
        last[file] = problem.place
        if told[file] <= SHOWN_PROBLEMS:
            kept.append(problem)
    for file, count in told.items():
        if count > SHOWN_PROBLEMS:
            more = f"… and {count - SHOWN_PROBLEMS:,} more"
            kept.append(Problem(last[file], "more", more))
    return tuple(sorted(kept))


def _join(parts: list[Part]) -> tuple[Brief, tuple[Problem, ...]]:
    """One brief out of several files: lists are joined, maps of lists too, heads must not clash."""
    values: dict[str, Any] = {}
    clashes: list[Problem] = []
    order = sorted(parts, key=lambda part: part.path.name != HEAD)
    for part in order:
        for each in fields(Brief):
            new = getattr(part.brief, each.name)
            old = values.get(each.name)
            if each.name == "spot" or not new:
                continue
            if old and not isinstance(new, tuple) and each.name not in INNER:
                clashes.append(_clash(part, each.name))
                continue
            values[each.name] = _add(old, new)
    values["spot"] = order[0].brief.spot if order else Brief().spot
    return Brief(**values), tuple(clashes)


def _clash(part: Part, name: str) -> Problem:
    where = part.brief.spot.field(name)
    return Problem(where, "twice", f"`{name}:` stands in another file of this brief already")


def _add(old: Any, new: Any) -> Any:
    if not old:
        return new
    if isinstance(new, tuple):
        return old + new
    if isinstance(new, Record):
        names = [each.name for each in fields(new) if each.name not in {"key", "spot"}]
        return replace(old, **{n: _add(getattr(old, n), getattr(new, n)) for n in names})
    return old

"""A state of a brief that git remembers: `REV:path`, written as git writes it.

Only committed bytes are read, through `git cat-file`; `tui.session.git` says what git may not do.
"""

import os
from functools import partial
from pathlib import Path, PurePosixPath

from tui.brief.folder import HEAD
from tui.brief.handling import LADDER, Ladder
from tui.brief.limits import LIMITS, size_message
from tui.brief.load import load_contents
from tui.brief.place import Place, Problem
from tui.brief.reading import Reading
from tui.session.git import RefusedError, ask


def read_revision(revision: str, folder: Path, ladder: Ladder = LADDER) -> Reading | Problem:
    """Read a brief, or a folder brief, as a commit has it; else a problem of the code `git`.

    `folder` lies in the repository; paths that begin with `./` count from it.
    """
    try:
        if _ask(folder, "cat-file", "-t", revision).strip() == b"tree":
            names = _names(folder, revision)
            files = {Path(revision, n): _bytes(folder, f"{revision}/{n}") for n in names}
        else:
            files = {Path(revision): _bytes(folder, revision)}
    except RefusedError as why:
        return Problem(Place(revision), "git", str(why))
    return load_contents(Path(revision), files, partial(_table, folder, revision), ladder=ladder)


def _table(folder: Path, revision: str, path: Path, name: str) -> bytes | Problem:
    """A table beside a brief, or in a folder brief, as the same commit has it."""
    commit, _, brief = revision.partition(":")
    where = brief if path == Path(revision, name) else PurePosixPath(brief).parent
    try:
        return _bytes(folder, f"{commit}:{PurePosixPath(where, name)}")
    except RefusedError as why:
        return Problem(Place(str(path)), "git", str(why))


def at_head(path: Path) -> str | Problem:
    """The revision of a file or a folder as the last commit has it."""
    try:
        real = path.resolve()
        top = _top(real.parent)
        if not real.is_relative_to(top):  # `core.worktree` may name any folder
            raise RefusedError(f"it is outside the working tree of its repository, {top}")
        return f"HEAD:{real.relative_to(top).as_posix()}"
    except RefusedError as why:
        return Problem(Place(str(path)), "git", str(why))


def on_disk(revision: str, folder: Path) -> Path | Problem:
    """Where the file or folder of a revision stands on disk."""
    path = revision.partition(":")[2]
    if path.startswith(("./", "../")):
        return folder / path
    try:
        return _top(folder) / path
    except RefusedError as why:
        return Problem(Place(revision), "git", str(why))


def _top(folder: Path) -> Path:
    """The outermost folder of a repository."""
    return Path(os.fsdecode(_ask(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))


def _names(folder: Path, revision: str) -> list[str]:
    """The files of a folder brief, its head first."""
    listed = _ask(folder, "ls-tree", "--full-tree", "-z", revision)
    found = []
    for entry in filter(None, listed.split(b"\0")):
        about, _, name = os.fsdecode(entry).partition("\t")
        is_file = about.startswith("100")
        if is_file and PurePosixPath(name).suffix in {".yaml", ".yml"} and name[0] != ".":
            found.append(name)
    if HEAD not in found:
        raise RefusedError(f"this folder is no brief there: it holds no {HEAD}")
    return [HEAD, *sorted(set(found) - {HEAD})]


def _bytes(folder: Path, revision: str) -> bytes:
    size = int(_ask(folder, "cat-file", "-s", revision))
    if size > LIMITS.file:
        raise RefusedError(size_message(size, LIMITS.file))
    return _ask(folder, "cat-file", "blob", revision)


def _ask(folder: Path, *words: str) -> bytes:
    """What git answers; `words` end with a revision or, for `rev-parse`, with an option."""
    if words[-1].startswith("-") and words[0] != "rev-parse":
        raise RefusedError("no revision begins with a dash")
    return ask(folder, *words)

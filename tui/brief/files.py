"""The one place that opens a brief, and the list of the briefs in a folder.

A path may lead to anything: a pipe, a device, a file of 5 TB. None of them may hang the reader.
"""

import errno
import os
import re
import stat
from contextlib import suppress

from tui.brief.limits import LIMITS, size_message
from tui.brief.place import Place, Problem, Severity

LIMIT = LIMITS.file
FOLDER_LIMIT = 20_000
"""Briefs in one folder."""

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a pipe without a writer would wait for ever
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_CHUNK = 1024 * 1024
_SMALL = 256 * 1024
"""Bytes of a brief that is looked through for tables."""
_TABLES = re.compile(rb"""\bfile: *["']?([^"'\n,}]+\.[ct]sv)\b""", re.IGNORECASE)
_HEAVIER = 4
"""How much more a byte of a table costs than one of YAML."""

_REASONS = {
    errno.ENOENT: ("missing", "there is no such file"),
    errno.ENOTDIR: ("missing", "a part of this path is not a folder"),
    errno.ELOOP: ("file", "the link leads back to itself"),
    errno.EACCES: ("file", "no permission to read this file"),
    errno.EPERM: ("file", "no permission to read this file"),
    errno.EISDIR: ("file", "this is a folder, not a file"),
    errno.ENAMETOOLONG: ("file", "the file name is too long"),
    errno.ENXIO: ("file", "this is a socket or a device, not a file"),
}
_KINDS = {
    stat.S_IFDIR: "this is a folder, not a file",
    stat.S_IFIFO: "this is a pipe, not a file",
    stat.S_IFSOCK: "this is a socket, not a file",
    stat.S_IFCHR: "this is a device, not a file",
    stat.S_IFBLK: "this is a device, not a file",
}


def read_bytes(path: str | os.PathLike[str], limit: int = LIMIT) -> bytes | Problem:
    """Read a regular file of at most `limit` bytes.

    Answers at once for anything else, with a problem of the code `missing`, `file` or `size`.
    """
    name = os.fspath(path)
    try:
        handle = os.open(name, _FLAGS)
    except ValueError:  # a NUL in the name
        return _problem(name, "file", "no file can have this name")
    except OSError as error:
        return _refusal(name, error)
    try:
        return _read(handle, name, limit)
    except OSError as error:
        return _refusal(name, error)
    finally:
        with suppress(OSError):  # all that was asked for has been read
            os.close(handle)


def _read(handle: int, name: str, limit: int) -> bytes | Problem:
    state = os.fstat(handle)
    if not stat.S_ISREG(state.st_mode):
        return _problem(name, "file", _kind(state.st_mode))
    if state.st_size > limit:
        return _problem(name, "size", size_message(state.st_size, limit))
    chunks: list[bytes] = []
    left = limit + 1  # the file may grow while it is read, and some say they are empty
    while left and (chunk := os.read(handle, min(left, _CHUNK))):
        chunks.append(chunk)
        left -= len(chunk)
    if not left:
        return _problem(name, "size", size_message(limit + 1, limit))
    return b"".join(chunks)


def weight_of_tables(path: str | os.PathLike[str]) -> int:
    """How much work the tables are that a small brief seems to name, in bytes of YAML."""
    name = os.fspath(path)
    data = read_bytes(name, _SMALL)
    if isinstance(data, Problem):
        return 0
    folder, weight = os.path.dirname(name), 0  # noqa: PTH120
    for found in set(_TABLES.findall(data)):
        with suppress(OSError, ValueError):
            weight += _HEAVIER * os.stat(os.path.join(folder, os.fsdecode(found))).st_size  # noqa: PTH116, PTH118
    return weight


def list_yaml(
    folder: str | os.PathLike[str], limit: int = FOLDER_LIMIT
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Name the briefs of a folder, sorted by name, and what was passed over and why.

    A brief is a regular file ending in `.yaml` or `.yml`, without a dot in front, or a link to a
    regular file inside the same folder. Folders inside are not entered. Names that are not UTF-8
    come with surrogate escapes, as `os.fsdecode` makes them. A folder that cannot be read is an
    error; what is passed over inside it is a warning.
    """
    root = os.fspath(folder)
    try:
        with os.scandir(root) as entries:
            named = sorted((e for e in entries if _is_yaml(e.name)), key=lambda e: e.name)
        inside = os.path.realpath(root)
    except ValueError:
        return (), (_problem(root, "file", "no folder can have this name"),)
    except OSError as error:
        return (), (_refusal(root, error, "folder"),)
    problems: list[Problem] = []
    if len(named) > limit:
        message = f"this folder holds {len(named):,} briefs; only the first {limit:,} are read"
        problems.append(_problem(root, "folder", message, "warning"))
    paths: list[str] = []
    for entry in named[:limit]:
        passed = _passed_over(entry, inside)
        if passed is None:
            paths.append(entry.path)
        else:
            problems.append(passed)
    return tuple(paths), tuple(problems)


def _is_yaml(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) and not name.startswith(".")


def _passed_over(entry: os.DirEntry[str], inside: str) -> Problem | None:
    """Say why an entry is no brief of the folder whose real path is `inside`."""
    try:
        if entry.is_file(follow_symlinks=False):
            return None
        mode = entry.stat().st_mode
        target = os.path.realpath(entry.path)
    except OSError as error:
        return _refusal(entry.path, error, severity="warning")
    if not stat.S_ISREG(mode):
        return _problem(entry.path, "file", _kind(mode), "warning")
    if os.path.commonpath((inside, target)) != inside:
        message = f"this link leads out of the folder, to {target}; it is not followed"
        return _problem(entry.path, "link", message, "warning")
    return None


def leads_out(path: str | os.PathLike[str], folder: str | os.PathLike[str]) -> Problem | None:
    """The problem of a file whose real path lies outside the real path of a folder."""
    try:
        inside, target = os.path.realpath(folder), os.path.realpath(path)
    except (OSError, ValueError):
        return None  # whoever opens it will say why it cannot be opened
    if os.path.commonpath((inside, target)) == inside:
        return None
    message = f"this link leads out of the folder, to {target}; it is not followed"
    return _problem(os.fspath(path), "link", message)


def _kind(mode: int) -> str:
    return _KINDS.get(stat.S_IFMT(mode), "this is not a regular file")


def _refusal(
    name: str, error: OSError, noun: str = "file", severity: Severity = "error"
) -> Problem:
    other = f"this {noun} cannot be read: {os.strerror(error.errno or errno.EIO)}"
    code, message = _REASONS.get(error.errno or 0, ("file", other))
    if noun != "file":
        message = "this is not a folder" if error.errno == errno.ENOTDIR else message
        message = message.replace("file", noun)
    elif code == "missing" and os.path.islink(name):  # noqa: PTH114  (never raises)
        message = "this link leads to a file that is not there"
    return _problem(name, code, message, severity)


def _problem(name: str, code: str, message: str, severity: Severity = "error") -> Problem:
    return Problem(Place(name), code, message, severity)

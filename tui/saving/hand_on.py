"""Writing a brief made from another: whole or not at all, and never over what it was made from."""

import os
import shutil
from collections.abc import Collection, Mapping
from os.path import lexists, realpath
from pathlib import Path
from tempfile import mkdtemp

from tui.brief.folder import is_folder_brief
from tui.brief.place import Place, Problem
from tui.saving.atomic_write import discard, write_temporary
from tui.saving.failpoints import StepError, step

PRIVATE = 0o600
"""Rights of what is written: who may read it is for the writer to say."""


def hand_on(
    files: Mapping[str, bytes], out: Path, sources: Collection[Path], *, force: bool = False
) -> Problem | None:
    """Write the files of a brief, or say why not; of one that is one file, by the name "".

    Never over one of the `sources`; over something else that is there only by `force`, and never
    into a folder with files in it.
    """
    folder = "" not in files
    inside = out if folder else out.parent
    paths = {inside / name if name else out: data for name, data in files.items()}
    if taken := _taken(paths, out, sources, folder=folder, force=force):
        return taken
    try:
        if folder:
            _write_folder(files, out)
        else:
            _write_files(paths)
    except StepError as failed:
        return failed.problem(out)
    return None


def _taken(
    paths: Collection[Path], out: Path, sources: Collection[Path], *, folder: bool, force: bool
) -> Problem | None:
    """What speaks against writing there."""
    real = {realpath(source) for source in sources}
    for path in paths:
        if realpath(path) in real:
            return _refused(path, "is what the new brief is made from; name another place")
        if not folder and path.is_dir():
            return _refused(path, "is a folder; name a file")
    if is_folder_brief(out.parent):
        return _refused(out, "lies in a brief that is a folder, and would be a part of it")
    if folder and lexists(out) and (not out.is_dir() or any(out.iterdir())):
        return _refused(out, "is there already; name a folder that is not")
    there = next((path for path in paths if not folder and lexists(path)), None)
    if there and not force:
        return _refused(there, "is there already; --force writes over it")
    return None


def _refused(path: Path, why: str) -> Problem:
    return Problem(Place(str(path)), "save", why)


def _write_files(paths: Mapping[Path, bytes]) -> None:
    """All of them beside their places first, then each into its place."""
    ready: dict[Path, Path] = {}
    try:
        for path, data in paths.items():
            with step("making the folder"):
                path.parent.mkdir(parents=True, exist_ok=True)
            ready[path] = _temporary(path, data)
        for path, temporary in ready.items():
            with step("giving the new file its name"):
                temporary.replace(path)
    finally:
        for temporary in ready.values():
            discard(temporary)


def _temporary(path: Path, data: bytes) -> Path:
    """A new file with the rights it has to have: none of a file that it replaces."""
    place = path.with_name(f"{path.name}.redacted") if lexists(path) else path
    temporary = write_temporary(place, data, PRIVATE)
    if temporary is None:
        raise StepError("making a new file beside it", PermissionError(13, "Permission denied"))
    return temporary


def _write_folder(files: Mapping[str, bytes], out: Path) -> None:
    """A whole folder under another name, then under the name it is to have."""
    with step("making the folder"):
        out.parent.mkdir(parents=True, exist_ok=True)
        made = Path(mkdtemp(prefix=f".{out.name}.parley-", dir=out.parent))
    try:
        _write_files({made / name: data for name, data in files.items()})
        with step("giving the folder its name"):
            os.replace(made, out)  # noqa: PTH105  (an empty folder is replaced)
    finally:
        shutil.rmtree(made, ignore_errors=True)

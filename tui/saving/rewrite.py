"""Writing in a file of the reader's own that is no brief: the configuration."""

from collections.abc import Callable
from pathlib import Path

from tui.brief.files import read_bytes
from tui.brief.place import Place, Problem
from tui.saving.save import SaveConflict, save


def rewrite(path: Path, change: Callable[[bytes], bytes | Problem]) -> Problem | None:
    """Change a file, and make it with its folder where there is none; say what was in the way.

    `change` says of the bytes on disk what they are to be. Waits for the disk.
    """
    found = read_bytes(path)
    if isinstance(found, Problem) and found.code != "missing":
        return found
    base = None if isinstance(found, Problem) else found
    data = change(base or b"")
    if isinstance(data, Problem):
        return data
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return Problem(Place(str(path)), "save", f"making its folder: {error.strerror}")
    done = save(path, data, base)
    if isinstance(done, Problem):
        return done
    if isinstance(done, SaveConflict):
        return Problem(Place(str(path)), "save", "somebody else wrote it at this moment; once more")
    return None

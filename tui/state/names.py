"""Where the memory lies, and by what a brief is known in it.

Apart from the database itself, which is not loaded before there is one.
"""

import os
import sys
from pathlib import Path

FILE = "memory.db"


def memory_path() -> Path:
    """Where the memory lies, whether or not it is there."""
    if sys.platform == "linux":
        # What platformdirs would say, without the time it takes to load at every start.
        base = os.environ.get("XDG_STATE_HOME", "").strip()
        return (Path(base) if base else Path("~/.local/state").expanduser()) / "parley" / FILE
    from platformdirs import user_state_path  # noqa: PLC0415

    return user_state_path("parley") / FILE


def name_of(path: Path) -> str:
    """A brief as the memory knows it: its real path. No name of a file is refused."""
    return os.fsencode(os.path.realpath(path)).decode("utf-8", "backslashreplace")


def whole_path(path: Path) -> str:
    """A path from the root; unlike the real one it costs nothing to ask for, ten thousand times."""
    absolute = os.path.abspath(path)  # noqa: PTH100  (links are names here, too)
    return os.fsencode(absolute).decode("utf-8", "backslashreplace")

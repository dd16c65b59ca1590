"""The folders drafts lie in: readable by the user alone, and never next to a brief."""

import errno
import os
import sys
import tempfile
from pathlib import Path

from tui.saving.failpoints import step


def folders() -> tuple[Path, Path]:
    """The folder that lasts, and the one that is there when nothing else can be written."""
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return _state() / "drafts", Path(tempfile.gettempdir()) / f"parley-{user}" / "drafts"


def _state() -> Path:
    if sys.platform == "linux":
        # What platformdirs would say, without the time it takes to load.
        base = os.environ.get("XDG_STATE_HOME", "").strip()
        return (Path(base) if base else Path("~/.local/state").expanduser()) / "parley"
    from platformdirs import user_state_path  # noqa: PLC0415

    return user_state_path("parley")


def make(folder: Path) -> None:
    """Make the folder, for its owner alone. Raises `StepError` where it is somebody else's."""
    with step("making the folder for drafts"):
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if _ours(folder.parent):
            folder.mkdir(exist_ok=True, mode=0o700)
        if not private(folder):
            raise PermissionError(errno.EACCES, "")


def private(folder: Path) -> bool:
    """Whether a folder is ours alone; it is closed to others on the way."""
    if not (_ours(folder.parent) and _ours(folder)):
        return False
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
    return True


def _ours(folder: Path) -> bool:
    """Whether nobody else made a folder, or a link to it: anyone could take a temporary name."""
    if os.name != "posix":
        return folder.is_dir()
    return {folder.lstat().st_uid, folder.stat().st_uid} == {os.geteuid()}

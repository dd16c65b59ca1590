"""Who else has a file open in an editor, by the locks editors leave; none is set here."""

import os
import re
import socket
from pathlib import Path

from tui.brief.files import read_bytes
from tui.brief.shown import shown
from tui.saving.process import lives

_EMACS = re.compile(r"(.+)@(.+)\.(\d+)(?::\d+)?")
_SWAPS = ("swp", "swo", "swn")  # vim's second and third Vim on one file take the later ones


def who_else(path: Path) -> str:
    """Name the editors that have a file open, as `emacs of ana@desk, vim of ben@desk`; or "".

    Locks of processes of this machine that are gone do not count.
    """
    real = Path(os.path.realpath(path))
    found = [_emacs(real), *(_vim(each) for each in _swaps(real)), _office(real)]
    return ", ".join(dict.fromkeys(shown(each) for each in found if each))


def _emacs(path: Path) -> str:
    """A link to nothing: `.#NAME` → user@host.pid:boot."""
    try:
        link = os.readlink(path.with_name(f".#{path.name}"))  # noqa: PTH115  (its text, no path)
    except (OSError, ValueError):
        return ""
    named = _EMACS.fullmatch(link)
    if named is None:
        return "emacs"
    user, host, pid = named.groups()
    return "" if _gone(host, int(pid)) else f"emacs of {user}@{host}"


def _swaps(path: Path) -> list[Path]:
    """Where vim, nano and neovim keep what is typed."""
    state = os.environ.get("XDG_STATE_HOME", "").strip() or os.path.expanduser("~/.local/state")  # noqa: PTH111
    far = Path(state) / "nvim" / "swap" / str(path).replace("/", "%")
    near = [path.with_name(f".{path.name}.{ending}") for ending in _SWAPS]
    return [*near, *(far.with_name(f"{far.name}.{ending}") for ending in _SWAPS)]


def _vim(swap: Path) -> str:
    """A file whose first block says who: mark, version, process, user and host at fixed places."""
    data = read_bytes(swap)
    if not isinstance(data, bytes):
        # Too large to be read here, or closed to us: it is there all the same.
        return "" if data.code == "missing" else "vim"
    if data[:2] != b"b0" or len(data) < 108:
        return ""
    editor = "nano" if data[2:].startswith(b"nano") else "vim"
    pid = int.from_bytes(data[24:28], "little")
    user, host = (_text(data[start : start + 40]) for start in (28, 68))
    return "" if _gone(host, pid) else f"{editor} of {user}@{host}"


def _text(field: bytes) -> str:
    return field.partition(b"\0")[0].decode("utf-8", "replace")


def _office(path: Path) -> str:
    """`.~lock.NAME#`: full name, login, host, time, separated by commas."""
    data = read_bytes(path.with_name(f".~lock.{path.name}#"))
    if not isinstance(data, bytes):
        return ""
    parts = data.decode("utf-8", "replace").split(",")
    who = next((each for each in parts[:2] if each), "somebody")
    return f"an office program of {who}"


def _gone(host: str, pid: int) -> bool:
    return host == socket.gethostname() and not lives(pid)

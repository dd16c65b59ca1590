"""The one place that runs git: commands that only read, and run nothing a repository names.

A repository belongs to whoever wrote it, and its configuration names programs: for the network, the
pager, hooks, filters. Only plumbing runs here (no checkout, no filter, no textconv), no protocol is
allowed, and a missing object is not fetched. Everything else git would take from the environment
(`GIT_DIR`, `GIT_SSH_COMMAND` …) or from the reader's configuration is left out too, so that a
brief's own repository answers, and answers the same for everybody.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from tui.brief.shown import shown

_PATIENCE = 30
"""Seconds until git is given up."""
_KEPT = ("HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SYSTEMROOT", "SUDO_UID")
"""The variables git needs: to find the reader's folders, to run on Windows, and `SUDO_UID` because
git trusts a repository of the person behind `sudo`."""
_FIXED = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",  # empty: none. It takes precedence over `protocol.*.allow`
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_OWN_CONFIG_OFF = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
_SETTINGS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    f"core.attributesFile={os.devnull}",
    "core.sshCommand=false",
    "core.askPass=false",
    "protocol.allow=never",
)


class RefusedError(Exception):
    """git is not installed, or refuses; the text says why."""


def ask(folder: Path, command: str, *words: str) -> bytes:
    """Return what a command of git prints about the repository that `folder` lies in.

    A repository that belongs to somebody else is refused, as git does, unless the reader's own
    configuration lists it under `safe.directory`: that is the only setting taken from there.
    Raises `RefusedError` with the message of git.
    """
    path = _search_path(os.environ)
    git = shutil.which("git", path=path)
    if git is None:
        raise RefusedError("git is not installed")
    env = {name: os.environ[name] for name in _KEPT if name in os.environ} | {"PATH": path}
    trusted = _safe_directories(git, tuple(env.items()))
    settings = [word for each in (*_SETTINGS, *trusted) for word in ("-c", each)]
    done = _run([git, "--no-pager", *settings, command, *words], folder, env | _OWN_CONFIG_OFF)
    if done.returncode:
        raise RefusedError(_reason(done.stderr))
    return done.stdout


def _search_path(env: Mapping[str, str]) -> str:
    """The absolute folders of PATH: a relative one may lie in the repository, with its own git."""
    folders = env.get("PATH", os.defpath).split(os.pathsep)
    return os.pathsep.join(each for each in folders if Path(each).is_absolute())


@lru_cache(maxsize=4)
def _safe_directories(git: str, env: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The repositories of other people that the reader trusts, as settings for `git -c`."""
    # Without a repository of its own, git reads the configuration of the system and the reader.
    alone = dict(env) | {"GIT_DIR": os.devnull}
    words = [git, "config", "--null", "--get-all", "safe.directory"]
    found = _run(words, Path(Path.cwd().anchor), alone).stdout
    return tuple(f"safe.directory={os.fsdecode(each)}" for each in found.split(b"\0")[:-1])


def _run(
    words: list[str], folder: Path, env: Mapping[str, str]
) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(  # noqa: S603  (no shell, and callers pass no word as an option)
            words, cwd=folder, env={**env, **_FIXED}, stdin=subprocess.DEVNULL,
            capture_output=True, check=False, timeout=_PATIENCE,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise RefusedError(f"git gave no answer within {_PATIENCE} seconds") from None
    except (OSError, ValueError) as error:
        raise RefusedError(f"git cannot be run: {error}") from None


def _reason(stderr: bytes) -> str:
    """The first fatal message of git, without its prefix."""
    lines = [each for each in stderr.decode("utf-8", "replace").splitlines() if each.strip()]
    fatal = [each for each in lines if each.startswith("fatal: ")] or lines or ["git failed"]
    if "could not get object info" in fatal[0]:
        return "the repository lacks this object, and Parley never fetches"
    return shown(fatal[0].removeprefix("fatal: ").rstrip("."))

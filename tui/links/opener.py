"""The program of the system that opens an address or a file in its own window."""

import shutil
import subprocess
import sys
from collections.abc import Mapping

WAYS = (
    ("open", "darwin"),
    ("termux-open", "linux"),
    ("wslview", "linux"),
    ("xdg-open", "linux"),
    ("explorer.exe", "linux"),
    ("explorer.exe", "win32"),
)
"""Programs, each with the platform it is asked on; on WSL Windows opens what Linux cannot."""


def opener(env: Mapping[str, str], platform: str = sys.platform) -> str:
    """The path of the program that opens things; empty where none would show them to the reader.

    Over ssh, or without a display, xdg-open would start a browser inside this terminal.
    """
    for name, system in WAYS:
        shows = platform.startswith(system) and _shows(name, env)
        if shows and (found := shutil.which(name, path=env.get("PATH"))):
            return found
    return ""


def _shows(name: str, env: Mapping[str, str]) -> bool:
    far = bool(env.get("SSH_CONNECTION") or env.get("SSH_TTY"))
    if name == "xdg-open":
        display = env.get("DISPLAY", "")
        ours = display and not (far and display.startswith((":", "unix:")))
        return bool(ours or (env.get("WAYLAND_DISPLAY") and not far))
    if name in {"explorer.exe", "wslview"} and not env.get("SYSTEMROOT"):
        return not far and bool(env.get("WSL_DISTRO_NAME"))
    return not far


def start(program: str, target: str, env: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    """Open a target, an address with a scheme or an absolute path. Raises OSError.

    In its own session: without a terminal no browser can draw over ours.
    """
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603  (found by its name; no shell, and one word of the brief's)
        (program, target),
        stdin=nowhere,
        stdout=nowhere,
        stderr=nowhere,
        env=dict(env),
        start_new_session=True,
    )

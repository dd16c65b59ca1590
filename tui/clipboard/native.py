"""Programs that put a text into the clipboard of the system the reader sits at."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

PATIENCE = 2.0
"""Seconds a program has; one whose display hangs would hold the screen for ever."""


class Tool(NamedTuple):
    """A program that takes a text on its standard input."""

    words: tuple[str, ...]
    reaches: Callable[[Mapping[str, str]], bool]
    """Whether, by the environment, what it sets is a clipboard the reader has."""
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """What to call it in a message."""
        return self.words[0]


def far(env: Mapping[str, str]) -> bool:
    """Whether this machine is reached over ssh: its own clipboard is not the reader's then."""
    return bool(env.get("SSH_CONNECTION") or env.get("SSH_TTY"))


def _wayland(env: Mapping[str, str]) -> bool:
    socket = env.get("WAYLAND_DISPLAY", "")
    folder = env.get("XDG_RUNTIME_DIR", "")
    return bool(socket) and not far(env) and Path(folder, socket).exists()


def _x11(env: Mapping[str, str]) -> bool:
    """Over ssh only a forwarded display is the reader's; it has a host before its number."""
    display = env.get("DISPLAY", "")
    return bool(display) and not (far(env) and display.startswith((":", "unix:")))


def _here(env: Mapping[str, str]) -> bool:
    return not far(env)


def _windows(env: Mapping[str, str]) -> bool:
    return _here(env) and bool(env.get("WSL_DISTRO_NAME") or env.get("SYSTEMROOT"))


def _termux(env: Mapping[str, str]) -> bool:
    return _here(env) and "TERMUX_VERSION" in env


def _tmux(env: Mapping[str, str]) -> bool:
    return bool(env.get("TMUX"))


TOOLS = (
    Tool(("pbcopy",), _here),
    Tool(("wl-copy", "--type", "text/plain"), _wayland),
    Tool(("xclip", "-selection", "clipboard", "-in"), _x11),
    Tool(("xsel", "--clipboard", "--input"), _x11),
    # Without a byte order mark it takes UTF-8 for the code page of the country.
    Tool(("clip.exe",), _windows, "utf-16"),
    Tool(("termux-clipboard-set",), _termux),
)
"""In the order they are tried: tools of one system come before those of several."""
TMUX = Tool(("tmux", "load-buffer", "-w", "-"), _tmux)
"""Fills tmux's own buffer, for certain, and has tmux ask the terminal around it, which may not."""


def tools(env: Mapping[str, str]) -> Iterator[Tool]:
    """The programs there are that reach the reader's clipboard."""
    path = env.get("PATH")
    for tool in TOOLS:
        if tool.reaches(env) and shutil.which(tool.name, path=path):
            yield tool


def hand(tool: Tool, text: str, env: Mapping[str, str]) -> str:
    """Give a text to a program; why that failed, or nothing."""
    program = shutil.which(tool.name, path=env.get("PATH"))
    if program is None:
        return f"{tool.name} was not found"
    nowhere = subprocess.DEVNULL
    try:
        # xclip and wl-copy stay behind to serve the text: they must hold none of our pipes, and
        # outlive the terminal. A program that waits is ended.
        done = subprocess.run(  # noqa: S603  (a known program; no shell, no words of ours)
            (program, *tool.words[1:]),
            input=text.encode(tool.encoding, "replace"),
            stdout=nowhere,
            stderr=nowhere,
            env=dict(env),
            timeout=PATIENCE,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        return f"{tool.name} did not answer in {PATIENCE:.0f} seconds"
    except (OSError, ValueError) as error:
        return f"{tool.name}: {getattr(error, 'strerror', None) or error}"
    return f"{tool.name} ended with code {done.returncode}" if done.returncode else ""

"""Running an editor: in the terminal, which it then has to itself, or in a window."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NamedTuple

from tui.editors.command import EditorCommand

IGNORED = ("SIGINT", "SIGQUIT")
"""Meant for the editor by whoever presses the key; they reach us because we share its terminal."""
RESTORED = (*IGNORED, "SIGTSTP", "SIGCONT", "SIGPIPE", "SIGXFSZ", "SIGTTIN", "SIGTTOU")
"""Back to their defaults in the editor, whatever Python and Textual made of them here."""
UNDONE = (
    "\x1b[<9u\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?1049l"
    "\x1b[?1l\x1b>\x1b[4l\x1b[r\x1b[m\x1b(B\x1b[?7h\x1b[?25h"
)
"""Ends every mode an editor that was killed may have left: keys, mouse, screen, margins, cursor."""


class Ended(NamedTuple):
    """How an editor ended."""

    code: int
    """Its exit code; a negative number where a signal ended it."""
    seconds: float


def run(command: EditorCommand) -> Ended:
    """Run an editor in this terminal and wait for it. Raises OSError where it does not start."""
    began = time.monotonic()
    with _terminal_kept() as undo:
        code = _wait(command.words)
        if code:
            undo()
    return Ended(code, time.monotonic() - began)


def start(command: EditorCommand) -> "subprocess.Popen[bytes]":
    """Start an editor that has a window of its own; it outlives us. Raises OSError."""
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603  (the reader's own editor; no shell)
        command.words, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
    )


def _wait(words: Sequence[str]) -> int:
    if sys.platform == "win32":
        return subprocess.call(words)  # noqa: S603
    with _signals_left_to_it() as continued:
        # posix_spawn, as it alone gives a child other signals than ours, with no code in between.
        child = os.posix_spawnp(
            words[0],
            tuple(words),
            os.environ,
            file_actions=() if os.isatty(1) else ((os.POSIX_SPAWN_DUP2, 2, 1),),
            setsigdef=[getattr(signal, name) for name in RESTORED],
            setsigmask=(),
        )
        while True:
            _, status = os.waitpid(child, os.WUNTRACED)
            if not os.WIFSTOPPED(status):
                return os.waitstatus_to_exitcode(status)
            if not continued():
                # It stopped itself alone. As one job we stop with it, and the shell is back.
                os.kill(0, signal.SIGTSTP)
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGCONT)


@contextmanager
def _signals_left_to_it() -> Iterator[Callable[[], bool]]:
    """Leave the signals of the keys to the editor; yields whether we were stopped and went on.

    Stopping is left to the kernel: it stops the editor and us as the one job we are.
    """
    woken: list[int] = []

    def wake(number: int, _frame: object) -> None:
        woken.append(number)

    def continued() -> bool:
        was = bool(woken)
        woken.clear()
        return was

    ours = {
        getattr(signal, name): signal.signal(getattr(signal, name), signal.SIG_IGN)
        for name in IGNORED
    }
    ours[signal.SIGTSTP] = signal.signal(signal.SIGTSTP, signal.SIG_DFL)
    ours[signal.SIGCONT] = signal.signal(signal.SIGCONT, wake)
    try:
        yield continued
    finally:
        for number, handler in ours.items():
            signal.signal(number, handler)


@contextmanager
def _terminal_kept() -> Iterator[Callable[[], None]]:
    """Give the terminal back as it was, with no key in it; yields what ends modes left behind."""
    try:
        import termios  # noqa: PLC0415  (POSIX only)
    except ImportError:
        yield lambda: None
        return
    terminal = sys.__stdin__.fileno() if sys.__stdin__ else 0
    if not os.isatty(terminal):
        yield lambda: None
        return
    before = termios.tcgetattr(terminal)
    try:
        yield lambda: _undo(terminal)
    finally:
        with suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSANOW, before)
            termios.tcflush(terminal, termios.TCIFLUSH)


def _undo(terminal: int) -> None:
    with suppress(OSError):
        os.write(terminal, UNDONE.encode())

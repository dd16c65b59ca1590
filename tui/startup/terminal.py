"""Whether the terminal can be drawn on, what it can show, and whether it is still there."""

import os
import sys
import threading
from collections.abc import Mapping
from io import TextIOWrapper
from typing import NamedTuple

CONSOLE = "linux"
"""TERM of the console of Linux, without windows."""
GIO_UNIMAP = 0x4B66
"""Asks a console for the letters of its font (console_ioctl, `linux/kd.h`)."""
LOW = "☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼"
"""The characters of code page 437, that of the kernel's font, in place of controls."""
ADVICE = "`parley check` and `parley print` work without one"


def unfit() -> str:
    """Why nothing can be drawn here, or "". The output is stderr: Textual draws there."""
    if not (_is_terminal(sys.__stdin__) and _is_terminal(sys.__stderr__)):
        return f"parley needs a terminal to draw on; {ADVICE}"
    term = os.environ.get("TERM", "")
    if term in {"", "dumb"}:
        named = f"TERM is {term}" if term else "TERM is not set"
        return f"{named}: this terminal cannot be drawn on; {ADVICE}"
    return ""


class Letters(NamedTuple):
    """What a terminal can show if that is not all of Unicode."""

    encoding: str = ""
    """Encoding of its input and output; empty: UTF-8."""
    font: frozenset[str] = frozenset()
    """The characters in the font of a console; empty: no limit is known."""


def letters_of(environ: Mapping[str, str], wish: str, stream: TextIOWrapper) -> Letters:
    """What the terminal can show, by its locale and its name; `wish`: `yes` is ASCII, `no` all."""
    if wish == "no":
        stream.reconfigure(encoding="utf-8", errors="replace")
        return Letters()
    encoding = "ascii" if wish == "yes" else encoding_of(environ, stream.encoding)
    if encoding:
        stream.reconfigure(errors="replace")
        return Letters(encoding)
    return Letters(font=_font(stream.fileno()) if environ.get("TERM") == CONSOLE else frozenset())


def encoding_of(environ: Mapping[str, str], stream: str) -> str:
    """The encoding requested by the locale, or that of the stream; empty: UTF-8.

    Python writes UTF-8 in the locales C and POSIX. A user who chose one of them, and not Python's
    way, means ASCII.
    """
    if stream.lower().replace("-", "").replace("_", "") not in {"utf8", "utf8sig"}:
        return "ascii" if stream.upper() in {"ANSI_X3.4-1968", "646"} else stream.lower()
    if environ.get("PYTHONUTF8") == "1" or environ.get("PYTHONIOENCODING"):
        return ""
    named = next(filter(None, map(environ.get, ("LC_ALL", "LC_CTYPE", "LANG"))), "")
    return "ascii" if named in {"C", "POSIX"} else ""


def _font(console: int) -> frozenset[str]:
    """The letters of the font of a Linux console, which has 256 or 512; asked, else guessed."""
    import fcntl  # noqa: PLC0415  (POSIX only, and few terminals are such a console)
    import struct  # noqa: PLC0415
    from array import array  # noqa: PLC0415

    ascii_ = frozenset(map(chr, range(0x20, 0x7F)))
    most = 0xFFFF
    pairs = array("H", bytes(4 * most))
    asked = struct.pack("@HP", most, pairs.buffer_info()[0])
    try:
        count = struct.unpack("@HP", fcntl.ioctl(console, GIO_UNIMAP, asked))[0]
    except OSError:
        return ascii_ | frozenset(bytes(range(0x80, 0x100)).decode("cp437")) | frozenset(LOW)
    return ascii_ | {chr(code) for code in pairs[: 2 * count : 2]}


def _is_terminal(stream: object) -> bool:
    try:
        return stream is not None and bool(stream.isatty())  # type: ignore[attr-defined]  # a text stream
    except ValueError:
        return False


def end_without(thread: str, code: int) -> None:
    """End the process at once with `code` when the thread of that name fails.

    Textual waits for ever for the thread that draws, which ends when the terminal goes away.
    """
    former = threading.excepthook

    def ended(args: threading.ExceptHookArgs) -> None:
        if args.thread is not None and args.thread.name == thread:
            os._exit(code)
        former(args)

    threading.excepthook = ended


def is_gone() -> bool:
    """Whether the terminal was closed while SIGHUP is ignored."""
    try:
        import termios  # noqa: PLC0415  (POSIX only)
    except ImportError:
        return False
    try:
        termios.tcgetattr(sys.__stdin__.fileno())  # type: ignore[union-attr]  # looked at in `unfit`
    except (termios.error, OSError, ValueError):
        return True
    return False


def turns_words(environ: Mapping[str, str]) -> bool:
    """Whether the terminal orders Arabic and Hebrew text by itself.

    Not every other terminal accepts marks without width, so they are sent none.
    """
    own = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")
    return any(map(environ.get, own)) or environ.get("TERM_PROGRAM") == "Apple_Terminal"

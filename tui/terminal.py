"""What the terminal has to be before anything is drawn on it, and whether it is still there."""

import os
import sys
import threading
from collections.abc import Mapping

ADVICE = "`parley check` and `parley print` work without one"


def unfit() -> str:
    """Why nothing can be drawn here; "" where it can. The output is stderr: Textual draws there."""
    if not (_is_terminal(sys.__stdin__) and _is_terminal(sys.__stderr__)):
        return f"parley needs a terminal to draw on; {ADVICE}"
    term = os.environ.get("TERM", "")
    if term in {"", "dumb"}:
        named = f"TERM is {term}" if term else "TERM is not set"
        return f"{named}: this terminal cannot be drawn on; {ADVICE}"
    encoding = (getattr(sys.__stderr__, "encoding", "") or "").lower().replace("-", "")
    if encoding != "utf8":
        sys.__stderr__.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a terminal's stream has it
    return ""


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
    """Whether the terminal was taken away without a word: closed while SIGHUP is ignored."""
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
    """Whether the terminal is one of those that put Arabic and Hebrew in order by themselves.

    Not every other one takes a mark without width: to them none is sent.
    """
    own = ("VTE_VERSION", "KONSOLE_VERSION", "MLTERM")
    return any(map(environ.get, own)) or environ.get("TERM_PROGRAM") == "Apple_Terminal"

"""The log of our own errors: of each place the newest traceback, the newest place last.

A traceback quotes values, and values quote files: none of it is printed on a terminal.
"""

import traceback
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from tui import __version__
from tui.brief.files import read_bytes
from tui.brief.shown import shown, shown_prose

CODE = 70
"""Exit code of a mistake of Parley itself (`EX_SOFTWARE` of sysexits.h)."""
FILE = "crash.log"
LIMIT = 64 * 1024
"""Letters of the log: the oldest reports make room for a new one."""
LONGEST = 16 * 1024
"""Letters of one report; an error may quote as much as it likes."""
MARK = "=== "
"""What the first line of a report begins with."""

_LOCK = Lock()
_written: dict[str, str] = {}
"""What was written last, by its place: a page that is drawn again is not reported again."""


def report(error: BaseException) -> str:
    """Write an error that ended us, or a part of us, to the log; return a message about it."""
    return f"parley made a mistake ({type(error).__name__}); {write_log('parley', error)}"


def write_log(what: str, error: BaseException) -> str:
    """Write an error in some place to the log; return where that is, or why it is nowhere."""
    path = log_path()
    text = _cut(shown_prose("".join(traceback.format_exception(error))).strip())
    try:
        with _LOCK:
            if _written.get(what) != text or not path.exists():
                _write(path, what, text)
                _written[what] = text
    except OSError as trouble:
        return f"no log could be written: {shown(str(trouble))}"
    return f"what happened is written in {shown(str(path))}"


def _write(path: Path, what: str, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    # It may quote a confidential brief; also one that somebody else has made stays ours alone.
    path.touch(mode=0o600)
    path.chmod(0o600)
    before = read_bytes(path, 2 * LIMIT)
    known = before.decode("utf-8", "replace") if isinstance(before, bytes) else ""
    head = f"{shown(what)}, "
    reports = [each for each in f"\n{known}".split(f"\n{MARK}")[1:] if not each.startswith(head)]
    reports.append(f"{head}{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, parley {__version__}\n{text}")
    while sum(map(len, reports)) > LIMIT:
        del reports[0]
    path.write_text("".join(f"{MARK}{each.rstrip()}\n" for each in reports), "utf-8")


def _cut(text: str) -> str:
    """A report of bounded length: where it began, and what the error was."""
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST // 2]}\n[…]\n{text[-LONGEST // 2 :]}"


def log_path() -> Path:
    """The path of the log, whether or not it exists."""
    from platformdirs import user_state_path  # noqa: PLC0415  (comes with Textual)

    return user_state_path("parley") / FILE

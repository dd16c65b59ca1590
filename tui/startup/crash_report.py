"""A crash leaves a log file, and one line that names it.

A traceback quotes values, and values quote files: none of it is printed on a terminal.
"""

import traceback
from pathlib import Path

from tui.brief.shown import shown, shown_prose

CODE = 70
"""Exit code of a mistake of Parley itself (`EX_SOFTWARE` of sysexits.h)."""
FILE = "crash.log"


def report(error: BaseException) -> str:
    """Write an error to the log, replacing the previous one, and return a message about it."""
    path = log_path()
    what = f"parley made a mistake ({type(error).__name__})"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # It may quote a confidential brief.
        path.touch(mode=0o600)
        path.write_text(shown_prose("".join(traceback.format_exception(error))), "utf-8")
    except OSError as trouble:
        return f"{what}; no log could be written: {shown(str(trouble))}"
    return f"{what}; what happened is written in {shown(str(path))}"


def log_path() -> Path:
    """The path of the log of the last crash, whether or not it exists."""
    from platformdirs import user_state_path  # noqa: PLC0415  (comes with Textual)

    return user_state_path("parley") / FILE

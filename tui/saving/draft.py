"""One draft: text that was typed and not saved, and its file.

The file is a line of JSON that says whose text it is, then the unsaved text, then the text it
started from. Whoever finds one without Parley can read it in any editor.
"""

import json
import os
import time
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from tui.brief.files import LIMIT, read_bytes
from tui.brief.place import Problem
from tui.saving.process import lives, started

_LIMIT = 8 * LIMIT
_HEADER = 64 * 1024  # a path is at most 4 KiB, six times that as JSON


class FileDraft(NamedTuple):
    """Text that was typed and not saved."""

    path: Path
    """The brief's file, links resolved."""
    base: bytes | None
    """What the buffer started from; None: a new file."""
    text: bytes
    """What saving would have written."""
    kept: datetime
    pid: int
    began: str
    """Start of the process, so that a number given out again is not taken for it."""
    file: Path
    """Where the draft lies."""

    @property
    def open_elsewhere(self) -> bool:
        """Whether another Parley that still runs has this text open: nothing to offer."""
        return self.pid != os.getpid() and lives(self.pid, self.began)

    @property
    def saved(self) -> bool:
        """Whether the file on disk says the same."""
        return read_bytes(self.path, _LIMIT) == self.text


def pack(path: Path, base: bytes | None, text: bytes) -> bytes:
    """What the file of a draft of this process holds."""
    header = {
        "path": os.path.realpath(path),
        "base": None if base is None else sha256(base).hexdigest(),
        "text": len(text),
        "kept": time.time(),
        "pid": os.getpid(),
        "began": started(os.getpid()),
    }
    return json.dumps(header).encode("ascii") + b"\n" + text + (base or b"")


def unpack(file: Path) -> FileDraft | None:
    """Read a draft; None for what is none, or damaged: it is left where it is."""
    data = read_bytes(file, 2 * _LIMIT + _HEADER)
    if isinstance(data, Problem):
        return None
    header, _, rest = data.partition(b"\n")
    try:
        fields = json.loads(header)
        size = int(fields["text"])
        text, base = rest[:size], rest[size:]
        if len(text) != size or fields["base"] not in (None, sha256(base).hexdigest()):
            return None
        kept = datetime.fromtimestamp(float(fields["kept"]), UTC)
        known = None if fields["base"] is None else base
        path, pid, began = Path(str(fields["path"])), int(fields["pid"]), str(fields["began"])
    except (ValueError, TypeError, KeyError, OverflowError, OSError):
        return None
    return FileDraft(path, known, text, kept, pid, began, file)

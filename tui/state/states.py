"""States of briefs as a reader knew them: the bytes of all files of a brief under their hash."""

import json
import os
import zlib
from pathlib import Path

from tui.brief.load import load_contents
from tui.brief.reading import Reading
from tui.state.store import Memory

KIND = "read state"
LIMIT = 8 * 1024 * 1024
"""Bytes of all files of a brief up to which a state is kept."""


def name_of(path: Path) -> str:
    """A brief as the memory knows it: its real path. No name of a file is refused."""
    return os.fsencode(os.path.realpath(path)).decode("utf-8", "backslashreplace")


def keep(memory: Memory, brief: str, reading: Reading) -> None:
    """Keep the state of a brief; one too large is left out."""
    files = reading.files
    if sum(map(len, files.values())) <= LIMIT:
        texts = {name: data.decode("utf-8", "surrogateescape") for name, data in files.items()}
        packed = zlib.compress(json.dumps(texts).encode(), 6)
        memory.put(KIND, brief, reading.state, packed)


def recall(memory: Memory, brief: str, path: Path, name: str) -> Reading | None:
    """Read a brief as it was in the state with a hash; None where that is not known."""
    packed = memory.get(KIND, brief, name)
    if packed is None:
        return None
    try:
        # In JSON a byte may become six: `\udcff`.
        data = zlib.decompressobj().decompress(packed, 8 * LIMIT)
        texts = json.loads(data)
        folder = path.parent if "" in texts else path
        files = {
            folder / name if name else path: text.encode("utf-8", "surrogateescape")
            for name, text in texts.items()
        }
    except (zlib.error, ValueError, AttributeError):
        return None
    reading = load_contents(path, files)
    return None if reading.stale else reading


def forget(memory: Memory, brief: str, but: set[str]) -> None:
    """Let go of the states that nothing refers to any more."""
    names = [name for name in memory.names(KIND, brief) if name not in but]
    if names:
        memory.drop(KIND, brief, *names)

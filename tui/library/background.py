"""An index brought up to date beside the application, in its own process."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from pathlib import Path

import tui
from tui.brief.handling import LADDER, Ladder

STEP = 0.05
"""Seconds between two looks at how far the other process is."""
PATIENCE = 2.0
"""Seconds it has to end once it was told to; it puts away what it had in hand."""
_ROOT = str(Path(tui.__file__).parents[1])


async def indexing(
    index: Path, paths: Sequence[Path], ladder: Ladder = LADDER
) -> AsyncIterator[tuple[int, int]]:
    """Bring an index up to date; gives how many of how many briefs are in it, batch by batch.

    Cancelled, the other process ends too, and what it had in hand is as if never begun.
    Raises OSError where the process cannot be started, or ends without having been able to.
    """
    # Never from the folder one is in: a `yaml.py` beside the briefs is not ours to run.
    command = (sys.executable, "-P", "-m", "tui.library.build", str(index))
    levels = (str(len(ladder.levels)), *ladder.levels)
    found_in = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH", ""))))
    # Not by asyncio: a start that is cancelled half way waits for ever there, for pipes that are
    # never connected (Python 3.11), and the application with it.
    process = subprocess.Popen(  # noqa: S603  (ourselves)
        [*command, *levels, *(str(path.absolute()) for path in paths)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": found_in},
    )
    try:
        async for line in _lines(process):
            done, count = line.split()
            yield int(done), int(count)
        if process.wait():
            raise OSError("the index could not be brought up to date")
    finally:
        _end(process)


async def _lines(process: "subprocess.Popen[bytes]") -> AsyncIterator[bytes]:
    """What a process writes, line by line, until it ends."""
    out = process.stdout
    if out is None:
        return
    os.set_blocking(out.fileno(), False)
    rest = b""
    ended = False
    while not ended:
        # In this order: what it wrote last is there once it has ended.
        ended = process.poll() is not None
        *lines, rest = (rest + (out.read() or b"")).split(b"\n")
        for line in lines:
            yield line
        if not ended:
            await asyncio.sleep(STEP)


def _end(process: "subprocess.Popen[bytes]") -> None:
    """See that a process is gone. Nothing is awaited: we may be ending, or be cancelled again."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    if process.stdout is not None:
        process.stdout.close()

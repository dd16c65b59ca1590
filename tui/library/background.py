"""An index brought up to date beside the application, in a process of its own."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from pathlib import Path

import tui

_ROOT = str(Path(tui.__file__).parents[1])


async def indexing(index: Path, paths: Sequence[Path]) -> AsyncIterator[tuple[int, int]]:
    """Bring an index up to date; gives how many of how many briefs are in it, batch by batch.

    Cancelled, the other process ends too, and what it had in hand is as if never begun.
    Raises OSError where the process cannot be started, or ends without having been able to.
    """
    # Never from the folder one is in: a `yaml.py` beside the briefs is not ours to run.
    command = (sys.executable, "-P", "-m", "tui.library.build", str(index))
    found_in = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH", ""))))
    process = await asyncio.create_subprocess_exec(
        *command,
        *(str(path.absolute()) for path in paths),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": found_in},
    )
    try:
        if process.stdout is not None:
            async for line in process.stdout:
                done, count = line.split()
                yield int(done), int(count)
        if await process.wait():
            raise OSError("the index could not be brought up to date")
    finally:
        if process.returncode is None:
            with suppress(ProcessLookupError):
                process.terminate()
        # A loop that closes cancels once more: the process is waited for all the same.
        while process.returncode is None:
            with suppress(asyncio.CancelledError):
                await process.wait()

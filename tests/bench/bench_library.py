"""A library of many briefs on screen: how long keys wait while it fills, is sorted, is filtered.

A library is made in a temporary folder and indexed first. The figures are the longest times for
which the event loop answered nothing; the unit is the time a fixed piece of text takes to be
folded, so that machines can be compared.
Run: python tests/bench/bench_library.py [BRIEFS]
"""

import asyncio
import os
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from bench_find import write

from tui.app.app import Options, ParleyApp
from tui.brief.spelling import fold
from tui.library.build import update
from tui.library.store import index_path
from tui.session.session import Session
from tui.settings.config import FILE, Config, Configured
from tui.settings.settings import Settings
from tui.widgets.row_list import RowList

THEMES = Path(__file__).parents[2] / "themes"
RECORDS = 10


def unit() -> float:
    """Seconds of a piece of work that is the same everywhere."""
    text = "Çırağan Palace, second round of talks. " * 5000
    begin = time.perf_counter()
    fold(text)
    return time.perf_counter() - begin


class Pulse:
    """Notes for how long the event loop answered nothing."""

    def __init__(self) -> None:
        self.worst = 0.0

    async def beat(self) -> None:
        """Beat until cancelled."""
        last = time.perf_counter()
        while True:
            await asyncio.sleep(0.005)
            now = time.perf_counter()
            self.worst, last = max(self.worst, now - last), now


async def measure(folder: Path, count: int, one: float) -> None:
    """Press keys in the library, and print what each cost."""
    app = ParleyApp(
        Session((folder,)),
        Settings(Configured(Config(), Path(FILE)), followed=False),
        Options("parley-dark", (THEMES,)),
    )
    async with app.run_test(size=(120, 40)) as pilot:
        pulse = Pulse()
        beating = asyncio.create_task(pulse.beat())

        def rows() -> int:
            found = app.screen.query(RowList)
            return len(found.first().rows) if found else 0

        for name, keys, most in (
            ("filling", (), count),
            ("sorting", ("s",), count),
            ("to the end", ("G",), count),
            ("a letter", ("f", "9"), count // 2),
            ("all again", ("escape", "escape"), count),
        ):
            pulse.worst = 0.0
            await pilot.press(*keys)
            while not 0 < rows() <= most:
                await asyncio.sleep(0.01)
            await asyncio.sleep(0.5 if keys else 5)
            sys.stdout.write(f"{name:12} keys waited {pulse.worst * 1000:5.0f} ms")
            sys.stdout.write(f" ({pulse.worst / one:5.1f} units)\n")
        beating.cancel()
        with suppress(asyncio.CancelledError):
            await beating


def main(count: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory(prefix="parley-library-") as root:
        os.environ["XDG_CACHE_HOME"] = f"{root}/cache"
        folder = Path(root) / "briefs"
        folder.mkdir()
        write(folder, count, RECORDS)
        update(index_path((folder,)), (folder,), lambda *_: None).close()
        asyncio.run(measure(folder, count, unit()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)

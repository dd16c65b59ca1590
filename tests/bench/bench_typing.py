"""From a key in the editor to the letter on screen, and to the brief beside it read anew.

A pilot types into the title of a round of the Istanbul brief (1,500 lines). The machine is its own
yardstick: the median is told beside the time of one bare reading of the same text, and of the
pilot's own pause. Run: python tests/bench/bench_typing.py [KEYS]
"""

import asyncio
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from tui.app.app import Options, ParleyApp
from tui.brief.load import load
from tui.editing.buffer import open_buffer
from tui.screens.editor import EditorScreen
from tui.session.session import Session
from tui.settings.config import FILE, Config, Configured
from tui.settings.settings import Settings

ROOT = Path(__file__).parents[2]
BRIEF = ROOT / "briefs" / "istanbul-2025.yaml"


async def measure(path: Path, keys: int) -> tuple[list[float], list[float]]:
    """Seconds from a key to its letter in the text, and to its letter in the brief."""
    app = ParleyApp(
        Session((path,), zone="UTC", clock=lambda: datetime(2025, 6, 2, tzinfo=UTC)),
        Settings(Configured(Config(), Path(FILE)), followed=False),
        Options("parley-dark", (ROOT / "themes",)),
    )
    typed, shown = [], []
    async with app.run_test(size=(120, 40)) as pilot:
        while app.screen.view is None:
            await pilot.pause()
        buffer = open_buffer(path)
        record = app.screen.view.register.by_id["r2"][1]
        place = record.spot.field("title")
        editor = EditorScreen(app.screen.view, buffer, place.line, place.column)
        await app.push_screen(editor)
        await pilot.pause(0.5)
        for number in range(keys):
            await asyncio.sleep(0.3)
            begin = time.perf_counter()
            area, old = editor.area, editor.area.document[place.line - 1]
            app.simulate_key("x")
            while area.document[place.line - 1] == old:
                await asyncio.sleep(0.0005)  # a busy loop would take the time of the reader
            typed.append(time.perf_counter() - begin)
            while not stands(editor.page, "x" * (number + 1)):
                await asyncio.sleep(0.0005)  # a busy loop would take the time of the reader
            shown.append(time.perf_counter() - begin)
            assert "x" * (number + 1) in editor.live.register.by_id["r2"][1].title
    return typed, shown


def stands(page, text: str) -> bool:
    """Whether a text was drawn on a page."""
    drawn = (span.text for line, _ in page._sent.values() for span in line)
    return any(text in each for each in drawn)


def bare(path: Path, times: int) -> list[float]:
    """Seconds of reading the brief with one line changed, and nothing else."""
    found = []
    before = load(path)
    data = path.read_bytes()
    for number in range(times):
        begin = time.perf_counter()
        before = load(path, before, {path: data + b"# %d\n" % number})
        found.append(time.perf_counter() - begin)
    return found


def main(keys: int) -> None:
    """Print medians, in ms and in bare readings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brief.yaml.copy.yaml"
        path.write_bytes(BRIEF.read_bytes())
        one = statistics.median(bare(path, keys))
        typed, shown = asyncio.run(measure(path, keys))
    print(f"one reading      {one * 1000:6.1f} ms")
    for name, found in (("key → letter", typed), ("key → brief", shown)):
        middle = statistics.median(found)
        print(
            f"{name:14}   {middle * 1000:6.1f} ms   {middle / one:4.1f} readings   (bar: brief 50)"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)

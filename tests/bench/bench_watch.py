"""Time from a save to its Change: os.replace and a write in place; one file and 10,000 beside.

Run by hand: python tests/bench/bench_watch.py [SAVES] [FILES]
"""

import asyncio
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from tui.watch import WatchedPath, fingerprint, follow


def content(number: int) -> bytes:
    return b"".join(b"- round: %d-%d\n" % (number, line) for line in range(1000))


def replace(path: Path, data: bytes) -> float:
    beside = path.with_name(".new")
    beside.write_bytes(data)
    begin = time.perf_counter()
    beside.replace(path)
    return begin


def write(path: Path, data: bytes) -> float:
    begin = time.perf_counter()
    path.write_bytes(data)
    return begin


async def measure(folder: Path, saves: int, files: int) -> dict[str, list[float]]:
    paths = [folder / f"{number}.yaml" for number in range(files)]
    for path in paths:
        path.write_bytes(content(0))
    known = dict.fromkeys(paths, fingerprint(content(0)))
    changes = follow([WatchedPath(folder, "library")], read=Path.read_bytes, known=known)
    times: dict[str, list[float]] = {"os.replace": [], "in place": []}
    paths[0].write_bytes(content(1))
    await anext(changes)
    await asyncio.sleep(3)  # the other files are still being compared with what is known
    async with asyncio.timeout(600):
        for number in range(2, saves):
            for name, save in (("os.replace", replace), ("in place", write)):
                await asyncio.sleep(0.26)  # not slowed down for following too soon
                path = paths[number % files]
                data = content(number * 2 + (name == "in place"))
                begin = save(path, data)
                while (await anext(changes)).contents.get(path) != data:
                    pass
                times[name].append((time.perf_counter() - begin) * 1000)
    await changes.aclose()
    return times


def main() -> None:
    saves, files = (int(a) for a in (sys.argv[1:] + ["40", "10000"][len(sys.argv) - 1 :]))
    medians: dict[tuple[str, int], float] = {}
    for count in (1, files):
        folder = Path(tempfile.mkdtemp())
        try:
            times = asyncio.run(measure(folder, saves, count))
        finally:
            shutil.rmtree(folder)
        for name, found in times.items():
            medians[name, count] = median(found)
            p95 = quantiles(found, n=20)[-1]
            print(f"{name:10} {count:6} files: median {median(found):5.1f} ms, p95 {p95:5.1f} ms")
    for name in ("os.replace", "in place"):
        print(f"{name:10} ratio {medians[name, files] / medians[name, 1]:.2f}")


if __name__ == "__main__":
    main()

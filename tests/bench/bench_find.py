"""Searching a library as one types: what a letter costs, a change, and the index itself.

A library of N small briefs is made in a temporary folder, R records each, with words as frequent as
in a language. Each query is typed letter by letter; a keystroke is a search with its snippets, as
the screen asks for them. Run: python tests/bench/bench_find.py [BRIEFS [RECORDS]]
"""

import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tui.library.build import update
from tui.library.index_query import ask
from tui.library.search import look_up
from tui.library.snippet import snippet, title
from tui.library.store import index_path

QUERIES = (
    "ceasefire monitoring",
    "kiev talks",
    "working group on the",
    '"a first"',
    "t e",
    "Çırağan",
)
COMMON = tuple(
    "the of and to a in that for on with by it not was as at from is be this ceasefire talks "  # noqa: SIM905
    "first round group working monitoring party side exchange release memorandum border".split()
)


def words(rng: random.Random, count: int) -> list[str]:
    """Words of which the n-th is as frequent as 1/n."""
    made = [
        "".join(rng.choices("aeioubcdfghklmnprstvz", k=rng.randint(3, 9))) for _ in range(20_000)
    ]
    known = [*COMMON, *made]
    return rng.choices(known, [1 / n for n in range(1, len(known) + 1)], k=count)


def write(folder: Path, briefs: int, records: int) -> None:
    """Make the briefs: venues and rounds that refer to them."""
    rng = random.Random(7)
    text = iter(words(rng, briefs * records * 30))

    def some(count: int) -> str:
        return " ".join(next(text) for _ in range(count))

    for n in range(briefs):
        rounds = "".join(
            f"  - id: r{r}\n    title: {some(5)}\n    status: concluded\n    venue: v{r % 2}\n"
            f"    when: 2031-{r % 12 + 1:02}-{n % 28 + 1:02}\n    note: {some(25)}\n"
            for r in range(records - 2)
        )
        (folder / f"b{n:05}.yaml").write_text(
            f"parley: 1\nid: b{n}\ntitle: Brief {n}\naliases: {{Kiev: Kyiv}}\nvenues:\n"
            f"  - {{id: v0, name: Kyiv}}\n  - {{id: v1, name: Çırağan Palace}}\nrounds:\n{rounds}",
            encoding="utf-8",
        )


def keystrokes(index: Path) -> Iterator[tuple[str, int, float]]:
    """What was typed so far, how much was found, and milliseconds until it can be drawn."""
    for query in QUERIES:
        for end in range(1, len(query) + 1):
            asked = ask(query[:end])
            begin = time.perf_counter()
            found = look_up(index, asked)
            for hit in found.hits:
                title(hit, asked), snippet(hit, asked)
            yield query[:end], found.total, (time.perf_counter() - begin) * 1000


def timed(index: Path, folder: Path) -> float:
    """Seconds to bring the index up to date."""
    begin = time.perf_counter()
    update(index, (folder,), lambda *_: None).close()
    return time.perf_counter() - begin


def main(briefs: int, records: int) -> None:
    """Print what was measured."""
    with tempfile.TemporaryDirectory(prefix="parley-find-") as root:
        os.environ["XDG_CACHE_HOME"] = f"{root}/cache"
        folder = Path(root) / "briefs"
        folder.mkdir()
        write(folder, briefs, records)
        index = index_path((folder,))
        built = timed(index, folder)
        size = index.stat().st_size / 1e6
        print(f"{briefs:,} briefs, {briefs * records:,} records")
        print(f"build    {built:8.1f} s   {briefs / built:6.0f} briefs/s   index {size:.0f} MB")
        idle = [timed(index, folder) for _ in range(5)]
        one = []
        for n in range(5):
            path = folder / f"b{n:05}.yaml"
            path.write_text(
                path.read_text("utf-8").replace("title: ", f"title: new{n} ", 3), "utf-8"
            )
            one.append(timed(index, folder))
        print(f"nothing  {statistics.median(idle) * 1000:8.0f} ms  to see that nothing changed")
        print(f"update   {statistics.median(one) * 1000:8.0f} ms  after a change of one brief")
        found = [each for _ in range(3) for each in keystrokes(index)]
        times = [each[2] for each in found]
        print(f"key      {statistics.median(times):8.1f} ms  median   (bar: 50)")
        for typed, total, ms in sorted(found, key=lambda each: -each[2])[:3]:
            print(f"         {ms:8.1f} ms  for {typed!r}, {total:,} found")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    main(*numbers, *(1000, 20)[len(numbers) :])

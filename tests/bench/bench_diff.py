"""What it costs to find the changes of a brief, as a share of reading it.

A brief of RECORDS statements without ids: against itself, against a state read anew in which one
record is other, and against one in which every record is reworded.
Run: python tests/bench/bench_diff.py [RECORDS]
"""

import statistics
import sys
import time
from pathlib import Path

from tui.brief.diff import reading_changes
from tui.brief.load import load_contents
from tui.brief.reading import Reading

ROUNDS = 7
HEAD = Path("talks/brief.yaml")
BIG = Path("talks/statements.yaml")


def read(count: int, title: str = "Talks", verb: str = "said") -> Reading:
    """A brief with so many statements, none of which has an id."""
    rows = "".join(
        f"  - {{speaker: p{n}, when: 2031-01-01, src: [s{n % 7}], gist: {verb} the thing {n}}}\n"
        for n in range(count)
    )
    head = f"parley: 1\nid: a\ntitle: {title}\npeople: [{{id: x, name: {title}}}]\n"
    files = {HEAD: head.encode(), BIG: f"statements:\n{rows}".encode()}
    return load_contents(Path("talks"), files)


def median(old: Reading, new: Reading) -> float:
    """Seconds to compare two states."""
    taken = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        reading_changes(old, new)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def main() -> None:
    """Print each cost and its share of a reading."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    begun = time.perf_counter()
    old = read(count)
    reading = time.perf_counter() - begun
    cases = {
        "the same state": old,
        "one record other, all read anew": read(count, "Other"),
        "every record reworded": read(count, verb="said again"),
    }
    print(f"reading {count:,} records: {reading * 1000:.0f} ms")
    for name, new in cases.items():
        taken = median(old, new)
        print(f"{name}: {taken * 1000:.2f} ms, {taken / reading:.2%} of reading")


if __name__ == "__main__":
    main()

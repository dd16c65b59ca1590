"""What a key in the filter line costs in a brief of many records, against reading that brief.

Ratios of medians in one process, so that they hold on another machine. Run:
python tests/bench/bench_filter.py [RECORDS]
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tui.brief.load import load
from tui.filter import Sieve, parse_query, vocabulary
from tui.presentation.view import View
from tui.sections import sections

BRIEF = Path(__file__).parents[2] / "briefs" / "istanbul-2025.yaml"
FILTERS = ("kyiv", "kyiv dr", "by:medinsky after:2025-05-10", "not (party:ua or is:single-source)")


def grown(count: int) -> str:
    """The Istanbul brief with that many more statements."""
    speakers = ("medinsky", "sbu", "lavrov", "umerov")
    told = "".join(
        f"  - id: more{i}\n    speaker: {speakers[i % 4]}\n    when: 2025-05-{1 + i % 28:02}\n"
        f"    gist: On day {i} he said that drones matter to the talks in Kyiv and at Çırağan.\n"
        f"    about: [ceasefire]\n    src: [{{id: s000, at: para {i % 40}}}]\n"
        for i in range(count)
    )
    return BRIEF.read_text("utf-8").replace("statements:\n", f"statements:\n{told}", 1)


def seconds(run: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def main(count: int) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "brief.yaml"
        path.write_text(grown(count), "utf-8")
        reading = load(path)
        read = statistics.median(seconds(lambda: load(path)) for _ in range(3))
    view = View(reading)
    section = next(each for each in sections() if each.name == "positions")
    rows = section.rows(view)
    sieve = Sieve(view, rows)
    first = seconds(lambda: sieve.passing(parse_query(FILTERS[0], vocabulary(view))))
    known = vocabulary(view)
    keys = [
        seconds(lambda text=text: sieve.passing(parse_query(text, known)))
        for text in FILTERS
        for _ in range(5)
    ]
    later = View(reading, here="UTC")
    again = seconds(lambda: Sieve(later, rows).passing(parse_query(FILTERS[0], vocabulary(later))))
    sys.stdout.write(
        f"{len(rows):,} rows; reading the brief: {read * 1000:,.0f} ms\n"
        f"the first letter: {first * 1000:,.0f} ms ({first / read:.2f} of a reading)\n"
        f"each further one: {statistics.median(keys) * 1000:,.0f} ms, at most "
        f"{max(keys) * 1000:,.0f} ms ({statistics.median(keys) / read:.3f} of a reading)\n"
        f"after a reload that kept the records: {again * 1000:,.0f} ms\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)

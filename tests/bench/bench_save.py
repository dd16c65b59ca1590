"""What saving costs: `python tests/bench/bench_save.py`. Medians of one process.

A save against a bare write to the same disk, a draft, and a merge against one reading.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

from tui.brief.load import load
from tui.saving.difference import difference
from tui.saving.drafts import keep
from tui.saving.merge import merge
from tui.saving.save import save

BRIEF = Path(__file__).parents[2] / "briefs/istanbul-2025.yaml"


def took(act, times=40):
    spent = []
    for turn in range(times):
        start = time.perf_counter()
        act(turn)
        spent.append(time.perf_counter() - start)
    return median(spent) * 1000


def main():
    data = BRIEF.read_bytes()
    with tempfile.TemporaryDirectory(dir=".") as folder:
        os.environ["XDG_STATE_HOME"] = folder
        path = Path(folder) / "a.yaml"
        path.write_bytes(data)
        texts = (data, data + b"# end\n")
        bare = took(lambda turn: path.write_bytes(texts[turn % 2]))
        path.write_bytes(data)
        whole = took(lambda turn: save(path, texts[(turn + 1) % 2], texts[turn % 2]))
        draft = took(lambda turn: keep(path, data, texts[1]))
    theirs = data.replace(b"title: ", b"title:  ", 1)
    reading = took(lambda _: load(BRIEF), 10)
    both = took(lambda _: merge(data, texts[1], theirs, BRIEF), 10)
    told = took(lambda _: difference(data, texts[1]))
    print(f"{len(data):,} bytes, {data.count(10):,} lines")
    print(f"bare write {bare:.2f} ms · save {whole:.2f} ms · draft {draft:.2f} ms")
    print(f"reading {reading:.0f} ms · merge {both:.0f} ms, {both / reading:.1f} readings")
    print(f"difference {told:.2f} ms")


if __name__ == "__main__":
    main()

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.brief.load import load
from tui.package_data import shipped
from tui.session.session import Session
from tui.startup.prefetch import Prefetch

ISTANBUL = shipped("briefs") / "istanbul-2025.yaml"
BRIEFS = sorted(shipped("briefs").glob("*.yaml"))


def prefetch(*briefs):
    return Prefetch(briefs, lambda: "loaded")


@pytest.fixture(autouse=True)
def two_idle_processors(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(os, "getloadavg", lambda: (0.2, 0, 0))


@pytest.fixture
def forks(monkeypatch):
    """Whether a second process was started, once for each."""
    found, fork = [], os.fork
    monkeypatch.setattr(os, "fork", lambda: found.append(True) or fork())
    return found


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_what_was_read_ahead_is_what_is_read(path):
    found, read = prefetch(path).reading(path), load(path)
    assert found is not None
    assert found.brief == read.brief
    assert (found.problems, found.stale) == (read.problems, read.stale)
    assert found.parts[path].data == read.parts[path].data
    assert found.parts[path].mentions == read.parts[path].mentions
    assert found.state == read.state
    assert list(found.register.by_key) == list(read.register.by_key)


def test_records_stay_the_same_ones():
    found = prefetch(ISTANBUL).reading(ISTANBUL)
    first = found.brief.rounds[0]
    assert found.register.by_key[first.key] is first


def test_a_reading_is_handed_over_once():
    known = prefetch(ISTANBUL)
    assert known.reading(ISTANBUL) is not None
    assert known.reading(ISTANBUL) is None
    assert known.loaded == "loaded"


def test_what_is_not_there_is_not_read(tmp_path):
    known = prefetch(tmp_path, tmp_path / "none.yaml")
    assert known.reading(tmp_path) is None
    assert known.loaded == "loaded"


def test_a_desk_asks_for_it_first_and_reads_what_came_since(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("parley: 1\nid: a\ntitle: Before\n")
    desk = Session((path,), read_early=prefetch(path).reading)
    assert desk.read(path).brief.title == "Before"
    path.write_text("parley: 1\nid: a\ntitle: After\n")
    assert desk.read(path).brief.title == "After"


def test_a_desk_reads_new_bytes_and_not_what_was_read_ahead(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("parley: 1\nid: a\ntitle: Before\n")
    desk = Session((path,), read_early=prefetch(path).reading)
    data = b"parley: 1\nid: a\ntitle: After\n"
    assert desk.read(Path(path), {path: data}).brief.title == "After"


def test_a_table_comes_with_its_brief(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text("parley: 1\nid: t\ntitle: T\nconflict: {series: [{name: d, file: d.csv}]}\n")
    (tmp_path / "d.csv").write_text("date,value\n2031-03-01,4\nx\n")
    found, read = prefetch(path).reading(path), load(path)
    assert found is not None
    assert found.brief == read.brief
    assert (found.problems, found.state) == (read.problems, read.state)
    # What was read there is not read here again.
    assert load(path, found).brief.conflict.series[0].rows is found.brief.conflict.series[0].rows


@pytest.mark.parametrize(
    ("processors", "load", "starts"),
    [(2, 0.2, True), (2, 1.0, False), (1, 0.0, False), (8, 6.0, True)],
)
def test_a_second_process_needs_a_second_idle_processor(
    processors, load, starts, forks, monkeypatch
):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(processors)), raising=False)
    monkeypatch.setattr(os, "getloadavg", lambda: (load, 0, 0))
    known = prefetch(ISTANBUL)
    assert known.loaded == "loaded"
    assert forks == [True] * starts
    assert (known.reading(ISTANBUL) is not None) is starts


def test_what_a_start_reads_is_read_without_textual():
    code = (
        "import sys; from pathlib import Path; from tui.launch import _preload; "
        "from tui.startup.prefetch import _readings; "
        f"_preload(None, (), ['parley-dark']); _readings([Path({str(ISTANBUL)!r})]); "
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"textual", "rich", "asyncio"} & set(done.stdout.split()) == set()

import os
from pathlib import Path

import pytest

from tui.brief.load import load
from tui.package_data import shipped
from tui.session.session import Session
from tui.startup.prefetch import Ahead

ISTANBUL = shipped("briefs") / "istanbul-2025.yaml"
BRIEFS = sorted(shipped("briefs").glob("*.yaml"))


def ahead(*briefs):
    return Ahead(briefs, lambda: "begun")


@pytest.fixture(autouse=True)
def two_processors(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.stem)
def test_what_was_read_ahead_is_what_is_read(path):
    found, read = ahead(path).reading(path), load(path)
    assert found is not None
    assert found.brief == read.brief
    assert (found.problems, found.stale) == (read.problems, read.stale)
    assert found.parts[path].data == read.parts[path].data
    assert found.parts[path].mentions == read.parts[path].mentions
    assert found.state == read.state
    assert list(found.register.by_key) == list(read.register.by_key)


def test_records_stay_the_same_ones():
    found = ahead(ISTANBUL).reading(ISTANBUL)
    first = found.brief.rounds[0]
    assert found.register.by_key[first.key] is first


def test_a_reading_is_handed_over_once():
    known = ahead(ISTANBUL)
    assert known.reading(ISTANBUL) is not None
    assert known.reading(ISTANBUL) is None
    assert known.begun == "begun"


def test_what_is_not_there_is_not_read(tmp_path):
    known = ahead(tmp_path, tmp_path / "none.yaml")
    assert known.reading(tmp_path) is None
    assert known.begun == "begun"


def test_a_desk_asks_for_it_first_and_reads_what_came_since(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("parley: 1\nid: a\ntitle: Before\n")
    desk = Session((path,), read_early=ahead(path).reading)
    assert desk.read(path).brief.title == "Before"
    path.write_text("parley: 1\nid: a\ntitle: After\n")
    assert desk.read(path).brief.title == "After"


def test_a_desk_reads_new_bytes_and_not_what_was_read_ahead(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("parley: 1\nid: a\ntitle: Before\n")
    desk = Session((path,), read_early=ahead(path).reading)
    data = b"parley: 1\nid: a\ntitle: After\n"
    assert desk.read(Path(path), {path: data}).brief.title == "After"


def test_a_table_comes_with_its_brief(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text("parley: 1\nid: t\ntitle: T\nconflict: {series: [{name: d, file: d.csv}]}\n")
    (tmp_path / "d.csv").write_text("date,value\n2031-03-01,4\nx\n")
    found, read = ahead(path).reading(path), load(path)
    assert found is not None
    assert found.brief == read.brief
    assert (found.problems, found.state) == (read.problems, read.state)
    # What was read there is not read here again.
    assert load(path, found).brief.conflict.series[0].rows is found.brief.conflict.series[0].rows

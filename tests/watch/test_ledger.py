from pathlib import Path

import pytest

from tui.watch import WatchedPath, fingerprint
from tui.watch.folders import Folders
from tui.watch.ledger import EventPaths, Ledger
from tui.watch.stamp import stamp


class Desk:
    def __init__(self, *watches, known=None):
        self.now = 100.0
        self.folders = Folders(watches)
        self.ledger = Ledger(self.folders, Path.read_bytes, known or {}, lambda: self.now)

    def step(self, *paths):
        return self.ledger.step(EventPaths(paths={str(path) for path in paths}))

    def rest(self):
        found = {}
        while self.now < 110:
            found.update(self.step().contents)
            self.now = max(self.now, min(self.ledger.due, 110))
        return found


@pytest.fixture
def library(tmp_path):
    for number in range(1000):
        (tmp_path / f"{number}.yaml").write_bytes(b"a: 0\n")
    return tmp_path.resolve()


def test_an_event_costs_the_same_among_many_files(library, monkeypatch):
    desk = Desk(WatchedPath(library, "library"))
    assert len(desk.rest()) == 1000
    looked, path = [], library / "500.yaml"

    def counted(path):
        looked.append(Path(path))
        return stamp(path)

    monkeypatch.setattr("tui.watch.ledger.stamp", counted)
    monkeypatch.setattr("tui.watch.settle.stamp", counted)
    desk.ledger._next_sweep = 1000
    path.write_bytes(b"a: 1\n")
    desk.step(path)
    desk.now += 0.05
    assert desk.step().contents == {path: b"a: 1\n"}
    assert set(looked) == {path}


def test_a_sweep_finds_what_no_event_told(library):
    desk = Desk(WatchedPath(library, "folder"))
    desk.rest()
    (library / "7.yaml").write_bytes(b"a: 7\n")
    (library / "8.yaml").unlink()
    (library / "new.yaml").write_bytes(b"a: 8\n")
    desk.now = 200.0
    desk.step()
    desk.now += 0.05
    assert desk.step().contents.keys() <= {library / "7.yaml", library / "new.yaml"}
    desk.now += 2.0
    assert desk.step().gone == {library / "8.yaml"}


def test_what_is_known_and_the_same_is_not_told(library):
    mark = fingerprint(b"a: 0\n")
    desk = Desk(
        WatchedPath(library, "folder"), known={library / f"{n}.yaml": mark for n in range(1, 1000)}
    )
    assert desk.rest() == {library / "0.yaml": b"a: 0\n"}


def test_only_names_that_can_matter_concern_it(library):
    (library / "a").mkdir()
    desk = Desk(WatchedPath(library, "library"), WatchedPath(library / "x" / "config.toml"))
    desk.rest()
    wanted = ("1.yaml", "new.yml", "a/brief.yaml", "a", "b", "x")
    others = (".brief.yaml.swp", "a/.x.yaml", "a/notes.txt", ".git", "a/b/c.yaml")
    assert [name for name in (*wanted, *others) if desk.folders.concerns(f"{library}/{name}")] == [
        *wanted
    ]


def test_a_folder_that_is_another_is_heard_anew(library):
    desk = Desk(WatchedPath(library / "a", "folder"))
    (library / "a").mkdir()
    desk.step()
    heard = desk.folders.heard
    assert desk.folders.survey() == set()
    assert desk.folders.heard is heard
    (library / "a").rename(library / "b")
    (library / "a").mkdir()
    assert desk.folders.survey() == {library / "a"}
    assert desk.folders.heard[str(library / "a")] != heard[str(library / "a")]

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tui.state.names import memory_path
from tui.state.store import Memory


@pytest.fixture
def path(tmp_path):
    return tmp_path / "state" / "memory.db"


@pytest.fixture
def memory(path):
    with_file = Memory(path)
    yield with_file
    with_file.close()


def test_what_is_kept_is_there_at_the_next_start(path, memory):
    memory.put("place", "/a.yaml", "", b"one")
    memory.put("place", "/a.yaml", "", b"two")
    memory.put("mark", "/a.yaml", "rounds/r1", b"x")
    again = Memory(path)
    assert again.get("place", "/a.yaml") == b"two"
    assert again.all("mark", "/a.yaml") == {"rounds/r1": b"x"}
    assert again.get("place", "/b.yaml") is None
    assert again.trouble == ""
    again.close()


def test_what_was_kept_last_comes_last_and_dropping_takes_names_or_all(memory):
    memory.put_all("mark", "b", {"z": b"1", "a": b"2"})
    memory.put("mark", "c", "y", b"3")
    assert {name for _, name, _ in memory.everywhere("mark")} == {"z", "a", "y"}
    memory.drop("mark", "b", "z")
    assert set(memory.all("mark", "b")) == {"a"}
    memory.drop("mark", "b")
    assert memory.all("mark", "b") == {}
    assert set(memory.all("mark", "c")) == {"y"}


def test_writes_done_together_are_all_or_none(memory):
    with pytest.raises(ZeroDivisionError), memory.together():
        memory.put("k", "", "one", b"1")
        raise ZeroDivisionError
    assert memory.all("k") == {}
    with memory.together():
        memory.put("k", "", "one", b"1")
        memory.put("k", "", "two", b"2")
    assert set(memory.all("k")) == {"one", "two"}


def test_the_file_is_for_its_owner_alone(path, memory):
    memory.put("k", "", "n", b"v")
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_damaged_file_is_put_aside(path):
    path.parent.mkdir()
    path.write_bytes(b"this is no database, " * 100)
    memory = Memory(path)
    memory.put("k", "", "n", b"v")
    assert memory.get("k", "", "n") == b"v"
    assert "damaged" in memory.trouble
    assert path.with_suffix(".damaged").exists()
    memory.close()


def test_a_folder_that_cannot_be_made_costs_the_memory_and_nothing_else(tmp_path):
    (tmp_path / "file").write_text("in the way")
    memory = Memory(tmp_path / "file" / "memory.db")
    memory.put("k", "", "n", b"v")
    assert memory.get("k", "", "n") == b"v"
    assert "nothing can be remembered" in memory.trouble


def test_one_that_writes_for_ever_does_not_hold_the_others(path, memory, monkeypatch):
    monkeypatch.setattr("tui.state.store.PATIENCE", 0.05)
    other = Memory(path)
    other.put("k", "", "before", b"0")
    blocking = sqlite3.connect(path, isolation_level=None)
    blocking.execute("BEGIN IMMEDIATE")
    other.put("k", "", "n", b"v")
    assert other.get("k", "", "n") == b"v"
    assert other.get("k", "", "before") == b"0"
    assert other.trouble
    blocking.close()
    other.close()


def test_several_at_once_lose_nothing(path):
    Memory(path).close()
    code = (
        "import sys; from pathlib import Path; from tui.state.store import Memory\n"
        "memory = Memory(Path(sys.argv[1]))\n"
        "for i in range(50): memory.put('k', sys.argv[2], str(i), b'v')\n"
        "assert not memory.trouble, memory.trouble\n"
    )
    words = [sys.executable, "-c", code, str(path)]
    root = Path(__file__).parents[2]
    running = [subprocess.Popen([*words, str(n)], cwd=root) for n in range(4)]
    assert [each.wait(60) for each in running] == [0] * 4
    assert len(Memory(path).everywhere("k")) == 200


def test_without_a_path_nothing_outlives_the_program():
    memory = Memory(None)
    memory.put("k", "", "n", b"v")
    assert memory.get("k", "", "n") == b"v"
    assert Memory(None).get("k", "", "n") is None


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_the_path_follows_the_state_folder(monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", "/somewhere")
    assert memory_path() == Path("/somewhere/parley/memory.db")

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from tui.brief.handling import LEVELS
from tui.library import build, store
from tui.library.background import indexing
from tui.library.index_query import ask
from tui.library.search import look_up
from tui.library.store import index_path, open_index


def body(word, count=2):
    return "rounds:\n" + "".join(f"  - {{id: r{n}, title: {word} {n}}}\n" for n in range(count))


@pytest.fixture
def loaded(monkeypatch):
    """The briefs that were read, and not only looked at."""
    read = []

    def load(path, **more):
        read.append(path.name)
        return original(path, **more)

    original = build.load
    monkeypatch.setattr(build, "load", load)
    return read


def test_only_what_changed_is_read(briefs, library, loaded):
    for name in ("alpha", "beta", "gamma"):
        briefs(name, body(name))
    library.update().close()
    assert loaded == ["alpha.yaml", "beta.yaml", "gamma.yaml"]
    assert library.told[-1] == (3, 3)
    loaded.clear()
    briefs("beta", body("other"))
    os.utime(briefs.folder / "alpha.yaml")
    assert library.titles("other") == ["other 0", "other 1"]
    assert library.titles("beta") == ["beta"]
    assert loaded == ["beta.yaml"]


def test_briefs_come_go_and_change_their_names(briefs, library):
    path = briefs("alpha", body("apple"))
    assert library.find("apple").total == 2
    briefs("beta", body("banana"))
    assert library.find("banana").total == 2
    path.rename(path.with_name("zeta.yaml"))
    (hit, _) = library.find("apple").hits
    assert hit.path.name == "zeta.yaml"
    assert hit.file.name == "zeta.yaml"
    (briefs.folder / "beta.yaml").unlink()
    found = library.find("banana")
    assert (found.total, found.briefs) == (0, 1)


def test_a_folder_brief_is_one_brief(briefs, library, loaded):
    folder = briefs.folder / "delta"
    folder.mkdir()
    (folder / "brief.yaml").write_text("parley: 1\nid: delta\ntitle: Delta\n")
    (folder / "rounds.yaml").write_text(body("apple"))
    (hit, _) = library.find("apple").hits
    assert (hit.path.name, hit.file.name, hit.brief) == ("delta", "rounds.yaml", "Delta")
    (folder / "rounds.yaml").write_text(body("banana"))
    assert library.find("apple").total == 0
    assert library.find("banana").total == 2
    (folder / "rounds.yaml").unlink()
    assert library.find("banana").total == 0


def test_a_broken_brief_is_found_by_what_it_said_last(briefs, library):
    path = briefs("alpha", body("apple"))
    library.update().close()
    whole = path.read_text()
    path.write_text(whole + "rounds: [\n")
    assert library.find("apple").total == 2
    path.write_text(whole.replace("apple", "banana"))
    assert library.find("apple").total == 0
    assert library.find("banana").total == 2


@pytest.mark.parametrize("damage", ["text", "cut", "middle", "version", "empty"])
def test_an_index_that_is_unfit_is_made_anew(briefs, library, damage):
    for name in "abcdefgh":
        briefs(name, body("apple", 50))
    library.update().close()
    data = library.path.read_bytes()
    if damage == "version":
        with sqlite3.connect(library.path) as db:
            db.execute("PRAGMA user_version = 999")
        db.close()
    else:
        half = len(data) // 2
        library.path.write_bytes(
            {
                "text": b"no database " * 1000,
                "cut": data[:half],
                "middle": data[:4096] + b"\xff" * half + data[4096 + half :],
                "empty": b"",
            }[damage]
        )
    briefs("b", body("banana"))
    briefs("c", body("banana"))
    assert library.find("banana").total == 4
    assert library.find("apple").total == 300


def test_a_name_that_is_no_text(briefs, library):
    name = os.fsdecode(b"caf\xe9")
    path = briefs.folder / f"{name}.yaml"
    path.write_text("parley: 1\nid: x\ntitle: X\n" + body("apple"))
    (hit, _) = library.find("apple").hits
    assert hit.path == path


def run(library, *, wait=True):
    levels = (str(len(LEVELS)), *LEVELS)
    command = [sys.executable, "-m", "tui.library.build", str(library.path), *levels]
    command.append(str(library.folder))
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    if not wait:
        return process
    with process:
        return process.communicate(timeout=60)[0]


def test_two_builders_at_once(briefs, library):
    for n in range(30):
        briefs(f"b{n}", body("apple", 20))
    processes = [run(library, wait=False) for _ in range(3)]
    assert all(p.communicate(timeout=60)[0].endswith("30 30\n") for p in processes)
    assert [process.returncode for process in processes] == [0, 0, 0]
    found = look_up(library.path, ask("apple"))
    assert (found.total, found.briefs) == (600, 30)


def test_a_second_builder_waits_for_the_first(briefs, library):
    briefs("a", body("apple"))
    with build._alone(library.path):
        process = run(library, wait=False)
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1.5)
        assert look_up(library.path, ask("apple")).total == 0
    process.communicate(timeout=60)
    assert process.returncode == 0
    assert look_up(library.path, ask("apple")).total == 2


def test_a_builder_ends_in_the_midst_and_nothing_is_lost(briefs, library):
    for n in range(60):
        briefs(f"b{n:02}", body("apple", 40))
    process = run(library, wait=False)
    process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    found = look_up(library.path, ask("apple"))
    assert 0 < found.total == found.briefs * 40
    run(library)
    assert look_up(library.path, ask("apple")).total == 60 * 40


async def test_results_grow_while_the_index_is_built(briefs, library, monkeypatch):
    for n in range(60):
        briefs(f"b{n:02}", body("apple", 40))
    seen = []
    async for done, count in indexing(library.path, (library.folder,)):
        found = look_up(library.path, ask("apple"))
        assert found.total == found.briefs * 40
        assert found.briefs >= done
        assert count == 60
        seen.append(done)
    assert seen[-1] == 60
    assert look_up(library.path, ask("apple")).total == 60 * 40


async def test_a_cancelled_builder_leaves_no_process(briefs, library):
    for n in range(60):
        briefs(f"b{n:02}", body("apple", 40))

    async def build_it():
        async for _ in indexing(library.path, (library.folder,)):
            started.set()

    started = asyncio.Event()
    task = asyncio.create_task(build_it())
    await asyncio.wait_for(started.wait(), 30)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    with build._alone(library.path):
        pass


async def test_no_place_for_an_index(tmp_path, briefs):
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="could not be brought up to date"):
        async for _ in indexing(tmp_path / "file" / "find.db", (briefs.folder,)):
            pass


def test_an_index_nobody_used_is_taken_away(tmp_path):
    old, new = tmp_path / "find-1.db", tmp_path / "find-2.db"
    for path in (old, new):
        open_index(path).close()
    os.utime(old, (time.time() - 1e7,) * 2)
    build._prune(tmp_path)
    assert new.exists()
    assert not old.exists()


def test_each_library_has_its_own_index(tmp_path, monkeypatch):
    monkeypatch.setattr(store.sys, "platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    here = index_path((tmp_path / "a",))
    assert here.parent == tmp_path / "parley"
    assert here == index_path((tmp_path / "." / "x" / ".." / "a",))
    assert here != index_path((tmp_path / "b",))


def test_what_is_confidential_is_nobody_elses(library, briefs):
    library.update().close()
    assert library.path.stat().st_mode & 0o077 == 0
    assert library.path.parent.stat().st_mode & 0o077 == 0


def test_a_table_that_changed_is_read_again(briefs, library, loaded):
    briefs("alpha", "conflict: {series: [{id: d, name: drones, file: d.csv}]}\n")
    table = briefs.folder / "d.csv"
    table.write_text("date,value,note\n2031-03-01,472,herons\n")
    library.update().close()
    assert len(loaded) == 1
    library.update().close()
    assert len(loaded) == 1
    table.write_text("date,value,note\n2031-03-01,479,herons\n")
    library.update().close()
    assert len(loaded) == 2
    library.update().close()
    assert len(loaded) == 2

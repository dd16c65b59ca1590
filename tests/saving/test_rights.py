import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

# Whoever is root may do all, so a root gives up its rights once everything is loaded.
SAVE = """
import os, sys, encodings.idna
from pathlib import Path
from tui.saving.drafts import found
from tui.saving.save import save
if os.geteuid() == 0:
    os.setgroups([]), os.setgid(65534), os.setuid(65534)
path = Path(sys.argv[1])
base = None if sys.argv[2] == "-" else b"old"
told = save(path, b"new text", base)
print(type(told).__name__, getattr(told, "message", ""), found(path))
"""
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")


@pytest.fixture
def shared(monkeypatch):
    """A folder that anybody can come to, unlike the ones of pytest, and its user's own state."""
    made = Path(tempfile.mkdtemp(dir="/tmp"))
    monkeypatch.setenv("XDG_STATE_HOME", str(made / "state"))
    for name in ("briefs", "state"):
        (made / name).mkdir()
        give(made / name)
    made.chmod(0o755)
    (made / "briefs/a.yaml").write_bytes(b"old")
    give(made / "briefs/a.yaml")
    yield made / "briefs"
    (made / "briefs").chmod(0o755)
    shutil.rmtree(made)


def give(path):
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)


def save_as_nobody(path, base="old"):
    command = [sys.executable, "-c", SAVE, str(path), base]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr == ""
    return done.stdout.strip()


def test_a_file_in_a_closed_folder_is_saved_in_place(shared):
    path = shared / "a.yaml"
    before = path.stat().st_ino
    shared.chmod(0o555)
    assert save_as_nobody(path) == "Saved  None"
    assert path.read_bytes() == b"new text"
    assert path.stat().st_ino == before


def test_no_new_file_comes_into_a_closed_folder(shared):
    shared.chmod(0o555)
    told = save_as_nobody(shared / "new.yaml", "-")
    assert told.startswith("Problem not saved: you may not write there (while making a new file")
    assert [each.name for each in shared.iterdir()] == ["a.yaml"]


def test_a_file_that_says_it_is_not_to_be_written_is_not_replaced(shared):
    path = shared / "a.yaml"
    path.chmod(0o444)
    assert save_as_nobody(path).startswith("Problem not saved: you may not write there")
    assert path.read_bytes() == b"old"


@AS_ROOT
@pytest.mark.parametrize("mode", [0o777, 0o1777])
def test_a_file_of_another_stays_theirs(shared, mode):
    path = shared / "a.yaml"
    os.chown(path, 0, 0)
    path.chmod(0o666)
    os.chown(shared, 0, 0)
    shared.chmod(mode)
    assert save_as_nobody(path) == "Saved  None"
    assert path.read_bytes() == b"new text"
    assert path.stat().st_uid == 0
    assert [each.name for each in shared.iterdir()] == ["a.yaml"]


@AS_ROOT
def test_a_file_that_may_not_be_read_is_told_as_such(shared):
    path = shared / "a.yaml"
    os.chown(path, 0, 0)
    path.chmod(0o600)
    assert "no permission" in save_as_nobody(path)

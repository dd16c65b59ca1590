import errno
import os
import runpy
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from tui.brief.place import Problem
from tui.saving.drafts import found
from tui.saving.save import Saved, save

DEATHS = Path(__file__).with_name("deaths.py")
counted = runpy.run_path(str(DEATHS))["counted"]
OLD, NEW = b"old: text\n" * 300, b"new: and longer\n" * 300


def refuse(number):
    def act():
        raise OSError(number, os.strerror(number))

    return act


@pytest.fixture(params=["plain", "link", "hard link", "new"])
def path(request, folder):
    path = folder / "a.yaml"
    if request.param == "new":
        return path
    path.write_bytes(OLD)
    if request.param == "hard link":
        (folder / "b.yaml").hardlink_to(path)
    if request.param == "link":
        link = folder / "b.yaml"
        link.symlink_to(path)
        return link
    return path


def put_back(path, base):
    """The state before; whatever the last save left is taken away."""
    for each in path.parent.glob(".*"):
        each.unlink()
    if base is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(base)


@pytest.mark.parametrize("on", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whatever_call_is_refused_the_file_is_the_old_or_the_new_one(path, number, on):
    base = OLD if path.exists() else None
    kind = (path.is_symlink(), path.exists() and path.stat().st_nlink)
    told = set()
    for turn in count():
        put_back(path, base)
        with counted(turn, refuse(number), on=on) as made:
            result = save(path, NEW, base)
        now = path.read_bytes() if path.exists() else None
        if isinstance(result, Saved):
            assert now == NEW, made
        elif isinstance(result, Problem) and "may be damaged" in result.message:
            assert on, made
            draft = found(path)
            assert now == NEW or (draft.base, draft.text) == (base, NEW), made
        else:
            assert isinstance(result, Problem), (made, result)
            assert now == base, made
        if isinstance(result, Problem):
            told.add(result.message)
        if not on:
            assert list(path.parent.glob(".*")) == [], made
        assert (path.is_symlink(), base and path.stat().st_nlink) == (kind[0], base and kind[1])
        if len(made) <= turn:
            break
    assert turn > 10
    assert len(told) > 3


@pytest.mark.parametrize("way", ["calls", "100"])
def test_a_save_that_is_killed_leaves_the_old_or_the_new_file_whole(folder, way):
    command = [sys.executable, str(DEATHS), way, str(folder)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)
    assert done.stderr == ""
    assert done.stdout.endswith(" deaths\n")
    assert done.stdout.count("\n") == 1, done.stdout
    assert int(done.stdout.split()[0]) > 50

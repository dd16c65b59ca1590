import errno
import os
import stat
from pathlib import Path

import pytest

from tui.brief.place import Problem
from tui.saving import atomic_write, overwrite
from tui.saving.drafts import found
from tui.saving.save import SaveConflict, Saved, save


def refuse_once(monkeypatch, name, number):
    real = getattr(os, name)

    def call(*args, **kwargs):
        monkeypatch.setattr(os, name, real)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, name, call)


def test_the_text_is_saved_as_it_is_and_nothing_else_is_left(brief, names):
    data = b"\xef\xbb\xbftitle: \xc3\x87\r\nnote: x"
    assert save(brief, data, b"old\n") == Saved(brief, data)
    assert brief.read_bytes() == data
    assert names() == ["a.yaml"]


def test_a_new_file_is_made_where_there_is_none(folder, names):
    path = folder / "new.yaml"
    assert save(path, b"new", None) == Saved(path, b"new")
    assert names() == ["new.yaml"]
    os.umask(mask := os.umask(0))
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize(
    ("base", "now"), [(b"older\n", b"old\n"), (None, b"old\n"), (b"old", b"old\n"), (b"", None)]
)
def test_what_others_wrote_is_not_overwritten(brief, names, base, now):
    if now is None:
        brief.unlink()
    assert save(brief, b"mine\n", base) == SaveConflict(brief, now)
    assert names() == (["a.yaml"] if now else [])
    assert now is None or brief.read_bytes() == now


def test_a_conflict_is_settled_by_saving_over_what_was_seen(brief):
    differs = save(brief, b"mine\n", b"older\n")
    assert save(brief, b"mine\n", differs.now) == Saved(brief, b"mine\n")
    brief.unlink()
    gone = save(brief, b"mine too\n", b"mine\n")
    assert save(brief, b"mine too\n", gone.now) == Saved(brief, b"mine too\n")


def test_what_the_disk_says_already_is_saved(brief):
    assert save(brief, b"old\n", b"older\n") == Saved(brief, b"old\n")


@pytest.mark.parametrize("theirs", [b"theirs\n", None])
def test_a_change_while_we_write_is_seen(brief, names, monkeypatch, theirs):
    write = atomic_write.write_all

    def write_slowly(handle, data):
        write(handle, data)
        brief.unlink()
        if theirs:
            brief.write_bytes(theirs)

    monkeypatch.setattr(atomic_write, "write_all", write_slowly)
    assert save(brief, b"mine\n", b"old\n") == SaveConflict(brief, theirs)
    assert names() == (["a.yaml"] if theirs else [])


def test_a_link_stays_a_link_and_its_folder_gets_no_file(brief, tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(brief)
    before = set(tmp_path.iterdir())
    assert save(link, b"new\n", b"old\n") == Saved(brief, b"new\n")
    assert link.readlink() == brief
    assert brief.read_bytes() == b"new\n"
    assert set(tmp_path.iterdir()) == before


def test_a_hard_link_keeps_saying_the_same(brief, folder, names):
    twin = folder / "b.yaml"
    twin.hardlink_to(brief)
    assert save(brief, b"new and longer\n", b"old\n") == Saved(brief, b"new and longer\n")
    assert twin.read_bytes() == b"new and longer\n"
    assert save(twin, b"s\n", b"new and longer\n") == Saved(twin, b"s\n")
    assert brief.read_bytes() == b"s\n"
    assert brief.stat().st_ino == twin.stat().st_ino
    assert names() == ["a.yaml", "b.yaml"]
    assert found(brief) is None


@pytest.mark.parametrize("mode", [0o664, 0o600, 0o640])
def test_the_mode_stays(brief, mode):
    brief.chmod(mode)
    save(brief, b"new\n", b"old\n")
    assert stat.S_IMODE(brief.stat().st_mode) == mode


def test_attributes_stay(brief):
    try:
        os.setxattr(brief, "user.origin", b"desk")
    except OSError as error:
        pytest.skip(f"no attributes here: {error}")
    save(brief, b"new\n", b"old\n")
    assert os.getxattr(brief, "user.origin") == b"desk"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_the_owner_stays(brief):
    os.chown(brief, 1234, 2345)
    save(brief, b"new\n", b"old\n")
    assert (brief.stat().st_uid, brief.stat().st_gid) == (1234, 2345)


@pytest.mark.parametrize(
    ("call", "number"),
    [("fchown", errno.EPERM), ("fchmod", errno.EPERM), ("replace", errno.EACCES)],
)
def test_what_a_new_file_may_not_have_is_kept_by_writing_in_place(
    brief, names, monkeypatch, call, number
):
    if call == "fchown":
        fstat = os.fstat

        def of_another(handle):
            state = list(fstat(handle))
            state[4] += 1
            return os.stat_result(state)

        monkeypatch.setattr(atomic_write.os, "fstat", of_another)
    before = brief.stat().st_ino
    refuse_once(monkeypatch, call, number)
    assert save(brief, b"new\n", b"old\n") == Saved(brief, b"new\n")
    assert brief.stat().st_ino == before
    assert names() == ["a.yaml"]


def test_kinds_that_are_no_file_are_refused(folder):
    os.mkfifo(folder / "pipe")
    (folder / "dir").mkdir()
    for name in ("pipe", "dir"):
        assert save(folder / name, b"x", b"").code == "file"
    assert save(Path("a\0b"), b"x", None).code == "file"


def test_a_folder_that_is_gone_is_said(tmp_path):
    told = save(tmp_path / "gone" / "a.yaml", b"x", None)
    assert isinstance(told, Problem)
    assert told.code == "save"
    assert "the folder is not there" in told.message


def test_a_long_name_is_no_trouble(folder):
    path = folder / ("ü" * 125 + ".yaml")
    assert save(path, b"x", None) == Saved(path, b"x")
    assert save(path, b"y", b"x") == Saved(path, b"y")


def test_a_name_that_is_no_text_is_no_trouble(folder):
    path = Path(os.fsdecode(os.fsencode(folder) + b"/\xff\xfe.yaml"))
    assert save(path, b"x", None) == Saved(path, b"x")


def test_a_full_disk_before_writing_in_place_leaves_the_file(brief, folder, monkeypatch):
    (folder / "b.yaml").hardlink_to(brief)
    refuse_once(monkeypatch, "posix_fallocate", errno.ENOSPC)
    told = save(brief, b"new\n", b"old\n")
    assert "the disk is full (while making room in the file)" in told.message
    assert "as it was" in told.message
    assert brief.read_bytes() == b"old\n"


def test_where_even_putting_back_fails_both_texts_lie_elsewhere(brief, folder, monkeypatch):
    (folder / "b.yaml").hardlink_to(brief)

    def tear(handle, data):
        os.write(handle, data[:1])
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(overwrite, "write_all", tear)
    told = save(brief, b"new\n", b"old\n")
    assert "may be damaged" in told.message
    kept = found(brief)
    assert (kept.base, kept.text) == (b"old\n", b"new\n")
    assert str(kept.file) in told.message


def test_left_over_files_are_swept(brief, folder, names):
    dead, ours = 2**22 + 1, os.getpid()
    old = [f".a.yaml.parley-{dead}-0123abcd", f".b.yaml.parley-{ours}-0123abcd", ".x.parley-1"]
    for name in [*old, fresh := f".c.yaml.parley-{dead}-0123abcd"]:
        (folder / name).write_bytes(b"")
        if name != fresh:
            os.utime(folder / name, (0, 0))
    save(brief, b"new\n", b"old\n")
    assert names() == sorted(["a.yaml", *old[1:], fresh])

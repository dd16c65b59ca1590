import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tui.brief.place import Problem
from tui.saving.drafts import all_drafts, drop, found, keep

ELSEWHERE = """
import sys
from pathlib import Path
from tui.saving.drafts import keep
keep(Path(sys.argv[1]), b"old\\n", sys.argv[2].encode())
print("kept", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def elsewhere(brief):
    """Another Parley, with unsaved text of the brief."""
    command = [sys.executable, "-c", ELSEWHERE, str(brief)]
    opened = []

    def start(text):
        process = subprocess.Popen(
            [*command, text], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        opened.append(process)
        assert process.stdout.readline() == "kept\n"
        return process

    yield start
    for process in opened:
        process.kill()
        process.communicate()


def end(process):
    process.kill()
    process.communicate()


def test_a_draft_says_what_was_typed_and_what_it_started_from(brief, names):
    text = b"\xef\xbb\xbfnew: \xff\r\n{not: json}\n"
    kept = keep(brief, b"old\n", text)
    assert kept.notice == ""
    draft = found(brief)
    assert (draft.path, draft.base, draft.text) == (brief, b"old\n", text)
    assert draft.pid == os.getpid()
    assert abs(draft.kept.timestamp() - time.time()) < 60
    assert not draft.open_elsewhere
    assert names() == ["a.yaml"]


def test_a_draft_is_for_its_owner_alone(brief, state):
    file = keep(brief, b"", b"x").file
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert state in file.parents


def test_a_later_draft_takes_the_place_of_the_one_before(brief, state):
    for text in (b"1", b"2", b"3"):
        keep(brief, b"", text)
    assert found(brief).text == b"3"
    assert len(list((state / "parley/drafts").iterdir())) == 1


def test_a_new_file_has_drafts_too(folder):
    keep(folder / "new.yaml", None, b"")
    assert found(folder / "new.yaml").base is None
    assert found(folder / "other.yaml") is None


def test_a_draft_is_found_by_way_of_a_link(brief, tmp_path):
    (tmp_path / "link").symlink_to(brief)
    keep(tmp_path / "link", b"old\n", b"x")
    assert found(brief).path == brief


def test_a_dropped_draft_is_gone(brief):
    keep(brief, b"old\n", b"x")
    drop(brief)
    assert found(brief) is None
    keep(brief, b"old\n", b"x")
    drop(found(brief))
    assert found(brief) is None


def test_what_was_saved_is_not_offered(brief):
    keep(brief, b"older", b"old\n")
    assert found(brief) is None
    assert all_drafts() == ()


def test_text_of_a_parley_that_runs_is_not_offered_and_that_of_a_dead_one_is(brief, elsewhere):
    process = elsewhere("theirs")
    assert found(brief).open_elsewhere
    drop(brief)
    assert found(brief).text == b"theirs"
    end(process)
    assert not found(brief).open_elsewhere


def test_two_parleys_do_not_overwrite_each_others_drafts(brief, elsewhere):
    process = elsewhere("theirs")
    keep(brief, b"old\n", b"ours")
    assert found(brief).text == b"ours"
    drop(found(brief))
    end(process)
    assert found(brief).text == b"theirs"


def test_a_number_given_out_again_is_another_process(brief):
    keep(brief, b"old\n", b"x")
    draft = found(brief)._replace(pid=os.getppid(), began="1")
    assert not draft.open_elsewhere


def test_all_drafts_are_told_the_newest_first(folder):
    for name in ("a", "b", "c"):
        keep(folder / name, None, b"x")
    assert [each.path.name for each in all_drafts()] == ["c", "b", "a"]


def test_a_month_later_a_draft_goes_that_says_what_the_file_says(brief, folder, monkeypatch):
    keep(brief, b"older", b"old\n")
    other = keep(folder / "b.yaml", None, b"never saved").file
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 31 * 86_400)
    assert [each.file for each in all_drafts()] == [other]
    assert list(other.parent.iterdir()) == [other]


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"{}\nx", b'{"path": 1}\n', b"[]\n", b"1\n", b"\xff\n", b"{" * 90_000]
)
def test_a_damaged_draft_is_passed_over_and_left(brief, data):
    file = keep(brief, b"old\n", b"x").file
    whole = file.read_bytes()
    for damaged in (data, whole[:-1], whole[:40]):
        file.write_bytes(damaged)
        assert found(brief) is None
        assert all_drafts() == ()
        assert file.read_bytes() == damaged


def test_where_the_state_folder_is_closed_the_temporary_one_serves_and_it_is_said(
    brief, state, tmp_path
):
    state.write_bytes(b"a file where a folder should be")
    kept = keep(brief, b"old\n", b"x")
    assert tmp_path / "temporary" in kept.file.parents
    assert str(kept.file.parent) in kept.notice
    assert str(state) in kept.notice
    assert found(brief).text == b"x"


def test_folders_of_somebody_else_are_not_used(brief, state, tmp_path, monkeypatch):
    temporary = tmp_path / "temporary" / f"parley-{os.getuid()}"
    for trap in (state / "parley", temporary):
        trap.mkdir(parents=True)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    told = keep(brief, b"old\n", b"x")
    assert isinstance(told, Problem)
    assert "cannot be kept" in told.message
    assert found(brief) is None
    assert [*(state / "parley").iterdir(), *temporary.iterdir()] == []


def test_a_folder_that_others_could_read_is_closed(brief, state):
    folder = state / "parley/drafts"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    keep(brief, b"old\n", b"x")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_path_that_is_no_text_comes_back(folder):
    path = Path(os.fsdecode(os.fsencode(folder) + b"/\xff.yaml"))
    keep(path, None, b"x")
    assert found(path).path == path

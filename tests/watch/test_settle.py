import os
import sys

import pytest

from tui.watch.fingerprint import fingerprint
from tui.watch.settle import FileState, Settling, Taken, Wait, look
from tui.watch.stamp import Stamp, is_whole, stamp

OLD = b"".join(b"- round: %d\n" % number for number in range(100))


class Steps:
    def __init__(self, path):
        self.path, self.now = path, 100.0
        self.entry = FileState(fingerprint(path.read_bytes()), stamp(path))
        self.settling = Settling(self.now)

    def look(self):
        return look(self.path, self.entry, self.settling, self.now, self.read)

    def read(self, path):
        return path.read_bytes()

    def until_done(self):
        while isinstance(outcome := self.look(), Wait):
            assert outcome.until > self.now
            self.now = outcome.until
        return outcome


@pytest.fixture
def steps(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_bytes(OLD)
    return Steps(path)


def test_same_metadata_is_the_end(steps):
    assert steps.look() is False


def test_a_write_in_place_settles_first(steps):
    steps.path.write_bytes(OLD + b"x: 1\n")
    steps.now = steps.look().until
    assert steps.now == pytest.approx(100.04)
    steps.path.write_bytes(OLD + b"x: 11\n")
    steps.now = steps.look().until
    assert steps.now == pytest.approx(100.08)
    assert steps.look() == Taken(OLD + b"x: 11\n", torn=False)


def test_a_second_hint_does_not_settle_it_sooner(steps):
    steps.path.write_bytes(OLD + b"x: 1\n")
    rested = steps.look()
    steps.now += 0.01
    assert steps.look() == rested


def test_a_rename_needs_no_settling(steps):
    new = steps.path.with_name("new")
    new.write_bytes(OLD + b"x: 1\n")
    os.utime(new, ns=(1, 1))  # earlier than the rename: enough of a proof everywhere
    new.replace(steps.path)
    assert steps.look() == Taken(OLD + b"x: 1\n", torn=False)


def test_a_file_that_never_rests_is_taken_in_the_end(steps):
    number = 0
    while True:
        number += 1
        steps.path.write_bytes(OLD + b"x: %d\n" % number)
        outcome = steps.look()
        if isinstance(outcome, Taken):
            break
        steps.now = outcome.until
    assert number == 21
    assert steps.now == pytest.approx(100.8)


def test_a_torn_file_is_doubted_a_second_and_then_taken(steps):
    steps.path.write_bytes(OLD[:600])
    assert steps.until_done() == Taken(OLD[:600], torn=True)
    assert steps.now == pytest.approx(101.04)


def test_a_torn_file_that_is_completed_is_not_taken_before(steps):
    steps.path.write_bytes(OLD[:600])
    steps.now = steps.look().until
    steps.now = steps.look().until - 0.1
    steps.path.write_bytes(OLD + b"x: 1\n")
    assert steps.until_done() == Taken(OLD + b"x: 1\n", torn=False)


def test_a_file_torn_for_ever_is_taken_after_ten_seconds(steps):
    size = 1
    steps.path.write_bytes(OLD[:size])
    while not isinstance(outcome := steps.look(), Taken):
        size += 1
        steps.path.write_bytes(OLD[:size])
        steps.now = max(outcome.until, steps.now + 0.04)
        assert steps.now < 113
    assert outcome.torn


def test_an_absent_file_is_gone_after_two_seconds(steps):
    steps.path.unlink()
    assert steps.until_done() is True
    assert steps.now == 102.0
    assert steps.entry == FileState()


def test_a_file_back_with_the_same_content_is_no_change(steps):
    steps.path.unlink()
    assert steps.look() == Wait(102.0)
    steps.path.write_bytes(OLD)
    assert steps.until_done() is False


def test_a_change_right_after_another_waits(steps):
    steps.entry.taken = steps.now - 0.1
    steps.path.write_bytes(OLD + b"x: 1\n")
    assert steps.look() == Wait(steps.entry.taken + 0.25)


def test_a_slow_clock_is_not_believed(steps):
    os.utime(steps.path, (1, 1))
    steps.entry.stamp = stamp(steps.path)
    assert isinstance(steps.look(), Wait)


@pytest.mark.skipif(sys.platform != "linux", reason="leases are known to Linux only")
def test_a_file_that_is_open_for_writing_is_not_whole(steps):
    now = stamp(steps.path)
    assert is_whole(steps.path, now, None)
    with steps.path.open("ab"):
        assert not is_whole(steps.path, now, None)


def test_without_leases_times_are_the_proof(steps, monkeypatch):
    monkeypatch.setattr("tui.watch.stamp._no_writer", lambda _: None)
    assert is_whole(steps.path, Stamp(1, 2, 3, 4, 5), None) == (os.name == "posix")
    assert not is_whole(steps.path, Stamp(1, 2, 3, 5, 5), None)
    assert not is_whole(steps.path, Stamp(1, 2, 3, 4, 5), Stamp(1, 2, 0, 0, 0))


def test_what_is_no_regular_file_has_no_stamp(tmp_path):
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    names = ("folder.yaml", "pipe.yaml", "loop.yaml", "none.yaml", "a\0b")
    assert [stamp(tmp_path / name) for name in names] == [None] * 5

"""`parley check --fix`: what it shows, asks and writes."""

import os
import pty
from pathlib import Path

import pytest

from tui.cli import check as command
from tui.cli import run

WRONG = b"\xef\xbb\xbfparley: 1\r\nid: a\r\nname:   The talks  # as told\r\ncolour: red\r\n"
RIGHT = WRONG.replace(b"name:", b"title:")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "brief-a.yaml"
    path.write_bytes(WRONG)
    return path


@pytest.fixture
def at_terminal(monkeypatch):
    """Type an answer at a terminal."""
    ours, theirs = pty.openpty()
    with os.fdopen(theirs) as terminal:
        monkeypatch.setattr("sys.stdin", terminal)
        yield lambda text: os.write(ours, text.encode())
    os.close(ours)


@pytest.fixture
def no_terminal(monkeypatch):
    with Path(os.devnull).open() as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        yield


def test_nothing_is_written_without_a_terminal(path, capsys, no_terminal):
    assert run(["check", "--fix", str(path)]) == 1
    out, err = capsys.readouterr()
    assert "-name:   The talks  # as told\n+title:   The talks  # as told\n" in out
    assert f"{path}:1:1: required: `title:` is missing\n" in out
    assert err == "parley: nothing is written; --yes writes it\n"
    assert path.read_bytes() == WRONG


def test_yes_writes_and_keeps_every_other_byte(path, capsys):
    assert run(["check", "--fix", "--yes", str(path)]) == 0
    assert path.read_bytes() == RIGHT
    out = capsys.readouterr().out
    assert "required" not in out
    assert "unknown key `colour`" in out, "what is left is told"
    assert run(["check", "--fix", "--yes", "--strict", str(path)]) == 1


@pytest.mark.parametrize(
    ("typed", "written"),
    [("y\n", RIGHT), ("n\n", WRONG), ("\n", WRONG)],
    ids=["yes", "no", "enter"],
)
def test_a_terminal_is_asked(path, at_terminal, capsys, typed, written):
    at_terminal(typed)
    assert run(["check", "--fix", str(path)]) == int(written == WRONG)
    assert "Write this to 1 file? [y/N] " in capsys.readouterr().out
    assert path.read_bytes() == written


def test_another_writer_is_not_overwritten(path, capsys, monkeypatch):
    changes = command.changes

    def meanwhile(*states):
        found = changes(*states)
        path.write_bytes(WRONG + b"note: theirs\n")
        return found

    monkeypatch.setattr(command, "changes", meanwhile)
    assert run(["check", "--fix", "--yes", str(path)]) == 2
    assert path.read_bytes() == WRONG + b"note: theirs\n"
    assert "not written: the file has changed meanwhile" in capsys.readouterr().out


def test_nothing_is_asked_where_nothing_is_mended(path, capsys):
    path.write_bytes(RIGHT)
    assert run(["check", "--fix", str(path)]) == 0
    assert "brief-a.yaml\n+++" not in capsys.readouterr().out


def test_a_control_character_in_a_difference_is_shown(path, capsys):
    path.write_bytes(b'parley: 1\nid: a\nname: "x\\e]0;y\\a" # \xe2\x80\xae\n')
    assert run(["check", "--fix", "--yes", str(path)]) == 0
    assert "\u202e" not in capsys.readouterr().out

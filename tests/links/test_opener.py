import sys

import pytest

from tui.links import opener, start

SCREEN = {"DISPLAY": ":0"}
FAR = {"SSH_CONNECTION": "10.0.0.1 22 10.0.0.2 22"}
TABLE = [
    (SCREEN, "xdg-open"),
    ({"WAYLAND_DISPLAY": "wayland-0"}, "xdg-open"),
    ({}, ""),
    (FAR, ""),
    (FAR | SCREEN, ""),
    (FAR | {"WAYLAND_DISPLAY": "wayland-0"}, ""),
    (FAR | {"DISPLAY": "localhost:10.0"}, "xdg-open"),
]


@pytest.fixture
def path(tmp_path):
    program = tmp_path / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {tmp_path}/opened\ntty > {tmp_path}/tty\n')
    program.chmod(0o755)
    return str(tmp_path)


@pytest.mark.parametrize(("env", "name"), TABLE)
def test_only_a_window_the_reader_sees(path, env, name):
    found = opener(env | {"PATH": path}, "linux")
    assert found.rpartition("/")[2] == name


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the opener")
def test_it_is_given_one_word_and_no_terminal(path, tmp_path):
    address = 'https://example.org/"$(touch x)"; --help'
    program = opener(SCREEN | {"PATH": path}, "linux")
    assert start(program, address, {"PATH": "/usr/bin:/bin"}).wait(20) == 1  # of `tty`
    assert (tmp_path / "opened").read_text() == f"{address}|"
    assert "not a tty" in (tmp_path / "tty").read_text()

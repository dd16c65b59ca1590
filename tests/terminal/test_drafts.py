import os
import signal
import sys
import time

import pytest

CRASHING = """
import sys
from pathlib import Path
from tui.screens.editor.screen import EditorScreen

def fail(self):
    raise RuntimeError("broken")

EditorScreen.action_go_to_line = fail
from tui.cli import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def edit(tmux, istanbul, tmp_path):
    """Open the brief in the editor, in a terminal; the drafts are this test's own."""

    def open_editor(*program, typed=""):
        window = tmux()
        state = f"XDG_STATE_HOME={tmp_path / 'state'}"
        if program:
            window.type(f"{state} {' '.join(map(str, program))} {istanbul}; echo code=$?")
        else:
            window.start(istanbul, before=state)
        window.sees("● live")
        window.keys("1")
        window.sees("1 Rounds")
        window.keys("i")
        if typed:
            window.sees("ctrl+s save")
            window.type_keys(typed)
            window.sees("not saved", typed)
        return window

    return open_editor


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_what_is_not_saved_comes_back_after_a_signal(edit, istanbul, name):
    before = istanbul.read_bytes()
    window = edit(typed="QQQQ")
    os.kill(window.program(), getattr(signal, name))
    window.exit_code()
    assert window.is_clean()
    comes_back(edit, istanbul, before)


def test_what_is_older_than_two_seconds_comes_back_after_a_kill(edit, istanbul):
    before = istanbul.read_bytes()
    window = edit(typed="QQQQ")
    time.sleep(3.5)  # the promise is one of time: two seconds after the last key
    os.kill(window.program(), signal.SIGKILL)
    window.exit_code()
    comes_back(edit, istanbul, before)


def test_it_comes_back_after_a_crash(edit, istanbul, tmp_path):
    before = istanbul.read_bytes()
    script = tmp_path / "crashing.py"
    script.write_text(CRASHING)
    window = edit(sys.executable, script, typed="QQQQ")
    window.keys("C-g")
    assert window.exit_code() == 70
    assert window.is_clean()
    comes_back(edit, istanbul, before)


def comes_back(edit, istanbul, before):
    assert istanbul.read_bytes() == before
    window = edit()
    window.sees("never saved", "QQQQ", "restore it")
    window.keys("r")
    window.sees("not saved", "QQQQ", "ctrl+s save")
    window.keys("C-s")
    window.sees("is saved")
    assert istanbul.read_bytes().replace(b"QQQQ", b"") == before

import os
import signal
import sys
import time
from pathlib import Path

import pytest

PROGRAM = (sys.executable, "-m", "tui")
CODES = {"SIGTERM": 143, "SIGHUP": 129, "SIGQUIT": 131}
TITLE = "Russia–Ukraine"


def alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("name", CODES)
def test_a_signal_ends_it_and_leaves_the_terminal_clean(tmux, istanbul, until, name):
    window = tmux()
    window.start(istanbul)
    window.sees(TITLE, "● live")
    program = window.program()
    assert not window.is_clean()
    os.kill(program, getattr(signal, name))
    assert window.exit_code() == CODES[name]
    assert window.is_clean()
    until(lambda: not alive(program))
    assert "Traceback" not in window.text
    window.type("stty -a | tr ' ;' '\\n\\n' | grep -cx -e -echo -e -icanon; echo end")
    window.sees("\n0\nend")


def test_interrupted_from_outside(tmux, istanbul, until):
    window = tmux()
    window.start(istanbul)
    window.sees(TITLE, "● live")
    program = window.program()
    os.kill(program, signal.SIGINT)
    assert window.exit_code() in (0, 130)
    assert window.is_clean()
    until(lambda: not alive(program))
    assert "Traceback" not in window.text


@pytest.mark.parametrize("keys", ["question", "qd?", "qB:c", "q!KT"])
def test_keys_typed_after_the_one_that_quits(tmux, istanbul, keys):
    window = tmux()
    window.start(istanbul)
    window.sees(TITLE, "● live")
    window.keys("1")
    window.sees("Talks in Antalya")
    window("send-keys", "-l", keys)
    assert window.exit_code() == 0
    assert "mistake" not in window.text


def test_ctrl_c_does_no_harm(tmux, istanbul):
    window = tmux()
    window.start(istanbul)
    window.sees(TITLE, "● live")
    window.keys("C-c")
    window.keys("1")
    window.sees("Second round")
    window.keys("q")
    assert window.exit_code() == 0
    assert window.is_clean()


def test_a_closed_terminal_ends_it(terminal, istanbul, until):
    one = terminal(istanbul)
    one.sees("● live")
    program = one.pid
    one.hang_up()
    assert one.exit_code() == 129
    assert not alive(program)


def test_a_closed_terminal_ends_it_where_nobody_says_so(terminal, istanbul, environment):
    """As under nohup: the hang-up itself is ignored."""
    command = ("sh", "-c", 'trap "" HUP; exec "$@"', "sh", *PROGRAM)
    one = terminal(istanbul, program=command)
    one.sees("● live")
    one.hang_up()
    assert one.exit_code() == 129


def test_at_rest_it_does_not_spin(terminal, istanbul):
    one = terminal(istanbul)
    one.sees("● live")
    one.rests()
    before, start = seconds_used(one.pid), time.monotonic()
    while time.monotonic() < start + 3:
        one.take(0.1)
    assert seconds_used(one.pid) - before < 1.5
    one.press("q")
    assert one.exit_code() == 0


def seconds_used(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_stopped_and_brought_back(tmux, istanbul, until):
    window = tmux()
    window.type("set -m")
    window.type(" ".join([*PROGRAM, str(istanbul)]))
    window.sees(TITLE, "● live")
    window.keys("1")
    window.sees("Second round")
    program = window.program()
    os.kill(program, signal.SIGTSTP)
    until(lambda: window.ask("alternate_on") == "0", lambda: window.text)
    window.type("echo stopped")
    window.sees("\nstopped")
    window.type("fg")
    window.sees(TITLE, "● live", "Second round", "? help")
    window.keys("q")
    until(lambda: window.ask("alternate_on") == "0", lambda: window.text)
    window.type("echo code=$?")
    assert window.exit_code() == 0
    assert window.is_clean()

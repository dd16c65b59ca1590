import re
import subprocess
import sys

import pytest

PROGRAM = (sys.executable, "-m", "tui")
ADVICE = "`parley check` and `parley print` work without one"


def no_terminal(istanbul, env, **streams):
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **streams}
    command = [*PROGRAM, str(istanbul)]
    return subprocess.run(
        command, check=False, env=env, stderr=subprocess.PIPE, timeout=60, **streams
    )


def test_without_a_terminal(istanbul, environment):
    done = no_terminal(istanbul, environment())
    assert done.returncode == 2
    assert ADVICE in done.stderr.decode()
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("term", ["dumb", None, ""])
def test_a_terminal_that_cannot_be_drawn_on(terminal, istanbul, environment, term):
    one = terminal(istanbul, env=environment(TERM=term))
    assert one.exit_code() == 2
    assert ADVICE in one.sent.decode()
    assert b"\x1b" not in one.sent


@pytest.mark.parametrize("redirection", ["</dev/null", "2>/dev/null", "2>errors </dev/null"])
def test_one_stream_is_no_terminal(terminal, istanbul, redirection):
    command = ("sh", "-c", f'cd "$(dirname "$1")" && exec {" ".join(PROGRAM)} "$1" {redirection}')
    one = terminal(istanbul, program=(*command, "sh"))
    assert one.exit_code() == 2
    assert b"\x1b" not in one.sent


def test_output_may_go_elsewhere(terminal, istanbul):
    """Textual draws on stderr."""
    command = ("sh", "-c", f'exec {" ".join(PROGRAM)} "$1" >/dev/null', "sh")
    one = terminal(istanbul, program=command)
    one.sees("● live")
    one.press("q")
    assert one.exit_code() == 0


SURROUNDINGS = {
    "C locale": {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "ASCII streams": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    "no colour": {"NO_COLOR": "1"},
    "columns of words": {"COLUMNS": "abc", "LINES": "-3"},
    "no home": {"HOME": None, "XDG_CONFIG_HOME": None, "XDG_STATE_HOME": None},
    "home is nowhere": {"HOME": "/nowhere/at/all", "XDG_CONFIG_HOME": None},
    "unknown terminal": {"TERM": "somebodys-own-terminal"},
    "no zone": {"TZ": "Nowhere/At_All"},
}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_odd_surroundings(terminal, istanbul, environment, name):
    one = terminal(istanbul, env=environment(**SURROUNDINGS[name]))
    one.sees("● live", "Çırağan")
    one.press("1")
    one.sees("Second round")
    one.press("q")
    assert one.exit_code() == 0
    assert b"Traceback" not in one.sent


def test_no_colour_is_sent_where_none_is_wanted(terminal, istanbul, environment):
    one = terminal(istanbul, env=environment(NO_COLOR="1"))
    one.sees("● live")
    one.press("4j")
    one.rests()
    # The filter of Textual turns all colours to greys: red, green and blue are alike in each.
    colours = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", one.sent)
    assert all(len(set(colour)) == 1 for colour in colours)
    one.press("q")
    assert one.exit_code() == 0

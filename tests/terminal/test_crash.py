import sys

import pytest

CRASHING = """
import sys
from tui.actions import problems
from tui.cli import run

def fail(app):
    secret = "\\x1b]0;local\\x07"
    raise {error}("\\x1b]0;message\\x07" + app.screen.view.brief.title)

problems.{action} = fail
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text('parley: 1\nid: talks\ntitle: "Secret \\e[31m talks"\n')
    return path


@pytest.mark.parametrize("error", ["RuntimeError", "RecursionError", "UnicodeError"])
def test_a_crash_prints_no_word_of_a_file(terminal, brief, tmp_path, environment, error):
    program = (sys.executable, "-c", CRASHING.format(error=error, action="reload"))
    state = tmp_path / "state"
    one = terminal(brief, program=program, env=environment(XDG_STATE_HOME=str(state)), columns=200)
    one.sees("● live")
    one.rests()
    one.press("R")
    assert one.exit_code() == 70
    left = one.sent[one.sent.rindex(b"\x1b[?1049l") :].decode()
    log = state / "parley" / "crash.log"
    assert f"({error})" in left
    assert str(log) in left.replace("\r\n", "")
    assert not any(word in left for word in ("Secret", "Traceback", "local", "message", "\x1b]0"))
    written = log.read_text()
    assert "Traceback" in written
    assert "<1B>]0;message" in written
    assert "\x1b" not in written
    assert log.stat().st_mode & 0o077 == 0


def test_no_log_can_be_written(terminal, brief, tmp_path, environment):
    (tmp_path / "state").write_text("a file where a folder should be")
    program = (sys.executable, "-c", CRASHING.format(error="RuntimeError", action="reload"))
    env = environment(XDG_STATE_HOME=str(tmp_path / "state"))
    one = terminal(brief, program=program, env=env)
    one.sees("● live")
    one.rests()
    one.press("R")
    assert one.exit_code() == 70
    assert b"no log could be written" in one.sent


def test_the_terminal_is_clean_after_a_crash(tmux, brief, tmp_path):
    script = tmp_path / "crashing.py"
    script.write_text(CRASHING.format(error="RuntimeError", action="reload"))
    window = tmux()
    window.type(f"{sys.executable} {script} {brief}; echo code=$?")
    window.sees("● live")
    assert not window.is_clean()
    window.keys("R")
    assert window.exit_code() == 70
    assert window.is_clean()
    assert "Secret" not in window.text

import os
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


PLAINLY = {
    "C locale": {"LC_ALL": "C"},
    "POSIX locale": {"LC_ALL": "POSIX"},
    "no UTF-8 mode": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "ASCII streams": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
}


@pytest.mark.parametrize("name", PLAINLY)
def test_where_there_is_no_utf8(terminal, istanbul, environment, name):
    one = terminal(istanbul, env=environment(**PLAINLY[name]))
    one.sees("* live", "Shown in ASCII alone")
    for tab in "1478":
        one.answers(tab)
    one.sees("Ciragan Palace", "!=")
    one.answers("?")
    one.press("\x11")
    assert one.exit_code() == 0
    assert one.sent.isascii()


def test_ascii_may_be_asked_for(terminal, istanbul):
    one = terminal("--ascii", istanbul)
    one.sees("* live")
    one.press("q")
    assert one.exit_code() == 0
    assert one.sent.isascii()


def test_ascii_may_be_refused(terminal, istanbul, environment, tmp_path):
    (tmp_path / "parley").mkdir()
    (tmp_path / "parley" / "config.yaml").write_text("ascii: no\n")
    one = terminal(istanbul, env=environment(LC_ALL="C", XDG_CONFIG_HOME=str(tmp_path)))
    one.sees("● live", "Çırağan")
    one.press("q")
    assert one.exit_code() == 0


@pytest.mark.parametrize(
    ("encoding", "title", "typed"),
    [
        ("koi8-r", "Киев Turkiye -- talks", "Ки"),
        ("iso8859-1", "Kiev Türkiye -- talks", "Tü"),
    ],
)
def test_letters_of_another_encoding(
    terminal, tmp_path, environment, until, encoding, title, typed
):
    path = tmp_path / "brief.yaml"
    path.write_text("parley: 1\nid: a\ntitle: Киев Türkiye — talks\n", encoding="utf-8")
    one = terminal(path, env=environment(PYTHONIOENCODING=encoding, PYTHONUTF8="0"))
    sent = title.encode(encoding)
    until(lambda: one.take() and sent in one.sent, lambda: one.sent)
    # What is typed comes in the same encoding.
    one.answers("/")
    start = len(one.sent)
    os.write(one.fd, typed.encode(encoding))
    last = typed[-1].encode(encoding)
    until(lambda: one.take() and last in one.sent[start:], lambda: one.sent)
    one.press("\x11")
    assert one.exit_code() == 0
    assert b"Traceback" not in one.sent


def test_the_console_of_linux_is_sent_what_its_font_has(terminal, istanbul, environment):
    one = terminal(istanbul, env=environment(TERM="linux"))
    one.sees("live", "letters of this console")
    for tab in "1478":
        one.answers(tab)
    # Code page 437: it has the signs ≈ and •, and neither ≠ nor ş.
    one.sees("Çiragan Palace", "≈", "!=")
    one.press("q")
    assert one.exit_code() == 0
    assert not set("≠∥⇄†★ığş▎▏") & set(one.sent.decode())


def test_a_byte_that_is_no_letter_ends_nothing(terminal, istanbul):
    one = terminal(istanbul)
    one.sees("● live")
    os.write(one.fd, b"\xe9\xff")
    one.press("1")
    one.sees("Second round")
    one.press("q")
    assert one.exit_code() == 0


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

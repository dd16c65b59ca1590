"""What a real terminal is: its background is asked for, and few or no colours are enough."""

import os
import re
import termios

import pytest

LIGHT, DARK = b"48;2;248;245;238", b"48;2;27;26;24"
ASK = b"\x1b]11;?"
PAPER = "\x1b]11;rgb:fafa/f8f8/f5f5\x1b\\"


@pytest.fixture
def start(terminal, environment, tmp_path):
    def begin(path, **changes):
        folders = {"XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
        env = environment(COLORTERM="truecolor", NO_COLOR=None, COLORFGBG=None, **folders)
        env.update({key: value for key, value in changes.items() if value is not None})
        for key, value in changes.items():
            if value is None:
                env.pop(key, None)
        return terminal(path, env=env)

    return begin


def asked(one, until):
    until(lambda: (one.take(), ASK in one.sent)[1], lambda: one.sent)


def painted(one, until, paper):
    until(lambda: (one.take(), paper in one.sent)[1], lambda: one.sent[-2000:])


def test_an_answer_in_time_counts_for_the_first_paint(start, istanbul, until):
    one = start(istanbul)
    asked(one, until)
    one.press(PAPER + "8")
    one.sees("● live")
    painted(one, until, LIGHT)
    assert DARK not in one.sent
    # What was typed meanwhile was not eaten: the eighth tab is in front.
    one.sees("Airfields")
    assert PAPER.encode()[1:-2] not in one.sent
    one.press("q")
    assert one.exit_code() == 0
    assert one.sent.rfind(b"\x1b[?2031l") > one.sent.rfind(b"\x1b[?2031h") > 0


def test_a_late_answer_is_followed_and_typed_nowhere(start, istanbul, until):
    one = start(istanbul)
    one.sees("● live")
    painted(one, until, DARK)
    one.press(PAPER)
    painted(one, until, LIGHT)
    one.press("\x1b[?997;1n")
    start_of_dark = len(one.sent)
    until(lambda: (one.take(), DARK in one.sent[start_of_dark:])[1], lambda: one.sent[-2000:])
    one.press("q")
    assert one.exit_code() == 0


def test_the_environment_spares_the_question(start, istanbul, until):
    one = start(istanbul, COLORFGBG="0;15")
    one.sees("● live")
    painted(one, until, LIGHT)
    assert ASK not in one.sent


def test_the_terminal_echoes_again_afterwards(start, istanbul):
    one = start(istanbul)
    one.sees("● live")
    one.press("q")
    assert one.exit_code() == 0
    flags = termios.tcgetattr(one.fd)[3] if os.isatty(one.fd) else termios.ECHO | termios.ICANON
    assert flags & termios.ECHO
    assert flags & termios.ICANON


COLOUR = re.compile(
    rb"\x1b\[(?:[0-9;]*;)?(?:3[0-7]|4[0-7]|[34]8;[25]|9[0-7]|10[0-7])(?:;[0-9;]*)?m"
)
RGB = re.compile(rb"[34]8;2;")
UNDERLINED = re.compile(rb"\x1b\[(?:[0-9;]*;)?4(?:;[0-9;]*)?m")


def test_without_colour_the_row_of_the_cursor_and_the_signs_are_seen(start, istanbul):
    one = start(istanbul, NO_COLOR="1")
    one.sees("● live", "≠")
    one.press("8j")
    one.rests()
    assert not COLOUR.search(one.sent)
    assert UNDERLINED.search(one.sent)
    one.sees("▌", "≠")


def test_sixteen_colours_are_those_of_the_terminal(start, istanbul):
    one = start(istanbul, TERM="xterm", COLORTERM=None)
    one.sees("● live", "≠")
    one.press("1j")
    one.rests()
    assert ASK not in one.sent
    assert COLOUR.search(one.sent)
    assert not RGB.search(one.sent)
    assert UNDERLINED.search(one.sent)


def test_256_colours_are_enough_for_any_theme(start, istanbul):
    one = start(istanbul, TERM="xterm-256color", COLORTERM=None)
    one.sees("● live", "≠")
    assert b"8;5;" in one.sent
    assert not RGB.search(one.sent)

"""The reader's own editor, for real: `e` leaves it the terminal, and the terminal comes back."""

import os
import shlex
import signal
import sys

import pytest

PROGRAM = shlex.join((sys.executable, "-m", "tui"))
LINE = 20
"""Where the sixth round stands, which the tests look at."""
EDITORS = {
    "vim -u NONE -N": (("i",), ("Escape", ":", "w", "q", "Enter")),
    "nano -I": ((), ("C-o", "Enter", "C-x")),
    "emacs -nw -Q": ((), ("C-x", "C-s", "C-x", "C-c")),
    "micro": ((), ("C-s", "C-q")),
}


@pytest.fixture
def brief(place):
    path = place / "talks.yaml"
    head = "parley: 1\nid: talks\ntitle: River talks\nrounds:\n"
    rounds = (f"  - title: Round {n}\n    id: r{n}\n    n: {n}\n" for n in range(1, 30))
    path.write_text(head + "".join(rounds))
    return path


@pytest.fixture
def fake(place):
    """An editor that is a shell script: `fake("read line")`; the file is `$f`."""

    def make(does):
        path = place / "vim"
        path.write_text(f"#!/bin/sh\nfor f; do :; done\necho in the editor\n{does}\n")
        path.chmod(0o755)
        return str(path)

    return make


@pytest.fixture
def at_a_record(tmux, brief):
    """In a shell, start with an editor set and put the cursor on the sixth round."""

    def start(editor, job=False):
        window = tmux()
        if job:
            window.type("set -m")
        window.type(f"export VISUAL= EDITOR={shlex.quote(editor)}; clear")
        window.type(f"{PROGRAM} {brief}" + ("" if job else "; echo code=$?"))
        window.sees("● live")
        window.keys("1")
        window.sees("Round 1 ")
        window.keys(*"jjjjj")
        window.sees(f"talks.yaml:{LINE}")
        return window

    return start


def is_back(window):
    """The brief is on screen, whole, with the record it was left at, and takes keys."""
    window.sees("● live", f"talks.yaml:{LINE}", "d dossier")
    assert window.ask("alternate_on") == "1"
    window.keys("k")
    window.sees(f"talks.yaml:{LINE - 3}")


def leaves_clean(window):
    window.keys("q")
    assert window.exit_code() == 0
    assert window.is_clean()
    modes = "-e -echo -e -icanon -e -isig"
    window.type(f"clear; stty -a | tr ' ;' '\\n\\n' | grep -cx {modes}; echo end")
    window.sees("0\nend\n")
    assert "Traceback" not in window.text


@pytest.mark.parametrize("editor", EDITORS)
def test_what_is_typed_lands_at_the_record(at_a_record, need, brief, editor):
    need(editor.split()[0])
    window = at_a_record(editor)
    window.keys("e")
    window.no_longer_sees("● live")
    window.sees("- title: Round 6")
    before, after = EDITORS[editor]
    window.keys(*before)
    window.keys("-l", "title: Typed #")
    window.sees("- title: Typed #title: Round 6")
    window.keys(*after)
    window.sees("Typed", "1 change made in")
    is_back(window)
    leaves_clean(window)
    assert brief.read_text().splitlines()[LINE - 1] == "  - title: Typed #title: Round 6"


@pytest.mark.parametrize("key", ["C-c", "C-\\"])
def test_keys_that_end_programs_are_the_editors_own(at_a_record, fake, key):
    window = at_a_record(fake("trap 'echo caught' INT QUIT; read a; read b"))
    window.keys("e")
    window.sees("in the editor")
    window.keys(key)
    window.sees("caught")
    window.keys("Enter", "Enter", "Enter")
    is_back(window)
    leaves_clean(window)


def test_an_editor_that_ends_by_ctrl_c(at_a_record, fake):
    window = at_a_record(fake("exec sleep 60"))
    window.keys("e")
    window.sees("in the editor")
    window.keys("C-c")
    window.sees("vim was ended by signal 2")
    is_back(window)
    leaves_clean(window)


WRECKED = r"printf '\033[?1049h\033[?1000h\033[?1h\033=\033[5;10r\033[4h\033[?25l'; stty raw -echo"


def test_an_editor_that_is_killed_leaves_no_trace(at_a_record, fake, place, until):
    window = at_a_record(fake(f"{WRECKED}; echo $$ > {place}/pid; exec sleep 60"))
    window.keys("e")
    pid = until(lambda: (place / "pid").exists() and (place / "pid").read_text().strip())
    os.kill(int(pid), signal.SIGKILL)
    window.sees("vim was ended by signal 9")
    is_back(window)
    leaves_clean(window)


def test_keys_typed_while_it_closes_are_dropped(at_a_record, fake, place, until):
    window = at_a_record(
        fake(f"stty raw -echo; touch {place}/on; while [ -e {place}/on ]; do :; done")
    )
    window.keys("e")
    until((place / "on").exists)
    window.keys(*"qqqTB", "Escape", "0")
    (place / "on").unlink()
    is_back(window)
    leaves_clean(window)


def test_a_missing_editor(at_a_record):
    window = at_a_record("no-such-editor -w")
    window.keys("e")
    window.sees("the program `no-such-editor` was not found")
    is_back(window)
    leaves_clean(window)


STOPPING = {
    "all of us": "kill -TSTP 0",
    "itself alone": "kill -TSTP $$",
    "itself alone, hard": "kill -STOP $$",
}


@pytest.mark.parametrize("how", STOPPING)
def test_stopped_in_the_editor_and_brought_back(at_a_record, fake, until, how):
    window = at_a_record(fake(f"{STOPPING[how]}; echo going on; read line"), job=True)
    window.keys("e")
    window.sees("ready$")
    window.type("echo in the shell")
    window.sees("\nin the shell")
    assert "going on" not in window.text
    window.type("fg")
    window.sees("going on")
    window.keys("Enter")
    is_back(window)
    window.keys("q")
    until(lambda: window.ask("alternate_on") == "0", lambda: window.text)


def test_ctrl_z_in_vim(at_a_record, need, until):
    need("vim")
    window = at_a_record("vim -u NONE -N", job=True)
    window.keys("e")
    window.sees("- title: Round 6")
    for word in ("one", "two"):
        window.keys("C-z")
        window.sees("ready$")
        window.type(f"echo in the shell {word}")
        window.sees(f"\nin the shell {word}")
        window.type("fg")
        window.sees("- title: Round 6")
    window.type(":q")
    is_back(window)


def test_another_size_meanwhile(at_a_record, fake):
    window = at_a_record(fake("read line"))
    window.keys("e")
    window.sees("in the editor")
    window("resize-window", "-x", "95", "-y", "24")
    window.keys("Enter")
    is_back(window)
    leaves_clean(window)


def test_the_terminal_goes_away_meanwhile(terminal, brief, fake, environment, place):
    one = terminal(brief, env=environment(EDITOR=fake("read line"), VISUAL=None))
    one.sees("● live")
    one.press("e")
    one.sees("in the editor")
    one.hang_up()
    assert one.exit_code() == 129


def test_told_to_end_meanwhile(at_a_record, fake):
    window = at_a_record(fake("read line"))
    program = window.program()
    window.keys("e")
    window.sees("in the editor")
    os.kill(program, signal.SIGTERM)
    window.keys("Enter")
    assert window.exit_code() == 143
    assert window.is_clean()

"""A start after an end of any kind begins where the reader was."""

import json
import os
import signal
import sqlite3
from contextlib import closing

import pytest

LAST = "AFTER THE CUT-OFF"
"""What stands above the last rows of the timeline and is in view only with them."""


def place_in(memory):
    """The place that is remembered of the one brief there is."""
    if not memory.exists():
        return {}
    with closing(sqlite3.connect(memory)) as db:
        try:
            rows = db.execute("SELECT value FROM kept WHERE kind = 'place'").fetchall()
        except sqlite3.Error:
            return {}
    return json.loads(rows[0][0]) if rows else {}


@pytest.mark.parametrize("number", ["SIGKILL", "SIGTERM", "SIGHUP"])
def test_a_killed_program_begins_where_one_was(tmux, istanbul, place, until, number):
    terminal = tmux()
    at_home = f"XDG_STATE_HOME={place / 'state'}"
    memory = place / "state" / "parley" / "memory.db"
    terminal.start(istanbul, before=at_home)
    terminal.sees("live")
    terminal.keys("7")
    terminal.sees("The whole picture")
    terminal.keys("G", "Enter")
    terminal.sees(LAST, "go there")
    if number == "SIGKILL":  # what it has no time for, it did a few seconds ago
        until(lambda: place_in(memory).get("reading"))
    os.kill(terminal.program(), getattr(signal, number))
    until(lambda: terminal.ask("pane_current_command") in {"sh", "dash", "bash"})
    # A killed program leaves the terminal raw: what ends a line there is not the key of that name.
    terminal("send-keys", "-l", "tput rmcup; stty sane; echo sane again")
    terminal.keys("C-j")
    terminal.no_longer_sees("live")
    until(lambda: "\nsane again" in terminal.text, lambda: terminal.text)
    terminal.start(istanbul, before=at_home)
    terminal.sees("live", LAST)
    terminal.sees("go there")  # the keys are for the page, as they were
    terminal.keys("q")
    terminal.sees("code=0")


def test_fresh_begins_as_though_for_the_first_time(tmux, istanbul, place):
    terminal = tmux()
    at_home = f"XDG_STATE_HOME={place / 'state'}"
    terminal.start(istanbul, before=at_home)
    terminal.sees("live")
    terminal.keys("7")
    terminal.sees("The whole picture")
    terminal.keys("G")
    terminal.sees(LAST)
    terminal.keys("q")
    assert terminal.exit_code() == 0
    memory = place / "state" / "parley" / "memory.db"
    kept = place_in(memory)
    terminal.type("clear")
    terminal.start("--fresh", istanbul, before=at_home)
    terminal.sees("live", "JUDGMENTS")
    terminal.keys("q")
    terminal.sees("code=0")
    assert place_in(memory) == kept

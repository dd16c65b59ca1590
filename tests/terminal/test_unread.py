"""What was not read at the end is not read at the next start, in a terminal of its own."""

import sqlite3
from contextlib import closing


def remembers(memory):
    if not memory.exists():
        return False
    with closing(sqlite3.connect(memory)) as db:
        try:
            return db.execute("SELECT count(*) FROM kept WHERE kind = 'read'").fetchone()[0] > 0
        except sqlite3.Error:
            return False


def test_a_restart_keeps_the_marks(tmux, istanbul, place, until):
    at_home = f"XDG_STATE_HOME={place / 'state'}"
    terminal = tmux()
    terminal.start(istanbul, before=at_home)
    terminal.sees("live")
    memory = place / "state" / "parley" / "memory.db"
    until(lambda: remembers(memory))
    terminal.keys("q")
    assert terminal.exit_code() == 0
    terminal.keys("clear", "Enter")

    text = istanbul.read_text()
    assert text.count("title: Second round") == 1
    istanbul.write_text(text.replace("title: Second round", "title: The second round"))
    terminal.start(istanbul, before=at_home)
    terminal.sees("• 1 new")
    assert memory.stat().st_mode & 0o077 == 0
    terminal.keys("}")
    terminal.sees("since you last read it", "now  The second round")
    terminal.keys("a")
    terminal.no_longer_sees("• 1 new")
    terminal.no_longer_sees("since you last read it")
    terminal.keys("q")

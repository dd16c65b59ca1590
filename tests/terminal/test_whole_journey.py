"""One errand from beginning to end, as a desk officer would do it: by keyboard, in a terminal."""

import sqlite3
from contextlib import closing

PLACE = "▌  Violent attacks late on Saturday and on"


def kept(memory):
    """How many places the reader is remembered to have been at."""
    if not memory.exists():
        return 0
    with closing(sqlite3.connect(memory)) as db:
        return db.execute("SELECT count(*) FROM kept").fetchone()[0]


def test_from_a_name_without_accents_to_the_time_and_back(tmux, istanbul, place, until):
    at_home = f"XDG_STATE_HOME={place / 'state'} XDG_CACHE_HOME={place / 'cache'}"
    desk = tmux()
    desk.start(istanbul, before=at_home)
    desk.sees("● live")
    desk.keys("4")
    desk.sees("Russia–Ukraine war")
    desk.keys("j", "j", "j")
    desk.sees(PLACE)

    # A person, by the letters of any keyboard.
    desk.keys("C-f")
    desk.sees("Find")
    desk("send-keys", "-l", "kalin director")
    desk.sees("İbrahim Kalın", "people · istanbul")
    desk.keys("Enter")
    desk.sees("dossier", "participant at Second round")

    # From the name to the seat, from the seat to the round.
    desk.keys("Tab", "Tab", "Tab", "Enter")
    desk.sees("ATTENDANCE", "THIRD PARTIES")
    desk.keys("Tab", "Tab", "Enter")
    desk.sees("▏  Second round, Istanbul 2025", "“1000 GMT on Monday”")

    # The time in dispute, with who says it.
    desk.keys("/")
    desk("send-keys", "-l", "1000 gmt")
    desk.sees("1 of 1 on the page")
    desk.keys("Enter")
    desk.sees("tab next name")
    desk.keys("y")
    desk.sees("with its sources")
    desk.keys("c")
    until(lambda: "10:00 UTC" in desk("show-buffer"), lambda: desk.text)
    copied = desk("show-buffer")
    assert "Second round, Istanbul 2025" in copied
    assert "s000" in copied
    assert "▏" not in copied
    # The menu lies over the search: only behind it can one see the search go.
    desk.no_longer_sees("with its sources")
    desk.sees("1000 gmt")
    desk.keys("Escape")
    desk.no_longer_sees("1000 gmt")

    # And back, the way one came.
    desk.keys("H")
    desk.sees("THIRD PARTIES")
    desk.keys("H")
    desk.sees("dossier", "participant at Second round")
    desk.keys("H")
    desk.sees(PLACE)

    # The next morning it is as it was left.
    desk.keys("q")
    assert desk.exit_code() == 0
    assert kept(place / "state" / "parley" / "memory.db")
    desk.type("clear")
    desk.no_longer_sees("code=")
    desk.start(istanbul, before=at_home)
    desk.sees("● live", PLACE)
    desk.keys("q")
    assert desk.exit_code() == 0
    assert desk.is_clean()

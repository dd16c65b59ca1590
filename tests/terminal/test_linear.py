"""The linear mode as a braille line shows it: the line the terminal's own cursor is in."""

import pytest


class Line:
    """Somebody who reads by that line alone."""

    def __init__(self, desk, until):
        self.desk, self._until = desk, until

    @property
    def text(self):
        at = int(self.desk.ask("cursor_y") or 0)
        lines = self.desk.text.split("\n")
        return lines[at] if at < len(lines) else ""

    def reads(self, text):
        self._until(lambda: text in self.text, lambda: f"{text}\n{self.text}\n{self.desk.text}")


@pytest.fixture
def line(tmux, until, istanbul):
    desk = tmux(width=80, height=24)
    desk.start("--linear", istanbul)
    return Line(desk, until)


def test_a_brief_is_read_by_the_line_of_the_cursor(line):
    line.reads("First page. 4 rounds")
    assert line.desk.ask("cursor_flag") == "1"
    line.desk.keys("1")
    line.reads("Talks in Antalya")
    line.desk.keys("G", "Enter")
    line.reads("Second round, Istanbul 2025")
    line.desk.keys("j", "j")
    line.reads("status")
    line.desk.keys("?")
    line.reads("Keys that work here")
    line.desk.keys("Escape")
    line.reads("status")
    line.desk.keys(":")
    line.reads("Type a command")
    line.desk.keys("Down")
    line.reads("Show only the rows that match")
    line.desk.keys("Escape")
    line.reads("status")
    line.desk.keys("y")
    line.reads("y: text, Second round")
    line.desk.keys("Escape")
    line.reads("status")
    line.desk.keys("Escape")
    line.reads("Second round, Istanbul 2025")
    line.desk.keys("'")
    line.desk.sees("Notice: No bookmarks yet")
    line.reads("Second round, Istanbul 2025")
    line.desk.keys("q")
    assert line.desk.exit_code() == 0
    assert line.desk.is_clean()


def test_a_value_is_given_and_a_text_written_there_too(line):
    line.reads("First page. 4 rounds")
    line.desk.keys("E")
    line.reads("Bottom line")
    line.desk.keys("Down")
    line.reads("Id")
    line.desk.keys("Enter")
    line.desk.sees("Enter accepts")
    line.desk.type_keys("judgment")
    line.reads("judgment")
    line.desk.keys("Escape")
    line.reads("Id")
    line.desk.keys("Escape")
    line.reads("First page. 4 rounds")
    line.desk.keys("i")
    line.desk.sees("In the line to type in. ctrl+s save")
    line.desk.type_keys("qqq")
    line.reads("qqq")
    line.desk.keys("Escape")
    line.reads("unsaved changes")
    line.desk.keys("D")
    line.reads("First page. 4 rounds")

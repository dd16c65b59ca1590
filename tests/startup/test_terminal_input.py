import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from tui.startup.terminal_input import ReportParser

DARK = "\x1b]11;rgb:1b1b/1a1a/1818\x1b\\"
LIGHT = "\x1b]11;rgb:ff/ff/f0\x07"
KEYS = ["j", "G", "1", "\x1b[A", "\x1b[15~", "é", "\r", ":"]


def heard(*data):
    """What comes of some reads, one after the other: keys by name, backgrounds by themselves."""
    ear = ReportParser()
    found = [each for part in data for each in ear.feed(part)]
    return [e.key if isinstance(e, events.Key) else e.dark for e in found]


@pytest.mark.parametrize(
    ("told", "dark"),
    [(DARK, True), (LIGHT, False), ("\x1b[?997;1n", True), ("\x1b[?997;2n", False)],
)
def test_reports_are_heard_and_are_no_keys(told, dark):
    assert heard(told) == [dark]
    assert heard(f"j{told}k") in ([dark, "j", "k"], ["j", dark, "k"])


@given(st.lists(st.sampled_from(KEYS), max_size=6), st.integers(0, 6), st.integers(4, 22))
def test_no_key_is_lost_wherever_a_report_is_cut(keys, at, cut):
    before, after = "".join(keys[:at]), "".join(keys[at:])
    parts = [each for each in (before + DARK[:cut], DARK[cut:] + after) if each]
    plain = heard("".join(keys)) if keys else []
    assert [each for each in heard(*parts) if each is not True] == plain
    assert heard(*parts).count(True) == 1


def test_keys_that_look_like_a_report_go_through_at_once():
    assert heard("\x1b[A", "\x1b[B") == ["up", "down"]
    assert heard("]", "1", "1") == ["right_square_bracket", "1", "1"]


def test_an_answer_that_is_no_colour_is_dropped():
    assert heard("\x1b]11;?\x1b\\j") == ["j"]


def test_what_was_typed_before_comes_first(monkeypatch):
    monkeypatch.setattr(ReportParser, "typed", "8j")
    ear = ReportParser()
    assert [each.key for each in ear.tick()] == ["8", "j"]
    assert list(ear.tick()) == []

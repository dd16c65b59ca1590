import pytest

from tui.startup.terminal_background import REPORT, dark_from_environment, few_colours, is_dark


@pytest.mark.parametrize(
    ("said", "dark"),
    [("15;0", True), ("0;15", False), ("0;7", False), ("12;8", True), ("15;default;0", True),
     ("default;default", None), ("", None), ("0;99", None)],
)  # fmt: skip
def test_the_environment_may_know(said, dark, monkeypatch):
    monkeypatch.setenv("COLORFGBG", said)
    assert dark_from_environment() is dark


@pytest.mark.parametrize(
    ("told", "dark"),
    [("\x1b]11;rgb:0000/0000/0000\x07", True), ("\x1b]11;rgb:f/f/f\x1b\\", False),
     ("\x1b]11;rgba:ffff/ffff/ffff/0000\x1b\\", False), ("\x1b]11;red\x07", None),
     ("\x1b[?997;2n", False)],
)  # fmt: skip
def test_a_terminal_says_it_in_many_ways(told, dark):
    assert is_dark(REPORT.search(told)) is dark


@pytest.mark.parametrize(
    ("term", "colour", "few"),
    [("linux", "", True), ("xterm", "", True), ("xterm-16color", "", True), ("xterm", "truecolor",
     False), ("xterm-256color", "", False), ("alacritty", "", False), ("tmux-256color", "", False)],
)  # fmt: skip
def test_few_colours(term, colour, few, monkeypatch):
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colour)
    assert few_colours() is few

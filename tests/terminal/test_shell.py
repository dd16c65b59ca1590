"""To the shell and back, and text taken with a real mouse."""

import shlex
import sys


def mouse(button, x, y, end="M"):
    """What a terminal sends for the mouse: columns and lines from 1."""
    return f"\x1b[<{button};{x};{y}{end}"


def place_of(lines, words):
    return next((line.index(words) + 1, y + 1) for y, line in enumerate(lines) if words in line)


def test_to_the_shell_and_back_to_where_one_was(tmux, istanbul, until):
    terminal = tmux()
    terminal.type(shlex.join([sys.executable, "-m", "tui", f"{istanbul}#r2"]))
    terminal.sees("live", "Second round")
    terminal.keys("C-z")
    until(lambda: "ready$" in terminal.text.rstrip().splitlines()[-1], lambda: terminal.text)
    assert "Second round" not in terminal.text
    terminal.type("echo here")
    terminal.sees("here")
    terminal.type("fg")
    terminal.sees("live", "Second round")
    terminal.keys("j", "q")
    until(
        lambda: terminal.is_clean() and "Second round" not in terminal.text, lambda: terminal.text
    )


def test_a_row_dragged_over_is_copied_without_its_bar(tmux, istanbul, until):
    terminal = tmux()
    terminal.start(f"{istanbul}#r2", before="env -u DISPLAY -u WAYLAND_DISPLAY")
    terminal.sees("live", "Second round")
    x, y = place_of(terminal.text.splitlines(), "Talks in Istanbul, 2022")
    last = x + len("Talks in Istanbul") - 1
    for event in (mouse(0, 1, y), mouse(32, last, y), mouse(0, last, y, "m")):
        terminal.type_keys(event)
    terminal.keys("C-c")
    until(lambda: terminal("show-buffer") == "Talks in Istanbul", lambda: terminal("show-buffer"))
    terminal.keys("q")
    assert terminal.exit_code() == 0

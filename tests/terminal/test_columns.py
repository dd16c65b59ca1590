"""Seven scripts in real terminals: the rule between list and page is one line."""

import re
import shutil
from pathlib import Path

import pyte
import pytest

BRIEF = Path(__file__).parents[1] / "rendering" / "seven_scripts.yaml"
RULE = "▏"


def columns(tmux):
    """Where tmux itself has put the rule: its own cells, line by line.

    The cursor's bar has the same sign, in the first column, while the keys are on their way to it.
    """
    tmux("copy-mode")
    tmux("send-keys", "-X", "top-line")
    tmux("send-keys", "-X", "start-of-line")
    found, seen = {}, set()
    while True:
        tmux("send-keys", "-X", "search-forward", RULE)
        x, y = map(int, tmux.ask("copy_cursor_x}:#{copy_cursor_y").split(":"))
        if (x, y) in seen:
            break
        seen.add((x, y))
        if x > 2:
            found[y] = x
    tmux("send-keys", "-X", "cancel")
    return found


@pytest.mark.parametrize(
    ("width", "height", "before"),
    [(90, 24, ""), (120, 40, ""), (171, 30, "env VTE_VERSION=7600")],
)
def test_the_rule_is_straight(tmux, place, width, height, before):
    path = shutil.copy(BRIEF, place)
    screen = tmux(width=width, height=height)
    screen.start(path, before=before)
    screen.sees("● live")
    for tab, title in enumerate(("First page", "الجولة", "وِزارة", "", "المَعبر", "العبور")):
        screen.keys(str(tab))
        screen.sees(title)
        if not title:
            continue
        found = columns(screen)
        assert len(found) >= height - 5
        assert len(set(found.values())) == 1, f"{found}\n{screen.text}"
    screen.keys("q")
    assert screen.exit_code() == 0


def test_another_terminal_agrees(terminal, place):
    path = place / "scripts.yaml"
    # It counts a flag as one cell, and leaves out what follows a vowel above a Thai letter.
    text = re.sub("[\U0001f1e6-\U0001f1ff\u0e30-\u0e4e]", "", BRIEF.read_text("utf-8"))
    path.write_text(text, "utf-8")
    pty = terminal(path, rows=30, columns=120)
    screen = pyte.Screen(120, 30)
    stream = pyte.ByteStream(screen)
    pty.sees("live")
    for tab in (0, 1, 2, 4, 5):
        pty.press(str(tab))
        pty.rests()
        fresh, pty.sent = pty.sent, b""
        stream.feed(re.sub(rb"\x1b\[[<=>?][0-9;$]*[a-zA-Z]", b"", fresh))
        found = [x for y in range(2, 29) for x in range(120) if screen.buffer[y][x].data == RULE]
        assert len(found) >= 24
        assert len(set(found)) == 1, "\n".join(screen.display)

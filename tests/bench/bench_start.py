"""From the start of the process to the brief on screen, against an empty Textual application.

Both run in turn on a pseudo-terminal of 120×40 with compiled modules; what counts is the moment the
last expected text has been sent. `returning` is a start that takes up a place, a filter and a theme
from the memory. Run: python tests/bench/bench_start.py [RUNS]
"""

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tui.state.positions import Common, InBrief, InTab, keep_places
from tui.state.store import Memory

ROOT = Path(__file__).parents[2]
BRIEF = ROOT / "briefs" / "istanbul-2025.yaml"
EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("nothing here")
Empty().run()
"""


def first_paint(command: list[str], text: bytes, state: str, limit: float = 20.0) -> float:
    """Seconds from exec until `text` was sent to the terminal, with what a folder remembers."""
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "XDG_STATE_HOME": state}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=side, stdout=side, stderr=side, env=env, cwd=ROOT, start_new_session=True
    )
    os.close(side)
    sent = b""
    try:
        while text not in sent:
            left = limit - (time.perf_counter() - start)
            if left <= 0 or not select.select([main], [], [], left)[0]:
                raise TimeoutError(f"{text!r} never came; the last was {sent[-500:]!r}")
            sent += os.read(main, 65536)
        return time.perf_counter() - start
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(main)


def remember(folder: str) -> None:
    """Let a place in the brief be remembered in a folder of states: a row far down, being read."""
    path = Path(folder) / "parley" / "memory.db"
    path.parent.mkdir()
    memory = Memory(path)
    here = InTab("rounds/r2", (), "", 3, 0)
    keep_places(memory, {BRIEF: InBrief("rounds", {"rounds": here}, True)}, Common(str(BRIEF)))
    memory.close()


def main(runs: int) -> None:
    """Print medians and their ratios."""
    empty = [sys.executable, "-c", EMPTY]
    script = Path(sys.executable).with_name("parley")
    parley = [str(script)] if script.exists() else [sys.executable, "-m", "tui"]
    parley.append(str(BRIEF))
    bare = [sys.executable, "-c", "import sys; sys.stdout.write('nothing here')"]
    told, nothing = "Çırağan".encode(), b"nothing here"
    commands = {
        "python": (bare, nothing),
        "empty": (empty, nothing),
        "parley": (parley, told),
        "returning": (parley, told),
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, (command, text) in commands.items():
            with TemporaryDirectory(ignore_cleanup_errors=True) as state:
                if name == "returning":
                    remember(state)
                seconds = first_paint(command, text, state)
            if run:  # the first one fills the caches
                times[name].append(seconds)
    for name, found in times.items():
        print(
            f"{name:9} median {statistics.median(found) * 1000:6.0f} ms"
            f"   min {min(found) * 1000:6.0f}   max {max(found) * 1000:6.0f}"
        )
    for one, other, bar in (("parley", "empty", "1.50"), ("returning", "parley", "1.10")):
        pairs = [p / e for p, e in zip(times[one], times[other], strict=True)]
        print(f"{one} / {other}   median of pairs {statistics.median(pairs):.2f}   (bar: {bar})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)

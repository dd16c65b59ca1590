"""From the start of the process to the brief on screen, against an empty Textual application.

Each program runs in turn on a pseudo-terminal of 120×40 with compiled modules; what counts is the
moment the last expected text has been sent, and the processor time until then, of which other
programs on the machine take nothing. `returning` is a start that takes up a place and a filter from
an earlier one. Everything is measured with all processors and again pinned to one of them; where
others keep the machine busy, a start with all processors reads nothing in a second process.

Run: python tests/bench/bench_start.py [RUNS]
"""

import compileall
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

import textual

import tui
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
BOUNDS = {"all processors": 1.40, "one processor": 1.75}
"""Parley against an empty application."""
RETURNING = 1.05
"""A start that takes up a place against one that does not."""


class Took(NamedTuple):
    """Seconds until a text was on screen."""

    wall: float
    processor: float


def first_paint(command: list[str], text: bytes, state: str) -> Took:
    """Run a command until it has sent `text` to its terminal; a folder holds what it remembers."""
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
            if not select.select([main], [], [], 20)[0]:
                raise TimeoutError(f"{text!r} never came; the last was {sent[-500:]!r}")
            sent += os.read(main, 65536)
        wall = time.perf_counter() - start
    finally:
        process.send_signal(signal.SIGKILL)
        used = os.wait4(process.pid, 0)[2]
        process.returncode = -signal.SIGKILL
        os.close(main)
    return Took(wall, used.ru_utime + used.ru_stime)


def remember(folder: str) -> None:
    """Write a memory with a place in the brief: a row far down, being read."""
    path = Path(folder) / "parley" / "memory.db"
    path.parent.mkdir()
    memory = Memory(path)
    here = InTab("rounds/r2", (), "", 3, 0)
    keep_places(memory, {BRIEF: InBrief("rounds", {"rounds": here}, True)}, Common(str(BRIEF)))
    memory.close()


def measure(runs: int) -> dict[str, list[Took]]:
    """Start each program in turn, again and again."""
    script = Path(sys.executable).with_name("parley")
    parley = [str(script)] if script.exists() else [sys.executable, "-m", "tui"]
    shown = "Çırağan".encode()
    commands = {
        "empty": ([sys.executable, "-c", EMPTY], b"nothing here"),
        "parley": ([*parley, str(BRIEF)], shown),
        "returning": ([*parley, str(BRIEF)], shown),
    }
    found: dict[str, list[Took]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, (command, text) in commands.items():
            with TemporaryDirectory(ignore_cleanup_errors=True) as state:
                if name == "returning":
                    remember(state)
                took = first_paint(command, text, state)
            if run:  # the first one fills the caches
                found[name].append(took)
    return found


def ratio(found: dict[str, list[Took]], one: str, other: str) -> str:
    """The median of the ratios of two programs that ran one after the other."""
    pairs = list(zip(found[one], found[other], strict=True))
    wall, processor = (median(a[i] / b[i] for a, b in pairs) for i in (0, 1))
    return f"{one:9} / {other:6}  wall {wall:.2f}   processor {processor:.2f}"


def main(runs: int) -> None:
    """Print medians and their ratios."""
    for package in (tui, textual):
        compileall.compile_dir(Path(package.__file__).parent, quiet=1)
    processors = os.sched_getaffinity(0)
    for name, bound in BOUNDS.items():
        # What is started has the same ones.
        os.sched_setaffinity(0, {min(processors)} if name == "one processor" else processors)
        found = measure(runs)
        print(f"{name}, load {os.getloadavg()[0]:.1f}")
        for program, times in found.items():
            wall, processor = (median(took[i] for took in times) * 1000 for i in (0, 1))
            print(f"  {program:9} wall {wall:4.0f} ms   processor {processor:4.0f} ms")
        print(f"  {ratio(found, 'parley', 'empty')}   (at most {bound:.2f})")
        print(f"  {ratio(found, 'returning', 'parley')}   (at most {RETURNING:.2f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)

"""From the start of the process to the brief on screen, against an empty Textual application.

Both run in turn on a pseudo-terminal of 120×40 with compiled modules; what counts is the moment the
last expected text has been sent. Run: python tests/bench/bench_start.py [RUNS]
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


def first_paint(command: list[str], text: bytes, limit: float = 20.0) -> float:
    """Seconds from exec until `text` was sent to the terminal."""
    main, side = pty.openpty()
    fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
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


def main(runs: int) -> None:
    """Print medians and their ratio."""
    empty = [sys.executable, "-c", EMPTY]
    script = Path(sys.executable).with_name("parley")
    parley = [str(script)] if script.exists() else [sys.executable, "-m", "tui"]
    parley.append(str(BRIEF))
    bare = [sys.executable, "-c", "import sys; sys.stdout.write('nothing here')"]
    times: dict[str, list[float]] = {"python": [], "empty": [], "parley": []}
    for run in range(runs + 1):
        for name, command, text in (
            ("python", bare, b"nothing here"),
            ("empty", empty, b"nothing here"),
            ("parley", parley, "Çırağan".encode()),
        ):
            seconds = first_paint(command, text)
            if run:  # the first one fills the caches
                times[name].append(seconds)
    for name, found in times.items():
        print(
            f"{name:8} median {statistics.median(found) * 1000:6.0f} ms"
            f"   min {min(found) * 1000:6.0f}   max {max(found) * 1000:6.0f}"
        )
    pairs = [p / e for p, e in zip(times["parley"], times["empty"], strict=True)]
    print(f"parley / empty   median of pairs {statistics.median(pairs):.2f}   (bar: 1.50)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)

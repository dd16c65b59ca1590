"""From a brief renamed into place to its new text sent to the terminal.

The real program runs on a pseudo-terminal with a copy of the Istanbul brief; each round replaces
the file with one in which the title is another. Run: python tests/bench/bench_reload.py [ROUNDS]
"""

import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
BRIEF = ROOT / "briefs" / "istanbul-2025.yaml"


class Terminal:
    """The program on a pseudo-terminal, and what it has sent."""

    def __init__(self, command: list[str]) -> None:
        self.main, side = pty.openpty()
        fcntl.ioctl(side, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.process = subprocess.Popen(
            command, stdin=side, stdout=side, stderr=side, env=env, cwd=ROOT,
            start_new_session=True,
        )  # fmt: skip
        os.close(side)

    def until(self, text: bytes, limit: float = 20.0) -> None:
        """Read until a text was sent."""
        sent = b""
        end = time.perf_counter() + limit
        while text not in sent:
            left = end - time.perf_counter()
            if left <= 0 or not select.select([self.main], [], [], left)[0]:
                raise TimeoutError(f"{text!r} never came")
            sent += os.read(self.main, 65536)

    def quiet(self, seconds: float = 0.4) -> None:
        """Read until nothing was sent for a while."""
        while select.select([self.main], [], [], seconds)[0]:
            os.read(self.main, 65536)

    def end(self) -> None:
        """Stop the program."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self.main)


def main(rounds: int) -> None:
    """Print the median and the slowest."""
    text = BRIEF.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(dir=Path.home()) as folder:
        path = Path(folder) / "brief.yaml.copy.yaml"
        path.write_text(text, encoding="utf-8")
        terminal = Terminal([sys.executable, "-m", "tui", str(path)])
        terminal.until(b"live")
        times: dict[str, list[float]] = {"renamed": [], "in place": []}
        for number in range(rounds * 2):
            terminal.quiet()
            name = f"Title number {number:04}"
            new = re.sub("^title: .*$", f"title: {name}", text, count=1, flags=re.M)
            how = "renamed" if number % 2 else "in place"
            start = time.perf_counter()
            if how == "renamed":
                other = path.with_suffix(".tmp")
                other.write_text(new, encoding="utf-8")
                start = time.perf_counter()
                other.replace(path)
            else:
                path.write_text(new, encoding="utf-8")
            terminal.until(name.encode())
            times[how].append(time.perf_counter() - start)
        terminal.end()
    for how, found in times.items():
        print(
            f"{how:9} median {statistics.median(found) * 1000:6.0f} ms"
            f"   max {max(found) * 1000:6.0f}   (bar: renamed 150)"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)

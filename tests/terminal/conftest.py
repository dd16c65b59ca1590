import fcntl
import os
import pty
import re
import select
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import uuid
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LIMIT = 30
"""Seconds after which a test gives up waiting; far more than any of them needs."""
PROGRAM = (sys.executable, "-m", "tui")


def until(holds, what="", seconds=LIMIT):
    """Look again and again until something holds; return it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.05)
    pytest.fail(f"still not so after {seconds} s: {what() if callable(what) else what}")


def environment(**changes):
    """The environment the program is given; a change to None takes a variable away."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV_", "TMUX"))}
    env |= {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "TZ": "UTC"}
    for name, value in changes.items():
        if value is None:
            env.pop(name, None)
        else:
            env[name] = value
    return env


class Tmux:
    """A terminal of its own, driven from outside. Nothing in it knows of the test."""

    def __init__(self, tmux, width=120, height=40):
        self._command = (tmux, "-L", f"parley-{uuid.uuid4().hex[:12]}", "-f", "/dev/null")
        size = ("-x", str(width), "-y", str(height))
        self("new", "-d", *size, "env PS1='ready$ ' sh", env=environment())
        self("set", "-g", "status", "off")
        until(lambda: "ready$" in self.text, lambda: self.text)

    def __call__(self, *words, env=None):
        command = (*self._command, *words)
        done = subprocess.run(command, check=False, capture_output=True, env=env, timeout=LIMIT)
        return done.stdout.decode()

    @property
    def text(self):
        return self("capture-pane", "-p")

    def ask(self, variable):
        return self("display-message", "-p", f"#{{{variable}}}").strip()

    def keys(self, *keys):
        self("send-keys", *keys)

    def type_keys(self, text):
        self("send-keys", "-l", text)

    def type(self, line):
        self("send-keys", "-l", line)
        self("send-keys", "Enter")

    def sees(self, *texts):
        until(lambda: all(text in self.text for text in texts), lambda: f"{texts}\n{self.text}")

    def no_longer_sees(self, text):
        until(lambda: text not in self.text, lambda: f"{text}\n{self.text}")

    def start(self, *words, before=""):
        """Start the program in the shell; its exit code is told there when it has ended."""
        command = f"{before} {shlex.join([*PROGRAM, *map(str, words)])}; echo code=$?"
        self.type(command.strip())

    def exit_code(self):
        pattern = re.compile(r"code=(\d+)")
        return int(until(lambda: pattern.search(self.text), lambda: self.text)[1])

    def program(self):
        """The process id of the program that runs in the shell."""
        shell = self.ask("pane_pid")
        return until(lambda: children(int(shell)), "no program runs")[0]

    def is_clean(self):
        """Whether the terminal is as a shell wants it."""
        variables = "alternate_on mouse_any_flag cursor_flag keypad_cursor_flag"
        return self.ask("}#{".join(variables.split())) == "0010"

    def close(self):
        self("kill-server")


def children(pid):
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return []
    return [int(each) for each in found.split()]


@pytest.fixture(autouse=True)
def nothing_remembered(tmp_path, monkeypatch):
    """Each test begins without a memory: none starts where another one ended."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state of this test"))


@pytest.fixture
def tmux(need):
    opened = []

    def open_one(**size):
        opened.append(Tmux(need("tmux"), **size))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


class Pty:
    """A program on a pseudo terminal that keeps every byte it is sent."""

    def __init__(self, command, env, rows=40, columns=120):
        self.sent = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def take(self, seconds=0.05):
        """Take what was sent by now; whether the other end is still open."""
        while self.fd >= 0 and select.select([self.fd], [], [], seconds)[0]:
            try:
                data = os.read(self.fd, 1 << 16)
            except OSError:
                return False
            if not data:
                return False
            self.sent += data
            seconds = 0
        return True

    def sees(self, *texts, start=0):
        def found():
            self.take()
            return all(text.encode() in self.sent[start:] for text in texts)

        until(found, lambda: f"{texts} in {self.sent[-3000:]!r}")

    def rests(self):
        """Wait until nothing more is sent."""

        def unchanged():
            size = len(self.sent)
            self.take(0.15)
            return len(self.sent) == size

        until(unchanged, "output without end")

    def answers(self, keys):
        """Press keys and wait for what is drawn because of them."""
        start = len(self.sent)
        self.press(keys)
        until(lambda: self.take() and len(self.sent) > start, f"nothing came of {keys!r}")
        self.rests()

    def press(self, keys):
        os.write(self.fd, keys.encode())

    def exit_code(self):
        def ended():
            self.take(0)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            return (os.waitstatus_to_exitcode(status),) if pid else None

        code = until(ended, "the program did not end")[0]
        self.take()
        self.pid = 0
        return code

    def hang_up(self):
        os.close(self.fd)
        self.fd = -1

    def close(self):
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self.fd >= 0:
            os.close(self.fd)


@pytest.fixture
def terminal():
    """`terminal("brief.yaml", rows=24)`: the program on a pseudo terminal."""
    opened = []

    def open_one(*words, program=PROGRAM, env=None, **size):
        command = [*program, *map(str, words)]
        opened.append(Pty(command, env or environment(), **size))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def place():
    # Not under /tmp: vim makes no backup of files there and so saves in another way.
    cache = Path.home() / ".cache"
    try:
        cache.mkdir(exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="parley-test-", dir=cache))
    except OSError:
        pytest.skip("no folder outside the temp folder can be written")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def istanbul(place):
    """A copy of the Istanbul brief that a test may write to."""
    path = place / "istanbul.yaml"
    path.write_bytes((ROOT / "briefs" / "istanbul-2025.yaml").read_bytes())
    return path


@pytest.fixture(name="until")
def until_fixture():
    return until


@pytest.fixture(name="environment")
def environment_fixture():
    return environment

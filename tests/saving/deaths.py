"""Saves that die, each in a process of its own: `deaths.py WAY FOLDER`; prints what went wrong.

WAY is `calls` (killed at the n-th call of the system, for every n) or a number of kills at random
moments. Run as a program, because a process with threads must not fork.
"""

import os
import random
import signal
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from tui.saving.drafts import found
from tui.saving.save import Saved, save

OLD, NEW = b"old: text\n" * 3_000, b"new: and longer\n" * 3_000


CALLS = """open read write fsync close fstat stat lstat access fchmod fchown listxattr getxattr
setxattr unlink replace ftruncate lseek posix_fallocate mkdir scandir readlink kill chmod"""


@contextmanager
def counted(number, act, *, on=False):
    """Have `act` done at the call with this number (from 0); `on`: and at all calls after it.

    Yields the list of the names of the calls that were made.
    """
    made = []

    def shim(name, real):
        def call(*args, **kwargs):
            made.append(name)
            now = len(made) - 1
            if now == number or (on and now > number):
                if name == "close":  # what the system refuses to close is closed all the same
                    real(*args, **kwargs)
                act()
            return real(*args, **kwargs)

        return call

    with mock.patch.multiple(os, **{each: shim(each, getattr(os, each)) for each in CALLS.split()}):
        yield made


def die_at_call(path, number):
    """Save in a child that kills itself at a call; whether it came that far."""
    child = os.fork()
    if not child:
        with counted(number, lambda: os.kill(os.getpid(), signal.SIGKILL)):
            done = isinstance(save(path, NEW, OLD), Saved)
        os._exit(0 if done else 9)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        print("the save itself failed")
    return os.WIFSIGNALED(status)


def die_some_time(path, again):
    """Save in a child over and over, until it is killed from outside."""
    child = os.fork()
    if not child:
        texts = (OLD, NEW)
        for turn in range(10_000):
            save(path, texts[(turn + 1) % 2], texts[turn % 2])
        os._exit(0)
    time.sleep(again.uniform(0.0005, 0.015))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def is_kept(path):
    """Whether the file is whole, or both its texts lie in a draft."""
    if path.read_bytes() in (OLD, NEW):
        return True
    draft = path.stat().st_nlink > 1 and found(path)
    return bool(draft) and {draft.base, draft.text} == {OLD, NEW}


def main(way, folder):
    died = 0
    for linked in (False, True):
        path = folder / f"{linked}.yaml"
        path.write_bytes(OLD)
        if linked:
            (folder / "twin.yaml").hardlink_to(path)
        again = random.Random(7)
        for number in range(10_000 if way == "calls" else int(way)):
            path.write_bytes(OLD)
            if way != "calls":
                die_some_time(path, again)
            elif not die_at_call(path, number):
                break
            died += 1
            if not is_kept(path):
                print(f"lost: linked={linked}, kill {number}")
    print(f"{died} deaths")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))

import os
import socket
from itertools import count

import pytest

from tui.saving.locks import who_else

DEAD = 2**22 + 1
HERE = socket.gethostname()


def swap(program, pid, user, host):
    block = bytearray(4096)
    block[:2] = b"b0"
    block[2 : 2 + len(program)] = program
    block[24:28] = pid.to_bytes(4, "little")
    block[28 : 28 + len(user)] = user
    block[68 : 68 + len(host)] = host
    return bytes(block)


def test_nobody_is_nobody(brief):
    assert who_else(brief) == ""
    assert who_else(brief.with_name("gone.yaml")) == ""


@pytest.mark.parametrize(
    ("leads", "who"),
    [
        ("ana@desk.42:1700000000", "emacs of ana@desk"),
        ("ana@desk.example.org.42", "emacs of ana@desk.example.org"),
        (f"ana@{HERE}.{os.getpid()}:1", f"emacs of ana@{HERE}"),
        (f"ana@{HERE}.{DEAD}:1", ""),
        (f"ana@{HERE}.{10**30}", ""),
        ("what", "emacs"),
        ("a\x1b]0;x\x07@b.1", "emacs of a<1B>]0;x<07>@b"),
    ],
    ids=count(),  # a number of a process in a name would be another for each worker
)
def test_emacs_is_told(brief, leads, who):
    (brief.parent / ".#a.yaml").symlink_to(leads)
    assert who_else(brief) == who


@pytest.mark.parametrize(
    ("data", "who"),
    [
        (swap(b"VIM 9.0", 42, b"ben", b"desk"), "vim of ben@desk"),
        (swap(b"nano 7.2", 42, b"ben", b"desk"), "nano of ben@desk"),
        (swap(b"VIM 9.0", os.getpid(), b"ben", HERE.encode()), f"vim of ben@{HERE}"),
        (swap(b"VIM 9.0", DEAD, b"ben", HERE.encode()), ""),
        (b"b0", ""),
        (b"anything", ""),
    ],
    ids=count(),
)
def test_vim_and_nano_are_told(brief, data, who):
    (brief.parent / ".a.yaml.swp").write_bytes(data)
    assert who_else(brief) == who


def test_neovim_keeps_its_swap_elsewhere(brief, state):
    folder = state / "nvim" / "swap"
    folder.mkdir(parents=True)
    (folder / (str(brief).replace("/", "%") + ".swp")).write_bytes(swap(b"VIM 0.7", 1, b"c", b"h"))
    assert who_else(brief) == "vim of c@h"


def test_an_office_program_is_told(brief):
    (brief.parent / ".~lock.a.yaml#").write_text(",dora,desk,10.03.2031 10:00,file:///x;")
    assert who_else(brief) == "an office program of dora"


def test_several_are_told_once_each_also_by_way_of_a_link(brief, tmp_path):
    (brief.parent / ".#a.yaml").symlink_to("ana@desk.42")
    for ending in ("swp", "swo"):
        (brief.parent / f".a.yaml.{ending}").write_bytes(swap(b"VIM 9", 1, b"ben", b"d"))
    (tmp_path / "link").symlink_to(brief)
    assert who_else(tmp_path / "link") == "emacs of ana@desk, vim of ben@d"


def test_a_pipe_for_a_lock_does_not_hang(brief):
    os.mkfifo(brief.parent / ".a.yaml.swp")
    assert who_else(brief) == "vim"

"""What a terminal can show, by what its surroundings say of it."""

import os
import struct

import pytest

from tui.startup import terminal
from tui.startup.terminal import encoding_of, letters_of


@pytest.mark.parametrize(
    ("environ", "stream", "told"),
    [
        ({}, "utf-8", ""),
        ({"LANG": "tr_TR.UTF-8"}, "UTF-8", ""),
        # Python turns LANG=C into a locale with UTF-8, and says so.
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "utf-8", ""),
        ({"LC_ALL": "C"}, "utf-8", "ascii"),
        ({"LC_ALL": "POSIX", "LANG": "tr_TR.UTF-8"}, "utf-8", "ascii"),
        ({"LC_ALL": "C", "PYTHONUTF8": "1"}, "utf-8", ""),
        ({"LC_ALL": "C", "PYTHONIOENCODING": "utf-8"}, "utf-8", ""),
        ({"LC_ALL": "C"}, "ANSI_X3.4-1968", "ascii"),
        ({"LANG": "ru_RU.KOI8-R"}, "KOI8-R", "koi8-r"),
    ],
)
def test_the_encoding_is_that_of_the_locale(environ, stream, told):
    assert encoding_of(environ, stream) == told


@pytest.fixture
def stream(tmp_path):
    with (tmp_path / "stream").open("w", encoding="utf-8") as opened:
        yield opened


def test_the_wish_goes_before_the_locale(stream):
    assert letters_of({}, "yes", stream).encoding == "ascii"
    assert letters_of({"LC_ALL": "C", "TERM": "linux"}, "no", stream) == ("", frozenset())
    assert letters_of({"TERM": "xterm"}, "auto", stream) == ("", frozenset())


def test_a_console_that_tells_nothing_has_code_page_437(stream):
    font = letters_of({"TERM": "linux"}, "auto", stream).font
    assert set("az ≈•→─█Çé") <= font
    assert not set("≠∥⇄†★ğş⣿") & font


def test_a_console_is_asked_for_its_font(stream, monkeypatch):
    def ioctl(_fd, request, asked):
        assert request == terminal.GIO_UNIMAP
        most, address = struct.unpack("@HP", asked)
        assert most == 0xFFFF
        assert address
        return struct.pack("@HP", 0, address)

    monkeypatch.setattr("fcntl.ioctl", ioctl)
    assert letters_of({"TERM": "linux"}, "auto", stream).font == frozenset(map(chr, range(32, 127)))


def test_a_real_console_answers():
    try:
        console = os.open("/dev/tty1", os.O_RDONLY | os.O_NOCTTY)
    except OSError:
        pytest.skip("there is no console here that may be asked")
    with os.fdopen(console) as opened:
        font = terminal._font(opened.fileno())
    assert set("az") <= font

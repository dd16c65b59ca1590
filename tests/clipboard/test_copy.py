import base64
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.brief.shown import unsafe
from tui.clipboard import put
from tui.clipboard.copy import clean
from tui.clipboard.osc52 import MOST, sequence

SCREEN = {"DISPLAY": "localhost:10.0"}


@pytest.fixture
def path(tmp_path):
    """A folder of programs that keep what they are given: `path("xclip")`."""

    def make(*names, code=0, before=""):
        for name in names:
            program = tmp_path / name
            program.write_text(
                f"#!/bin/sh\n{before}\n/bin/cat > {tmp_path}/{name}.got\n"
                f'echo "$@" > {tmp_path}/{name}.words\nexit {code}\n'
            )
            program.chmod(0o755)
        return {"PATH": str(tmp_path)}

    return make


def payload(told):
    return base64.b64decode(re.sub(r"^\x1b]52;c;|\x07$", "", told.sequence)).decode()


def test_a_program_that_is_there_takes_it(path, tmp_path):
    told = put("one\ntwo ş\n", "auto", path("xclip") | SCREEN)
    assert told == ("Copied with xclip: 2 lines", True, "")
    assert (tmp_path / "xclip.got").read_text("utf-8") == "one\ntwo ş\n"
    assert (tmp_path / "xclip.words").read_text() == "-selection clipboard -in\n"


def test_a_program_that_cannot_reach_the_reader_is_not_asked(path):
    env = path("xclip", "xsel", "wl-copy", "termux-clipboard-set", "clip.exe")
    assert put("x", "auto", env).sequence
    far = {"SSH_TTY": "/dev/pts/3", "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert put("x", "auto", env | far | {"WSL_DISTRO_NAME": "Debian"}).sequence


def test_a_socket_has_to_be_there(path, tmp_path):
    env = path("wl-copy") | {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not put("x", "auto", env).sure
    (tmp_path / "wayland-9").touch()
    assert put("x", "auto", env).message == "Copied with wl-copy: “x”"


def test_windows_gets_what_it_reads_as_unicode(path, tmp_path):
    assert put("Çırağan", "auto", path("clip.exe") | {"WSL_DISTRO_NAME": "Debian"}).sure
    assert (tmp_path / "clip.exe.got").read_bytes().decode("utf-16") == "Çırağan"


def test_the_next_way_where_one_fails(path):
    told = put("x", "auto", path("xclip", code=1) | SCREEN)
    assert (told.sure, payload(told)) == (False, "x")
    assert "xclip ended with code 1" in told.message
    assert "does not say whether it took it" in told.message


def test_a_program_that_hangs_is_ended(path, monkeypatch):
    monkeypatch.setattr("tui.clipboard.native.PATIENCE", 0.2)
    began = time.monotonic()
    told = put("x", "native", path("xclip", before="exec /bin/sleep 60") | SCREEN)
    assert time.monotonic() - began < 20
    assert "did not answer" in told.message
    assert not told.sure


def test_tmux_keeps_it_in_its_buffer(path, tmp_path):
    told = put("x", "auto", path("tmux") | {"TMUX": "/tmp/tmux-0/default,1,0"})
    assert told.sure
    assert "tmux" in told.message
    assert (tmp_path / "tmux.words").read_text() == "load-buffer -w -\n"


@pytest.mark.parametrize("mode", ["osc52", "native", "off"])
def test_the_configuration_decides(path, tmp_path, mode):
    told = put("x", mode, path("xclip") | SCREEN)
    assert bool(told.sequence) == (mode == "osc52")
    assert (tmp_path / "xclip.got").exists() == (mode == "native")
    assert (mode == "off") == ("copy: off" in told.message)


def test_no_program_is_said():
    assert "no program here" in put("x", "native", {"PATH": ""}).message


def test_more_than_terminals_take_is_not_sent():
    assert len(sequence("x" * MOST, {})) <= 100_000
    assert put("x" * MOST, "osc52", {}).sequence
    told = put("ş" * MOST, "osc52", {})
    assert told.sequence == ""
    assert "149,988 bytes" in told.message


def test_screen_passes_it_on_in_pieces():
    sent = sequence("text " * 200, {"STY": "1.pts"})
    pieces = re.findall(r"\x1bP(.*?)\x1b\\", sent, re.S)
    assert "".join(pieces) == sequence("text " * 200, {})
    assert max(map(len, pieces)) < 256
    assert not re.sub(r"\x1bP.*?\x1b\\", "", sent, flags=re.S)


@given(st.text())
def test_nothing_that_acts_on_a_terminal_is_copied(text):
    made = clean(text)
    assert not unsafe(made.replace("\n", "").replace("\t", ""))
    assert made.count("\t") == text.count("\t")
    assert clean(made) == made


@given(st.text(alphabet="aş字 \n\t\x1b\x9b\x07", max_size=300))
def test_the_sequence_holds_nothing_but_the_text(text):
    told = put(text, "osc52", {})
    assert re.fullmatch(r"\x1b]52;c;[A-Za-z0-9+/=]*\x07", told.sequence)
    assert payload(told) == clean(text)

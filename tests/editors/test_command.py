import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.brief.place import Problem
from tui.editors import EditorCommand, command
from tui.editors.known import EDITORS, USUAL

FILE = "/briefs/a b.yaml"
AT = {
    "vim": ["+7", "+normal! 04l", FILE],
    "nvim": ["+7", "+normal! 04l", FILE],
    "vi": ["+7", FILE],
    "nano": ["+7,5", FILE],
    "emacs": ["+7:5", FILE],
    "emacsclient": ["+7:5", FILE],
    "micro": ["+7:5", FILE],
    "hx": [f"{FILE}:7:5"],
    "kak": ["+7:5", FILE],
    "joe": ["+7", FILE],
    "ne": ["+7,5", FILE],
    "mg": ["+7", FILE],
    "ed": [FILE],
    "unheard-of": [FILE],
}
AT_IN_A_WINDOW = {
    "gvim": ["+7", "+normal! 04l", FILE],
    "code": ["-g", f"{FILE}:7:5"],
    "codium": ["-g", f"{FILE}:7:5"],
    "cursor": ["-g", f"{FILE}:7:5"],
    "subl": [f"{FILE}:7:5"],
    "zed": [f"{FILE}:7:5"],
    "kate": ["--line", "7", "--column", "5", FILE],
    "gedit": ["+7:5", FILE],
    "idea": ["--line", "7", "--column", "5", FILE],
    "pycharm": ["--line", "7", "--column", "5", FILE],
    "mate": ["-l", "7:5", FILE],
    "bbedit": ["+7", FILE],
    "xdg-open": [FILE],
}


@pytest.fixture
def programs(tmp_path):
    """Put programs of some names on a PATH that has nothing else: `programs("vim", "nano")`."""

    def put(*names):
        for name in names:
            path = tmp_path / name
            path.write_text("#!/bin/sh\n")
            path.chmod(0o755)
        return {"PATH": str(tmp_path)}

    return put


@pytest.mark.parametrize("name", AT | AT_IN_A_WINDOW)
def test_each_editor_is_told_the_place_in_its_own_way(programs, name):
    env = programs(name)
    found = command(env | {"EDITOR": name}, "", FILE, 7, 5)
    assert found.words == (name, *(AT | AT_IN_A_WINDOW)[name])
    assert found.window == (name in AT_IN_A_WINDOW)


BEHIND = {
    "vim -u NONE": ("vim", AT["vim"]),
    "code --wait": ("Code", AT_IN_A_WINDOW["code"]),
    "emacsclient -nw -a ''": ("emacsclient", AT["emacsclient"]),
    "env TERM=xterm -u LANG nano -B": ("nano", AT["nano"]),
    "nice -n 5 micro": ("micro", AT["micro"]),
    "sudo -u desk vim": ("vim", AT["vim"]),
    "sudo -e": ("sudoedit", [FILE]),
    "sudoedit": ("sudoedit", [FILE]),
    "flatpak run --user com.visualstudio.code --wait": ("Code", AT_IN_A_WINDOW["code"]),
    "flatpak run --command=nvim org.example.Thing": ("nvim", AT["nvim"]),
    "snap run code": ("Code", AT_IN_A_WINDOW["code"]),
    "vim.basic": ("vim", AT["vim"]),
    "vim.tiny": ("vim.tiny", AT["vi"]),
    "emacs-29.1": ("emacs", AT["emacs"]),
    "emacs-nox": ("emacs", AT["emacs"]),
    "idea.sh": ("idea", AT_IN_A_WINDOW["idea"]),
    "vim --": ("vim", [FILE]),
    "'my editor' -x 'two words'": ("my editor", [FILE]),
}


@pytest.mark.parametrize("setting", BEHIND)
def test_its_arguments_stay_and_it_is_known_behind_others(programs, setting):
    words = shlex.split(setting)
    found = command(programs(words[0]) | {"VISUAL": setting}, "", FILE, 7, 5)
    name, at = BEHIND[setting]
    assert (found.name, found.words) == (name, (*words, *at))


def test_a_path_in_place_of_a_name(programs, tmp_path):
    programs("vim")
    found = command({"EDITOR": str(tmp_path / "vim")}, "", FILE, 7, 5)
    assert found.words == (str(tmp_path / "vim"), *AT["vim"])


def test_what_a_link_leads_to_is_known(programs, tmp_path):
    env = programs("nano", "vim.basic")
    (tmp_path / "editor").symlink_to(tmp_path / "nano")
    (tmp_path / "vi").symlink_to(tmp_path / "vim.basic")
    assert command(env | {"EDITOR": "editor"}, "", FILE, 7, 5).words == ("editor", *AT["nano"])
    assert command(env | {"EDITOR": "vi"}, "", FILE, 7, 5).words == ("vi", *AT["vim"])


def test_options_that_leave_the_terminal_alone(programs):
    env = programs("emacsclient", "vim")
    for setting, window in {
        "emacsclient -n": True,
        "emacsclient -nw": False,
        "vim -g": True,
        "vim -n": False,
    }.items():
        assert command(env | {"EDITOR": setting}, "", FILE).window == window


def test_at_the_first_column_vim_needs_no_motion(programs):
    assert command(programs("vim") | {"EDITOR": "vim"}, "", FILE, 7).words == ("vim", "+7", FILE)


def test_who_goes_before_whom(programs):
    env = programs("micro", "vim", "nano") | {"VISUAL": "vim", "EDITOR": "nano"}
    assert command(env, "micro", FILE).name == "micro"
    assert command(env, "  ", FILE).name == "vim"
    assert command(env | {"VISUAL": " "}, "", FILE).name == "nano"


def test_where_nobody_said_one_is_found_and_named(programs):
    found = command(programs("vi", "joe", "vim"), "", FILE)
    assert found.name == "vim"
    assert found.note == "neither VISUAL nor EDITOR is set; vim was taken"


def test_no_editor_at_all(programs):
    found = command(programs("ls"), "", FILE)
    assert "none of the usual ones was found" in found.message
    assert "set VISUAL or EDITOR" in found.message


WRONG = {
    "vim 'x": "a quote without its other half: vim 'x",
    "vim; rm -rf ~": "the program `vim;` was not found",
    "$(reboot)": "the program `$(reboot)` was not found",
    "nothing-of-the-kind -w": "the program `nothing-of-the-kind` was not found",
    "''": "the program `` was not found",
    "\\": "a quote without its other half",
}


@pytest.mark.parametrize("setting", WRONG)
def test_a_setting_that_is_wrong_is_told_with_the_remedy(programs, setting):
    found = command(programs("vim") | {"EDITOR": setting}, "", FILE)
    assert isinstance(found, Problem)
    assert found.message.startswith("$EDITOR")
    assert WRONG[setting] in found.message
    assert "config.yaml" in found.message


NAMES = st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1)


@given(st.text(), NAMES)
def test_one_file_is_opened_by_its_absolute_path_whatever_it_is_called(setting, name):
    env = {"PATH": "/bin:/usr/bin", "EDITOR": setting}
    assert isinstance(command(env, "", name, 7, 5), EditorCommand | Problem)
    path = f"/x/{name}"
    for editor in EDITORS.values():
        (word,) = (each for each in editor.at(path, 7, 5) if path in each)
        assert word.startswith(path)


def test_the_usual_ones_are_known_and_live_in_the_terminal():
    assert [name for name in USUAL if EDITORS[name].window] == []


def test_home_is_understood_though_no_shell_reads_it(programs, tmp_path, monkeypatch):
    programs("vim")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert command({}, "~/vim", FILE).words[0] == str(tmp_path / "vim")

"""The command that opens a file at a place, worked out from what the reader has set.

Nothing of it goes through a shell, and exactly one file is named, by its absolute path: neither a
name as `-o.yaml` nor `vim; rm -rf ~` is more than a name.
"""

import os
import shlex
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tui.brief.place import Place, Problem
from tui.editors.known import USUAL, Editor, find, only_file
from tui.editors.wrapped import program

REMEDY = "set VISUAL or EDITOR, or `editor:` in config.yaml, to the command of your editor"
LEAVES = {"emacsclient": {"-n", "--no-wait"}, "vim": {"-g"}}
"""Options with which an editor of the terminal leaves it alone."""


@dataclass(frozen=True, slots=True)
class EditorCommand:
    """What to run."""

    words: tuple[str, ...]
    name: str
    """What to call the editor in a message."""
    window: bool = False
    """Whether it leaves the terminal alone, and need not be waited for."""
    note: str = ""
    """What the reader should know of how it was chosen."""


class _Setting(NamedTuple):
    where: str
    text: str


def command(
    env: Mapping[str, str], config: str, file: str | Path, line: int = 1, column: int = 1
) -> EditorCommand | Problem:
    """The editor of the configuration, else $VISUAL, else $EDITOR, else a usual one; at a place.

    `config` is the field `editor` of the configuration; `env` also says where programs are (PATH).
    """
    settings = (
        _Setting("`editor:` of config.yaml", config),
        _Setting("$VISUAL", env.get("VISUAL", "")),
        _Setting("$EDITOR", env.get("EDITOR", "")),
    )
    setting = next((each for each in settings if each.text.strip()), None)
    if setting is None:
        return _usual(env, file, line, column)
    try:
        words = shlex.split(setting.text, posix=os.name != "nt")
    except ValueError:
        return _problem(f"{setting.where} has a quote without its other half: {setting.text}")
    words = [os.path.expanduser(words[0]), *words[1:]] if words and words[0] else [""]  # noqa: PTH111  (a word, not yet a path)
    if shutil.which(words[0], path=env.get("PATH")) is None:
        return _problem(f"{setting.where}: the program `{words[0]}` was not found")
    return _at(env, words, file, line, column)


def _usual(
    env: Mapping[str, str], file: str | Path, line: int, column: int
) -> EditorCommand | Problem:
    for name in USUAL:
        if shutil.which(name, path=env.get("PATH")):
            note = f"neither VISUAL nor EDITOR is set; {name} was taken"
            return _at(env, [name], file, line, column, note)
    return _problem("no editor is set, and none of the usual ones was found")


def _at(
    env: Mapping[str, str],
    words: Sequence[str],
    file: str | Path,
    line: int,
    column: int,
    note: str = "",
) -> EditorCommand:
    name = program(words)
    editor = _known(env, name) or Editor(name, only_file)
    # After `--` a word with a place would be one more file.
    at = only_file if "--" in words else editor.at
    path = os.path.abspath(file)  # noqa: PTH100  (a link stays a link: its folder is part of the name)
    window = editor.window or not LEAVES.get(editor.name, set()).isdisjoint(words)
    return EditorCommand((*words, *at(path, line, column)), editor.name, window, note)


def _known(env: Mapping[str, str], name: str) -> Editor | None:
    """By its name, else by the name of the program that a link (`editor`, `vi`) points to."""
    found = shutil.which(name, path=env.get("PATH"))
    real = Path(os.path.realpath(found)).name if found else ""
    if name == "vi":
        return find(real) or find(name)
    return find(name) or find(real)


def _problem(message: str) -> Problem:
    return Problem(Place("editor"), "editor", f"{message}; {REMEDY}")

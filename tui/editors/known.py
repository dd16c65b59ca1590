"""Editors by name: how each opens a file at a place, and which have their own window.

From the manual of each. Lines and columns count from 1, as Parley counts them.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

At = Callable[[str, int, int], tuple[str, ...]]
"""File, line, column → the words that open the file there."""


class Editor(NamedTuple):
    """What is known of an editor."""

    name: str
    """What its users call it."""
    at: At
    window: bool = False
    """Whether it opens a window of its own, and leaves the terminal alone."""


def only_file(file: str, _line: int, _column: int) -> tuple[str, ...]:
    """Open the file, wherever the editor likes."""
    return (file,)


def _vim(file: str, line: int, column: int) -> tuple[str, ...]:
    # `l` counts letters, where cursor() would count bytes; `0l` is no motion of none but of one.
    right = (f"+normal! 0{column - 1}l",) if column > 1 else ()
    return (f"+{line}", *right, file)


def _plus(file: str, line: int, _column: int) -> tuple[str, ...]:
    return (f"+{line}", file)


def _plus_comma(file: str, line: int, column: int) -> tuple[str, ...]:
    return (f"+{line},{column}", file)


def _plus_colon(file: str, line: int, column: int) -> tuple[str, ...]:
    return (f"+{line}:{column}", file)


def _colon(file: str, line: int, column: int) -> tuple[str, ...]:
    return (f"{file}:{line}:{column}",)


def _goto(file: str, line: int, column: int) -> tuple[str, ...]:
    return ("-g", f"{file}:{line}:{column}")


def _options(file: str, line: int, column: int) -> tuple[str, ...]:
    return ("--line", str(line), "--column", str(column), file)


def _mate(file: str, line: int, column: int) -> tuple[str, ...]:
    return ("-l", f"{line}:{column}", file)


def _jed(file: str, line: int, _column: int) -> tuple[str, ...]:
    return (file, "-g", str(line))


def _notepad(file: str, line: int, column: int) -> tuple[str, ...]:
    return (f"-n{line}", f"-c{column}", file)


_IN_THE_TERMINAL: tuple[tuple[str, At], ...] = (
    ("vim vimx nvim neovim", _vim),
    ("vi nvi ex view vim.tiny vis elvis", _plus),
    ("nano rnano ne", _plus_comma),
    ("emacs emacsclient micro kak kakoune", _plus_colon),
    ("hx helix", _colon),
    ("joe jmacs jstar jpico jupp rjoe mg jove zile mcedit pico tilde", _plus),
    ("jed", _jed),
    ("ed red sudoedit", only_file),
)
_IN_A_WINDOW: tuple[tuple[str, str, At], ...] = (
    ("gvim mvim gview", "gvim", _vim),
    ("code code-insiders code-oss", "Code", _goto),
    ("codium vscodium", "VSCodium", _goto),
    ("cursor", "Cursor", _goto),
    ("windsurf", "Windsurf", _goto),
    ("positron", "Positron", _goto),
    ("subl sublime_text sublime", "Sublime Text", _colon),
    ("zed zeditor zedit", "Zed", _colon),
    ("kate", "Kate", _options),
    ("kwrite", "KWrite", _options),
    ("mousepad", "Mousepad", _options),
    ("geany", "Geany", _options),
    ("gedit", "gedit", _plus_colon),
    ("pluma", "Pluma", _plus),
    ("xed", "xed", _plus),
    ("gnome-text-editor", "Text Editor", only_file),
    ("idea idea64 charm pycharm pycharm64 webstorm webstorm64 phpstorm phpstorm64", "", _options),
    ("clion clion64 goland goland64 rubymine rubymine64 rider rider64 fleet", "", _options),
    ("mate", "TextMate", _mate),
    ("bbedit", "BBEdit", _plus),
    ("notepad++", "Notepad++", _notepad),
    ("notepad", "Notepad", only_file),
    ("open xdg-open kde-open kde-open5 gnome-open", "", only_file),
)

EDITORS = {name: Editor(name, at) for names, at in _IN_THE_TERMINAL for name in names.split()} | {
    name: Editor(label or name, at, window=True)
    for names, label, at in _IN_A_WINDOW
    for name in names.split()
}

APPS = {
    "com.visualstudio.code": "code",
    "com.vscodium.codium": "codium",
    "com.sublimetext.three": "subl",
    "dev.zed.zed": "zed",
    "org.kde.kate": "kate",
    "org.kde.kwrite": "kwrite",
    "org.gnome.gedit": "gedit",
    "org.gnome.texteditor": "gnome-text-editor",
    "org.gnu.emacs": "emacs",
    "org.vim.vim": "gvim",
    "io.neovim.nvim": "nvim",
    "com.helix_editor.helix": "hx",
    "org.geany.geany": "geany",
    "com.jetbrains.intellij-idea-community": "idea",
    "com.jetbrains.intellij-idea-ultimate": "idea",
    "com.jetbrains.pycharm-community": "pycharm",
    "com.jetbrains.pycharm-professional": "pycharm",
}
"""Names of Flatpak → the editor."""

USUAL = ("nano", "vim", "nvim", "vi", "micro", "emacs", "hx", "kak", "mcedit", "joe", "mg", "ed")
"""What is looked for where nobody said: first the one a person can leave without a manual."""


def find(name: str) -> Editor | None:
    """What is known of an editor by the name of its program: `vim.basic`, `emacs-29.1`."""
    name = APPS.get(name.lower(), name.lower())
    short = re.sub(r"-(nox|gtk\d?|x|pgtk|\d[\d.]*)$", "", name)
    return EDITORS.get(name) or EDITORS.get(short) or EDITORS.get(short.partition(".")[0])

"""Writes the tables of tabs, keys and filters in the README again: `python tests/readme_tables.py`.

They say what the registries and the help say, and `test_readme` holds them against it.
"""

from importlib import import_module
from pathlib import Path

import tui.commands
from tui.discovery import modules_in
from tui.filter.grammar import GRAMMAR
from tui.screens.help import FIRST, LAST
from tui.sections import sections

README = Path(__file__).parents[1] / "README.md"
SIGNS = {
    "left_square_bracket": "[", "right_square_bracket": "]", "exclamation_mark": "!",
    "question_mark": "?", "slash": "/", "down": "↓", "up": "↑", "left": "←", "right": "→",
    "pagedown": "PgDn", "pageup": "PgUp", "escape": "Esc", "colon": ":",
    "underscore": "/", "comma": ",", "apostrophe": "'", "semicolon": ";", "full_stop": ".",
    "less_than_sign": "<", "greater_than_sign": ">", "plus": "+", "minus": "-",
    "equals_sign": "=", "left_curly_bracket": "{", "right_curly_bracket": "}",
}  # fmt: skip
"""Keys with a sign of their own; others are written as they are called, with capitals."""
TABS = "<!-- tabs -->"
KEYS = "<!-- keys -->"
FILTERS = "<!-- filters -->"
END = "<!-- end -->"


def key_name(key):
    """A key as the README writes it: `Ctrl+D`, `Home`, `j`, `B`."""
    if key in SIGNS or len(key) == 1:
        return SIGNS.get(key, key)
    return "+".join(
        SIGNS.get(part) or (part.upper() if len(part) == 1 else part.capitalize())
        for part in key.split("+")
    )


def table(head, rows):
    """The lines of a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def tabs():
    """The table of tabs, each with its key."""
    rows = [
        [f"`{s.digit}`" if s.digit else " ", s.title, f"`{s.name}`", s.about] for s in sections()
    ]
    return table(["Key", "Tab", "Name", "Contents"], rows)


def keys():
    """The table of keys, in the order of help; what is the same in several places is said once."""
    of_tabs = {f"tab.{each.name}" for each in sections()}
    where, heading = {}, {}
    for name in modules_in(tui.commands.__path__):
        for each in import_module(f"tui.commands.{name}").COMMANDS:
            same = (each.key_names, each.title, each.help)
            if each.id not in of_tabs:
                where.setdefault(same, []).extend(each.where)
                heading.setdefault(same, each.heading)
    rows = [
        [
            ", ".join(dict.fromkeys(where[same])),
            " ".join(f"`{key_name(key)}`" for key in same[0]) or " ",
            *same[1:],
        ]
        for same in sorted(where, key=lambda same: place_of(heading[same]))
    ]
    return table(["Where", "Keys", "Command", "What it does"], rows)


def filters():
    """The table of the filter language, as help shows it."""
    rows = [[f"`{write}`", finds] for write, finds in GRAMMAR]
    return table(["Write", "To see what"], rows)


def place_of(heading):
    """The place of a heading in help."""
    first = FIRST.index(heading) if heading in FIRST else len(FIRST)
    return (heading == LAST, first, heading)


def renewed(text):
    """The README with the tables as they should be."""
    for mark, lines in ((TABS, tabs()), (KEYS, keys()), (FILTERS, filters())):
        before, _, rest = text.partition(f"{mark}\n")
        _, _, after = rest.partition(f"{END}\n")
        text = "\n".join([f"{before}{mark}", "", *lines, "", f"{END}\n{after}"])
    return text


if __name__ == "__main__":
    README.write_text(renewed(README.read_text("utf-8")), "utf-8")

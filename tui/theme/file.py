"""A theme file as written: every key a text with its place; only the keys are checked."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tui.brief.files import read_bytes
from tui.brief.nodes import Fields
from tui.brief.notes import NOTHING, Notes
from tui.brief.parse import Parse, parse
from tui.brief.place import Place, Problem
from tui.brief.read import read
from tui.brief.record import NOWHERE, Spot
from tui.brief.spelling import unknown_key
from tui.brief.value import NO_NAMES, Value, value
from tui.theme.roles import ROLES
from tui.theme.textual_themes import VARIABLES

SIZE_LIMIT = 256 * 1024
_OURS = frozenset({"unknown", "value", "type", "required", "word"})
"""Codes of the reader of briefs, which for a theme all mean the same: it is not loaded."""


@value
class ThemeKeys(Value):
    """The keys of a theme file."""

    name: str = ""
    title: str = ""
    about: str = ""
    """Whom or what it is for, in a sentence."""
    dark: bool | None = None
    ansi: bool | None = None
    """Whether its colours are those of the terminal: `ansi_red`, `ansi_default`."""
    extends: str = ""
    primary: str = ""
    secondary: str = ""
    warning: str = ""
    error: str = ""
    success: str = ""
    accent: str = ""
    foreground: str = ""
    background: str = ""
    surface: str = ""
    panel: str = ""
    boost: str = ""
    luminosity_spread: str = ""
    text_alpha: str = ""
    variables: Mapping[str, str] = NO_NAMES
    roles: Mapping[str, str] = NO_NAMES
    spot: Spot = NOWHERE


class ThemeFile(NamedTuple):
    """A theme file as read; its texts are not interpreted yet."""

    path: Path
    keys: ThemeKeys
    places: Mapping[str, Place]
    """Key → place of its value; `roles.quiet` for one within a map."""
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The name given in the file, else the file's own."""
        return self.keys.name or self.path.stem

    @property
    def failed(self) -> bool:
        """Whether anything in the file is an error."""
        return any(problem.severity == "error" for problem in self.problems)

    def place(self, key: str) -> Place:
        """The place of the value of a key; the top of the file if it is not set."""
        return self.places.get(key, Place(str(self.path)))


def read_theme_file(path: Path, parse: Parse = parse) -> ThemeFile:
    """Read one theme file; mistakes are among its problems, with the code `theme` or the parser's.

    Unlike in a brief an unknown key is an error: a theme is small, and one that does not do what
    its author meant is better corrected than used.
    """
    file = str(path)
    nothing = ThemeFile(path, ThemeKeys(), {})
    data = read_bytes(path, SIZE_LIMIT)
    if isinstance(data, Problem):
        return nothing._replace(problems=(data,))
    parsed = parse(data, file)
    if parsed.node is None:
        empty = Problem(Place(file), "theme", "the file says nothing yet")
        return nothing._replace(problems=parsed.problems or (empty,))
    notes = Notes(file, list(parsed.problems))
    if not isinstance(parsed.node, Fields):
        notes.error(parsed.node, "theme", "a theme is a map of keys, such as `primary: teal`")
        return nothing._replace(problems=tuple(notes.problems))
    form = read(ThemeKeys, parsed.node, notes)
    places = dict(_places(parsed.node, notes))
    problems = tuple(sorted(_ours(problem) for problem in notes.problems))
    return ThemeFile(path, form if form is not NOTHING else ThemeKeys(), places, problems)


def _ours(problem: Problem) -> Problem:
    if problem.code not in _OURS:
        return problem
    return problem._replace(code="theme", severity="error")


def _places(node: Fields, notes: Notes) -> Iterator[tuple[str, Place]]:
    """Find the place of each value, and report unknown keys within a map."""
    inner = {"variables": VARIABLES, "roles": frozenset(ROLES)}
    for key, found in node.pairs:
        yield key.value, notes.place(found)
        if key.value not in inner or not isinstance(found, Fields):
            continue
        known = inner[key.value]
        for name, each in found.pairs:
            if name.value not in known:
                notes.error(name, "theme", unknown_key(name.value, sorted(known)))
            yield f"{key.value}.{name.value}", notes.place(each)

"""A theme file as it is written: every key a text with its place, nothing judged but the keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from textual.theme import BUILTIN_THEMES

from tui.brief.files import read_bytes
from tui.brief.nodes import Fields
from tui.brief.notes import NOTHING, Notes
from tui.brief.parse import Parse, parse
from tui.brief.place import Place, Problem
from tui.brief.read import read
from tui.brief.record import NOWHERE, Spot
from tui.brief.spelling import unknown_key
from tui.theme.roles import PALETTE, ROLES

SIZE_LIMIT = 256 * 1024
_NO_TEXTS: Mapping[str, str] = MappingProxyType({})
_OURS = frozenset({"unknown", "value", "type", "required", "word"})
"""Codes of the reader of briefs, which for a theme all mean the same: it is not taken."""


@dataclass(frozen=True, kw_only=True)
class ThemeForm:
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
    variables: Mapping[str, str] = field(default_factory=lambda: _NO_TEXTS)
    roles: Mapping[str, str] = field(default_factory=lambda: _NO_TEXTS)
    spot: Spot = NOWHERE


@dataclass(frozen=True, slots=True)
class Sheet:
    """One theme file, read but not yet understood."""

    path: Path
    form: ThemeForm
    places: Mapping[str, Place]
    """Key → place of its value; `roles.quiet` for one within a map."""
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The name written in the file, else that of the file."""
        return self.form.name or self.path.stem

    @property
    def failed(self) -> bool:
        """Whether anything in the file is an error."""
        return any(problem.severity == "error" for problem in self.problems)

    def place(self, key: str) -> Place:
        """Where the value of a key stands; the top of the file where it was not written."""
        return self.places.get(key, Place(str(self.path)))


def read_sheet(path: Path, parse: Parse = parse) -> Sheet:
    """Read one theme file; mistakes are among its problems, with the code `theme` or the parser's.

    Unlike in a brief an unknown key is an error: a theme is small, and one that does not do what
    its author meant is better mended than worn.
    """
    file = str(path)
    nothing = Sheet(path, ThemeForm(), {})
    data = read_bytes(path, SIZE_LIMIT)
    if isinstance(data, Problem):
        return replace(nothing, problems=(data,))
    parsed = parse(data, file)
    if parsed.node is None:
        empty = Problem(Place(file), "theme", "the file says nothing yet")
        return replace(nothing, problems=parsed.problems or (empty,))
    notes = Notes(file, list(parsed.problems))
    if not isinstance(parsed.node, Fields):
        notes.error(parsed.node, "theme", "a theme is a map of keys, such as `primary: teal`")
        return replace(nothing, problems=tuple(notes.problems))
    form = read(ThemeForm, parsed.node, notes)
    places = dict(_places(parsed.node, notes))
    problems = tuple(sorted(_ours(problem) for problem in notes.problems))
    return Sheet(path, form if form is not NOTHING else ThemeForm(), places, problems)


def _ours(problem: Problem) -> Problem:
    if problem.code not in _OURS:
        return problem
    return problem._replace(code="theme", severity="error")


@cache
def known_variables() -> frozenset[str]:
    """The names of Textual's own variables that a theme may set."""
    made = BUILTIN_THEMES["textual-dark"].to_color_system().generate()
    return frozenset(made) - frozenset(PALETTE)


def _places(node: Fields, notes: Notes) -> Iterator[tuple[str, Place]]:
    """Find where each value stands; of keys within a map, tell the unknown ones."""
    inner = {"variables": known_variables(), "roles": frozenset(ROLES)}
    for key, value in node.pairs:
        yield key.value, notes.place(value)
        if key.value not in inner or not isinstance(value, Fields):
            continue
        known = inner[key.value]
        for name, each in value.pairs:
            if name.value not in known:
                notes.error(name, "theme", unknown_key(name.value, sorted(known)))
            yield f"{key.value}.{name.value}", notes.place(each)

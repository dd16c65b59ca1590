"""From the texts of a theme file and of those it extends to a theme."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, cast

from tui.blocks import Role
from tui.brief.place import Place, Problem
from tui.brief.value import EMPTY, NO_NAMES
from tui.theme.colour import BLACK, PALETTE, WHITE, Colour
from tui.theme.file import ThemeFile
from tui.theme.loaded import LoadedTheme
from tui.theme.look import Look, contrast, parse_colour, parse_look, parse_style
from tui.theme.roles import role_variables
from tui.theme.textual_themes import builtin_theme, palette_of

LEGIBLE = 3.0
"""Contrast below which a text is warned about (WCAG 1.4.11, for text that is not prose)."""
_BACKGROUNDS = ("background", "surface", "panel")


class ResolvedTheme(NamedTuple):
    """The texts of a theme together with those of the theme it extends."""

    colours: Mapping[str, str] = NO_NAMES
    dark: bool = True
    luminosity_spread: float = 0.15
    text_alpha: float = 0.95
    ansi: bool = False
    variables: Mapping[str, str] = NO_NAMES
    roles: Mapping[str, str] = NO_NAMES
    places: Mapping[str, Place] = EMPTY
    """Key → place of its value. What came from Textual has none, and is known to be sound."""


def resolve_builtin(name: str) -> ResolvedTheme:
    """One of Textual's own themes, to be extended."""
    theme = builtin_theme(name)
    colours = {name: getattr(theme, name) for name in PALETTE if getattr(theme, name)}
    numbers = (theme.luminosity_spread, theme.text_alpha)
    return ResolvedTheme(colours, theme.dark, *numbers, theme.ansi, dict(theme.variables))


def extend(base: ResolvedTheme, file: ThemeFile, problems: list[Problem]) -> ResolvedTheme | None:
    """Add the texts of a file to those of the theme it extends; None if its numbers are wrong."""
    keys = file.keys
    known = len(problems)
    spread = _fraction(file, "luminosity_spread", base.luminosity_spread, problems)
    alpha = _fraction(file, "text_alpha", base.text_alpha, problems)
    if len(problems) > known:
        return None
    own = {name: getattr(keys, name) for name in PALETTE if getattr(keys, name)}
    return ResolvedTheme(
        {**base.colours, **own},
        base.dark if keys.dark is None else keys.dark,
        spread,
        alpha,
        base.ansi if keys.ansi is None else keys.ansi,
        {**base.variables, **keys.variables},
        {**base.roles, **keys.roles},
        {**base.places, **file.places},
    )


def _fraction(file: ThemeFile, key: str, default: float, problems: list[Problem]) -> float:
    text = getattr(file.keys, key)
    if not text:
        return default
    if not re.fullmatch(r"0(\.\d{1,6})?|\.\d{1,6}|1(\.0{1,6})?", text, re.ASCII):
        message = f"`{key}: {text}`: write a number from 0 to 1, such as 0.15"
        problems.append(Problem(file.place(key), "theme", message))
        return default
    return float(text)


def build(
    resolved: ResolvedTheme, file: ThemeFile
) -> tuple[LoadedTheme | None, tuple[Problem, ...]]:
    """Turn texts into colours; no theme if one of them is not a colour, and a problem for each."""
    builder = _Builder(resolved, file.path)
    colours = builder.colours()
    if builder.problems:
        return None, tuple(builder.problems)
    palette = palette_of(colours, dark=resolved.dark, ansi=resolved.ansi)
    roles = builder.roles(palette)
    variables = {**builder.variables(palette), **role_variables(roles)}
    if builder.problems:
        return None, tuple(builder.problems)
    theme = LoadedTheme(
        file.name,
        file.keys.title or file.name,
        file.path,
        colours,
        palette,
        variables,
        roles,
        *resolved[1:5],
        file.keys.about,
    )
    return theme, tuple(builder.warnings(palette, roles))


class _Builder:
    """Interprets the texts of a theme, and collects what is wrong with them."""

    def __init__(self, resolved: ResolvedTheme, path: Path) -> None:
        self.resolved = resolved
        self.path = path
        self.problems: list[Problem] = []

    def colours(self) -> dict[str, str]:
        """The colours of the palette that are set, as a style sheet writes them."""
        found: dict[str, Colour] = {}
        for key in self.resolved.colours:
            self._read_colour(key, found, ())
        if "primary" not in self.resolved.colours:
            self._problem("primary", "`primary:` is missing")
        return {key: colour.hex for key, colour in found.items()}

    def _read_colour(self, key: str, found: dict[str, Colour], trail: tuple[str, ...]) -> None:
        """Read one colour of the palette, after the one it refers to with a `$`."""
        text = self.resolved.colours[key]
        named = text.split()[0].removeprefix("$") if text.startswith("$") else ""
        if key in found or key in trail:
            return
        if named in self.resolved.colours:
            self._read_colour(named, found, (*trail, key))
        try:
            found[key] = parse_colour(text, found, ansi=self.resolved.ansi)
        except ValueError as error:
            self._problem(key, f"`{key}: {text}`: {error}")

    def variables(self, palette: Mapping[str, Colour]) -> dict[str, str]:
        """Textual's own variables, as colours or text styles by their names."""
        made: dict[str, str] = {}
        for name, text in self.resolved.variables.items():
            key = f"variables.{name}"
            if key not in self.resolved.places:
                made[name] = text  # Textual's own
                continue
            try:
                style = "style" in name
                made[name] = parse_style(text) if style else self._colour(text, palette).hex
            except ValueError as error:
                self._problem(key, f"`{name}: {text}`: {error}")
        return made

    def _colour(self, text: str, palette: Mapping[str, Colour]) -> Colour:
        return parse_colour(text, palette, ansi=self.resolved.ansi)

    def roles(self, palette: Mapping[str, Colour]) -> dict[Role, Look]:
        """The looks of the roles the theme sets."""
        made: dict[Role, Look] = {}
        for name, text in self.resolved.roles.items():
            try:
                made[cast("Role", name)] = parse_look(text, palette, ansi=self.resolved.ansi)
            except ValueError as error:
                self._problem(f"roles.{name}", f"`{name}: {text}`: {error}")
        return made

    def _problem(self, key: str, message: str) -> None:
        place = self.resolved.places.get(key, Place(str(self.path)))
        self.problems.append(Problem(place, "theme", message))

    def warnings(
        self, palette: Mapping[str, Colour], roles: Mapping[Role, Look]
    ) -> Iterator[Problem]:
        """Report what can hardly be read. The colours of a terminal are not known."""
        if palette["background"].ansi is not None:
            return
        # Behind a see-through background there is most likely black in a dark terminal.
        bottom = BLACK if self.resolved.dark else WHITE
        paper, ink = bottom.under(palette["background"]), palette["foreground"]
        pairs = [("foreground", ink, name, paper.under(palette[name])) for name in _BACKGROUNDS]
        for role, look in roles.items():
            back = paper.under(look.background) if look.background else paper
            under = "its own background" if look.background else "background"
            pairs.append((f"roles.{role}", look.colour or ink, under, back))
        reported: set[str] = set()
        for key, front, under, back in pairs:
            if key not in reported and (ratio := contrast(front, back)) < LEGIBLE:
                reported.add(key)
                shown = key.removeprefix("roles.")
                measured = f"contrast {ratio:.1f}:1, below {LEGIBLE:g}:1"
                message = f"`{shown}` can hardly be read on {under}: {measured}"
                place = self.resolved.places.get(key, Place(str(self.path)))
                own = place if place.file == str(self.path) else Place(str(self.path))
                yield Problem(own, "theme", message, "warning")

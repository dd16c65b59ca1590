"""From what a theme file and those it extends say to one theme of Textual."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tui.blocks import Role
from tui.brief.place import Place, Problem
from tui.theme.form import Sheet
from tui.theme.look import Look, contrast, parse_colour, parse_look, parse_style
from tui.theme.roles import PALETTE, palette_of, role_variables

LEGIBLE = 3.0
"""The contrast below which text on paper is warned of (WCAG 1.4.11, for what is not running)."""
_PAPERS = ("background", "surface", "panel")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a theme says, with what it took over from the one it extends. All still as text."""

    palette: Mapping[str, str] = field(default_factory=dict)
    dark: bool = True
    spread: float = 0.15
    alpha: float = 0.95
    ansi: bool = False
    variables: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


def draft_of(theme: Theme) -> Draft:
    """A theme of Textual's own, to be extended. Its variables are known to be sound."""
    palette = {name: getattr(theme, name) for name in PALETTE if getattr(theme, name)}
    draft = Draft(palette, theme.dark, theme.luminosity_spread, theme.text_alpha, theme.ansi)
    return replace(draft, variables=dict(theme.variables))


def follow(base: Draft, sheet: Sheet, problems: list[Problem]) -> Draft | None:
    """Lay a file over what it extends; None where its numbers are wrong."""
    form = sheet.form
    known = len(problems)
    spread = _fraction(sheet, "luminosity_spread", base.spread, problems)
    alpha = _fraction(sheet, "text_alpha", base.alpha, problems)
    if len(problems) > known:
        return None
    own = {name: getattr(form, name) for name in PALETTE if getattr(form, name)}
    return Draft(
        {**base.palette, **own},
        base.dark if form.dark is None else form.dark,
        spread,
        alpha,
        base.ansi if form.ansi is None else form.ansi,
        {**base.variables, **form.variables},
        {**base.roles, **form.roles},
        {**base.places, **sheet.places},
    )


def _fraction(sheet: Sheet, key: str, default: float, problems: list[Problem]) -> float:
    text = getattr(sheet.form, key)
    if not text:
        return default
    if not re.fullmatch(r"0(\.\d{1,6})?|\.\d{1,6}|1(\.0{1,6})?", text, re.ASCII):
        message = f"`{key}: {text}`: write a number from 0 to 1, such as 0.15"
        problems.append(Problem(sheet.place(key), "theme", message))
        return default
    return float(text)


def make(
    draft: Draft, name: str, path: Path
) -> tuple[Theme | None, dict[Role, Look], list[Problem]]:
    """Turn texts into colours; no theme where one of them is none, and a problem for each."""
    maker = _Maker(draft, path)
    theme = maker.theme(name)
    if maker.problems:
        return None, {}, maker.problems
    palette = palette_of(theme)
    roles = maker.roles(palette)
    # What Textual makes for the colours of a terminal leaves out some that its style sheets name.
    base = BUILTIN_THEMES["ansi-dark" if draft.dark else "ansi-light"].variables
    own = {**maker.variables(palette), **role_variables(roles)}
    theme.variables = {**base, **own} if draft.ansi else own
    if maker.problems:
        return None, {}, maker.problems
    return theme, roles, list(maker.warnings(palette, roles))


@dataclass
class _Maker:
    draft: Draft
    path: Path
    problems: list[Problem] = field(default_factory=list)

    def theme(self, name: str) -> Theme:
        """The theme without its variables."""
        given: dict[str, Color] = {}
        for key in self.draft.palette:
            self._palette_colour(key, given, ())
        if "primary" not in self.draft.palette:
            self._problem("primary", "`primary:` is missing")
        colours: dict[str, Any] = {key: colour.hex for key, colour in given.items()}
        draft = self.draft
        return Theme(
            name=name,
            primary=colours.pop("primary", "black"),
            dark=draft.dark,
            luminosity_spread=draft.spread,
            text_alpha=draft.alpha,
            ansi=draft.ansi,
            **colours,
        )

    def _palette_colour(self, key: str, given: dict[str, Color], trail: tuple[str, ...]) -> None:
        """Read one colour of the palette, after the one it names with a `$`."""
        text = self.draft.palette[key]
        named = text.split()[0].removeprefix("$") if text.startswith("$") else ""
        if key in given or key in trail:
            return
        if named in self.draft.palette:
            self._palette_colour(named, given, (*trail, key))
        try:
            given[key] = parse_colour(text, given, ansi=self.draft.ansi)
        except ValueError as error:
            self._problem(key, f"`{key}: {text}`: {error}")

    def variables(self, palette: Mapping[str, Color]) -> dict[str, str]:
        """Textual's own variables, as colours or text styles by their names."""
        made: dict[str, str] = {}
        for name, text in self.draft.variables.items():
            key = f"variables.{name}"
            if key not in self.draft.places:
                made[name] = text  # Textual's own
                continue
            try:
                style = "style" in name
                made[name] = parse_style(text) if style else self._colour(text, palette).hex
            except ValueError as error:
                self._problem(key, f"`{name}: {text}`: {error}")
        return made

    def _colour(self, text: str, palette: Mapping[str, Color]) -> Color:
        return parse_colour(text, palette, ansi=self.draft.ansi)

    def roles(self, palette: Mapping[str, Color]) -> dict[Role, Look]:
        """The looks of the roles the theme speaks of."""
        made: dict[Role, Look] = {}
        for name, text in self.draft.roles.items():
            try:
                made[cast("Role", name)] = parse_look(text, palette, ansi=self.draft.ansi)
            except ValueError as error:
                self._problem(f"roles.{name}", f"`{name}: {text}`: {error}")
        return made

    def _problem(self, key: str, message: str) -> None:
        place = self.draft.places.get(key, Place(str(self.path)))
        self.problems.append(Problem(place, "theme", message))

    def warnings(
        self, palette: Mapping[str, Color], roles: Mapping[Role, Look]
    ) -> Iterator[Problem]:
        """Tell what can hardly be read. The colours of a terminal are not known."""
        if palette["background"].ansi is not None:
            return
        # What a see-through background lets through is most likely black in a dark terminal.
        bottom = Color(0, 0, 0) if self.draft.dark else Color(255, 255, 255)
        paper, ink = bottom + palette["background"], palette["foreground"]
        pairs = [("foreground", ink, name, paper + palette[name]) for name in _PAPERS]
        for role, look in roles.items():
            back = paper + look.background if look.background else paper
            under = "its own background" if look.background else "background"
            pairs.append((f"roles.{role}", look.colour or ink, under, back))
        told: set[str] = set()
        for key, front, under, back in pairs:
            if key not in told and (ratio := contrast(front, back)) < LEGIBLE:
                told.add(key)
                shown = key.removeprefix("roles.")
                measured = f"contrast {ratio:.1f}:1, below {LEGIBLE:g}:1"
                message = f"`{shown}` can hardly be read on {under}: {measured}"
                place = self.draft.places.get(key, Place(str(self.path)))
                own = place if place.file == str(self.path) else Place(str(self.path))
                yield Problem(own, "theme", message, "warning")

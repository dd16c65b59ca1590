"""Themes as loaded from their files: plain data, which a start can read without Textual."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tui.blocks import Role
from tui.brief.place import Problem
from tui.theme.colour import Colour
from tui.theme.look import Look, contrast


class LoadedTheme(NamedTuple):
    """A theme from a file, checked as far as that is possible without an application."""

    name: str
    """The name by which `App.theme` knows it."""
    title: str
    path: Path
    colours: Mapping[str, str]
    """The colours the file sets, by the names of `PALETTE`."""
    palette: Mapping[str, Colour]
    """All colours of `PALETTE`, including those Textual derives from the others."""
    variables: Mapping[str, str]
    """Textual's variables, and those of the roles in `roles`."""
    roles: Mapping[Role, Look]
    """The roles the file describes; `role_defaults` has the others."""
    dark: bool = True
    luminosity_spread: float = 0.15
    text_alpha: float = 0.95
    ansi: bool = False
    about: str = ""
    """Whom or what it is for."""

    @property
    def contrast(self) -> float | None:
        """The lowest contrast of any text with the background; None: the terminal's own colours."""
        paper, ink = self.palette["background"], self.palette["foreground"]
        if self.ansi or paper.ansi is not None:
            return None
        fronts = (look.colour or ink for look in self.roles.values() if not look.background)
        return min(contrast(front, paper) for front in (ink, *fronts))


class LoadedThemes(NamedTuple):
    """The themes of some folders by name, in the order found."""

    themes: Mapping[str, LoadedTheme]
    problems: tuple[Problem, ...] = ()

"""Themes that can be worn, as read from their files."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from textual.theme import Theme

from tui.blocks import Role
from tui.brief.place import Problem
from tui.theme.look import Look


class ParleyTheme(NamedTuple):
    """A theme as read from a file, sound as far as can be told without an application."""

    theme: Theme
    """Carries the variables of the roles its file speaks of; `role_defaults` has the others."""
    title: str
    roles: Mapping[Role, Look]
    path: Path
    about: str = ""
    """Whom or what it is for."""

    @property
    def name(self) -> str:
        """The name by which `App.theme` knows it."""
        return self.theme.name

    @property
    def contrast(self) -> float | None:
        """The lowest contrast of any text with the paper; None: the terminal's own colours."""
        from tui.theme.look import contrast  # noqa: PLC0415  (asked by who chooses a theme)
        from tui.theme.roles import palette_of  # noqa: PLC0415

        palette = palette_of(self.theme)
        paper, ink = palette["background"], palette["foreground"]
        if self.theme.ansi or paper.ansi is not None:
            return None
        fronts = (look.colour or ink for look in self.roles.values() if not look.background)
        return min(contrast(front, paper) for front in (ink, *fronts))


class Themes(NamedTuple):
    """The themes of some folders by name, in the order found."""

    themes: Mapping[str, ParleyTheme]
    problems: tuple[Problem, ...] = ()

"""Seeing what is wrong in the files of a brief, and reading them again."""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.presentation.view import View
from tui.screens.journey import Journey
from tui.screens.reload import Reload

if TYPE_CHECKING:
    from tui.screens.problems import ProblemsScreen


class Mending(Journey, part=True):
    """Problems and reloading."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._problems: ProblemsScreen | None = None

    def tell_problems(self, view: View) -> None:
        """Hand another state of the brief to the list of its problems, where it is open."""
        if self._problems is not None:
            self._problems.view = view

    def action_problems(self) -> None:
        """List what is wrong in the files of this brief."""
        from tui.screens.problems import ProblemsScreen  # noqa: PLC0415  (rarely the first screen)

        if self.view is not None:
            self._problems = ProblemsScreen(self.view)
            self.app.push_screen(self._problems)

    def action_reload(self) -> None:
        """Read the files again, whatever they say of themselves."""
        self.post_message(Reload(self.path))

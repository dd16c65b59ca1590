"""Copying what is under the cursor: `y`, then how."""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from tui.widgets.part import Part

if TYPE_CHECKING:
    from tui.app.app import ParleyApp
    from tui.rendering.copies import Copy

SELECTED, SHOWN = "s", "v"


class Copier(Part, Screen[Any], part=True):
    """A screen with something on it that can be copied, by whatever key."""

    app: "ParleyApp"

    def copies(self) -> "tuple[Copy, ...]":
        """The ways to copy what the cursor is on."""
        raise NotImplementedError

    def handled(self, text: str) -> str:
        """A text from this screen with how it is to be handled."""
        return text

    def action_copy(self) -> None:
        """Ask how to copy what the cursor is on, what is selected, or to show what was copied."""
        from tui.rendering.copies import Copy  # noqa: PLC0415  (not for the first paint)
        from tui.screens.choosing import Choice, Choosing  # noqa: PLC0415
        from tui.screens.copied import CopiedScreen  # noqa: PLC0415

        selected = self.get_selected_text() or ""
        found = [*self.copies()]
        if selected:
            found.append(Copy(SELECTED, "what is selected", self.handled(selected)))
        found.append(Copy(SHOWN, "show last copied", self.app.copying.last))
        ways = {each.key: each.text for each in found if each.text}
        if not ways:
            self.notify("There is nothing to copy here")
            return

        def taken(key: str | None) -> None:
            if key == SHOWN:
                self.app.push_screen(CopiedScreen(self.app.copying.last))
            elif key:
                self.app.copy_to_clipboard(ways[key])

        choices = (
            Choice(each.key, each.name, _first(each.told or each.text))
            for each in found
            if each.text
        )
        self.app.push_screen(Choosing("Copy", tuple(choices)), taken)


def _first(text: str) -> str:
    """The first line of a text that says something."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


class Yanking(Copier, part=True):
    """A screen where letters are keys."""

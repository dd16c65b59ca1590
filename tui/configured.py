"""An application that is dressed as its user wants it: the theme it wears."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from tui.brief.parse import Parse
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.guided import GuidedApp
from tui.theme import Wardrobe, role_styles

if TYPE_CHECKING:
    from tui.screens.palette import Entry


class ConfiguredApp(GuidedApp):
    """Wears a theme, and says what is wrong with what its user wrote."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "T", "next_theme", "theme", id="app.theme", show=False,
            tooltip="Put on the next theme; the palette has them by name",
        ),
    ]  # fmt: skip

    def __init__(self, themes: Sequence[Path], theme: str, parse: Parse) -> None:
        super().__init__()
        self.wardrobe = Wardrobe(self, themes)
        self.wardrobe.start(theme, parse)
        self.watch_theme()

    def watch_theme(self) -> None:
        """Work out the style of each role in the theme now worn."""
        self.ink = role_styles(self.current_theme)

    def offers(self) -> Iterable["Entry"]:
        """Every theme."""
        from tui.screens.palette import Entry  # noqa: PLC0415  (not needed for the first paint)

        for name in self.wardrobe.names():
            worn = "worn now" if name == self.theme else ""
            yield Entry(f"theme {name}", name, worn, "", "themes", partial(self.wear, name))

    def wear(self, name: str) -> None:
        """Put on a theme by its name."""
        self.warn(*self.wardrobe.wear(name))

    def action_next_theme(self) -> None:
        """Put on the next theme of the shelf."""
        self.warn(*self.wardrobe.next())

    def warn(self, *problems: Problem) -> None:
        """Say what is wrong in files that are no briefs, each with its place."""
        for problem in problems:
            where = f"{Path(problem.place.file).name}:{problem.place.line}"
            message = shown(f"{where}: {problem.message}")
            self.notify(message, severity="warning", markup=False, timeout=10)

"""Beginning a brief of one's own from among the briefs there are."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from tui.brief.shown import shown
from tui.package_data import shipped
from tui.screens.guarded import Guarded

if TYPE_CHECKING:
    from tui.app.app import ParleyApp
    from tui.brief.place import Problem


class Beginning(Guarded, Screen[Any], part=True):
    """A screen a new brief can be begun from; stands before the screen class."""

    WRITES = frozenset({"begin"})
    app: "ParleyApp"

    @property
    def is_first(self) -> bool:
        """Whether nothing is here but the briefs that come with Parley."""
        return all(map(_comes_along, self.app.session.paths))

    def action_begin(self) -> None:
        """Ask for its name, write it and open it."""
        from tui.screens.naming import NamingBrief  # noqa: PLC0415  (not for the first paint)

        def opened(path: Path | None) -> None:
            if path is None:
                return
            self.app.session.add(path)
            self.app.briefs.open(path)
            told = f"{path} is written: i changes it here, e in your own editor"
            self.app.notify(shown(told), timeout=8)

        self.app.push_screen(NamingBrief(f"{self._where()}/", _write), opened)

    def _where(self) -> Path:
        """The folder new briefs belong in: never that of the briefs that come with Parley."""
        own = [folder for folder in self.app.session.shelf.folders if not _comes_along(folder)]
        return own[0] if own else Path("briefs")


def _comes_along(folder: Path) -> bool:
    return folder.resolve() == shipped("briefs").resolve()


def _write(named: Path) -> "Path | Problem":
    from tui.library.begin import begin  # noqa: PLC0415

    return begin(named, shipped("briefs") / "starter.yaml")

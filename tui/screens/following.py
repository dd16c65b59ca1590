"""Following a brief while a screen shows something of it."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from tui.presentation.view import View

if TYPE_CHECKING:
    from tui.app.app import ParleyApp


def follow(screen: Screen[Any], path: Path, update: Callable[[View], object]) -> None:
    """Call `update` with each new view of a brief, as long as a mounted screen is open."""

    def changed(view: View) -> None:
        if view.reading.path == path:
            update(view)

    cast("ParleyApp", screen.app).briefs.changed.subscribe(screen, changed)

"""Following a brief while a screen shows something of it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from textual.screen import Screen

from tui.presentation.view import View
from tui.widgets.host import HostApp


def follow(screen: Screen[Any], path: Path, update: Callable[[View], object]) -> None:
    """Call `update` with each new view of a brief, as long as a mounted screen is open."""

    def changed(view: View) -> None:
        if view.reading.path == path:
            update(view)

    cast("HostApp", screen.app).briefs.changed.subscribe(screen, changed)

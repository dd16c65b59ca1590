"""Jump labels on everything in view that can be gone to."""

from typing import Any

from textual.screen import Screen

from tui.app.app import ParleyApp
from tui.rendering.labels import labels
from tui.screens.brief import BriefScreen
from tui.widgets.footer import KeyFooter
from tui.widgets.jump import JumpLabels, Target
from tui.widgets.jump_line import JumpLine
from tui.widgets.page_search import search_of
from tui.widgets.tab_bar import TabBar


def start(app: ParleyApp) -> None:
    """Show a label on each target; typing it goes there."""
    screen = app.screen
    if screen.query(JumpLine):
        return
    found = _targets(screen)
    names = labels(len(found))
    if not names:
        app.notify("Nothing in view to jump to")
        return

    def remember() -> None:
        if isinstance(screen, BriefScreen):
            app.history.leave(screen.stop())

    line = JumpLine(dict(zip(names, found, strict=False)), screen.focused, remember)
    hints = screen.query_one(KeyFooter)
    screen.mount(line, before=hints)
    hints.display = False
    # At once, so that no letter typed after the key goes elsewhere.
    screen.set_focus(line)


def _targets(screen: Screen[Any]) -> list[tuple[JumpLabels, Target]]:
    """What can be gone to: nearest to the focus first, tabs last."""
    search = search_of(screen)
    found = [
        ((widget is not screen.focused, isinstance(widget, TabBar), distance), widget, target)
        for widget in (*(search.parts if search else ()), *screen.query(TabBar))
        if widget is not None and widget.display and widget.size
        for distance, target in widget.jump.targets()
    ]
    return [(widget.jump, target) for _, widget, target in sorted(found, key=lambda each: each[0])]

"""What a reload changed, in one line in place of the footer, and on the rows for a moment."""

from typing import Any

from textual.screen import Screen

from tui.blocks import Span
from tui.presentation.changes import headline
from tui.presentation.view import View
from tui.rendering.ink import cut, safe, width_of
from tui.widgets.footer import KeyFooter
from tui.widgets.keys import bound_here
from tui.widgets.list_detail import ListDetail


def show_news(screen: Screen[Any], fresh: list[str], now: View) -> None:
    """Name the first of some changes, the number of others, and the key that lists them."""
    for pane in screen.query(ListDetail):
        pane.list.flash.show(fresh)
    line = headline(now, now.changes[fresh[0]], now.before(fresh[0]))
    shown = (bound.shown for bound in bound_here(screen) if bound.id == "brief.changes")
    key = next((keys[0] for keys in shown if keys), "")
    more = f"{len(fresh) - 1} more" if len(fresh) > 1 else ""
    rest = (Span("; " + ": ".join(part for part in (more, key) if part), "quiet"),)
    room = screen.size.width - width_of(rest) - 4
    screen.query_one(KeyFooter).news = (Span("• ", "changed"), *cut(safe(line), room), *rest)


def fresh_changes(before: View, now: View) -> list[str]:
    """The names of the changes that a reload brought; none where it was no reload."""
    if before.reading is now.reading:
        return []
    return [name for name, each in now.changes.items() if before.changes.get(name) != each]

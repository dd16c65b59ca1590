"""Searching the list and the page in front."""

from tui.app.app import ParleyApp
from tui.widgets.footer import KeyFooter
from tui.widgets.page_search import search_of
from tui.widgets.search_bar import SearchBar


def start(app: ParleyApp) -> None:
    """Ask for words to search for; matches are shown as they are typed."""
    if search := search_of(app.screen):
        bar = SearchBar(search.change, search.keep, search.cancel)
        search.open(bar, app.screen.query_one(KeyFooter))


def next_match(app: ParleyApp) -> None:
    """Go to the next match."""
    if search := search_of(app.screen):
        search.go(1)


def previous_match(app: ParleyApp) -> None:
    """Go to the previous match."""
    if search := search_of(app.screen):
        search.go(-1)

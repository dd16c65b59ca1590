"""Completion: suggestions for the cursor, in a list under it."""

from collections.abc import Callable
from datetime import date

from textual.widgets.text_area import Selection

from tui.brief.spelling import fold
from tui.editing.complete import Offer, Offers, complete
from tui.editing.whole import new_record
from tui.presentation.view import View
from tui.screens.editor.open_files import OpenFiles
from tui.screens.notices import show_notice
from tui.widgets.choices import ROWS, WIDTH, Choices

KEYS = frozenset({"up", "down", "enter", "tab", "escape"})
"""Keys that belong to the list while it is open."""


class TextCompletion:
    """Offers keys, words, ids and dates as they are typed."""

    def __init__(self, files: OpenFiles, choices: Choices, view: Callable[[], View]) -> None:
        """`view` gives the brief as it is typed now."""
        self._files = files
        self._choices = choices
        self._view = view
        self._shown: Offers | None = None
        self._row = 0

    def ask(self) -> None:
        """Show all suggestions, whatever was typed."""
        self._offer(asked=True)
        if self._shown is None:
            show_notice(self._choices, "No suggestions here")

    def update(self) -> None:
        """The text was changed: show what fits the word that is being typed."""
        if self._files.area.has_focus and self._files.area.typing:
            self._offer(asked=False)
        else:
            self.close()

    def _offer(self, *, asked: bool) -> None:
        area, view = self._files.area, self._view()
        self._row, column = area.cursor_location
        today = view.now.date() if view.now else date.today()
        found = complete(area.document.lines, self._row, column, view.reading, today)
        if found is None or not (asked or _wanted(found)):
            self.close()
            return
        self._shown = found
        self._choices.offers = found.offers
        self._choices.cursor = 0 if asked or _likely(found) else -1
        area.forwarded = KEYS
        self.place()

    def place(self) -> None:
        """Put the list where it hides neither the line nor the notes under it."""
        if self._shown is None:
            return
        area, screen = self._files.area, self._choices.screen.size
        x, y = area.cursor_screen_offset
        x -= len(self._shown.where.prefix) + 3
        y += area.notes.count(area.cursor_location[0])
        height = min(len(self._shown.offers), ROWS) + 1
        fits_below = y + 1 + height <= screen.height - 1
        self._choices.styles.offset = (
            max(0, min(x, screen.width - WIDTH)),
            y + 1 if fits_below else max(0, y - height),
        )

    def close(self) -> bool:
        """Close the list; return whether it was open."""
        was_open = self._shown is not None
        if was_open:
            self._shown = None
            self._choices.offers = ()
            self._files.area.forwarded = frozenset()
        return was_open

    def close_elsewhere(self) -> None:
        """Close the list if the cursor has left the word it was for."""
        if self._shown is None:
            return
        row, column = self._files.area.cursor_location
        if row != self._row or column < self._shown.where.start:
            self.close()

    def press(self, key: str) -> None:
        """Act on a key that belongs to the list."""
        if key in {"up", "down"}:
            self._choices.move(1 if key == "down" else -1)
        elif key == "escape":
            self.close()
        elif self._choices.current:
            self.accept(self._choices.current)
        elif key == "tab":
            self.accept(self._choices.offers[0])
        else:
            self.close()
            self._files.area.break_line()

    def accept(self, offer: Offer) -> None:
        """Write a suggestion in place of the word it completes."""
        if self._shown is None:
            return
        area, where = self._files.area, self._shown.where
        row, column = area.cursor_location
        start = (row, where.start)
        text = _fitting(offer.insert, area.document[row][column:])
        if where.bare:
            text = f" {text}"
        self.close()
        before, _, after = text.partition("|")
        area.history.checkpoint()
        area.typing = False
        area.replace(before + after, start, (row, column), maintain_selection_offset=False)
        *more, last = before.split("\n")
        at = (row + len(more), len(last) + (0 if more else start[1]))
        area.selection = Selection(at, at)
        area.history.checkpoint()
        if offer.new:
            self._add_record(offer)
        elif not offer.insert.endswith(offer.text) and "\n" not in text:
            # A key: what may follow it is what comes next.
            self._offer(asked=True)

    def _add_record(self, offer: Offer) -> None:
        """Write the record a new id is for, and go there; the way back is remembered."""
        area = self._files.area
        self._files.visited.append((self._files.front, *area.cursor_location))
        made = new_record(area.document.lines, offer.new, offer.text)
        area.put_lines(made.row, made.row, made.lines)
        area.show_at(made.cursor)
        show_notice(area, f"{offer.text} is written here. Shift+F12 goes back")


def _likely(found: Offers) -> bool:
    """Whether the first offer is probably meant: then Enter accepts it, and breaks no line."""
    first, place = found.offers[0], found.where
    if first.new or not found.closed:
        return False
    if not place.prefix:
        return place.item and "\n" in first.insert
    return place.value or fold(first.text).startswith(fold(place.prefix))


def _fitting(insert: str, rest: str) -> str:
    """The text to write, without a colon or brackets that are there already."""
    return insert.partition(":")[0] if rest.lstrip().startswith(":") else insert


def _wanted(found: Offers) -> bool:
    """Whether to offer unasked: a word is begun and not complete, or a value may follow."""
    prefix = found.where.prefix
    if not prefix:
        return found.where.value or found.where.item
    return not any(each.text == prefix and not each.new for each in found.offers)

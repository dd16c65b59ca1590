"""Completion: what could stand at the cursor, in a list under it."""

from datetime import date
from pathlib import Path

from textual.app import ComposeResult
from textual.document._document import Selection
from textual.getters import query_one

from tui.brief.spelling import fold
from tui.editing.complete import Offer, Offers, complete
from tui.editing.whole import new_record
from tui.screens.editing.frame import Frame
from tui.widgets.choices import ROWS, WIDTH, Choices
from tui.widgets.yaml_area import YamlArea

TAKEN = frozenset({"up", "down", "enter", "tab", "escape"})
"""Keys that are the list's while it is open."""


class Completing(Frame):
    """Offers keys, words, ids and dates as they are typed."""

    choices = query_one(Choices)
    _place: Offers | None = None
    _left: list[tuple[Path, int, int]]
    """Where one came from, to go back to."""
    _row = 0

    def compose_choices(self) -> ComposeResult:
        """The list, which floats above the rest."""
        yield Choices(id="choices")

    def action_complete(self) -> None:
        """Offer what could stand here."""
        self._offer(asked=True)
        if self._place is None:
            self.say("Nothing is known of what could stand here")

    def complete_typed(self) -> None:
        """Offer what fits to what is being typed."""
        if self.area.has_focus and self.area.typing:
            self._offer(asked=False)
        else:
            self.close_choices()

    def _offer(self, *, asked: bool) -> None:
        self._row, column = self.area.cursor_location
        lines = self.area.document.lines
        today = self.view.now.date() if self.view.now else date.today()
        found = complete(lines, self._row, column, self.live.reading, today)
        if found is None or not (asked or _wanted(found)):
            self.close_choices()
            return
        self._place = found
        self.choices.offers = found.offers
        self.choices.cursor = 0 if asked or _likely(found) else -1
        self.area.taken = TAKEN
        self.put_below_cursor()

    def put_below_cursor(self) -> None:
        """Put the list where it hides neither the line nor what is said to be wrong in it."""
        found = self._place
        if found is None:
            return
        x, y = self.area.cursor_screen_offset
        x -= len(found.where.prefix) + 3
        y += self.area.notes_under(self.area.cursor_location[0])
        height = min(len(found.offers), ROWS) + 1
        below = y + 1 + height <= self.size.height - 1
        self.choices.styles.offset = (
            max(0, min(x, self.size.width - WIDTH)),
            y + 1 if below else max(0, y - height),
        )

    def close_choices(self) -> bool:
        """Put the list away; say whether it was open."""
        was = self._place is not None
        if was:
            self._place = None
            self.choices.offers = ()
            self.area.taken = frozenset()
        return was

    def close_stray_choices(self) -> None:
        """Put the list away where the cursor has left the word it was for."""
        if self._place is None:
            return
        row, column = self.area.cursor_location
        if row != self._row or column < self._place.where.start:
            self.close_choices()

    def on_yaml_area_taken(self, event: YamlArea.Taken) -> None:
        """Heed a key that is the list's."""
        event.stop()
        if event.key in {"up", "down"}:
            self.choices.move(1 if event.key == "down" else -1)
        elif event.key == "escape":
            self.close_choices()
        elif self.choices.current:
            self._accept(self.choices.current)
        elif event.key == "tab":
            self._accept(self.choices.offers[0])
        else:
            self.close_choices()
            self.area.break_line()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        event.stop()
        self._accept(event.offer)

    def _accept(self, offer: Offer) -> None:
        if self._place is None:
            return
        row, column = self.area.cursor_location
        start = (row, self._place.where.start)
        rest = self.area.document[row][column:]
        text = _fitting(offer.insert, rest)
        if self._place.where.bare:
            text = f" {text}"
        self.close_choices()
        before, _, after = text.partition("|")
        area = self.area
        area.history.checkpoint()
        area.typing = False
        area.replace(before + after, start, (row, column), maintain_selection_offset=False)
        *more, last = before.split("\n")
        at = (row + len(more), len(last) + (0 if more else start[1]))
        area.selection = Selection(at, at)
        area.history.checkpoint()
        if offer.new:
            self._add(offer)
        elif not offer.insert.endswith(offer.text) and "\n" not in text:
            # A key: what may follow it is what comes next.
            self._offer(asked=True)

    def _add(self, offer: Offer) -> None:
        """Write the record an id stands for, and go there; the way back is remembered."""
        area = self.area
        self._left.append((self.file, *area.cursor_location))
        made = new_record(area.document.lines, offer.new, offer.text)
        area.put_lines(made.row, made.row, made.lines)
        self.go_to(*made.cursor)
        self.say(f"{offer.text} is written here; shift+f12 leads back")


def _likely(found: Offers) -> bool:
    """Whether the first offer is what is meant: Enter takes it, and makes no new line."""
    first, place = found.offers[0], found.where
    if first.new or not found.closed:
        return False
    if not place.prefix:
        return place.item and "\n" in first.insert
    return place.value or fold(first.text).startswith(fold(place.prefix))


def _fitting(insert: str, rest: str) -> str:
    """What is written, less a colon or brackets that are there already."""
    return insert.partition(":")[0] if rest.lstrip().startswith(":") else insert


def _wanted(found: Offers) -> bool:
    """Whether to offer unasked: a word was begun that is not whole yet, or a value may follow."""
    prefix = found.where.prefix
    if not prefix:
        return found.where.value or found.where.item
    return not any(each.text == prefix and not each.new for each in found.offers)

"""Rows that a filter can be put on: the line it is typed in, and the rows that pass."""

from time import monotonic
from typing import TYPE_CHECKING

from textual import work
from textual.widget import Widget

from tui.blocks import Row
from tui.widgets.glowing import Glowing

if TYPE_CHECKING:
    from tui.filter import Query, Sieve, Vocabulary
    from tui.filter.rows import Sifting
    from tui.widgets.filter_line import FilterLine

SLICE = 0.012
"""Seconds of looking through rows before a key may be answered in between."""


class Filtered(Widget):
    """Holds a list. What passes its filter is found in slices: many rows hold up no key."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.list = Glowing()
        self.rows: tuple[Row, ...] = ()
        """All rows, whatever the filter."""
        self.filter_line: FilterLine | None = None
        """What the list is filtered by, where it is."""
        self._sieve: Sieve | None = None
        """The rows, ready to be filtered at each key."""
        self._sifting: tuple[Query, Sifting] | None = None
        """What is being looked for, as far as it is."""

    # --- what a list says of itself ---------------------------------------------------------------

    def make_sieve(self) -> "Sieve":
        """The rows, made ready to be filtered."""
        from tui.filter import Sieve  # noqa: PLC0415  (loaded by the line)

        return Sieve(None, self.rows)

    def vocabulary(self) -> "Vocabulary | None":
        """The names a filter can be made of."""
        return None

    def show(self, rows: tuple[Row, ...]) -> None:
        """List the rows that passed."""
        raise NotImplementedError

    def focus_body(self) -> None:
        """Give the keys back to the list."""
        self.list.focus()

    # --- the line ---------------------------------------------------------------------------------

    @property
    def filter(self) -> str:
        """What the list is filtered by, as typed; empty: by nothing."""
        return self.filter_line.text if self.filter_line else ""

    def open_filter(self) -> "FilterLine":
        """Ask what to filter the list by; it follows as that is typed."""
        line = self.filter_line
        if line is None:
            line = self._put_line()
            self.sift()
        # At once, so that no letter typed after the key goes elsewhere.
        self.screen.set_focus(line.input)
        return line

    def _put_line(self) -> "FilterLine":
        from tui.widgets.filter_line import FilterLine  # noqa: PLC0415  (not for the first paint)

        line = self.filter_line = FilterLine()
        if self.is_attached:
            self.mount(line)
        return line

    def begin_filtered(self, text: str) -> None:
        """Have a filter on from the first drawing; whoever composes yields its line."""
        self._put_line().input.value = text
        self.sift()
        self._finish()

    def filter_by(self, text: str) -> None:
        """Put a filter on, and stay in the list."""
        self.open_filter().input.value = text
        # At once: whoever asked for it may want one of these rows.
        self.sift()
        self._finish()
        self.focus_body()

    def clear_filter(self) -> bool:
        """Show all rows again; say whether there was a filter."""
        if self.filter_line is None:
            return False
        self.filter_line.remove()
        self.filter_line = self._sifting = None
        self.show(self.rows)
        self.focus_body()
        return True

    def on_filter_line_changed(self, event: "FilterLine.Changed") -> None:
        event.stop()
        self.sift()

    def on_filter_line_kept(self, event: "FilterLine.Kept") -> None:
        event.stop()
        self._finish()
        self.focus_body()

    # --- sifting ----------------------------------------------------------------------------------

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Take other rows in; what passes of them is shown."""
        self.rows, self._sieve = rows, None
        self.sift()

    def sift(self) -> None:
        """Show the rows that pass the filter: at once, or as soon as all were looked at."""
        line = self.filter_line
        if line is None:
            self.show(self.rows)
            return
        from tui.filter import parse_query  # noqa: PLC0415  (loaded by the line)

        self._sieve = self._sieve or self.make_sieve()
        query = parse_query(line.text, self.vocabulary())
        self._sifting = query, self._sieve.sift(query)
        if not self._sift_some():
            line.tell(query, None, len(self.rows), self.vocabulary())
            self._sift_on()

    @work(exclusive=True, group="sift")
    async def _sift_on(self) -> None:
        """Look through the rest, and let every key be answered in between."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        await asyncio.sleep(0)
        while not self._sift_some():
            await asyncio.sleep(0)

    def _sift_some(self, seconds: float = SLICE) -> bool:
        """Look at some rows more; say whether there is nothing left to look at."""
        if self._sifting is None:
            return True
        query, sifting = self._sifting
        end = monotonic() + seconds
        if not sifting.go_on(lambda: monotonic() > end):
            return False
        self._sifting = None
        if self.filter_line is not None:
            found = sifting.found
            self.filter_line.tell(query, len(found), len(self.rows), self.vocabulary())
            self.show(tuple(found))
        return True

    def _finish(self) -> None:
        """Look at all that is left: the next key is meant for what passes."""
        self._sift_some(float("inf"))

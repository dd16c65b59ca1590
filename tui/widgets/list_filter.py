"""Filtering a list: the rows that pass what is typed in a bar below it."""

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from tui.blocks import Row
from tui.failure.guard import Failure, guarded
from tui.presentation.view import View

if TYPE_CHECKING:
    from textual.worker import WorkType

    from tui.filter import Query, Sieve, Vocabulary
    from tui.filter.rows import Sifting
    from tui.widgets.filter_bar import FilterBar

FILTER = "this filter"
SLICE = 0.012
"""Seconds of looking through rows before a key may be answered in between."""


class ListFilter:
    """The filter of one list. Rows are looked through in slices: many rows hold up no key."""

    def __init__(
        self,
        host: Widget,
        show: Callable[[tuple[Row, ...]], None],
        body: Callable[[], Widget],
        view: Callable[[], View | None] = lambda: None,
        without_marked: Callable[[], tuple[Row, ...]] | None = None,
    ) -> None:
        """`show` lists the rows that pass; `body` has the focus but for the bar.

        `view` gives the brief the rows are of, if they are of one; `without_marked` gives them
        as they are without what is marked, for a filter that hides it.
        """
        self._host = host
        self._show = show
        self._body = body
        self._view = view
        self._without_marked = without_marked
        self.hides_marked = False
        """Whether nothing that bears a mark of handling is to be seen in a row or its page."""
        self.rows: tuple[Row, ...] = ()
        """All rows, whatever the filter."""
        self.bar: FilterBar | None = None
        """The bar, while there is a filter."""
        self._sieve: Sieve | None = None
        """The rows, ready to be filtered at each key."""
        self._before: Sieve | None = None
        """The rows before; of those of no brief, what was gathered is kept."""
        self._sifting: tuple[Query, Sifting] | None = None
        """What is being looked for, as long as it is."""
        self.failure: Failure | None = None
        """Why no row passes, where our own code fails at filtering them."""

    @property
    def text(self) -> str:
        """The filter as typed; empty: none."""
        return self.bar.text if self.bar else ""

    def vocabulary(self) -> "Vocabulary | None":
        """The names a filter can be made of."""
        from tui.filter import vocabulary  # noqa: PLC0415  (loaded by the bar)

        view = self._view()
        return vocabulary(view) if view else None

    def open(self) -> "FilterBar":
        """Open the bar; the list follows as the filter is typed."""
        bar = self.bar
        if bar is None:
            bar = self._add_bar()
            self._sift()
        # At once, so that no letter typed after the key goes elsewhere.
        self._host.screen.set_focus(bar.input)
        return bar

    def _add_bar(self) -> "FilterBar":
        from tui.widgets.filter_bar import FilterBar  # noqa: PLC0415  (not for the first paint)

        bar = self.bar = FilterBar(changed=self._sift, kept=self._keep)
        if self._host.is_attached:
            self._host.mount(bar)
        return bar

    def begin(self, text: str) -> None:
        """Filter from the first drawing on; whoever composes the host yields the bar."""
        self._add_bar().input.value = text
        self._sift()
        self._finish()

    def apply(self, text: str) -> None:
        """Filter by a text, with the focus in the list."""
        self.open().input.value = text
        # At once: whoever asked for it may want one of these rows.
        self._sift()
        self._keep()

    def _keep(self) -> None:
        self._finish()
        self._body().focus()

    def clear(self) -> bool:
        """Show all rows again; return whether there was a filter."""
        if self.bar is None:
            return False
        self.bar.remove()
        self.bar = self._sifting = None
        self._hide_marked(hide=False)
        self._show(self.rows)
        self._body().focus()
        return True

    def set_rows(self, rows: tuple[Row, ...]) -> None:
        """Take other rows; those that pass are shown."""
        self.rows, self._sieve = rows, None
        self._sift()

    def _sift(self) -> None:
        """Show the rows that pass: at once, or as soon as all were looked at."""
        bar, self.failure = self.bar, None
        if bar is None:
            self._hide_marked(hide=False)
            self._show(self.rows)
            return
        self._sifting = guarded(FILTER, partial(self._begin, bar.text), self._fail)
        if self._sifting is None:
            self._show(())
        elif not self._sift_some():
            bar.report(self._sifting[0], None, len(self.rows), self.vocabulary())
            # Called once the worker runs: a coroutine of one that is replaced is never awaited.
            sift = cast("WorkType[None]", self._sift_on)
            self._host.run_worker(sift, group="sift", exclusive=True)

    def _begin(self, text: str) -> "tuple[Query, Sifting]":
        from tui.filter import parse_query  # noqa: PLC0415  (loaded by the bar)

        query = parse_query(text, self.vocabulary())
        self._hide_marked(hide=self._without_marked is not None and query.hides_marked)
        return query, self._prepared().sift(query)

    def _hide_marked(self, *, hide: bool) -> None:
        if hide != self.hides_marked:
            self.hides_marked, self._sieve = hide, None

    def _fail(self, failure: Failure) -> None:
        self.failure = failure

    def _prepared(self) -> "Sieve":
        from tui.filter import Sieve  # noqa: PLC0415  (loaded by the bar)

        if self._sieve is None:
            view = self._view()
            hidden = self._without_marked if self.hides_marked else None
            self._sieve = Sieve(view, hidden() if hidden else self.rows, self._before)
            self._before = self._sieve if view is None else None
        return self._sieve

    async def _sift_on(self) -> None:
        """Look through the rest, and let every key be answered in between."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        await asyncio.sleep(0)
        while not self._sift_some():
            await asyncio.sleep(0)

    def _sift_some(self, seconds: float = SLICE) -> bool:
        """Look at some more rows; return whether there is nothing left to look at."""
        if self._sifting is None:
            return True
        query, sifting = self._sifting
        end = monotonic() + seconds
        done = guarded(FILTER, lambda: sifting.go_on(lambda: monotonic() > end), self._fail)
        if done is False:
            return False
        self._sifting = None
        if self.failure:
            self._show(())
        elif self.bar is not None:
            found = sifting.found
            self.bar.report(query, len(found), len(self.rows), self.vocabulary())
            self._show(tuple(found))
        return True

    def _finish(self) -> None:
        """Look at all that is left: the next key is meant for what passes."""
        self._sift_some(float("inf"))

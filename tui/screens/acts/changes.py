"""What changed since the reader last read it: the list of it, the way through it, marking it."""

from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.blocks import Line, Row, Span
from tui.presentation.view import View
from tui.rendering.ink import cut, safe, width_of
from tui.screens.journey import Journey
from tui.screens.marks import MarkRead, TakeBack
from tui.section import Section
from tui.session.history import Stop
from tui.widgets.footer import KeyFooter
from tui.widgets.keys import bound_here
from tui.widgets.list_detail import ListDetail


class Changes(Journey, part=True):
    """Unread changes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "c", "changes", "changes", id="brief.changes",
            tooltip="What changed since you last read it, field by field",
        ),
        Binding(
            "right_curly_bracket", "to_change(1)", "next change", show=False, key_display="}",
            id="brief.next_change", tooltip="The next record that changed, in whatever tab",
        ),
        Binding(
            "left_curly_bracket", "to_change(-1)", "change before", show=False, key_display="{",
            id="brief.last_change", tooltip="The record before that changed, in whatever tab",
        ),
        Binding(
            "a", "mark", "mark as read", show=False, id="brief.mark",
            tooltip="Take the changes of this record as read",
        ),
        Binding(
            "A", "mark_all", "mark all as read", show=False, id="brief.mark_all",
            tooltip="Take all changes of this brief as read",
        ),
        Binding(
            "U", "take_back", "unread again", show=False, id="brief.take_back",
            tooltip="Take the last mark back: what it marked is unread again",
        ),
    ]  # fmt: skip

    _led_to: tuple[str, Stop | None] = ("", None)
    """The change one was last led to, and from where; a record without a row is no place."""

    def tell_changes(self, before: View | None, now: View) -> None:
        """Say in one line what a reload changed; what is on a page already is not said."""
        if before is None or before.reading is now.reading or self.app.screen is not self:
            return
        fresh = [name for name, each in now.changes.items() if before.changes.get(name) != each]
        if not fresh or not self.query(KeyFooter):
            return
        for pane in self.query(ListDetail):
            pane.list.flash.show(fresh)
        from tui.presentation.changes import headline  # noqa: PLC0415  (nothing changed at first)

        line: Line = headline(now, now.changes[fresh[0]], now.before(fresh[0]))
        key = self._key_of_list()
        more = f"{len(fresh) - 1} more" if len(fresh) > 1 else ""
        rest = (Span("; " + ": ".join(part for part in (more, key) if part), "quiet"),)
        room = self.size.width - width_of(rest) - 4
        told = (Span("• ", "changed"), *cut(safe(line), room), *rest)
        self.query_one(KeyFooter).news = told

    def _key_of_list(self) -> str:
        screen: Screen[Any] = self
        told = (bound.told for bound in bound_here(screen) if bound.id == "brief.changes")
        return next((keys[0] for keys in told if keys), "")

    def action_changes(self) -> None:
        """List what is unread."""
        from tui.screens.changes import ChangesScreen  # noqa: PLC0415  (not the first screen)

        if self.view is not None:
            self.app.push_screen(ChangesScreen(self.view), self._after_changes)

    def _after_changes(self, key: str | None) -> None:
        if key:
            self._lead(key)

    def action_to_change(self, by: int) -> None:
        """Go to the next changed record in the order of the tabs, or to the one before."""
        view, ways = self.view, self._ways()
        if view is None or not ways:
            gone = f"{len(view.changes)} removed: see the list" if view and view.changes else ""
            self.notify(gone or "Nothing changed since you last read it", markup=False)
            return
        key = self._led_to[0] if self._led_to[1] == self._here() else ""
        at = next((i for i, way in enumerate(ways) if way[2] == key), None)
        if at is None:
            here = (self.tab, self._place_of(self.row.key if self.row else ""))
            before = sum(way[:2] < here for way in ways)
            on_one = any(way[:2] == here for way in ways)
            at = before if on_one or by < 0 else before - 1
        self._lead(ways[(at + by) % len(ways)][2])
        self._led_to = (ways[(at + by) % len(ways)][2], self._here())

    def _here(self) -> Stop:
        return Stop(self.path, self.tab, self.row.key if self.row else "")

    def _rows_of(self, section: Section) -> tuple[Row, ...]:
        """The rows of a tab in the order one sees them, whatever the filter."""
        pane = next(iter(self.query(f"#pane-{section.name}").results(ListDetail)), None)
        if pane is not None:
            return pane.order.rows()
        return section.listed(self.view) if self.view else ()

    def _place_of(self, key: str) -> int:
        rows = self._rows_of(self.sections[self.tab])
        return next((n for n, row in enumerate(rows) if row.key == key), 0)

    def _ways(self) -> list[tuple[int, int, str]]:
        """Tab, row and key of each change that can be gone to; those without a row come last."""
        if self.view is None or not self.view.changes:
            return []
        from tui.presentation.changes import unread_of  # noqa: PLC0415

        ways: dict[str, tuple[int, int, str]] = {}
        for number, section in self.sections.items():
            for index, row in enumerate(self._rows_of(section)):
                for key in unread_of(self.view, row)[:1]:
                    if row.key == key or "/" not in key:
                        ways.setdefault(key, (number, index, key))
        left = (n for n, c in self.view.changes.items() if c.kind != "removed" and n not in ways)
        last = max(self.sections) + 1
        return [*sorted(ways.values()), *((last, i, n) for i, n in enumerate(left) if "/" in n)]

    def _lead(self, key: str) -> None:
        """Go where a change is told; of the brief's own fields, to the row that tells them."""
        if "/" in key:
            self.go(key)
            return
        named = {"brief": "overview"}.get(key, key)
        number = next((n for n, s in self.sections.items() if s.name == named), 0)
        rows = self.sections[number].listed(self.view) if self.view else ()
        first = next((row.key for row in rows if row.about == named), "")
        self.go_to_row(number, first)

    def action_mark(self) -> None:
        """Take what changed in the record under the cursor as read."""
        from tui.presentation.changes import unread_of  # noqa: PLC0415

        row = self.row
        keys = unread_of(self.view, row) if self.view and row else ()
        if keys:
            self.post_message(MarkRead(self.path, keys))
        else:
            self.notify("Nothing changed here since you last read it", markup=False)

    def action_mark_all(self) -> None:
        """Take all changes as read."""
        if self.view and self.view.changes:
            self.post_message(MarkRead(self.path))
        else:
            self.notify("Nothing changed since you last read it", markup=False)

    def action_take_back(self) -> None:
        """Have unread again what the last mark marked."""
        self.post_message(TakeBack(self.path))

"""A text area that says under a line what is wrong there."""

from collections.abc import Hashable, Sequence
from typing import Any

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.document._document_navigator import DocumentNavigator
from textual.strip import Strip

from tui.blocks import Line, Role, Span
from tui.brief.place import Problem
from tui.presentation.notes import fault
from tui.rendering.ink import safe, wrap
from tui.widgets.annotated import AnnotatedDocument
from tui.widgets.inked import Inked
from tui.widgets.sparing_area import SparingArea

_PLAIN = Style.null()


class NotedArea(SparingArea):
    """Its problems stand on lines of the screen that are no lines of the text."""

    app: "Inked"

    def __init__(self, text: str, **options: Any) -> None:
        self._notes: dict[int, list[Line]] = {}
        self._problems: dict[int, list[Problem]] = {}
        self._sought: tuple[int, int] | None = None
        """Where the cursor was put last, as long as it stays there."""
        super().__init__(text, **options)

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.wrapped_document = AnnotatedDocument(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()

    def show_at(self, location: tuple[int, int]) -> None:
        """Put the cursor somewhere, with a third of what is in view above it."""
        self.move_cursor(location)
        self._sought = self.cursor_location
        self._bring_to_third()

    def on_resize(self) -> None:
        """Where the lines are wrapped otherwise, the cursor stays in view."""
        # Not known before the first layout: which row of the screen a line is on.
        self.call_after_refresh(self._lay_anew)

    def _lay_anew(self) -> None:
        if self.wrapped_document._width != self.wrap_width:
            # Textual wraps while the sizes are still being given out: at the one before, here.
            self._rewrap_and_refresh_virtual_size()
            self.refresh()
        self._bring_to_third()

    def _bring_to_third(self) -> None:
        self._recompute_cursor_offset()  # type: ignore[no-untyped-call]  # Textual's own
        row, height = self._cursor_offset[1], self.size.height
        if self._sought == self.cursor_location:
            self.scroll_to(y=row - height // 3, animate=False, force=True, immediate=True)
        else:
            self.scroll_cursor_visible()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Write each problem under its line."""
        found: dict[int, list[Problem]] = {}
        for problem in problems:
            line = min(problem.place.line, self.document.line_count) - 1
            found.setdefault(line, []).append(problem)
        if found == self._problems:
            return
        self._problems = found
        self._lay_notes()
        self._refresh_size()
        self.refresh()

    def notes_under(self, line: int) -> int:
        """How many lines of the screen tell what is wrong in a line."""
        return len(self._notes.get(line, ()))

    def _rewrap_and_refresh_virtual_size(self) -> None:
        super()._rewrap_and_refresh_virtual_size()
        self._lay_notes()
        self._refresh_size()

    def _lay_notes(self) -> None:
        room = max(self.wrap_width - 4, 20)
        self._notes = {}
        for line, problems in self._problems.items():
            for problem in problems:
                what = fault(problem)
                role = what.role
                told = wrap(self.app.spelt(safe((what,))), room)
                first = True
                for each in told:
                    lead = Span("└─ " if first else "   ", role)
                    self._notes.setdefault(line, []).append((lead, *each))
                    first = False
        document = self.wrapped_document
        if isinstance(document, AnnotatedDocument):
            document.annotate({line: len(notes) for line, notes in self._notes.items()})
            self._recompute_cursor_offset()  # type: ignore[no-untyped-call]  # Textual's own

    def _style(self, role: Role) -> Style:
        return self.app.ink.get(role, _PLAIN)

    def shown_at(self, at: int) -> Hashable:
        """What the drawing of a row depends on, that of a line of what is wrong among it."""
        document = self.wrapped_document
        if isinstance(document, AnnotatedDocument) and at < document.height:
            line, section = document._offset_to_line_info[at]
            if (extra := section - document.own(line)) >= 0:
                notes = self._notes.get(line, [])
                told = notes[extra] if extra < len(notes) else ()
                return (told, self.size.width, self.gutter_width)
        return super().shown_at(at)

    def _render_line(self, y: int) -> Strip:
        document = self.wrapped_document
        at = y + self.scroll_offset.y
        if isinstance(document, AnnotatedDocument) and at < document.height:
            line, section = document._offset_to_line_info[at]
            if (extra := section - document.own(line)) >= 0:
                return self._note_strip(line, extra)
            hang = document.hang(line) if section else 0
            return _hung(super()._render_line(y), self.gutter_width, hang)
        return super()._render_line(y)

    def _note_strip(self, line: int, number: int) -> Strip:
        base = self.rich_style
        notes = self._notes.get(line, [])
        told = notes[number] if number < len(notes) else ()
        gutter = Segment(" " * self.gutter_width, base)
        segments = [gutter, *(Segment(s.text, base + self._style(s.role)) for s in told)]
        width = sum(cell_len(segment.text) for segment in segments)
        return Strip(segments, width).extend_cell_length(self.size.width, base)


def _hung(strip: Strip, gutter: int, hang: int) -> Strip:
    """A row with its text further right: what fills it behind the text goes before it."""
    if not hang:
        return strip
    end = strip.cell_length
    parts = ((0, gutter), (end - hang, end), (gutter, end - hang))
    return Strip.join([strip.crop(*part) for part in parts])

"""Every private name of Textual 8.2 that Parley uses, each with the reason.

What is private may change with any release: look here first when Textual is updated.
"""

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping

from textual._wrap import compute_wrap_offsets  # it has no public name
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import DocumentNavigator, Location, WrappedDocument

from tui.editing.lines import content_column

# --- lists and pages ----------------------------------------------------------------------------


def set_virtual_size(view: ScrollView, size: Size) -> None:
    """Set how much there is to scroll, without a new layout of the screen.

    Assigning `virtual_size` lays out and draws the whole screen, some 50 ms for each move in a
    list; but nothing outside the box of a list or a page moves when its content grows.
    `_scroll_update` is what Textual itself then calls for the scroll bars.
    """
    view.set_reactive(ScrollView.virtual_size, size)
    view._scroll_update(size)


# --- text areas ---------------------------------------------------------------------------------

LEAST = 24
"""Cells that are left for a text, however deep its indent is."""


class AnnotatedDocument(WrappedDocument):
    """A wrapped text with room under its lines, for rows of the screen that are no text.

    Textual maps each row of the screen to a section of a line. Here a line can have more sections
    than its text takes: no cursor can go there, and the area draws what it likes. (A note painted
    over the next line hides text, and a note at the end of its line runs out of the screen.)

    A wrapped line goes on under its own first letter, not at the edge: in YAML the indent says
    what belongs to what.

    Private: the tables `_wrap_offsets`, `_offset_to_line_info` and `_line_index_to_offsets`, which
    are what the class is made of, and `_width` and `_tab_width`, by which they were made.
    """

    below: Mapping[int, int] = {}
    """How many rows are kept free under a line."""

    @property
    def width(self) -> int:
        """The width it is wrapped to."""
        return self._width

    def annotate(self, below: Mapping[int, int]) -> None:
        """Make room under some lines."""
        self.below = dict(below)
        self._arrange()

    def line_at(self, row: int) -> tuple[int, int] | None:
        """The line and the section of it at a row; None below the end."""
        info = self._offset_to_line_info
        return info[row] if row < len(info) else None

    def note_at(self, row: int) -> tuple[int, int] | None:
        """The line, and which of the rows under it, where a row is no text."""
        if row >= self.height:
            return None
        line, section = self._offset_to_line_info[row]
        extra = section - self._own(line)
        return (line, extra) if extra >= 0 else None

    def hang_at(self, row: int) -> int:
        """Cells in front of a row that goes on from the one above it."""
        found = self.line_at(row)
        return self._hang(found[0]) if found is not None and found[1] else 0

    @property
    def height(self) -> int:
        """Rows of the screen it takes."""
        return len(self._offset_to_line_info)

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wrap all lines."""
        super().wrap(width, tab_width)
        if self._indent_wrapped(range(len(self._wrap_offsets))) or self.below:
            self._arrange()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wrap what was edited; the room under lines below it moves along with them."""
        super().wrap_range(start, old_end, new_end)
        lines = len(self._wrap_offsets)
        first, last = sorted((start[0], old_end[0]))
        indented = self._indent_wrapped(range(first, min(max(first, new_end[0]) + 1, lines)))
        if self.below:
            grown = max(first, new_end[0]) - last
            moved = {
                n + grown if n > last else min(n, last + grown): c for n, c in self.below.items()
            }
            self.below = {line: count for line, count in moved.items() if line < lines}
        if indented or self.below:
            self._arrange()

    def location_to_offset(self, location: Location) -> Offset:
        """Where a place of the text is on screen."""
        x, y = super().location_to_offset(location)
        wrapped = bisect_right(self.get_offsets(location[0]), location[1]) > 0
        return Offset(x + self._hang(location[0]) if wrapped else x, y)

    def get_target_document_column(self, line_index: int, x_offset: int, y_offset: int) -> int:
        """The column under a cell; in the room under a line, that of the last row of its text."""
        last = self._own(line_index) - 1
        section = last if y_offset < 0 else min(y_offset, last)
        x = max(0, x_offset - self._hang(line_index)) if section else x_offset
        return super().get_target_document_column(line_index, x, section)

    def _own(self, line: int) -> int:
        """How many rows the text of a line takes."""
        return len(self._wrap_offsets[line]) + 1

    def _hang(self, line: int) -> int:
        """Cells in front of the second and further rows of a wrapped line."""
        text = self.document.get_line(line)
        return 0 if "\t" in text else max(0, min(content_column(text), self._width - LEAST))

    def _indent_wrapped(self, lines: Iterable[int]) -> bool:
        """Wrap lines again behind their indent; return whether any was wrapped."""
        found = False
        for line in lines:
            offsets = self._wrap_offsets[line]
            hang = self._hang(line) if offsets else 0
            if not hang:
                continue
            rest = self.document.get_line(line)[offsets[0] :]
            more = compute_wrap_offsets(rest, self._width - hang, self._tab_width)
            self._wrap_offsets[line] = [offsets[0], *(offsets[0] + each for each in more)]
            found = True
        return found

    def _arrange(self) -> None:
        self._offset_to_line_info = []
        self._line_index_to_offsets = []
        for line, offsets in enumerate(self._wrap_offsets):
            top = len(self._offset_to_line_info)
            height = len(offsets) + 1 + self.below.get(line, 0)
            self._offset_to_line_info += [(line, section) for section in range(height)]
            self._line_index_to_offsets.append(list(range(top, top + height)))


class OpenTextArea(TextArea):
    """A text area with public hooks where Textual has private methods to override."""

    annotated: AnnotatedDocument

    def _set_document(self, text: str, language: str | None) -> None:
        # The only place where Textual chooses the class of the wrapped document.
        super()._set_document(text, language)
        self.wrapped_document = self.annotated = AnnotatedDocument(
            self.document, tab_width=self.indent_width
        )
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._rewrap_and_refresh_virtual_size()

    def _rewrap_and_refresh_virtual_size(self) -> None:
        # Called at every resize and every new text; there is no message for it.
        super()._rewrap_and_refresh_virtual_size()
        if isinstance(self.wrapped_document, AnnotatedDocument):
            self.after_wrap()

    def _build_highlight_map(self) -> None:
        # Called after every change, before anything is drawn; TextArea.Changed comes later.
        super()._build_highlight_map()
        self.after_edit()

    def _exchange_repaint_regions(self) -> Collection[Region]:
        # What the compositor asks for: the one place to say that a few rows are enough.
        return self.regions_to_paint(super()._exchange_repaint_regions())

    @abstractmethod
    def after_wrap(self) -> None:
        """All lines were wrapped."""

    @abstractmethod
    def after_edit(self) -> None:
        """The text was changed."""

    @abstractmethod
    def regions_to_paint(self, asked: Collection[Region]) -> Collection[Region]:
        """The regions to draw now, of those that were asked for."""

    def make_room(self, below: Mapping[int, int]) -> None:
        """Keep rows free under some lines; the cursor keeps its place in the text."""
        self.annotated.annotate(below)
        self._recompute_cursor_offset()  # type: ignore[no-untyped-call]  # Textual's own
        self._refresh_size()


def wrap_again(area: TextArea) -> None:
    """Wrap all lines at the present width, which Textual does only for a change of size."""
    area._rewrap_and_refresh_virtual_size()


def cursor_row(area: TextArea) -> int:
    """The row of the whole wrapped text that the cursor is in."""
    area._recompute_cursor_offset()  # type: ignore[no-untyped-call]  # Textual's own
    return area._cursor_offset[1]


def text_row(area: TextArea, y: int) -> Strip:
    """Draw one row of text; `render_line` has a cache that is emptied at every letter."""
    return area._render_line(y)


def cursor_marks(area: TextArea) -> tuple[bool, Location | None]:
    """Whether the cursor is drawn now, and the bracket that is marked as its counterpart."""
    return area._draw_cursor, area._matching_bracket_location


def type_text(area: TextArea, text: str, start: Location, end: Location) -> None:
    """Put text in as typing does: read-only mode holds, and undo takes it back in one."""
    area._replace_via_keyboard(text, start, end)


def own_action(area: TextArea, key: str) -> str:
    """The action that Textual, and not a binding of ours, has for a key; empty: none."""
    found = area._bindings.key_to_bindings.get(key, [])
    return found[0].action if found and not found[0].id else ""

"""A text area that colours its text and shows under a line what is wrong in it."""

from collections.abc import Collection, Hashable, Mapping, Sequence
from functools import partial
from typing import Any, Self

from rich.style import Style
from rich.text import Text
from textual.geometry import Region
from textual.strip import Strip

from tui.blocks import Role
from tui.brief.place import Problem
from tui.widgets.host import HostApp
from tui.widgets.text_area.line_notes import LineNotes, note_strip
from tui.widgets.text_area.row_cache import RowCache
from tui.widgets.text_area.yaml_colours import YamlColours
from tui.widgets.textual_internals import (
    OpenTextArea,
    cursor_marks,
    cursor_row,
    text_row,
    wrap_again,
)

_PLAIN = Style.null()


class AnnotatedArea(OpenTextArea):
    """Draws a text: the rows that changed and no others, with notes on rows that are no text."""

    app: "HostApp"

    def __init__(self, text: str, **options: Any) -> None:
        self.rows = RowCache()
        self.notes = LineNotes()
        self.colours = YamlColours()
        self._centred: tuple[int, int] | None = None
        """Where the cursor was put last, as long as it stays there."""
        super().__init__(text, **options)

    # --- what is shown --------------------------------------------------------------------------

    def show_at(self, location: tuple[int, int]) -> None:
        """Put the cursor somewhere, with a third of what is in view above it."""
        self.move_cursor(location)
        self._centred = self.cursor_location
        self._bring_to_third()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Write each problem under its line."""
        if self.notes.set(problems, self.document.line_count):
            self.after_wrap()
            self.refresh()

    def show_ids(self, ids: Mapping[str, Role], references: frozenset[str]) -> None:
        """Colour by the ids there are now; `references` are the keys whose values are ids."""
        self.colours.references = references
        if ids != self.colours.ids:
            self.colours.ids = ids
            self.rows.clear()
            self.refresh()

    def on_resize(self) -> None:
        """Where the lines are wrapped otherwise, the cursor stays in view."""
        # Not known before the first layout: which row of the screen a line is on.
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        if self.annotated.width != self.wrap_width:
            # Textual wraps while the sizes are still being given out: at the previous one, here.
            wrap_again(self)
            self.refresh()
        self._bring_to_third()

    def _bring_to_third(self) -> None:
        row, height = cursor_row(self), self.size.height
        if self._centred == self.cursor_location:
            self.scroll_to(y=row - height // 3, animate=False, force=True, immediate=True)
        else:
            self.scroll_cursor_visible()

    # --- what Textual asks ----------------------------------------------------------------------

    def after_wrap(self) -> None:
        """Wrap the notes as well, and make room for them."""
        self.make_room(self.notes.wrap(max(self.wrap_width - 4, 20), self.app.typesetter.line))

    def after_edit(self) -> None:
        """Find the blocks of text again."""
        self.colours.forget()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw again; which rows that concerns is seen when the screen takes them."""
        if repaint and not regions:
            self.rows.asked = True
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Draw all rows again when the theme or the focus changes."""
        self.rows.clear()
        super().notify_style_update()

    def regions_to_paint(self, asked: Collection[Region]) -> Collection[Region]:
        """The rows that changed, where all was asked for."""
        everything, self.rows.asked = self.rows.asked, False
        if not everything:
            return asked
        width, height = self.size
        changed = self.rows.changed(self._strip(y) for y in range(height))
        return [Region(0, y, width, 1).translate(self.content_offset) for y in changed]

    # --- drawing --------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one row of what is in view."""
        strip = self._strip(y)
        self.rows.note_sent(y, strip)
        return strip

    def get_line(self, line_index: int) -> Text:
        """A line in the colours of its parts."""
        return self.colours.text(line_index, self.document.lines, partial(_style, self.app))

    def _strip(self, y: int) -> Strip:
        row = y + self.scroll_offset.y
        if (note := self.annotated.note_at(row)) is None:
            return self.rows.strip(_shown_at(self, row), partial(_text_strip, self, y))
        shown, room = self.notes.row(*note), (self.gutter_width, self.size.width)
        draw = partial(note_strip, shown, *room, self.rich_style, partial(_style, self.app))
        return self.rows.strip((shown, *room), draw)


def _style(app: HostApp, role: Role) -> Style:
    return app.ink.get(role, _PLAIN)


def _shown_at(area: AnnotatedArea, row: int) -> Hashable:
    """All that the drawing of a row of text depends on."""
    found = area.annotated.line_at(row)
    if found is None:
        return area.size.width
    line, section = found
    start, end = area.selection
    inside = min(start, end)[0] <= line <= max(start, end)[0]
    cursor, bracket = cursor_marks(area)
    return (
        line,
        section,
        area.document.get_line(line),
        area.colours.in_block(line, area.document.lines),
        area.size.width,
        area.scrollable_content_region.width,
        area.gutter_width,
        area.selection if inside else None,
        bracket if inside or (bracket and bracket[0] == line) else None,
        inside and cursor,
        tuple(area.wrapped_document.get_offsets(line)),
    )


def _text_strip(area: AnnotatedArea, y: int) -> Strip:
    """A row of text; one that goes on from the row above has its blanks in front of the text."""
    strip, gutter = text_row(area, y), area.gutter_width
    hang = area.annotated.hang_at(y + area.scroll_offset.y)
    if not hang:
        return strip
    end = strip.cell_length
    parts = ((0, gutter), (end - hang, end), (gutter, end - hang))
    return Strip.join([strip.crop(*part) for part in parts])

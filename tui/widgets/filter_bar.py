"""The bar of a filter: what is typed, what is wrong in it, how many rows are left."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import Input

from tui.blocks import Line, Span
from tui.commands import bindings
from tui.filter import Completion, FieldValue, Query, Vocabulary, complete
from tui.filter.query import NO_REDACTION, asks_for_confidential
from tui.rendering.ink import cut, pad, safe, width_of
from tui.widgets.line_widget import LineWidget
from tui.widgets.prompt import Prompt

EMPTY = "words, “a phrase”, party:ua, by:sbu, is:disputed, after:2025-05; not, or, ( )"


class FilterNote(LineWidget):
    """A note on the filter, and how many rows it leaves."""

    left: reactive[Line] = reactive(())
    right: reactive[Line] = reactive(())

    def line(self) -> Line:
        """The whole line; the count is always there."""
        width = self.size.width
        right = (Span("  "), *self.app.typesetter.line(self.right), Span(" "))
        room = max(width - width_of(right) - 1, 0)
        return (Span(" "), *pad(cut(self.app.typesetter.line(self.left), room), room), *right)


class FilterInput(Input):
    """Where a filter is typed. Tab completes, again and again through all there is."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("filter")]

    def __init__(self) -> None:
        super().__init__(placeholder="filter", compact=True, select_on_focus=False)
        self.known: Vocabulary | None = None
        self._round: tuple[str, Completion, int] | None = None
        """The text a completion made, its choices and which of them that was."""

    def action_complete(self, by: int) -> None:
        """Put the next completion of the word before the cursor."""
        head, tail = self.value[: self.cursor_position], self.value[self.cursor_position :]
        if self._round and self._round[0] == head:
            choice, index = self._round[1], self._round[2] + by
        else:
            choice, index = complete(head, self.known), 0 if by > 0 else -1
        if choice.values:
            head = choice.put(head, index)
            # One way to go on is gone on with: the next key completes what comes after it.
            self._round = (head, choice, index) if len(choice.values) > 1 else None
            self.value = head + tail
            self.cursor_position = len(head)


class FilterBar(Vertical):
    """A filter of a list; it stays in view until the filter is cleared."""

    def __init__(self, *, changed: Callable[[], object], kept: Callable[[], object]) -> None:
        """`changed`: another filter was typed. `kept`: the reader goes back to the list with it."""
        super().__init__()
        self._changed = changed
        self._kept = kept
        self.input = FilterInput()
        self.note = FilterNote()

    def compose(self) -> ComposeResult:
        yield self.note
        with Horizontal():
            yield Prompt("f")
            yield self.input

    @property
    def text(self) -> str:
        """The filter as typed."""
        return self.input.value

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._changed()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._kept()

    def report(self, query: Query, count: int | None, of: int, known: Vocabulary | None) -> None:
        """Show what is wrong, else what is not finished, else how the word may go on.

        Without a count the rows are still being looked through.
        """
        self.input.known = known
        wrong = query.faults or query.notes
        choice = complete(query.text, known)
        # What is typed to its end, and has no name to tell, needs no offer.
        ended = choice.values == (FieldValue(query.text[choice.start :]),)
        room = () if ended else choice.values
        if query.faults or (wrong and not room):
            where = f"column {wrong[0].column}: "
            role = Span("‼ " if query.faults else "", "problem")
            self.note.left = safe((role, Span(where, "quiet"), Span(wrong[0].message)))
        elif room:
            self.note.left = safe(tuple(_offered(room)))
        else:
            self.note.left = (Span(_standing(query), "quiet"),)
        shown, some = ("…", False) if count is None else (f"{count:,}", count < of)
        self.note.right = (Span(f"{shown} of {of:,}", "strong" if some else "quiet"),)


def _standing(query: Query) -> str:
    """What a filter is, where nothing is to be said of what is typed."""
    if not query.text:
        return EMPTY
    return NO_REDACTION if asks_for_confidential(query.node) else ""


def _offered(values: tuple[FieldValue, ...]) -> Line:
    """Some values with their names, in one line."""
    line: list[Span] = [Span("tab: ", "quiet")]
    for each in values[:12]:
        name = f" {each.name}" if each.name else ""
        line += [Span(each.word, "strong"), Span(name, "quiet"), Span("   ")]
    return tuple(line)

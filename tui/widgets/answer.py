"""The line of a form in which a value is given: what is meant by it, and what it could be."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, TextArea

from tui.blocks import Line, Span
from tui.editing.complete import Offer
from tui.editing.form.given import split
from tui.fuzzy import rank
from tui.rendering.ink import safe
from tui.widgets.choices import Choices
from tui.widgets.header import HeaderBar
from tui.widgets.note import Note

_SCATTERED = 4
"""The rank of a name that has the letters somewhere; Enter would take it for what was meant."""


class Box(TextArea):
    """Text of several lines; Enter gives it, as in a line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "give", "take it", id="answer.give_box", tooltip="Take this text"),
        Binding(
            "ctrl+o", "new_line", "new line", id="answer.new_line",
            tooltip="Go on in a new line of the text",
        ),
    ]  # fmt: skip

    def action_give(self) -> None:
        """Hand the text over."""
        if isinstance(self.parent, Answer):
            self.parent.give()

    def action_new_line(self) -> None:
        """Break the line here."""
        self.insert("\n")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for."""

    label: str
    text: str
    """What stands there now."""
    said: Callable[[str], Line]
    """What is understood of a text."""
    offers: tuple[Offer, ...] = ()
    long: bool = False
    several: bool = False
    """Whether it is a list with commas; offers are for the item that is being typed."""
    strict: bool = False
    """Whether only an offer can be meant, and a beginning of one stands for it."""


class Answer(Vertical):
    """Asks for one value at a time; what is typed stays until it is given or left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "leave", "leave it", id="answer.leave", tooltip="Leave the value as it was"
        ),
        Binding(
            "down", "move(1)", "down", show=False, id="answer.down", tooltip="The next choice"
        ),
        Binding("up", "move(-1)", "up", show=False, id="answer.up", tooltip="The choice before"),
        Binding(
            "tab", "complete", "complete", show=False, id="answer.complete",
            tooltip="Put the choice into the line",
        ),
    ]  # fmt: skip

    @dataclass
    class Given(Message):
        """A value was given."""

        text: str

    @dataclass
    class Left(Message):
        """No value was given."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: Asked | None = None
        self.line = Input(compact=True, select_on_focus=True)
        self.box = Box(soft_wrap=True, compact=True)
        self.choices = Choices(id="offers")
        self.label = HeaderBar(id="asked")
        self.told = Note(id="said")

    def compose(self) -> ComposeResult:
        yield self.label
        yield self.line
        yield self.box
        yield self.told
        yield self.choices

    def ask(self, asked: Asked) -> None:
        """Ask for a value."""
        self.asked = asked
        self.display = True
        self.line.display, self.box.display = not asked.long, asked.long
        self.label.left = safe((Span(asked.label, "strong"),))
        how = "Enter takes it" if not asked.several else "Enter takes it, a comma goes on"
        self.label.right = (Span(how, "quiet"),)
        if asked.long:
            self.box.text = asked.text
            self.box.move_cursor(self.box.document.end)
        else:
            self.line.value = asked.text
            self.line.cursor_position = len(asked.text)
        (self.box if asked.long else self.line).focus()
        self._tell(fresh=True)

    @property
    def text(self) -> str:
        """What is typed now."""
        return self.box.text if self.asked and self.asked.long else self.line.value

    def close(self) -> None:
        """Ask nothing any more."""
        self.asked = None
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._tell()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.give()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        event.stop()
        self._put(event.offer)
        self.give()

    def give(self) -> None:
        """Hand over what is typed, or the choice it stands for."""
        if self.asked is None:
            return
        if (offer := self.choices.current) and offer.text != self._typing:
            self._put(offer)
        self.post_message(self.Given(self.text))

    def action_leave(self) -> None:
        """Give nothing."""
        self.post_message(self.Left())

    def action_move(self, by: int) -> None:
        """Mark another choice."""
        if self.asked and self.choices.offers:
            self.choices.move(by)

    def action_complete(self) -> None:
        """Put the marked choice into the line."""
        if offer := self.choices.current or next(iter(self.choices.offers), None):
            self._put(offer)

    @property
    def _typing(self) -> str:
        """The item that is being typed."""
        text = self.text
        if self.asked and self.asked.several:
            text = text.rpartition(",")[2]
        return text.strip()

    def _put(self, offer: Offer) -> None:
        if self.asked and self.asked.several:
            head = split(self.line.value.rpartition(",")[0])
            self.line.value = ", ".join((*head, offer.text))
        else:
            self.line.value = offer.text
        self.line.cursor_position = len(self.line.value)

    def _tell(self, *, fresh: bool = False) -> None:
        asked = self.asked
        if asked is None:
            return
        self.told.content = safe(asked.said(self.text))
        # What stands there already narrows nothing: the others are what one came to see.
        typing = "" if fresh or self.text == asked.text else self._typing
        found: tuple[Offer, ...] = asked.offers
        if typing:
            found = _near(typing, asked.offers)
        self.choices.offers = found
        exact = (n for n, each in enumerate(found) if each.text == self._typing)
        # Marked is what Enter takes; where any text may be meant, that is what is typed.
        self.choices.cursor = next(exact, 0 if typing and asked.strict and found else -1)


def _near(typing: str, offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """Those that hold what is typed, the nearest first; scattered letters are no reason here."""
    found = [(rank(typing, each.text, each.told), each) for each in offers]
    near = [(at, each) for at, each in found if at is not None and at < _SCATTERED]
    return tuple(each for _, each in sorted(near, key=lambda pair: pair[0]))

"""The line of a form in which a value is typed, with what is understood of it, and choices."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, TextArea

from tui.blocks import Line, Span
from tui.commands import bindings
from tui.editing.complete import Offer
from tui.editing.form.given import split
from tui.fuzzy import rank
from tui.rendering.ink import safe
from tui.widgets.choices import Choices
from tui.widgets.header import HeaderBar
from tui.widgets.note import Note

_SCATTERED = 4
"""The rank of a name that has the letters somewhere; Enter would take it for what was meant."""


class ValueBox(TextArea):
    """Text of several lines; Enter gives it, as in a line."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("long answer")]

    def action_give(self) -> None:
        """Hand the text over."""
        if isinstance(self.parent, ValuePrompt):
            self.parent.give()

    def action_new_line(self) -> None:
        """Break the line here."""
        self.insert("\n")


@dataclass(frozen=True, slots=True)
class ValueQuestion:
    """A question for one value."""

    label: str
    text: str
    """The value there is now."""
    describe: Callable[[str], Line]
    """What is understood of a text."""
    offers: tuple[Offer, ...] = ()
    long: bool = False
    several: bool = False
    """Whether it is a list with commas; offers are for the item that is being typed."""
    strict: bool = False
    """Whether only an offer can be meant, and its first letters are enough."""


class ValuePrompt(Vertical):
    """Asks for one value at a time; what is typed stays until it is given or cancelled."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("answer")]

    @dataclass
    class Given(Message):
        """A value was given."""

        text: str

    @dataclass
    class Cancelled(Message):
        """No value was given."""

    def __init__(self) -> None:
        super().__init__()
        self.question: ValueQuestion | None = None
        self.line = Input(compact=True, select_on_focus=True)
        self.box = ValueBox(soft_wrap=True, compact=True)
        self.choices = Choices(id="offers")
        self.label = HeaderBar(id="asked")
        self.understood = Note(id="said")

    def compose(self) -> ComposeResult:
        yield self.label
        yield self.line
        yield self.box
        yield self.understood
        yield self.choices

    def ask(self, question: ValueQuestion) -> None:
        """Ask for a value."""
        self.question = question
        self.display = True
        self.line.display, self.box.display = not question.long, question.long
        self.label.left = safe((Span(question.label, "strong"),))
        how = "Enter accepts" if not question.several else "Enter accepts · comma adds another"
        self.label.right = (Span(how, "quiet"),)
        if question.long:
            self.box.text = question.text
            self.box.move_cursor(self.box.document.end)
        else:
            self.line.value = question.text
            self.line.cursor_position = len(question.text)
        (self.box if question.long else self.line).focus()
        self._update(fresh=True)

    @property
    def text(self) -> str:
        """What is typed now."""
        return self.box.text if self.question and self.question.long else self.line.value

    def close(self) -> None:
        """Ask for nothing more."""
        self.question = None
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._update()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._update()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.give()

    def on_choices_picked(self, event: Choices.Picked) -> None:
        event.stop()
        self._put(event.offer)
        self.give()

    def give(self) -> None:
        """Hand over what is typed, or the choice it means."""
        if self.question is None:
            return
        if (offer := self.choices.current) and offer.text != _typing(self):
            self._put(offer)
        self.post_message(self.Given(self.text))

    def action_leave(self) -> None:
        """Give nothing."""
        self.post_message(self.Cancelled())

    def action_move(self, by: int) -> None:
        """Mark another choice."""
        if self.question and self.choices.offers:
            self.choices.move(by)

    def action_complete(self) -> None:
        """Put the marked choice into the line."""
        if offer := self.choices.current or next(iter(self.choices.offers), None):
            self._put(offer)

    def _put(self, offer: Offer) -> None:
        if self.question and self.question.several:
            head = split(self.line.value.rpartition(",")[0])
            self.line.value = ", ".join((*head, offer.text))
        else:
            self.line.value = offer.text
        self.line.cursor_position = len(self.line.value)

    def _update(self, *, fresh: bool = False) -> None:
        question = self.question
        if question is None:
            return
        self.understood.content = safe(question.describe(self.text))
        # The value there is narrows nothing: the reader came to see the others.
        typing = "" if fresh or self.text == question.text else _typing(self)
        found: tuple[Offer, ...] = question.offers
        if typing:
            found = _near(typing, question.offers)
        self.choices.offers = found
        exact = (n for n, each in enumerate(found) if each.text == _typing(self))
        # Marked is what Enter takes; where any text may be meant, that is what is typed.
        self.choices.cursor = next(exact, 0 if typing and question.strict and found else -1)


def _typing(prompt: ValuePrompt) -> str:
    """The value that is being typed; of a list its last item."""
    text = prompt.text
    if prompt.question and prompt.question.several:
        text = text.rpartition(",")[2]
    return text.strip()


def _near(typing: str, offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    """The offers with the typed letters in one piece, the nearest first."""
    found = [(rank(typing, each.text, each.about), each) for each in offers]
    near = [(at, each) for at, each in found if at is not None and at < _SCATTERED]
    return tuple(each for _, each in sorted(near, key=lambda pair: pair[0]))

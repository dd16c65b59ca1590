"""A question with a few answers, each a key, and a page to decide by."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from tui.blocks import Block, Fact, Heading, Item, Line, Span
from tui.rendering.ink import safe
from tui.widgets.header import HeaderBar
from tui.widgets.inked import Inked
from tui.widgets.page import Page


class Answer(NamedTuple):
    """One way to go on."""

    key: str
    """A capital where anybody's text is given up by it: a letter typed ahead must not answer.

    A letter, or the name of a key: `enter`.
    """
    word: str
    """What it does, in two or three words."""


NOT_NOW = Answer("esc", "not now")


class Asking(Screen[str]):
    """Ends with the key of the answer; with nothing on Esc, which changes nothing."""

    def __init__(self, question: str, answers: tuple[Answer, ...], page: tuple[Block, ...]) -> None:
        super().__init__()
        self._question = question
        self._answers = answers
        self._blocks = page

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield Page()
        yield HeaderBar(id="answers")

    def on_mount(self) -> None:
        self.query_one("#top", HeaderBar).left = safe((Span(self._question, "strong"),))
        self.query_one("#answers", HeaderBar).left = safe(self._told())
        self.query_one(Page).blocks = (*self._said(), *self._blocks)
        self.query_one(Page).focus()

    def _said(self) -> tuple[Block, ...]:
        """The question and its answers where the reader begins, if the reader goes by lines."""
        if not isinstance(self.app, Inked) or not self.app.linear:
            return ()
        answers = ((Span(f"{key}: {word}"),) for key, word in (*self._answers, NOT_NOW))
        question = Heading((Span(self._question),), level=1)
        return (question, Fact("", tuple(Item(line) for line in answers)))

    def _told(self) -> Line:
        told: list[Span] = []
        for key, answer in (*((a.key, a) for a in self._answers), ("escape", NOT_NOW)):
            press = f"{HeaderBar.PRESSES}{key}"
            told += (Span(answer.key, "strong", press), Span(f" {answer.word}   ", "quiet", press))
        return tuple(told)

    def on_key(self, event: Key) -> None:
        if event.key == "escape":
            event.stop()
            self.dismiss("")
            return
        pressed = {event.character, event.key}
        found = next((each.key for each in self._answers if each.key in pressed), None)
        if found is not None:
            event.stop()
            event.prevent_default()
            self.dismiss(found)

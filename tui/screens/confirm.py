"""A question with a few answers, each a key, and a page to decide by."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.events import Key
from textual.screen import Screen

from tui.blocks import Block, Fact, Heading, Item, Line, Span
from tui.rendering.ink import safe
from tui.widgets.header import HeaderBar
from tui.widgets.host import HostApp
from tui.widgets.page import Page


class Reply(NamedTuple):
    """One way to go on."""

    key: str
    """A capital where anybody's text is given up by it: a letter typed ahead must not answer.

    A letter, or the name of a key: `enter`.
    """
    word: str
    """What it does, in two or three words."""


CANCEL = Reply("esc", "cancel")


class ConfirmScreen(Screen[str]):
    """Ends with the key of the answer; with nothing on Esc, which changes nothing."""

    ASKS = True
    """Quitting while it is open leaves it open: it may be what was asked before quitting."""

    def __init__(
        self,
        question: str,
        answers: tuple[Reply, ...],
        page: tuple[Block, ...],
        mark: Line = (),
    ) -> None:
        """`mark` says how what the page quotes is to be handled."""
        super().__init__()
        self._mark = mark
        self._question = question
        self._answers = answers
        self._blocks = page

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield Page()
        yield HeaderBar(id="answers")

    def on_mount(self) -> None:
        self.query_one("#top", HeaderBar).left = safe((Span(self._question, "strong"),))
        self.query_one("#top", HeaderBar).right = safe(self._mark)
        self.query_one("#answers", HeaderBar).left = safe(self._key_line())
        self.query_one(Page).blocks = (*self._spoken(), *self._blocks)
        self.query_one(Page).focus()

    def _spoken(self) -> tuple[Block, ...]:
        """The question and its replies at the top, for a reader who reads line by line."""
        if not isinstance(self.app, HostApp) or not self.app.linear:
            return ()
        answers = ((Span(f"{key}: {word}"),) for key, word in (*self._answers, CANCEL))
        question = Heading((Span(self._question),), level=1)
        return (question, Fact("", tuple(Item(line) for line in answers)))

    def _key_line(self) -> Line:
        spans: list[Span] = []
        for key, answer in (*((a.key, a) for a in self._answers), ("escape", CANCEL)):
            press = f"{HeaderBar.PRESSES}{key}"
            spans += (Span(answer.key, "strong", press), Span(f" {answer.word}   ", "quiet", press))
        return tuple(spans)

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

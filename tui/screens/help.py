"""The keys that work on the screen one comes from, as they are bound now."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.keys import format_key
from textual.screen import Screen

from tui.blocks import SIGNS, Block, Heading, Line, Span, Table
from tui.output.ink import safe
from tui.widgets.bars import Bar
from tui.widgets.hints import Hints
from tui.widgets.page import Page


class HelpScreen(Screen[None]):
    """A page of keys and signs."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "app.pop_screen", "close", id="help.close"),
    ]

    def __init__(self, of: Screen[object]) -> None:
        super().__init__()
        self._blocks = (*_keys(of), *_signs())

    def compose(self) -> ComposeResult:
        yield Bar(id="top")
        yield Page()
        yield Hints()

    def on_mount(self) -> None:
        self.query_one(Bar).left = safe((Span("Keys", "strong"), Span("  and signs", "quiet")))
        self.query_one(Page).blocks = self._blocks
        self.query_one(Page).focus()


def _keys(of: Screen[object]) -> tuple[Block, ...]:
    keys: dict[str, list[str]] = {}
    for key, active in of.active_bindings.items():
        binding = active.binding
        # Those without an id are Textual's own: sideways scrolling and the like.
        if binding.id and not binding.system:
            keys.setdefault(binding.description, []).append(binding.key_display or format_key(key))
    rows: list[tuple[Line, ...]] = [
        ((Span(", ".join(names), "strong"),), (Span(what),)) for what, names in keys.items() if what
    ]
    head: tuple[Line, ...] = ((Span("key"),), (Span("does"),))
    return Heading((Span("Keys that work here"),), level=1), Table(head, tuple(rows))


def _signs() -> tuple[Block, ...]:
    rows: list[tuple[Line, ...]] = [
        ((Span(sign.glyph, sign.role),), (Span(sign.ascii, "quiet"),), (Span(sign.word),))
        for sign in SIGNS
    ]
    head: tuple[Line, ...] = ((Span("sign"),), (Span("ascii"),), (Span("means"),))
    return Heading((Span("Signs"),), level=1), Table(head, tuple(rows))

"""The line at the bottom: what can be pressed here. It changes with the focus."""

from functools import partial

from textual.events import Click
from textual.reactive import reactive

from tui.blocks import Line, Span
from tui.commands import registry
from tui.rendering.ink import cut, safe, width_of
from tui.widgets.keys import Bound, bound_here
from tui.widgets.line_view import LineView
from tui.widgets.line_widget import LineWidget

MOST = 8
"""Keys shown at once; more are not read."""
LAST = 999
"""The rank of what is not in the footer."""
ALWAYS = ("app.help", "app.palette")
"""At the end of the line, however narrow it is: they open the way to all the others."""
BETWEEN = "   "
LASTING = 8.0
"""Seconds news stays in the place of the keys."""


class KeyFooter(LineWidget):
    """The most used of the keys that work here, as many as have room; each can be clicked.

    One widget in place of Textual's Footer, which makes one for each key at every change of focus.
    """

    news: reactive[Line] = reactive(())
    """What just happened; shown in the place of the keys for a moment, the last alone."""

    def __init__(self) -> None:
        super().__init__()
        self._bound: tuple[Bound, ...] = ()
        self._ends: list[tuple[int, str]] = []

    def on_mount(self) -> None:
        self.watch(self.app, "notice", self._show_notice)
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self._gather())
        self._gather()

    def watch_news(self) -> None:
        """Show the keys again after a while."""
        if self.news:
            lasting = LASTING * 2 if self.app.linear else LASTING  # it has to be found
            self.set_timer(lasting, partial(self._forget, self.news))

    def _forget(self, news: Line) -> None:
        if self.news is news:
            self.news = ()

    def _show_notice(self) -> None:
        self.refresh()

    def has_room_for(self, text: str) -> bool:
        """Return whether a notice fits here as a whole."""
        line = safe((Span(text),))
        return self.display and "\n" not in text and width_of(line) < self.size.width

    def _gather(self) -> None:
        shown = [b for b in bound_here(self.screen) if b.keys and b.binding.show]
        reading = isinstance(self.screen.focused, LineView) and self.screen.focused.WHAT == "page"
        self._bound = tuple(sorted(shown, key=_rank_on_page if reading else rank_of))
        self.refresh()

    def line(self) -> Line:
        """The whole line, made of keys with their words and never of a part of one."""
        self._ends = []
        if news := self.app.notice or self.news:
            return cut((Span(" "), *self.app.typesetter.line(safe(news))), self.size.width)
        line: tuple[Span, ...] = (*self._where(), Span(" "))
        for bound in chosen(self._bound, self.size.width - width_of(line)):
            line += (*_hint(bound), Span(BETWEEN))
            self._ends.append((width_of(line), bound.keys[0]))
        return line[:-1]

    def _where(self) -> Line:
        """What has the focus, in words, for a screen reader."""
        focused = self.screen.focused
        if not self.app.linear or focused is None:
            return ()
        what = focused.WHAT if isinstance(focused, LineView) else "line to type in"
        return (Span(f"In the {what}.", "strong"),)

    def on_click(self, event: Click) -> None:
        for end, key in self._ends:
            if event.x < end:
                self.app.simulate_key(key)
                return


def chosen(bound: tuple[Bound, ...], width: int) -> tuple[Bound, ...]:
    """Those that fit into a width, in their order; room for those always shown is kept first."""
    always = tuple(each for each in bound if each.id in ALWAYS)
    room = width - 1 - sum(_width(each) for each in always)
    kept: list[Bound] = []
    for each in bound:
        if each.id in ALWAYS or len(kept) + len(always) >= MOST:
            continue
        room -= _width(each)
        if room < -len(BETWEEN):
            break
        kept.append(each)
    return (*kept, *always)


def _hint(bound: Bound) -> Line:
    return safe((Span(bound.shown[0], "strong"), Span(f" {bound.name}", "quiet")))


def _width(bound: Bound) -> int:
    return width_of(_hint(bound)) + len(BETWEEN)


def rank_of(bound: Bound) -> tuple[int, str]:
    """The place of a command in the footer; those that are not in it come last."""
    known = registry().get(bound.id)
    return (known.footer or LAST if known else LAST, bound.id)


def _rank_on_page(bound: Bound) -> tuple[int, str]:
    """On a page that may be alone on a narrow screen, the way back comes after its own keys."""
    if bound.id.endswith(".back"):
        return (registry()["page.follow"].footer, f"~{bound.id}")
    return rank_of(bound)

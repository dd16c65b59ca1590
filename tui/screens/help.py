"""Help for the screen below: keys as they are bound now, signs, how to write the tab."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.keys import format_key
from textual.screen import Screen
from textual.widgets import Input

from tui.blocks import SIGNS, Block, Code, Heading, Line, Prose, Span, Table
from tui.brief.spelling import fold
from tui.commands import Command, bindings, registry
from tui.filter.grammar import GRAMMAR
from tui.rendering.ink import safe
from tui.screens.brief import BriefScreen
from tui.section import Section
from tui.widgets.footer import KeyFooter
from tui.widgets.header import HeaderBar
from tui.widgets.keys import Bound, bound_here
from tui.widgets.page import Page

FIRST = ("Moving", "Tabs", "Reading", "Finding")
"""Headings in the order they are read; others follow by the alphabet."""
LAST = "Everywhere"


class HelpScreen(Screen[None]):
    """A page that can be narrowed to what holds some words."""

    CSS_PATH = "above.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]

    def __init__(
        self, of: Screen[object], everything: Callable[[], Iterable[Command]] = tuple
    ) -> None:
        """`everything`: all actions there are, also those of other places; asked once needed."""
        super().__init__()
        self._everything = everything
        self._bound = bound_here(of)
        self._section = of.sections[of.tab] if isinstance(of, BriefScreen) else None

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="top")
        yield Page()
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(HeaderBar).left = safe(
            (Span("Help", "strong"), Span("  keys and signs", "quiet"))
        )
        self._show("")
        self.query_one(Page).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(Page).focus()

    def action_find(self) -> None:
        """Ask for words; the page follows as they are typed."""
        found = self.query(Input)
        field = found.first() if found else Input(compact=True, select_on_focus=False)
        field.placeholder = "words to look for"
        if not found:
            self.mount(field, before=self.query_one(KeyFooter))
        self.set_focus(field)

    def action_close(self) -> None:
        """Undo one step: the words, then the help itself."""
        fields = self.query(Input)
        if not fields:
            self.app.pop_screen()
            return
        fields.remove()
        self._show("")
        self.query_one(Page).focus()

    def _show(self, words: str) -> None:
        page = self.query_one(Page)
        found = blocks(self._bound, self._section, words)
        wanted = [fold(word) for word in words.split()]
        known = {each.id for each in self._bound}
        others = (each for each in self._everything() if each.id not in known) if wanted else ()
        page.blocks = (*found, *elsewhere(others, wanted))
        page.scroll_home(animate=False)


def blocks(bound: tuple[Bound, ...], section: Section | None, words: str) -> tuple[Block, ...]:
    """The page: keys by group, signs, and how to write the tab; only what holds all the words."""
    wanted = [fold(word) for word in words.split()]
    found = (*_keys(bound, wanted), *_signs(wanted), *_filters(wanted))
    if section is not None and not wanted:
        found = (*found, *_writing(section))
    return found or (Heading((Span(f"Nothing here holds “{words}”"),), level=1),)


def heading_of(bound: Bound) -> str:
    """The group an action belongs to."""
    known = registry().get(bound.id)
    return known.heading if known else LAST


def _keys(bound: tuple[Bound, ...], wanted: list[str]) -> tuple[Block, ...]:
    groups: dict[str, list[tuple[Line, ...]]] = {}
    for each in bound:
        head = heading_of(each)
        keys = ", ".join(each.shown) or "palette"
        if _holds(f"{keys} {each.name} {each.about} {head}", wanted):
            row = (Span(keys, "strong"),), (Span(each.name),), (Span(each.about, "quiet"),)
            groups.setdefault(head, []).append(row)
    if not groups:
        return ()
    order = sorted(
        groups, key=lambda g: (g == LAST, FIRST.index(g) if g in FIRST else len(FIRST), g)
    )
    head_line: tuple[Line, ...] = ((Span("key"),), (Span("does"),), (Span("that is"),))
    found: list[Block] = [Heading((Span("Keys that work here"),), level=1)]
    for name in order:
        found += [Heading((Span(name),)), Table(head_line, tuple(groups[name]))]
    return tuple(found)


def elsewhere(actions: Iterable[Command], wanted: list[str]) -> tuple[Block, ...]:
    """The keys of other places that hold all the words."""
    rows: list[tuple[Line, ...]] = []
    for each in actions:
        keys = ", ".join(dict.fromkeys(map(format_key, each.key_names))) or "palette"
        if _holds(f"{keys} {each.title} {each.help} {each.heading}", wanted):
            about = (Span(f"{each.heading}: ", "quiet"), Span(each.help, "quiet"))
            rows.append(((Span(keys, "strong"),), (Span(each.title),), about))
    head: tuple[Line, ...] = ((Span("key"),), (Span("does"),), (Span("that is"),))
    return (
        (Heading((Span("Keys of other places"),), level=1), Table(head, tuple(rows)))
        if rows
        else ()
    )


def _signs(wanted: list[str]) -> tuple[Block, ...]:
    rows: list[tuple[Line, ...]] = [
        ((Span(sign.glyph, sign.role),), (Span(sign.ascii, "quiet"),), (Span(sign.word),))
        for sign in SIGNS
        if _holds(f"{sign.glyph} {sign.ascii} {sign.word}", wanted)
    ]
    head: tuple[Line, ...] = ((Span("sign"),), (Span("ascii"),), (Span("means"),))
    return (Heading((Span("Signs"),), level=1), Table(head, tuple(rows))) if rows else ()


def _filters(wanted: list[str]) -> tuple[Block, ...]:
    rows: list[tuple[Line, ...]] = [
        ((Span(write, "code"),), (Span(finds),))
        for write, finds in GRAMMAR
        if _holds(f"{write} {finds} filter", wanted)
    ]
    head: tuple[Line, ...] = ((Span("filter"),), (Span("shows what"),))
    return (Heading((Span("Filters"),), level=1), Table(head, tuple(rows))) if rows else ()


def _writing(section: Section) -> tuple[Block, ...]:
    found: tuple[Block, ...] = (
        Heading((Span(f"How to write {section.title}"),), level=1),
        Prose((Span(section.about),)),
    )
    if not section.example:
        return (
            *found,
            Prose((Span("Worked out from the rest; nothing is written for it.", "quiet"),)),
        )
    lines = section.example.rstrip("\n").split("\n")
    return (*found, Code(tuple((Span(line, "code"),) for line in lines)))


def _holds(text: str, wanted: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in wanted)

"""The pages of a form on screen: the fields of the record, or the items of one of them."""

import re
from dataclasses import dataclass, replace
from typing import TypeVar

from tui.blocks import Line, Role, Row, Span
from tui.brief.edit import Data, Field, Steps, record_at
from tui.brief.place import Problem
from tui.editing.form.draft import Append, Begin, Draft
from tui.editing.form.page import NOT_HERE, Slot, blank_page, field_at, page_of
from tui.presentation.naming import name_of
from tui.presentation.view import View
from tui.rendering.ink import cut, safe
from tui.screens.following import FollowingScreen
from tui.screens.holding import Holding
from tui.widgets.header import HeaderBar
from tui.widgets.note import Note
from tui.widgets.row_list import RowList

LABEL = 16
"""Cells a label takes; longer ones are rare and take what they need."""
WRITTEN, MORE = "Written", "May be added"
_MISSING = re.compile(r"`(\w+):` is missing")
T = TypeVar("T")


@dataclass(frozen=True)
class Growing:
    """Something that is being added: nothing of it is written before it says something."""

    start: Draft
    """The state it is added to."""
    step: Append | Begin
    """With all that was said of it so far."""
    field: Field
    back: Steps
    """The page one came from."""
    about: str = ""
    """What stands beside it already."""

    @property
    def told(self) -> dict[str, Data]:
        """What was said of it so far."""
        return dict(self.step.value) if isinstance(self.step.value, dict) else {}


class Pages(Holding, FollowingScreen[T]):
    """Shows one page of a form."""

    draft: Draft
    at: Steps = ()
    """The page in front: the record, or a path in it."""
    growing: Growing | None = None
    slots: dict[str, Slot]
    wrong: dict[Steps, Problem]
    """What is wrong in the fields of the page."""

    def __init__(self, view: View, draft: Draft) -> None:
        super().__init__(view)
        self.draft = draft
        self.slots, self.wrong = {}, {}

    @property
    def live(self) -> View:
        """The brief as it would be, for this reader."""
        return replace(self.view, reading=self.draft.reading)

    @property
    def busy(self) -> bool:
        """Whether a value is asked for, and told of there."""
        return False

    @property
    def fields(self) -> RowList:
        """The list of fields."""
        return self.query_one("#fields", RowList)

    @property
    def slot(self) -> Slot | None:
        """The field under the cursor."""
        row = self.fields.current
        return self.slots.get(row.key) if row else None

    def tell(self) -> None:
        """Show the page in front as it is now."""
        found = self._page()
        while isinstance(found, Problem) and self.at:
            # What stood here is gone: back to what held it.
            self.at = self.at[:-1]
            found = self._page()
        slots = () if isinstance(found, Problem) else found
        # Two slots may lead to one place: an item, and the way to add another one.
        self.slots = {f"{each.way == 'add'}{each.path}": each for each in slots}
        self.wrong = wrong = self._problems(slots)
        listed = any(each.way == "add" and each.label[:1] == "+" for each in slots)
        grouped = not listed and any(each.written for each in slots)
        ordered = sorted(self.slots.items(), key=lambda each: grouped and not each[1].written)
        self.fields.rows = tuple(
            _row(name, each, wrong.get(each.path), self._room, grouped=grouped)
            for name, each in ordered
        )
        self._tell_top()
        self.tell_field()

    @property
    def _room(self) -> int:
        """Cells a value may take: each field is one line, and its page or box shows the rest."""
        width = self.fields.scrollable_content_region.width
        return max(width - LABEL - 7, 20) if width else 200

    def on_resize(self) -> None:
        self.call_after_refresh(self.tell)

    def _page(self) -> tuple[Slot, ...] | Problem:
        if self.growing and not self.growing.told:
            return blank_page(self.growing.field, self.at, {})
        return page_of(self.draft.reading, self.draft.key, self.at)

    def to_slot(self, path: Steps) -> bool:
        """Put the cursor on a field; say whether it is on this page."""
        name = next((n for n, each in self.slots.items() if each.path == path), None)
        return name is not None and self.fields.move_to_key(name)

    def _problems(self, slots: tuple[Slot, ...]) -> dict[Steps, Problem]:
        """What is wrong in each field of the page, in the words of `check`; mistakes first."""
        record, reading = self.draft.record, self.draft.reading
        if record is None or (self.growing and not self.growing.told):
            return {}
        found: dict[Steps, Problem] = {}
        for problem in sorted(reading.problems_in(record), key=lambda p: p.severity):
            missing = _MISSING.search(problem.message)
            told = record_at(reading, *problem.place)
            path: Steps = told[1] if told else ()
            if missing:
                path = (*(path[:-1] if path[:-1] == self.at else self.at), missing[1])
            for slot in slots:
                if slot.way != "add" and path[: len(slot.path)] == slot.path:
                    found.setdefault(slot.path, problem)
        return found

    # --- bars -----------------------------------------------------------------------------------

    def _tell_top(self) -> None:
        top = self.query_one("#top", HeaderBar)
        trail = [self._called(), *(self._word(n) for n in range(len(self.at)))]
        words = " › ".join(each for each in trail if each)
        top.left = safe((Span("Edit  ", "quiet"), Span(words, "strong")))
        count = len(self.draft.steps)
        told = f"{count} change{'' if count == 1 else 's'}, not written" if count else "no change"
        top.right = (Span(told, "changed" if count else "quiet"),)

    def _called(self) -> str:
        if self.growing and isinstance(self.growing.step, Begin) and not self.growing.told:
            return f"new in {self.growing.step.section.replace('_', ' ')}"
        record = self.draft.record
        return name_of(self.live, record) if record else self.draft.key or "The brief itself"

    def _word(self, at: int) -> str:
        step = self.at[at]
        if isinstance(step, int):
            return f"claim {step + 1}" if self.at[at - 1] == "claims" else str(step + 1)
        path = self.at[: at + 1]
        return "" if step == "claims" else field_at(self.draft.key, path).label

    def tell_field(self) -> None:
        """Say at the bottom what the field under the cursor is for, and what a key would do."""
        slot = self.slot
        note = self.query_one("#doc", Note)
        wrong = self.wrong.get(slot.path) if slot and not self.busy else None
        if self.busy:
            about = self.growing.about if self.growing else ""
            note.content = safe((Span("So far: ", "label"), Span(about, "quiet"))) if about else ()
        elif wrong:
            role: Role = "problem" if wrong.severity == "error" else "warning"
            note.content = safe((Span(wrong.message, role),))
        else:
            note.content = safe(_doc(slot)) if slot else ()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        event.stop()
        self.tell_field()


def _doc(slot: Slot) -> Line:
    if slot.way == "closed":
        return (Span(NOT_HERE, "warning"),)
    doc = slot.field.doc or (f"One of: {', '.join(slot.field.words)}" if slot.field.words else "")
    more = ""
    if slot.field.claimed and slot.written and slot.way != "open":
        more = "I: somebody claims another value"
    elif slot.way == "add":
        more = "Enter adds"
    return (Span(doc, "quiet"), Span("   " if doc and more else ""), Span(more, "label"))


def _row(name: str, slot: Slot, wrong: Problem | None, room: int, *, grouped: bool) -> Row:
    label: Role = "label" if slot.way != "add" or slot.label[:1] != "+" else "focus"
    need = "*" if slot.field.required and not slot.written else ""
    into = " ›" if slot.way == "open" else ""
    title = (
        Span(f"{slot.label}{need}".ljust(LABEL) + " ", label),
        *cut(safe((Span(" ".join(slot.value.split()), "title"),)), room - len(into)),
        Span(into, "quiet"),
    )
    below: Line = ()
    if wrong:
        role: Role = "problem" if wrong.severity == "error" else "warning"
        below = (Span(" " * LABEL + f" └ {wrong.message}", role),)
    group = (WRITTEN if slot.written else MORE) if grouped else ""
    return Row(name, title, below, group=group)

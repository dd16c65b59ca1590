"""Filling a form in: giving values, and adding."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from tui.brief.edit import Data, Field, Steps
from tui.editing.complete import Offer, values
from tui.editing.form.additions import Addition, additions, asked, path_of
from tui.editing.form.draft import Append, Put, Take
from tui.editing.form.given import data_of
from tui.editing.form.page import NOT_HERE, Slot, Way, beside, field_at
from tui.editing.form.said import said, value_field
from tui.screens.forming.pages import Growing
from tui.screens.forming.stepping import Stepping
from tui.widgets.answer import Answer, Asked
from tui.widgets.row_list import RowList

T = TypeVar("T")


class Filling(Stepping[T]):
    """Changes the draft, one value at a time."""

    asking: Slot | None = None
    """The field that is asked for now."""
    item: Steps | None = None
    """The list that gets what is asked for now as a further item."""

    @property
    def answer(self) -> Answer:
        """Where values are given."""
        return self.query_one(Answer)

    @property
    def busy(self) -> bool:
        """Whether a value is asked for."""
        return self.asking is not None

    # --- giving a value -------------------------------------------------------------------------

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        slot = self.slot
        if slot is None:
            return
        if slot.way == "closed":
            self.say(NOT_HERE)
        elif slot.way == "add":
            self._add_to(slot)
        elif slot.way == "open":
            self._open(slot)
        else:
            self.ask(slot)

    def _open(self, slot: Slot) -> None:
        if self.growing and not self.growing.told:
            self.say("First say what it is; then more can be said of it")
            return
        self.at = slot.path
        self.tell()
        self.fields.cursor = 0

    def ask(self, slot: Slot, item: Steps | None = None) -> None:
        """Ask for the value of a field; with `item`, for one more of a list."""
        self.asking, self.item = slot, item
        field = value_field(slot.field)
        if not slot.several:
            field = replace(field, many=False)
        offers = tuple(self._offers(field, slot.path))
        strict = field.kind in {"reference", "word", "flag"}
        self.tell_field()
        self.answer.ask(
            Asked(
                slot.label,
                "" if item is not None else slot.value,
                lambda text: said(slot.field if slot.several else field, text, self.live),
                offers,
                slot.way == "long",
                slot.several,
                strict,
            )
        )

    def _offers(self, field: Field, path: Steps) -> Iterator[Offer]:
        now = self.view.now
        if field.kind == "text" and path[-2:-1] and isinstance(path[-2], int):
            # What is said of other claims is what makes this one comparable to them.
            said_of = beside(self.draft.reading, self.draft.key, path)
            yield from (Offer(each, each, "as it is beside this one") for each in said_of)
        yield from values(field, self.draft.reading, now.date() if now else date.today())

    def on_answer_given(self, event: Answer.Given) -> None:
        event.stop()
        self.take_answer(event.text)

    def on_answer_left(self, event: Answer.Left) -> None:
        event.stop()
        self.left = ()
        self._done_asking()

    def take_answer(self, text: str) -> bool:
        """Make what was given a part of the draft; say whether that could be done."""
        slot = self.asking
        if slot is None:
            return True
        same = text.strip() == slot.value.strip() and self.item is None
        if not same and not (not text.strip() and not slot.written):
            data = data_of(slot.field, text, several=slot.several)
            if not (self._give(slot, data) if text.strip() else self.go(Take(slot.path))):
                return False
        self._done_asking()
        self.to_slot(slot.path)
        self._ask_next()
        return True

    def _give(self, slot: Slot, data: Data) -> bool:
        if self.item is not None:
            return self.go(Append(self.item, data))
        if self._grows(slot.path):
            return self._grow(str(slot.path[-1]), data)
        return self.go(Put(slot.path, data))

    def _done_asking(self) -> None:
        self.asking = self.item = None
        self.answer.close()
        self.tell()
        self.fields.focus()

    # --- adding ---------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Add to the field under the cursor, or choose what to add."""
        slot = self.slot
        if slot is not None and (slot.field.many or slot.field.claimed):
            self._add_to(slot)
        else:
            self.choose_addition()

    def choose_addition(self) -> None:
        """List what can be added to the record, and what beside it."""
        from tui.screens.forming.picking import picking, run  # noqa: PLC0415  (rarely asked for)

        key = self.draft.key
        things = additions(self.draft.reading, key, key.partition("/")[0])
        self.app.push_screen(picking(things, self.begin), run)

    def _add_to(self, slot: Slot) -> None:
        field = field_at(self.draft.key, slot.path)
        self.begin(Addition(slot.label, slot.value, Append(slot.path, {}), field))

    def begin(self, addition: Addition) -> None:
        """Open the form of something new, and ask what it is."""
        step, field = addition.step, addition.field
        if isinstance(step, Append) and not _has_fields(field):
            item = replace(field, many=False)
            way: Way = "long" if field.kind == "long" else "line"
            self.ask(Slot(item, step.path, addition.name, way=way), step.path)
            return
        about = addition.about if isinstance(step, Append) else ""
        self.growing = Growing(self.draft, step, field, self.at, about)
        if isinstance(step, Append):
            self.at = path_of(self.draft.reading, self.draft.key, step)
        else:
            self.at = ()
        self.left = asked(field)
        self.tell()
        self.fields.cursor = 0
        self._ask_next()

    def _ask_next(self) -> None:
        """Ask for the next of the fields one is led through."""
        while self.left:
            name, self.left = self.left[0], self.left[1:]
            path = (*self.at, name)
            slot = next((each for each in self.slots.values() if each.path == path), None)
            if slot and slot.way in {"line", "long"} and not slot.written:
                self.to_slot(path)
                self.ask(slot)
                return


def _has_fields(field: Field) -> bool:
    """Whether what is added is a map, and not one text."""
    return field.claimed or (field.kind in {"record", "claim"})

"""Filling a form in: giving values, adding, taking away, taking a step back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType

from tui.brief.edit import Data, Field, Steps
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.editing.complete import Offer, values
from tui.editing.form.additions import Addition, additions, asked, path_of
from tui.editing.form.draft import Append, Begin, Put, Step, Take
from tui.editing.form.given import data_of
from tui.editing.form.ids import propose_id
from tui.editing.form.page import NOT_HERE, Slot, Way, field_at
from tui.editing.form.said import said, value_field
from tui.screens.forming.pages import Growing, Pages
from tui.telling.view import View
from tui.widgets.answer import Answer, Asked
from tui.widgets.row_list import RowList

T = TypeVar("T")


class Filling(Pages[T]):
    """Changes the draft, one value at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "I", "add", "add", id="form.add",
            tooltip="Add a further claim or item to this field; elsewhere, to the record",
        ),
        Binding(
            "x,delete", "take", "take away", id="form.take",
            tooltip="Take this field or item out of the file",
        ),
        Binding(
            "X", "take_record", "take away all", show=False, id="form.take_record",
            tooltip="Take the whole record out of the file",
        ),
        Binding(
            "U,ctrl+z", "step_back", "undo", id="form.undo",
            tooltip="Undo the last change in this form",
        ),
    ]  # fmt: skip

    asking: Slot | None = None
    """The field that is asked for now."""
    item: Steps | None = None
    """The list that gets what is asked for now as a further item."""
    left: tuple[str, ...] = ()
    """The fields one is led through, that were not asked yet."""

    @property
    def answer(self) -> Answer:
        """Where values are given."""
        return self.query_one(Answer)

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
        offers = tuple(self._offers(field))
        strict = field.kind in {"reference", "word", "flag"}
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

    def _offers(self, field: Field) -> Iterator[Offer]:
        now = self.view.now
        yield from values(field, self.draft.reading, now.date() if now else date.today())

    @property
    def live(self) -> View:
        """The brief as it would be, for this reader."""
        return replace(self.view, reading=self.draft.reading)

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
        if isinstance(data, list) and len(data) == 1 and slot.field.short and not _referring(slot):
            data = data[0]
        return self.go(Put(slot.path, data))

    def _done_asking(self) -> None:
        self.asking = self.item = None
        self.answer.close()
        self.tell()
        self.fields.focus()

    # --- steps ----------------------------------------------------------------------------------

    def go(self, step: Step) -> bool:
        """Make a step; say why where it cannot be made."""
        made = self.draft.after(step)
        if isinstance(made, Problem):
            self.say(made.message, severe=True)
            return False
        self.draft = made
        self.growing = None
        return True

    def _grows(self, path: Steps) -> bool:
        return self.growing is not None and path[:-1] == self.at

    def _grow(self, name: str, data: Data) -> bool:
        """Say one thing more of what is being added: it is added anew, as one piece."""
        growing = self.growing
        if growing is None:
            return False
        told = {**growing.told, name: data}
        if isinstance(growing.step, Begin):
            told = self._with_id(growing, told)
        step = growing.step._replace(value=told)
        made = growing.start.after(step)
        if isinstance(made, Problem):
            self.say(made.message, severe=True)
            return False
        self.draft = made
        self.growing = replace(growing, step=step)
        return True

    def _with_id(self, growing: Growing, told: dict[str, Data]) -> dict[str, Data]:
        """The same with an id, as long as the writer gave none."""
        if not isinstance(growing.step, Begin):
            return told
        reading, section = growing.start.reading, growing.step.section
        title = next((str(told[n]) for n in ("name", "title", "text", "question") if n in told), "")
        before = growing.told
        old = next((str(before[n]) for n in ("name", "title", "text") if n in before), "")
        ours = before.get("id", "") in {"", propose_id(reading, section, old)}
        if ours and told.get("id", "") == before.get("id", ""):
            told = {**told, "id": propose_id(reading, section, title)}
        return told

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
        self.begin(Addition(slot.label, "", Append(slot.path, {}), field))

    def begin(self, addition: Addition) -> None:
        """Open the form of something new, and ask what it is."""
        step, field = addition.step, addition.field
        if isinstance(step, Append) and not _has_fields(field):
            item = replace(field, many=False)
            way: Way = "long" if field.kind == "long" else "line"
            self.ask(Slot(item, step.path, addition.name, way=way), step.path)
            return
        self.growing = Growing(self.draft, step, field, self.at)
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

    # --- taking away ----------------------------------------------------------------------------

    def action_take(self) -> None:
        """Take the field or the item under the cursor away."""
        slot = self.slot
        if slot is None or not slot.written:
            return
        if self.go(Take(slot.path)):
            self.tell()

    def action_take_record(self) -> None:
        """Take the whole record away, once that was seen and agreed to."""
        if self.draft.record is not None and self.go(Take(())):
            self.at = ()
            self.tell()
            self.action_write()

    def action_step_back(self) -> None:
        """Undo the last change of the form; nothing of it was written yet."""
        if self.draft.before is None:
            self.say("Nothing is changed yet")
            return
        self.draft, self.growing, self.left = self.draft.before, None, ()
        self.tell()

    # --- others ---------------------------------------------------------------------------------

    def say(self, message: str, *, severe: bool = False) -> None:
        """Tell the writer something in passing."""
        self.notify(shown(message), severity="error" if severe else "information", markup=False)

    def action_write(self) -> None:
        """Show what would be written."""
        raise NotImplementedError


def _has_fields(field: Field) -> bool:
    """Whether what is added is a map, and not one text."""
    return field.claimed or (field.kind in {"record", "claim"})


def _referring(slot: Slot) -> bool:
    return slot.field.kind == "reference"

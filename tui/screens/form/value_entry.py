"""Filling a form in: asking for values, one after the other, and adding."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tui.brief.edit import Field, Steps
from tui.editing.complete import Offer, values
from tui.editing.form.additions import Addition, additions
from tui.editing.form.describe import describe, value_field
from tui.editing.form.draft import Append, Remove
from tui.editing.form.given import data_of
from tui.editing.form.page import NOT_HERE, Slot, Way, field_at, texts_of_siblings
from tui.screens.form.choose_addition import addition_palette, run_entry
from tui.screens.form.fields_page import FieldsPage
from tui.screens.form.model import FormModel
from tui.screens.notices import show_notice
from tui.widgets.value_prompt import ValuePrompt, ValueQuestion


class ValueEntry:
    """Asks for the values of a form, and makes them a part of its draft."""

    def __init__(self, model: FormModel, page: FieldsPage, prompt: ValuePrompt) -> None:
        self._model = model
        self._page = page
        self._prompt = prompt

    def open(self, slot: Slot) -> None:
        """Change a field in the way it can be changed: ask, open its page, or add to it."""
        if slot.way == "closed":
            show_notice(self._prompt, NOT_HERE)
        elif slot.way == "add":
            self.add_to(slot)
        elif slot.way != "open":
            self.ask(slot)
        elif self._model.adding and not self._model.adding.given:
            show_notice(self._prompt, "Fill in its first field before the others")
        else:
            self._model.at = slot.path
            self._page.update()
            self._page.select_first()

    # --- a value --------------------------------------------------------------------------------

    def ask(self, slot: Slot, item: Steps | None = None) -> None:
        """Ask for the value of a field; with `item`, for one more of a list."""
        model = self._model
        model.asking, model.item = slot, item
        field = value_field(slot.field)
        if not slot.several:
            field = replace(field, many=False)
        self._page.update_note()
        self._prompt.ask(
            ValueQuestion(
                slot.label,
                "" if item is not None else slot.value,
                lambda text: describe(slot.field if slot.several else field, text, model.live),
                tuple(self._offers(field, slot.path)),
                slot.way == "long",
                slot.several,
                strict=field.kind in {"reference", "word", "flag"},
            )
        )

    def _offers(self, field: Field, path: Steps) -> Iterator[Offer]:
        draft, now = self._model.draft, self._model.view.now
        if field.kind == "text" and path[-2:-1] and isinstance(path[-2], int):
            # What other claims say is what makes this one comparable to them.
            texts = texts_of_siblings(draft.reading, draft.key, path)
            yield from (Offer(each, each, "as in another claim") for each in texts)
        yield from values(field, draft.reading, now.date() if now else date.today())

    def take(self, text: str) -> bool:
        """Make a typed value a part of the draft; return whether that was possible."""
        model, slot = self._model, self._model.asking
        if slot is None:
            return True
        is_same = text.strip() == slot.value.strip() and model.item is None
        if not is_same and (text.strip() or slot.written):
            data = data_of(slot.field, text, several=slot.several)
            problem = model.give(slot, data) if text.strip() else model.change(Remove(slot.path))
            if problem is not None:
                show_notice(self._prompt, problem.message, error=True)
                return False
        self._end()
        self._page.select(slot.path)
        self._ask_next()
        return True

    def take_typed(self) -> bool:
        """Take what is being typed, and ask for nothing more; return whether that was possible."""
        if self._model.asking is None:
            return True
        self._model.queue = ()
        return self.take(self._prompt.text)

    def cancel(self) -> None:
        """Ask for nothing more; the value stays as it was."""
        self._model.queue = ()
        self._end()

    def _end(self) -> None:
        self._model.asking = self._model.item = None
        self._prompt.close()
        self._page.update()
        self._page.focus()

    def _ask_next(self) -> None:
        """Ask for the next field of what is being added."""
        model = self._model
        while model.queue:
            name, model.queue = model.queue[0], model.queue[1:]
            slot = self._page.slot_at((*model.at, name))
            if slot and slot.way in {"line", "long"} and not slot.written:
                self._page.select(slot.path)
                self.ask(slot)
                return

    # --- adding ---------------------------------------------------------------------------------

    def add(self) -> None:
        """Add to the field under the cursor, or choose what to add."""
        slot = self._page.slot
        if slot is not None and (slot.field.many or slot.field.claimed):
            self.add_to(slot)
            return
        draft = self._model.draft
        found = additions(draft.reading, draft.key, draft.key.partition("/")[0])
        self._prompt.app.push_screen(addition_palette(found, self.begin), run_entry)

    def add_to(self, slot: Slot) -> None:
        """Add an item or a claim to a field."""
        field = field_at(self._model.draft.key, slot.path)
        self.begin(Addition(slot.label, slot.value, Append(slot.path, {}), field))

    def begin(self, addition: Addition) -> None:
        """Open the form of something new, and ask for its first field."""
        step, field = addition.step, addition.field
        if isinstance(step, Append) and not _has_fields(field):
            item = replace(field, many=False)
            way: Way = "long" if field.kind == "long" else "line"
            self.ask(Slot(item, step.path, addition.name, way=way), step.path)
            return
        self._model.begin(addition)
        self._page.update()
        self._page.select_first()
        self._ask_next()


def _has_fields(field: Field) -> bool:
    """Whether what is added is a map, and not one text."""
    return field.claimed or (field.kind in {"record", "claim"})

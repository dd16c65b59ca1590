"""One page of a form on screen: the fields of a record, or the items of one of them."""

from tui.blocks import Line, Role, Row, Span
from tui.brief.edit import Steps
from tui.brief.place import Problem
from tui.editing.form.draft import Begin
from tui.editing.form.page import NOT_HERE, Slot, field_at
from tui.presentation.header import with_mark
from tui.presentation.names import full_name
from tui.presentation.view import View
from tui.rendering.ink import cut, safe
from tui.screens.form.model import FormModel
from tui.widgets.header import HeaderBar
from tui.widgets.note import Note
from tui.widgets.row_list import RowList

LABEL = 16
"""Cells a label takes; longer ones are rare and take what they need."""
FILLED, EMPTY = "Filled in", "Empty"


class FieldsPage:
    """Shows the page in front of a form: its title, its fields, and a note on one of them."""

    def __init__(self, model: FormModel, title: HeaderBar, fields: RowList, note: Note) -> None:
        self._model = model
        self._title = title
        self._fields = fields
        self._note = note
        self.slots: dict[str, Slot] = {}
        """The fields of the page, by the key of their row."""
        self._problems: dict[Steps, Problem] = {}

    def update(self) -> None:
        """Show the page as it is now."""
        slots = self._model.page()
        # Two slots may have one path: an item, and the way to add another one.
        self.slots = {f"{each.way == 'add'}{each.path}": each for each in slots}
        self._problems = problems = self._model.problems(slots)
        is_list = any(each.way == "add" and each.label[:1] == "+" for each in slots)
        grouped = not is_list and any(each.written for each in slots)
        ordered = sorted(self.slots.items(), key=lambda each: grouped and not each[1].written)
        # Each field is one line; its page or its box shows the rest of a long value.
        width = self._fields.scrollable_content_region.width
        room = max(width - LABEL - 7, 20) if width else 200
        self._fields.rows = tuple(
            _row(name, each, problems.get(each.path), room, grouped=grouped)
            for name, each in ordered
        )
        self._update_title()
        self.update_note()

    def _update_title(self) -> None:
        self._title.left = safe((Span("Edit  ", "quiet"), Span(_trail(self._model), "strong")))
        count = len(self._model.draft.steps)
        text = f"{count} change{'' if count == 1 else 's'}, not written" if count else "no change"
        shown = (Span(text, "changed" if count else "quiet"),)
        self._title.right = safe(with_mark(View(self._model.draft.reading), shown))

    def update_note(self) -> None:
        """Show at the bottom what the selected field is for, and what a key would do."""
        slot, adding = self.slot, self._model.adding
        problem = self._problems.get(slot.path) if slot else None
        if self._model.asking is not None:
            about = adding.about if adding else ""
            self._note.content = (
                safe((Span("So far: ", "label"), Span(about, "quiet"))) if about else ()
            )
        elif problem:
            self._note.content = safe((Span(problem.message, _role(problem)),))
        else:
            self._note.content = safe(_manual(slot)) if slot else ()

    @property
    def slot(self) -> Slot | None:
        """The field under the cursor."""
        row = self._fields.current
        return self.slots.get(row.key) if row else None

    def slot_at(self, path: Steps) -> Slot | None:
        """The field with a path; None if it is not on this page."""
        return next((each for each in self.slots.values() if each.path == path), None)

    def select(self, path: Steps) -> bool:
        """Put the cursor on a field; return whether it is on this page."""
        name = next((n for n, each in self.slots.items() if each.path == path), None)
        return name is not None and self._fields.move_to_key(name)

    def select_first(self) -> None:
        """Put the cursor on the first field."""
        self._fields.cursor = 0

    def focus(self) -> None:
        """Give the keys to the list of fields."""
        self._fields.focus()


def _trail(model: FormModel) -> str:
    """The record and the page in front, in words."""
    words = [_record_name(model), *(_word(model, n) for n in range(len(model.at)))]
    return " › ".join(each for each in words if each)


def _record_name(model: FormModel) -> str:
    adding, record = model.adding, model.draft.record
    if adding and isinstance(adding.step, Begin) and not adding.given:
        return f"new in {adding.step.section.replace('_', ' ')}"
    return full_name(model.live, record) if record else model.draft.key or "The brief itself"


def _word(model: FormModel, at: int) -> str:
    """One step of the path of the page in front."""
    step = model.at[at]
    if isinstance(step, int):
        return f"claim {step + 1}" if model.at[at - 1] == "claims" else str(step + 1)
    return "" if step == "claims" else field_at(model.draft.key, model.at[: at + 1]).label


def _role(problem: Problem) -> Role:
    return "problem" if problem.severity == "error" else "warning"


def _manual(slot: Slot) -> Line:
    if slot.way == "closed":
        return (Span(NOT_HERE, "warning"),)
    doc = slot.field.doc or (f"One of: {', '.join(slot.field.words)}" if slot.field.words else "")
    more = ""
    if slot.field.claimed and slot.written and slot.way != "open":
        more = "I: add another claim"
    elif slot.way == "add":
        more = "Enter adds"
    return (Span(doc, "quiet"), Span("   " if doc and more else ""), Span(more, "label"))


def _row(name: str, slot: Slot, problem: Problem | None, room: int, *, grouped: bool) -> Row:
    label: Role = "label" if slot.way != "add" or slot.label[:1] != "+" else "focus"
    need = "*" if slot.field.required and not slot.written else ""
    into = " ›" if slot.way == "open" else ""
    title = (
        Span(f"{slot.label}{need}".ljust(LABEL) + " ", label),
        *cut(safe((Span(" ".join(slot.value.split()), "title"),)), room - len(into)),
        Span(into, "quiet"),
    )
    below: Line = ()
    if problem:
        below = (Span(" " * LABEL + f" └ {problem.message}", _role(problem)),)
    group = (FILLED if slot.written else EMPTY) if grouped else ""
    return Row(name, title, below, group=group)

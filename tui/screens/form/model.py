"""The change that a form makes, and the page of the form that is in front; no widgets."""

import re
from dataclasses import dataclass, replace

from tui.brief.edit import Data, Field, Steps, record_at
from tui.brief.place import Problem
from tui.editing.form.additions import Addition, fields_to_ask, path_of
from tui.editing.form.draft import Append, Begin, Put, RecordDraft, Remove, Step
from tui.editing.form.ids import propose_id
from tui.editing.form.page import Slot, blank_page, page_of
from tui.presentation.view import View

_MISSING = re.compile(r"`(\w+):` is missing")


@dataclass(frozen=True)
class Adding:
    """Something that is being added: none of it is in the draft before a first value is given."""

    start: RecordDraft
    """The state it is added to."""
    step: Append | Begin
    """With all values given so far."""
    field: Field
    back: Steps
    """The page it was begun from."""
    about: str = ""
    """The items there are already."""

    @property
    def given(self) -> dict[str, Data]:
        """The values given so far."""
        return dict(self.step.value) if isinstance(self.step.value, dict) else {}


class FormModel:
    """A draft of one record, and where in it the form is."""

    def __init__(self, view: View, key: str) -> None:
        self.view = view
        """The brief as it is on disk."""
        self.draft = RecordDraft.of(view.reading, key)
        self.at: Steps = ()
        """The page in front: the record, or a path in it."""
        self.adding: Adding | None = None
        self.asking: Slot | None = None
        """The field whose value is asked for now."""
        self.item: Steps | None = None
        """The list that gets the value asked for now as a further item."""
        self.queue: tuple[str, ...] = ()
        """The fields of what is being added that are still to be asked."""

    @property
    def live(self) -> View:
        """The brief as it would be."""
        return replace(self.view, reading=self.draft.reading)

    # --- the page in front ----------------------------------------------------------------------

    def page(self) -> tuple[Slot, ...]:
        """The fields of the page in front; if that is gone, of the page that held it."""
        found = self._page()
        while isinstance(found, Problem) and self.at:
            self.at = self.at[:-1]
            found = self._page()
        return () if isinstance(found, Problem) else found

    def _page(self) -> tuple[Slot, ...] | Problem:
        if self.adding and not self.adding.given:
            return blank_page(self.adding.field, self.at, {})
        return page_of(self.draft.reading, self.draft.key, self.at)

    def problems(self, slots: tuple[Slot, ...]) -> dict[Steps, Problem]:
        """The worst problem in each field of the page, as `check` reports it."""
        record, reading = self.draft.record, self.draft.reading
        if record is None or (self.adding and not self.adding.given):
            return {}
        found: dict[Steps, Problem] = {}
        for problem in sorted(reading.problems_in(record), key=lambda p: p.severity):
            missing = _MISSING.search(problem.message)
            place = record_at(reading, *problem.place)
            path: Steps = place[1] if place else ()
            if missing:
                path = (*(path[:-1] if path[:-1] == self.at else self.at), missing[1])
            for slot in slots:
                if slot.way != "add" and path[: len(slot.path)] == slot.path:
                    found.setdefault(slot.path, problem)
        return found

    def up(self) -> Steps:
        """Go to the page this one was opened from; return the path of this one."""
        here, above = self.at, self.at[:-1]
        # `claims` is no page of a claimed value.
        self.at = above[:-1] if above[-1:] == ("claims",) and len(above) == 2 else above
        return here

    # --- changes --------------------------------------------------------------------------------

    def change(self, step: Step) -> Problem | None:
        """Make a step, or return why it is not possible."""
        made = self.draft.after(step)
        if isinstance(made, Problem):
            return made
        self.draft, self.adding = made, None
        return None

    def give(self, slot: Slot, data: Data) -> Problem | None:
        """Write the value that was asked for, or return why that is not possible."""
        if self.item is not None:
            return self.change(Append(self.item, data))
        if self.adding is not None and slot.path[:-1] == self.at:
            return self._extend(self.adding, str(slot.path[-1]), data)
        return self.change(Put(slot.path, data))

    def _extend(self, adding: Adding, name: str, data: Data) -> Problem | None:
        """Give one more value of what is being added: it is added again, as one piece."""
        given = {**adding.given, name: data}
        if isinstance(adding.step, Begin):
            given = _with_id(adding, adding.step.section, given)
        step = adding.step._replace(value=given)
        made = adding.start.after(step)
        if isinstance(made, Problem):
            return made
        self.draft, self.adding = made, replace(adding, step=step)
        return None

    def begin(self, addition: Addition) -> None:
        """Open the page of something new."""
        step, field = addition.step, addition.field
        about = addition.about if isinstance(step, Append) else ""
        self.adding = Adding(self.draft, step, field, self.at, about)
        if isinstance(step, Append):
            self.at = path_of(self.draft.reading, self.draft.key, step)
        else:
            self.at = ()
        self.queue = fields_to_ask(field)

    def stop_adding(self) -> bool:
        """End adding; return whether a new record was not begun after all."""
        adding = self.adding
        if adding is None:
            return False
        self.adding, self.queue = None, ()
        self.at = adding.back if not adding.given or self.at else ()
        return isinstance(adding.step, Begin) and not adding.given

    def remove_record(self) -> Problem | None:
        """Remove the whole record, or return why that is not possible."""
        problem = self.change(Remove(()))
        if problem is None:
            self.at = ()
        return problem

    def undo(self) -> bool:
        """Undo the last change; return whether there was one."""
        if self.draft.before is None:
            return False
        self.draft, self.adding, self.queue = self.draft.before, None, ()
        return True

    def follow_disk(self) -> None:
        """Make the same change on the brief as it is on disk now, if its record is untouched."""
        if self.draft.untouched_in(self.view.reading):
            again = self.draft.on(self.view.reading)
            if isinstance(again, RecordDraft):
                self.draft = again


def _with_id(adding: Adding, section: str, given: dict[str, Data]) -> dict[str, Data]:
    """The same with an id made of the title, as long as the writer gave none."""
    reading, before = adding.start.reading, adding.given
    title = next((str(given[n]) for n in ("name", "title", "text", "question") if n in given), "")
    old = next((str(before[n]) for n in ("name", "title", "text") if n in before), "")
    ours = before.get("id", "") in {"", propose_id(reading, section, old)}
    if ours and given.get("id", "") == before.get("id", ""):
        given = {**given, "id": propose_id(reading, section, title)}
    return given

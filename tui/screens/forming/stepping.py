"""The steps of a form: what was given, taken away, taken back."""

from dataclasses import replace
from typing import TypeVar

from tui.brief.edit import Data, Steps
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.editing.form.draft import Begin, Step, Take
from tui.editing.form.ids import propose_id
from tui.screens.forming.pages import Growing, Pages

T = TypeVar("T")


class Stepping(Pages[T]):
    """Takes the draft a step further, or a step back."""

    left: tuple[str, ...] = ()
    """The fields one is led through, that were not asked yet."""

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
        self.notify(shown(message), severity="error" if severe else "information")

    def action_write(self) -> None:
        """Show what would be written."""
        raise NotImplementedError

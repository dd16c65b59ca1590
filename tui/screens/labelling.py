"""Jump labels: letters over all that can be gone to on screen; typing them goes there."""

from collections import defaultdict
from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.rendering.labels import labels
from tui.screens.seeking import Seeking
from tui.widgets.footer import KeyFooter
from tui.widgets.jump import JumpLabels, Target
from tui.widgets.jump_prompt import JumpPrompt
from tui.widgets.tab_bar import TabBar

T = TypeVar("T")


class Labelling(Seeking[T], part=True):
    """A screen whose rows, names and tabs can be gone to by a letter or two."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "semicolon", "labels", "jump", show=False, id="labels.open", key_display=";",
            tooltip="Letters over all rows, names and tabs in view; type them to go there",
        ),
    ]  # fmt: skip
    _reached: dict[str, tuple[JumpLabels, Target]] | None = None
    _before: Widget | None = None
    """What had the keys before labels were shown."""

    def leave_stop(self) -> None:
        """Remember where the reader is, before going elsewhere; a screen with a trail does."""

    def action_labels(self) -> None:
        """Show a label on everything in view that can be gone to."""
        if self.query(JumpPrompt):
            return
        found = self._in_view()
        given = labels(len(found))
        if not given:
            self.notify("Nothing in view leads anywhere", markup=False)
            return
        self._reached = dict(zip(given, found, strict=False))
        self._before = self.focused
        self._paint("")
        line, hints = JumpPrompt(), self.query_one(KeyFooter)
        self.mount(line, before=hints)
        hints.display = False
        # At once, so that no letter typed after the key goes elsewhere.
        self.set_focus(line)

    def _in_view(self) -> list[tuple[JumpLabels, Target]]:
        """What can be gone to: nearest to where the keys are first, tabs last."""
        found = [
            ((widget is not self.focused, isinstance(widget, TabBar), distance), jump, target)
            for widget in (*self.seen(), *self.query(TabBar))
            if widget is not None and widget.display and widget.size
            if (jump := widget.jump) is not None
            for distance, target in jump.targets()
        ]
        return [(jump, target) for _, jump, target in sorted(found, key=lambda each: each[0])]

    def _paint(self, typed: str) -> None:
        """Show what is still to be typed of the labels that begin so."""
        shown: dict[JumpLabels, dict[int, list[tuple[int, int, str]]]] = defaultdict(dict)
        for label, (jump, target) in (self._reached or {}).items():
            lines = shown[jump]
            if label.startswith(typed):
                mark = (target.start, target.end, label[len(typed) :])
                lines.setdefault(target.line, []).append(mark)
        for jump, lines in shown.items():
            jump.show(lines)

    def on_jump_prompt_typed(self, event: JumpPrompt.Typed) -> None:
        event.stop()
        known = self._reached or {}
        if to := known.get(event.letters):
            self._end_labels()
            self.leave_stop()
            to[0].go_to(to[1])
        elif any(label.startswith(event.letters) for label in known):
            self._paint(event.letters)
        else:
            self._end_labels()

    def on_jump_prompt_left(self, event: JumpPrompt.Left) -> None:
        event.stop()
        self._end_labels()

    def on_resize(self) -> None:
        if self._reached is not None:
            self._end_labels()

    def _end_labels(self) -> None:
        if self._reached is None:
            return
        for jump in {jump for jump, _ in self._reached.values()}:
            jump.show({})
        self._reached = None
        for line in self.query(JumpPrompt):
            if line.has_focus:
                self.set_focus(self._before)
            line.remove()
        self.query_one(KeyFooter).display = True

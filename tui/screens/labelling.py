"""Jump labels: letters over all that can be gone to on screen; typing them goes there."""

from collections import defaultdict
from typing import TypeVar

from textual.widget import Widget

from tui.rendering.labels import labels
from tui.screens.seeking import Seeking
from tui.widgets.bars import TabBar
from tui.widgets.drawn import Labelled, Target
from tui.widgets.hints import Hints
from tui.widgets.label_line import LabelLine

T = TypeVar("T")


class Labelling(Seeking[T], part=True):
    """A screen whose rows, names and tabs can be gone to by a letter or two."""

    _reached: dict[str, tuple[Labelled, Target]] | None = None
    _before: Widget | None = None
    """What had the keys before labels were shown."""

    def leave_stop(self) -> None:
        """Remember where the reader is, before going elsewhere; a screen with a trail does."""

    def action_labels(self) -> None:
        """Show a label on everything in view that can be gone to."""
        if self.query(LabelLine):
            return
        found = self._in_view()
        given = labels(len(found))
        if not given:
            self.notify("Nothing in view leads anywhere")
            return
        self._reached = dict(zip(given, found, strict=False))
        self._before = self.focused
        self._paint("")
        line, hints = LabelLine(), self.query_one(Hints)
        self.mount(line, before=hints)
        hints.display = False
        # At once, so that no letter typed after the key goes elsewhere.
        self.set_focus(line)

    def _in_view(self) -> list[tuple[Labelled, Target]]:
        """What can be gone to: nearest to where the keys are first, tabs last."""
        found = [
            ((widget is not self.focused, isinstance(widget, TabBar), distance), widget, target)
            for widget in (*self.seen(), *self.query(TabBar))
            if widget is not None and widget.display and widget.size
            for distance, target in widget.targets()
        ]
        return [(widget, target) for _, widget, target in sorted(found, key=lambda each: each[0])]

    def _paint(self, typed: str) -> None:
        """Show what is still to be typed of the labels that begin so."""
        shown: dict[Labelled, dict[int, list[tuple[int, int, str]]]] = defaultdict(dict)
        for label, (widget, target) in (self._reached or {}).items():
            lines = shown[widget]
            if label.startswith(typed):
                mark = (target.start, target.end, label[len(typed) :])
                lines.setdefault(target.line, []).append(mark)
        for widget, lines in shown.items():
            widget.show_labels(lines)

    def on_label_line_typed(self, event: LabelLine.Typed) -> None:
        event.stop()
        known = self._reached or {}
        if to := known.get(event.letters):
            self._end_labels()
            self.leave_stop()
            to[0].take(to[1])
        elif any(label.startswith(event.letters) for label in known):
            self._paint(event.letters)
        else:
            self._end_labels()

    def on_label_line_left(self, event: LabelLine.Left) -> None:
        event.stop()
        self._end_labels()

    def on_resize(self) -> None:
        if self._reached is not None:
            self._end_labels()

    def _end_labels(self) -> None:
        if self._reached is None:
            return
        for widget in {widget for widget, _ in self._reached.values()}:
            widget.show_labels({})
        self._reached = None
        for line in self.query(LabelLine):
            if line.has_focus:
                self.set_focus(self._before)
            line.remove()
        self.query_one(Hints).display = True

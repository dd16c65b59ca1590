"""A brief as a reader sees it who filters by `not is:confidential`."""

from dataclasses import replace

from tui.brief.diff import Change
from tui.brief.record import Record
from tui.brief.register import register
from tui.brief.unmarked import unmarked
from tui.presentation.marks import bears_or_holds
from tui.presentation.view import View


def without_marked(view: View) -> View:
    """A view in which pages of one record show nothing of others that are marked.

    The view itself where nothing is. What changed within a record that is marked, or holds
    something that is or was, is left out too: the change would quote it.
    """
    if not view.reading.marked and not any(
        _is_marked(view, each) for each in view.changes.values()
    ):
        return view
    made = view.worked_out("without marked")
    if not made:
        brief = unmarked(view.brief, view.reading.ladder)
        reading = replace(view.reading, brief=brief, register=register(brief))
        open_changes = {k: v for k, v in view.changes.items() if not _is_marked(view, v)}
        made["view"] = replace(view, reading=reading, changes=open_changes)
    found: View = made["view"]
    return found


def _is_marked(view: View, change: Change) -> bool:
    sides = (each for each in (change.old, change.new) if isinstance(each, Record))
    return any(bears_or_holds(view, each) for each in sides)

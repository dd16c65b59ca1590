"""States as a history, and what holds now, in words."""

from collections.abc import Iterable, Sequence
from types import ModuleType

from tui.blocks import DISPUTED, Sign
from tui.brief.model import Status
from tui.presentation.names import humanize
from tui.presentation.view import View


def now(view: View, states: Sequence[Status]) -> tuple[Status, ...]:
    """The states that hold now: of several that no date and no word puts in order, all."""
    if len(states) < 2:
        return tuple(states)
    found: tuple[Status, ...] = _compare().current(states, view.home)
    return found


def now_words(view: View, states: Sequence[Status]) -> str:
    """The words for what holds now, with the sign between those that exclude each other."""
    found = now(view, states)
    sign = states_sign(view, found)
    between = f" {sign.glyph} " if sign else " / "
    return between.join(dict.fromkeys(humanize(state.status) for state in found))


def states_sign(view: View, states: Sequence[Status]) -> Sign | None:
    """The sign of states that contradict each other; None where they are a history."""
    if len(states) < 2:
        return None
    ground = _compare().ground_of(view.register, view.home, view.brief.aliases)
    return DISPUTED if _compare().compare_statuses(states, ground).kind == "dispute" else None


def newest_first(view: View, states: Iterable[Status]) -> tuple[Status, ...]:
    """A history, the newest first, whatever the order it is written in."""
    states = tuple(states)
    if len(states) < 2:
        return states
    found: tuple[Status, ...] = _compare().in_time(states, view.home)
    return found[::-1]


def _compare() -> ModuleType:
    from tui.analysis import compare  # noqa: PLC0415  (not for the first screen)

    return compare

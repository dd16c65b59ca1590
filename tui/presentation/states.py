"""States as a history, and what holds now, in words."""

from collections.abc import Iterable, Sequence
from types import ModuleType

from tui.analysis.stale import states_of
from tui.blocks import DISPUTED, Sign
from tui.brief.model import Event, Round, Status
from tui.brief.record import Record
from tui.brief.walk import ClaimedField
from tui.presentation.names import humanize
from tui.presentation.view import View


def now(view: View, states: Sequence[Status]) -> tuple[Status, ...]:
    """The states that hold now: of several that no date and no word puts in order, all."""
    if len(states) < 2:
        return tuple(states)
    found: tuple[Status, ...] = _analysis()[0].current(states, view.home)
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
    ground = _analysis()[0].ground_of(view.register, view.brief.aliases)
    return DISPUTED if _analysis()[0].compare_statuses(states, ground).kind == "dispute" else None


def newest_first(view: View, states: Iterable[Status]) -> tuple[Status, ...]:
    """A history, the newest first, whatever the order it is written in."""
    states = tuple(states)
    if len(states) < 2:
        return states
    found: tuple[Status, ...] = _analysis()[0].in_time(states, view.home)
    return found[::-1]


def _analysis() -> tuple[ModuleType, ModuleType]:
    from tui.analysis import compare, gathered  # noqa: PLC0415  (not for the first screen)

    return compare, gathered


def disputed_parts(view: View, record: Record) -> tuple[ClaimedField, ...]:
    """The values that parts of a record tell in ways that exclude each other."""
    if not _has_parts(record):
        return ()
    ground = _analysis()[0].ground_of(view.register, view.brief.aliases)
    found = _analysis()[1].gathered_in(record, view.brief.src, ground)
    several = (each for each in found if len(each.claimed.claims) > 1)
    return tuple(each for each in several if view.verdict(each).kind == "dispute")


def _has_parts(record: Record) -> bool:
    match record:
        case Event():
            return sum(site.outcome is not None for site in record.places) > 1
        case Round():
            lists = record.outcome and record.outcome.agreed
            return len(record.status) > 1 or bool(lists)
    return len(states_of(record)) > 1

"""What a rule looks at."""

from functools import cached_property

from tui.brief.handling import LADDER, Ladder, Mark
from tui.brief.model import Brief
from tui.brief.place import Place, Problem
from tui.brief.record import Record
from tui.brief.refs import Mention
from tui.brief.register import Register
from tui.brief.value import Itself, positional
from tui.brief.walk import ClaimedField, dates_of, facts_of
from tui.brief.when import When


@positional
class Checked(Itself):
    """A brief under examination."""

    brief: Brief
    register: Register
    mentions: tuple[Mention, ...] = ()
    marks: tuple[Mark, ...] = ()
    ladder: Ladder = LADDER

    @cached_property
    def facts(self) -> tuple[ClaimedField, ...]:
        """Every claimable value of the brief."""
        return tuple(facts_of(self.brief))

    @cached_property
    def dates(self) -> tuple[When, ...]:
        """Every date of the brief but those of tables, whoever says it."""
        return tuple(dates_of(self.brief))


def warning(record: Record, field: str, code: str, message: str) -> Problem:
    """Something odd about a field of a record."""
    return Problem(record.spot.field(field), code, message, "warning")


def error(record: Record, field: str, code: str, message: str) -> Problem:
    """Something wrong with a field of a record."""
    return Problem(record.spot.field(field), code, message)


def warning_at(place: Place, code: str, message: str) -> Problem:
    """Something odd at a place."""
    return Problem(place, code, message, "warning")

"""What a rule looks at."""

from collections.abc import Iterator
from functools import cached_property

from tui.brief.handling import LADDER, Ladder, Mark
from tui.brief.model import Brief
from tui.brief.place import Place, Problem
from tui.brief.record import Record
from tui.brief.refs import Mention
from tui.brief.register import Register
from tui.brief.spelling import fold
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

    @cached_property
    def named(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """Folded name, in any script, or title → each id that bears it, with its section."""
        found: dict[str, dict[str, str]] = {}
        for name, (section, record) in self.register.by_id.items():
            for each in _names_of(record):
                found.setdefault(fold(each), {})[name] = section
        return {each: tuple(ids.items()) for each, ids in found.items()}


def _names_of(record: Record) -> Iterator[str]:
    """What a record is called: its name in all scripts, what else it goes by, its title, or who
    published it.
    """
    for field in ("name", "title", "abbreviation", "publisher"):
        if isinstance(name := getattr(record, field, ""), str) and name:
            yield name
    yield from getattr(record, "aliases", ())
    yield from getattr(record, "names", {}).values()


def warning(record: Record, field: str, code: str, message: str) -> Problem:
    """Something odd about a field of a record."""
    return Problem(record.spot.field(field), code, message, "warning")


def error(record: Record, field: str, code: str, message: str) -> Problem:
    """Something wrong with a field of a record."""
    return Problem(record.spot.field(field), code, message)


def warning_at(place: Place, code: str, message: str) -> Problem:
    """Something odd at a place."""
    return Problem(place, code, message, "warning")

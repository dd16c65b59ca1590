"""Everything a section may look at while it tells of a brief."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from tui.blocks import CHANGED, PROBLEM, STALE, Role, Row, Sign
from tui.brief.model import Brief
from tui.brief.reading import Reading
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.register import Register
from tui.brief.roots import party_of
from tui.brief.value import EMPTY, Itself, positional
from tui.brief.walk import ClaimedField

if TYPE_CHECKING:
    from tui.analysis.compare import Verdict
    from tui.analysis.consistency import Finding
    from tui.analysis.stale import Stale
    from tui.brief.diff import Change
    from tui.failure.guard import Failure

T = TypeVar("T")

_PARTY_ROLES: tuple[Role, ...] = ("party1", "party2", "party3", "party4", "party5", "party6")
GONE = "gone/"
"""What the key of a record that is gone is preceded by, where one that is there may have it too."""


class Known(NamedTuple):
    """What a reader knew of something before it changed."""

    reading: Reading
    """The state of the brief in which it was last read."""
    at: datetime | None
    """When that was, with a zone."""


@positional
class View(Itself):
    """One reading, seen by one reader."""

    reading: Reading
    here: str = ""
    """The reader's own time zone; empty: not told."""
    changes: "Mapping[str, Change]" = EMPTY
    """What is unread, by key (`brief` and `overview` too); what is gone by `GONE` and its key."""
    known: Mapping[str, Known] = EMPTY
    """What of it the reader knew before, by the same names."""
    bookmarks: frozenset[str] = frozenset()
    """Keys of the rows on which the reader has set a bookmark."""
    reach: int = 10
    """Days a picture around something reaches on either side of it."""
    now: datetime | None = None
    """When it is read, with a zone; None: not told, and nothing is measured against today."""

    @property
    def brief(self) -> Brief:
        """The brief told of."""
        return self.reading.brief

    @property
    def register(self) -> Register:
        """Where its records are found."""
        return self.reading.register

    @property
    def home(self) -> str:
        """The zone times are shown in."""
        return self.brief.display_zone or "UTC"

    @cached_property
    def listed(self) -> dict[str, tuple[Row, ...]]:
        """The rows of the tabs that were asked for, by the names of the tabs."""
        return {}

    @cached_property
    def failures(self) -> "dict[str, Failure]":
        """What our own code failed to work out of it; a tab is under its name."""
        return {}

    def fail(self, name: str, failure: "Failure", instead: T) -> T:
        """Remember a failure, and return what stands in place of what failed."""
        self.failures[name] = failure
        return instead

    @cached_property
    def party_roles(self) -> dict[str, Role]:
        """The colour of each party, by id, in the order of the register."""
        parties = (party.id for party in self.brief.parties)
        return dict(zip(parties, _PARTY_ROLES, strict=False))

    def party_role(self, who: Reference | Record | str | None) -> Role:
        """The role somebody is written in: their party's, or that of any name."""
        party = party_of(who, self.register)
        return self.party_roles.get(party.id, "name") if party else "name"

    @cached_property
    def _verdicts(self) -> "dict[int, tuple[object, Verdict]]":
        return {}

    def worked_out(self, what: str) -> dict[str, Any]:
        """A cache, by name, for results that are computed once per view."""
        return self._worked_out.setdefault(what, {})

    @cached_property
    def _worked_out(self) -> dict[str, dict[str, Any]]:
        return {}

    def verdict(self, fact: ClaimedField) -> "Verdict":
        """How the claims of a value relate to each other; worked out once."""
        from tui.analysis.compare import compare  # noqa: PLC0415  (the first page compares little)

        # The value is kept with its verdict: some are made each time they are asked for, and
        # the number of one that is gone may be given to another.
        known = self._verdicts.get(id(fact.claimed))
        if known is None:
            verdict = compare(fact, self.register, self.brief.aliases)
            known = self._verdicts[id(fact.claimed)] = (fact.claimed, verdict)
        return known[1]

    def before(self, name: str) -> "View | None":
        """The brief as it was when something unread was last read."""
        known = self.known.get(name)
        if known is None:
            return None
        # A state that was remembered knows nothing of the levels of handling there are now.
        then = replace(known.reading, ladder=self.reading.ladder)
        return self._earlier.setdefault(id(known.reading), View(then, self.here))

    @cached_property
    def _earlier(self) -> "dict[int, View]":
        return {}

    @cached_property
    def stale(self) -> "dict[str, Stale]":
        """What was overdue or overtaken when the brief was closed, by the key of its record."""
        from tui.analysis.stale import cutoff, stale  # noqa: PLC0415

        made: dict[str, Stale] = {}
        for each in stale(self.brief, self.register, cutoff(self.brief)):
            made.setdefault(each.record.key, each)
        return made

    @cached_property
    def findings(self) -> "tuple[Finding, ...]":
        """What does not add up."""
        from tui.analysis.consistency import findings  # noqa: PLC0415

        return findings(self.brief, self.register)

    def bookmarked(self, row: Row) -> str:
        """The key a row has a bookmark by: its own, or that of its subject."""
        if row.key in self.bookmarks:
            return row.key
        by_record = row.subject in self.bookmarks and row.key not in self.register.by_key
        return row.subject if by_record else ""

    def signs(self, record: Record) -> tuple[Sign, ...]:
        """The marks any record may bear: a problem in its lines, a change, its time passed."""
        wrong = any(p.severity == "error" for p in self.reading.problems_in(record))
        late = record.key in self.stale
        marks = ((PROBLEM, wrong), (CHANGED, record.key in self.changes), (STALE, late))
        return tuple(sign for sign, there in marks if there)

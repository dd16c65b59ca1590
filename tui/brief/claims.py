"""Claims: who says what of one thing, and where we read it."""

from dataclasses import field
from typing import Annotated, Generic, TypeAlias, TypeVar

from tui.brief.fields import SEVERAL, To, Words
from tui.brief.handling import LEVELS, Levels
from tui.brief.record import NOWHERE, Spot
from tui.brief.refs import Reference, SourceRef
from tui.brief.value import Value, positional, value
from tui.brief.when import When

T = TypeVar("T")
STRUCK = ("superseded", "retracted", "rejected")
"""Verdicts on one claim by which it takes no part any more; it is still shown, as struck."""
ON_A_CLAIM = ("accepted", *STRUCK)
"""Verdicts on one claim. They were written over several once, and said of none."""
VERDICT: TypeAlias = Annotated[str, Words(*ON_A_CLAIM)]
HELD: TypeAlias = Annotated[str, Words("conflict", "unresolved", older=ON_A_CLAIM)]
Speaker: TypeAlias = Annotated[Reference, To("people", "organizations", "parties"), SEVERAL]


@value
class Claim(Value, Generic[T]):
    """One value, asserted by one voice. No `by` but a `src` is the source's own voice."""

    value: T | None = None
    by: Speaker | None = None
    """Who asserts it; a list is one voice of several, as of a joint statement."""
    via: Speaker | None = None
    """Who passed it on, where the speaker is known only through somebody else."""
    src: tuple[SourceRef, ...] = ()
    as_written: str = ""
    """The words of the source; the value is our reading of them."""
    lang: str = ""
    """Language of the words, as a BCP 47 tag; titles in two languages are never a dispute."""
    when: When | None = None
    """When it was asserted."""
    as_of: When | None = None
    """The day up to which a figure counts, of a total that grows."""
    covers: When | None = None
    """The day or the period a figure counts; figures of two periods are never compared."""
    of: str = ""
    """Of whom or what it is a figure: `civilians`; unlike ones are never compared."""
    predicate: str = ""
    """What is said of the thing counted: `destroyed`, `attacked`, `launched`."""
    unit: str = ""
    """What is counted; claims of unlike units are never compared as numbers."""
    credibility: Annotated[str, Words("1", "2", "3", "4", "5", "6")] = ""
    """Admiralty digit, 1 (confirmed) to 6 (cannot be judged)."""
    grade: str = ""
    """Admiralty letter and digit, as `C3`; overrides the source's letter."""
    held: VERDICT = ""
    """The writer's verdict on this claim: accepted, superseded, retracted, rejected."""
    why: str = ""
    """The writer's reason for the verdict."""
    note: str = ""
    confidential: Annotated[str, Levels(*LEVELS)] = ""
    """Handling mark of this claim alone, where it is stricter than that of its record."""
    spot: Spot = field(default=NOWHERE, compare=False, repr=False)


@positional
class Claimed(Value, Generic[T]):
    """A value and everybody who claims it: one plain value, one attributed one, or several."""

    claims: tuple[Claim[T], ...] = ()
    held: HELD = ""
    """The writer's verdict on the whole: conflict, unresolved. Any other stands on a claim."""
    why: str = ""
    """The writer's reason for the verdict."""
    note: str = ""
    spot: Spot = field(default=NOWHERE, compare=False, repr=False)

    @property
    def values(self) -> tuple[T, ...]:
        """All values claimed, those that were struck included."""
        return tuple(claim.value for claim in self.claims if claim.value is not None)

    @property
    def accepted(self) -> tuple[Claim[T], ...]:
        """The claims the writer has accepted."""
        return tuple([claim for claim in self.claims if claim.held == "accepted"])

    @property
    def unstruck(self) -> tuple[Claim[T], ...]:
        """The claims that the writer has not struck."""
        for claim in self.claims:
            if claim.held in STRUCK:
                return tuple([each for each in self.claims if each.held not in STRUCK])
        return self.claims

    @property
    def standing(self) -> tuple[Claim[T], ...]:
        """What the writer has accepted, else all that is not struck; where nothing is left, all."""
        for claim in self.claims:
            if claim.held:
                return self.accepted or self.unstruck or self.claims
        return self.claims

    @property
    def stated(self) -> tuple[T, ...]:
        """The values that count, each once: with a verdict the accepted one, without it all."""
        if len(self.claims) == 1:
            return self.values
        values = (claim.value for claim in self.standing)
        return tuple(dict.fromkeys(value for value in values if value is not None))

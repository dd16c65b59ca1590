"""A claimed value where there is room for little: a row of a list, a bar, a place on a map.

Nothing is chosen that the writer has not chosen: an accepted value bears `✓` with what contradicts
it beside it, and without a verdict all that stands is named, `3 or 11 May`. What was superseded,
retracted or rejected is named only where nothing else is left.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta
from typing import Any, TypeAlias

from tui.blocks import ACCEPTED, Line, Span, plain
from tui.brief.claims import STRUCK, Claim, Claimed
from tui.brief.instants import stretch
from tui.brief.order import starts
from tui.brief.record import Record
from tui.brief.walk import ClaimedField
from tui.brief.when import When
from tui.presentation import dates
from tui.presentation.facts import value
from tui.presentation.names import name_links
from tui.presentation.view import View

Say: TypeAlias = Callable[[View, Claim[Any]], str]


def say(view: View, claim: Claim[Any]) -> str:
    """One value in few words."""
    if isinstance(claim.value, When):
        return dates.format_short(claim.value, view.home)
    return plain(value(view, claim)).strip()


def say_date(view: View, claim: Claim[When]) -> str:
    """A date in full."""
    return dates.format_when(claim.value, view.home) if claim.value else ""


def stated(view: View, record: Record, field: str, words: Say = say) -> str:
    """What a field of a record says, in few words; empty where nothing was written."""
    held: Claimed[Any] | None = getattr(record, field)
    if held is None:
        return ""
    fact = ClaimedField(record, field, held, record.src or view.brief.src)
    return stated_of(view, fact, words)


def stated_name(view: View, record: Record, field: str) -> Line:
    """The same of somebody: a link where one name stands."""
    text, held = stated(view, record, field), getattr(record, field)
    if held is None or len(held.stated) != 1:
        return (Span(text),) if text else ()
    links = name_links(view, held.stated)
    aside = text.removeprefix(plain(links))
    return (*links, Span(aside)) if aside else links


def stated_of(view: View, fact: ClaimedField, words: Say = say, between: str = "") -> str:
    """What a claimed value says; `between` stands between values that exclude each other."""
    claimed = fact.claimed
    if len(claimed.claims) == 1 and not (only := claimed.claims[0]).held:
        return words(view, only) if _says(only) else ""
    dated = all(isinstance(claim.value, When) for claim in claimed.claims)
    chosen = _texts(view, shown_claims(view, fact), words)
    if claimed.accepted:
        rest = [each for each in _texts(view, contrary(view, fact), words) if each not in chosen]
        aside = f" (or {either(rest, dates=dated)})" if rest else ""
        return f"{' / '.join(chosen)} {ACCEPTED.glyph}{aside}"
    if len(chosen) > 1 and is_disputed(view, fact):
        return between.join(chosen) if between else either(chosen, dates=dated)
    gone = {claim.held for claim in claimed.claims}
    aside = f" ({', '.join(sorted(gone))})" if chosen and gone <= set(STRUCK) else ""
    return " / ".join(chosen) + aside


def shown_claims(view: View, fact: ClaimedField) -> tuple[Claim[Any], ...]:
    """The claims that are shown: what stands; of dates that do not exclude each other the finest.

    Dates are in the order of time.
    """
    claims = tuple(claim for claim in fact.claimed.standing if _says(claim))
    dated = all(isinstance(claim.value, When) for claim in claims)
    if len(claims) < 2 or not dated or not fact.claimed.unstruck:
        return claims
    if is_disputed(view, fact):
        return tuple(sorted(claims, key=lambda claim: starts(claim.value)))
    return (min(claims, key=lambda claim: _openness(claim.value, view.home)),)


def _openness(when: When | None, home: str) -> tuple[bool, timedelta]:
    """How much a date leaves open."""
    span = stretch(when or When(), home)
    length = span.end - span.start if span.start and span.end else timedelta.max
    return bool(when and (when.approx or when.uncertain)), length


def contrary(view: View, fact: ClaimedField) -> tuple[Claim[Any], ...]:
    """The claims beside an accepted one that cannot be true with it."""
    claims = fact.claimed.claims
    against = {
        other for i, j, kind, _ in view.verdict(fact).pairs if kind == "dispute"
        for one, other in ((i, j), (j, i)) if claims[one].held == "accepted"
    }  # fmt: skip
    return tuple(claims[at] for at in sorted(against) if claims[at].held != "accepted")


def is_disputed(view: View, fact: ClaimedField) -> bool:
    """Whether what is claimed cannot all be true."""
    return len(fact.claimed.unstruck) > 1 and view.verdict(fact).kind == "dispute"


def either(texts: Sequence[str], *, dates: bool = False) -> str:
    """Several values of which one is true: `an inn, a fort or a ship`, `3 or 11 May`."""
    parts = [text.split(" ") for text in texts]
    shared = _shared(parts) if dates and len({len(each) for each in parts}) == 1 else 0
    # The month and the year that dates share are said once.
    *others, last = [" ".join(each[: len(each) - shared]) for each in parts]
    tail = " ".join(parts[-1][len(parts[-1]) - shared :])
    text = f"{', '.join(others)} or {last}" if others else last
    return f"{text} {tail}" if tail else text


def _shared(parts: Sequence[Sequence[str]]) -> int:
    """How many last words several texts have in common, all but the first at most."""
    words = list(zip(*(reversed(each) for each in parts), strict=True))[:-1]
    return next((at for at, same in enumerate(words) if len(set(same)) > 1), len(words))


def _texts(view: View, claims: Iterable[Claim[Any]], words: Say) -> list[str]:
    return list(dict.fromkeys(words(view, claim) for claim in claims if _says(claim)))


def _says(claim: Claim[Any]) -> bool:
    return claim.value is not None or bool(claim.as_written)

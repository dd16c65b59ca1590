from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.compare import Ground, Kind, compare_claims
from tui.brief.claims import Claim
from tui.brief.model import Brief, Organization, Party
from tui.brief.moment import Moment
from tui.brief.quantity import Quantity
from tui.brief.refs import Reference, SourceRef
from tui.brief.register import register
from tui.brief.when import When

PARTIES = (Party(id="ua", name="Ukraine", zone="Europe/Kyiv"), Party(id="ru", name="Russia"))
BODIES = (Organization(id="sbu", name="Security Service", of=Reference("ua")),)
GROUND = Ground(register(Brief(parties=PARTIES, organizations=BODIES)), "Europe/Istanbul")

numbers = st.integers(0, 12).map(Decimal)
quantities = st.one_of(
    st.builds(Quantity, best=numbers, approx=st.booleans()),
    st.builds(
        Quantity, best=st.sampled_from([Decimal("6.9E+6"), Decimal(6_912_345), Decimal("7E+6")])
    ),
    st.builds(Quantity, best=numbers, low=st.none() | st.just(Decimal(0)), unit=st.just("weeks")),
    st.builds(
        Quantity,
        best=st.sampled_from([Decimal(1), Decimal("1.0"), Decimal("0.9")]),
        unit=st.sampled_from(["month", "years", "per cent", "%", "km", "miles", "$", "EUR"]),
    ),
    st.builds(Quantity, low=numbers, open=st.booleans(), approx=st.booleans()),
    st.builds(Quantity, high=numbers, open=st.booleans(), per=st.sampled_from(["", "day"])),
    st.sampled_from(["several", "hundreds of men", "220.000", "who knows", ""]).map(
        lambda text: Quantity(as_written=text)
    ),
)


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    day = draw(st.dates(date(2025, 5, 30), date(2025, 6, 3)))
    known = draw(st.integers(1, 5))
    if known == 5:
        return Moment(day.year, day.month, day.day, draw(st.sampled_from([0, 10, 13, 23])), 0)
    part = draw(st.sampled_from(["night", "noon", "late", "midnight"])) if known == 4 else ""
    return Moment(day.year, *(day.month, day.day)[: known - 1], part=part)


@st.composite
def whens(draw: st.DrawFn) -> When:
    start, end = draw(st.none() | moments()), draw(st.none() | moments())
    if draw(st.booleans()):
        end = start
    zone = draw(st.sampled_from(["", "UTC", "Asia/Kolkata"]))
    flags = [draw(st.booleans()) for _ in range(3)]
    return When(start, end, zone, draw(st.sampled_from(["", "Europe/Kyiv"])), *flags)


texts = st.lists(
    st.sampled_from(["deputy", "Foreign", "Minister", "of", "defense", "Defence", "not"]),
    max_size=4,
).map(" ".join)
references = st.builds(
    Reference,
    id=st.sampled_from(["", "ua", "ru", "sbu", "nobody"]),
    unnamed=st.sampled_from(["", "an official", "a spy"]),
    of=st.sampled_from(["", "ua", "ru"]),
    maybe=st.sampled_from(["", "sbu"]),
)


def claims(values: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Claim[Any]]]:
    one = st.builds(
        Claim,
        value=values,
        src=st.sampled_from(["s0", "s1"]).map(lambda name: (SourceRef(name),)),
        unit=st.sampled_from(["", "days", "day", "drones", "million people"]),
        when=st.none() | whens(),
        as_of=st.none() | whens(),
        covers=st.none() | whens(),
        of=st.sampled_from(["", "civilians", "soldiers"]),
    )
    return st.lists(one, min_size=2, max_size=5)


any_claims = st.one_of(
    st.tuples(claims(quantities), st.just("killed")),
    st.tuples(claims(whens()), st.just("when")),
    st.tuples(claims(texts), st.sampled_from(["title", "position"])),
    st.tuples(claims(references), st.just("venue")),
)


@given(any_claims, st.randoms())
def test_the_order_of_claims_never_matters(
    given: tuple[list[Claim[Any]], str], random: Any
) -> None:
    found, field = given
    shuffled = random.sample(found, len(found))
    one, other = (compare_claims(each, GROUND, field) for each in (found, shuffled))
    assert (one.kind, one.note, len(one.pairs)) == (other.kind, other.note, len(other.pairs))


@given(any_claims, st.data())
def test_repeating_a_claim_changes_nothing(
    given: tuple[list[Claim[Any]], str], data: st.DataObject
) -> None:
    found, field = given
    again = [*found, data.draw(st.sampled_from(found))]
    one, other = (compare_claims(each, GROUND, field) for each in (found, again))
    assert (one.kind, one.note) == (other.kind, other.note)


@given(any_claims, st.data())
def test_the_same_said_by_another_source_is_never_worse(
    given: tuple[list[Claim[Any]], str], data: st.DataObject
) -> None:
    found, field = given
    echo = replace(data.draw(st.sampled_from(found)), src=(SourceRef("s9"),))
    assert compare_claims([*found, echo], GROUND, field).kind is (
        compare_claims(found, GROUND, field).kind
    )


@given(any_claims)
def test_equal_claims_agree(given: tuple[list[Claim[Any]], str]) -> None:
    found, field = given
    assert compare_claims([found[0], found[0]], GROUND, field).kind is Kind.AGREE

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.agreement import Footing, island
from tui.brief.claims import Claim
from tui.brief.load import load
from tui.brief.model import Brief, Conflict, Measure, Organization, Party, Source
from tui.brief.quantity import Quantity
from tui.brief.refs import Reference, SourceRef
from tui.brief.register import register

ROOT = Path(__file__).parents[2]
PARTIES = (
    Party(id="ru", name="Russia", stance="belligerent", side="east"),
    Party(id="by", name="Belarus", stance="belligerent", side="east"),
    Party(id="ua", name="Ukraine", stance="belligerent"),
    Party(id="tr", name="Türkiye", stance="mediator"),
)
BODIES = (Organization(id="sbu", name="Security Service", of=Reference("ua")),)
SOURCES = (Source(id="paper"), Source(id="post", of=Reference("sbu")))


def brief_of(claims: list[Claim[Any]], held: str = "") -> Brief:
    measure = Measure(name="m", claims=tuple(claims), held=held)
    return Brief(
        parley=1, id="t", title="t", parties=PARTIES, organizations=BODIES, sources=SOURCES,
        conflict=Conflict(measures=(measure,)),
    )  # fmt: skip


def told(claims: list[Claim[Any]], held: str = "") -> Any:
    brief = brief_of(claims, held)
    (found,) = island(brief, register(brief)).facts
    return found


def claim(text: str) -> Claim[Any]:
    """`ru 4`: 4, by Russia; `paper 4`: 4, in the paper's own voice; `ru -`: no value."""
    who, number, *unit = text.split()
    by = None if who in {"paper", "post"} else Reference(who)
    src = (SourceRef(who),) if by is None else (SourceRef("paper"),)
    values = {"-": None, "?": Quantity(as_written="who knows")}
    exact = Quantity(low=Decimal(number[1:]), open=True) if number[0] == ">" else None
    value = values[number] if number in values else exact or Quantity(best=Decimal(number))
    return Claim(value=value, by=by, src=src, unit=" ".join(unit))


CASES = [
    ("both the same", Footing.AGREED, "ru 4", "ua 4"),
    ("a bound left open", Footing.COMPATIBLE, "ru 4", "ua >3"),
    ("a body for its party", Footing.AGREED, "sbu 4", "ru 4"),
    ("a post of a body", Footing.AGREED, "post 4", "ru 4"),
    ("a source beside them", Footing.AGREED, "ru 4", "ua 4", "paper 5"),
    ("a mediator beside them", Footing.AGREED, "ru 4", "ua 4", "tr 5"),
    ("one side with two figures of its own", Footing.COMPATIBLE, "ua 4", "ua >3", "ru 4"),
    ("two figures", Footing.CONTESTED, "ru 4", "ua 5"),
    ("two figures, one shared", Footing.CONTESTED, "ru 4", "ru 5", "ua 4"),
    ("unlike units", Footing.CONTESTED, "ru 4 planes", "ua 4 bombers"),
    ("one side alone", Footing.ONE_SIDE, "ua 4"),
    ("two bodies of a side", Footing.ONE_SIDE, "ua 4", "sbu 5"),
    ("two parties of a side", Footing.ONE_SIDE, "ru 4", "by 5"),
    ("a source that says otherwise", Footing.ONE_SIDE, "ua 4", "paper 5"),
    ("the other has no value", Footing.ONE_SIDE, "ua 4", "ru -"),
    ("a source alone", Footing.NO_SIDE, "paper 4"),
    ("a mediator alone", Footing.NO_SIDE, "tr 4"),
    ("a source and a mediator", Footing.NO_SIDE, "tr 4", "paper 5"),
]


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_what_the_sides_make_of_a_figure(case: tuple[Any, ...]) -> None:
    _, footing, *claims = case
    made = [claim(text) for text in claims]
    assert told(made).footing is footing
    assert told(made[::-1]).footing is footing


@pytest.mark.parametrize(
    ("claims", "sides", "others"),
    [
        (["ua 4", "ru 4"], ("east", "ua"), False),
        (["paper 5", "ua 4"], ("ua",), True),
        (["paper 5"], (), True),
    ],
)
def test_who_speaks(claims: list[str], sides: tuple[str, ...], others: bool) -> None:
    found = told([claim(text) for text in claims])
    assert (found.sides, found.others) == (sides, others)


def words(text: str, who: str) -> Claim[Any]:
    return Claim(value=text, by=Reference(who), src=(SourceRef("paper"),))


def test_words_are_left_open_unless_the_writer_judges_them() -> None:
    said = [words("a step forward", "ru"), words("a delay", "ua")]
    assert told(said).footing is Footing.WORDED
    assert told(said, "conflict").footing is Footing.CONTESTED
    assert told(said, "accepted").footing is Footing.WORDED
    alike = [words("a step", "ru"), words("a step", "ua"), words("a delay", "tr")]
    assert told(alike, "conflict").footing is Footing.AGREED


@pytest.mark.parametrize("pair", [("ru 4", "ua 4"), ("ru 4", "ua >3")])
@pytest.mark.parametrize("held", ["conflict", "unresolved"])
def test_what_the_writer_holds_to_conflict_is_never_agreed(
    pair: tuple[str, ...], held: str
) -> None:
    said = [claim(text) for text in pair]
    assert told(said).footing in {Footing.AGREED, Footing.COMPATIBLE}
    assert told(said, held).footing is Footing.CONTESTED


def test_a_value_without_any_claim_is_none() -> None:
    brief = brief_of([claim("ru -")])
    assert island(brief, register(brief)).facts == ()


some = st.lists(
    st.tuples(st.sampled_from(["ru", "by", "ua", "sbu", "tr", "paper", "post"]),
              st.sampled_from(["4", "5", ">3", "?", "-"]),
              st.sampled_from(["", "planes"])).map(" ".join).map(str.strip).map(claim),
    min_size=1, max_size=5,
).filter(lambda claims: any(each.value is not None for each in claims))  # fmt: skip


@given(some, st.randoms())
def test_the_order_of_claims_does_not_matter(claims: list[Claim[Any]], random: Any) -> None:
    shuffled = random.sample(claims, len(claims))
    one, other = told(claims), told(shuffled)
    assert (one.footing, one.sides, one.others, one.kind) == (
        other.footing, other.sides, other.others, other.kind
    )  # fmt: skip


@given(some, st.sampled_from(["ru", "ua", "tr", "paper"]))
def test_a_silent_source_changes_nothing(claims: list[Claim[Any]], who: str) -> None:
    silent = replace(claim(f"{who} -"), as_written="nothing said")
    one, other = told(claims), told([*claims, silent])
    assert (one.footing, one.sides, one.kind) == (other.footing, other.sides, other.kind)


@given(some)
def test_what_no_side_says_leaves_the_sides_alone(claims: list[Claim[Any]]) -> None:
    one, other = told(claims), told([*claims, claim("paper 99")])
    assert (one.footing, one.sides) == (other.footing, other.sides)


@pytest.mark.parametrize("name", ["istanbul-2025.yaml", "kenya-2008"])
def test_every_list_holds_what_it_says(name: str) -> None:
    reading = load(ROOT / "briefs" / name)
    found = island(reading.brief, reading.register)
    assert sum(map(len, found.by_footing.values())) == len(found.facts) > 50
    counts = {Footing.AGREED: (2, 9), Footing.CONTESTED: (2, 9), Footing.WORDED: (2, 9),
              Footing.ONE_SIDE: (1, 1), Footing.NO_SIDE: (0, 0)}  # fmt: skip
    for footing, (least, most) in counts.items():
        assert all(least <= len(each.sides) <= most for each in found.by_footing[footing])

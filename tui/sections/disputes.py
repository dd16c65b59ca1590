"""The Disputes tab: every field with more than one claim, by how the claims stand to each other."""

from typing import TYPE_CHECKING

from tui.blocks import Block, Heading, Row, Span
from tui.brief.model import Measure
from tui.section import Section
from tui.telling.facts import SIGNS, fact, plain, value
from tui.telling.notes import common, line_fact, words
from tui.telling.view import View, title_of

if TYPE_CHECKING:
    from tui.analysis.disputes import Contested

_GROUPS = {
    "dispute": "Disputed",
    "incomparable": "Not comparable",
    "asymmetric": "Different states",
    "finer": "Finer, not contrary",
    "wording": "Worded differently",
    "agree": "Several voices agree",
}


def _contested(view: View) -> "tuple[Contested, ...]":
    from tui.analysis.disputes import contested  # noqa: PLC0415  (not for the first screen)

    return contested(view.brief, view.register)


def rows(view: View) -> tuple[Row, ...]:
    """One row a field, the most contrary first."""
    return tuple(_row(view, each) for each in _contested(view))


def _row(view: View, each: "Contested") -> Row:
    values = (plain(value(view, claim)).strip() for claim in each.fact.claimed.claims)
    glyph = _sign(each)
    between = f" {glyph} " if glyph else " · "
    sign = SIGNS.get(each.verdict.kind)
    held = each.fact.claimed.held
    return Row(
        each.key,
        (Span(_what(each), "title"), Span(f" · {title_of(each.record)}", "quiet")),
        (Span(between.join(sorted(dict.fromkeys(values), key=len)), "quiet"),),
        (Span(held, "status"),),
        (*((sign,) if sign else ()), *view.signs(each.record)),
        group=_GROUPS.get(each.verdict.kind, words(str(each.verdict.kind)).capitalize()),
        spot=each.fact.owner.spot,
    )


def _sign(each: "Contested") -> str:
    sign = SIGNS.get(each.verdict.kind)
    return sign.glyph if sign else ""


def _what(each: "Contested") -> str:
    owner = each.fact.owner
    name = owner.name if isinstance(owner, Measure) else words(each.fact.field)
    return name[:1].upper() + name[1:]


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The claims of one field, side by side, and the record they belong to."""
    each = next((c for c in _contested(view) if c.key == key), None)
    if each is None:
        return ()
    record = Span(title_of(each.record), "name", each.record.key)
    section = Span(f"  in {each.record.key.partition('/')[0].replace('_', ' ')}", "quiet")
    return (
        Heading((Span(_what(each), "title"),), level=1),
        *line_fact(view, each.record, (record, section), "of"),
        fact(view, each.fact, "claims"),
        *common(view, each.fact.owner),
    )


def badge(view: View) -> str:
    """How many fields are disputed."""
    every = _contested(view)
    count = sum(each.verdict.kind == "dispute" for each in every)
    return f"≠{count}" if count else ""


SECTION = Section(
    number=8,
    name="disputes",
    title="Disputes",
    rows=rows,
    detail=detail,
    badge=badge,
    about="Every value that several voices claim, and whether they can all be right.",
    example="""\
# Write who says what; whether it is a dispute is worked out.
when:
  claims:
    - {value: 2025-06-02T10:00Z, as_written: 1000 GMT, src: s1}
    - {value: {start: "2025-06-02T13:00", assume: Europe/Istanbul}, src: s2}
""",
)

"""The Disputes tab: where the sides agree, and every value that several voices claim."""

from functools import lru_cache
from typing import TYPE_CHECKING

from tui.blocks import Block, Row, Span
from tui.presentation.view import View
from tui.section import Section

if TYPE_CHECKING:
    from tui.analysis.agreement import Island
    from tui.analysis.disputes import Contested, Unlike

ISLAND = "disputes/agreement"
"""Key of the row that tells where the sides agree."""


@lru_cache(maxsize=2)
def _found(view: View) -> "tuple[Contested | Unlike, ...]":
    from tui.analysis.disputes import disputes  # noqa: PLC0415  (not for the first screen)

    return disputes(view.brief, view.register)


@lru_cache(maxsize=2)
def _island(view: View) -> "Island":
    from tui.analysis.agreement import island  # noqa: PLC0415  (not for the first screen)

    return island(view.brief, view.register)


@lru_cache(maxsize=2)
def rows(view: View) -> tuple[Row, ...]:
    """Where they agree, then one row a value, those of party against party first."""
    from tui.presentation.disputes import row  # noqa: PLC0415  (not for the first screen)

    return (*_island_row(view), *(row(view, each) for each in _found(view)))


def _island_row(view: View) -> tuple[Row, ...]:
    from tui.presentation.agreement import counts  # noqa: PLC0415  (not for the first screen)

    island = _island(view)
    if not (island.facts and island.sides.parties):
        return ()
    title = (Span("Where they agree", "title"),)
    return (Row(ISLAND, title, (Span(counts(island), "quiet"),)),)


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The claims of one value side by side, what came of comparing, and the way to the record."""
    from tui.presentation.agreement import agreement  # noqa: PLC0415  (not for the first screen)
    from tui.presentation.disputes import page  # noqa: PLC0415

    if key == ISLAND:
        return agreement(view, _island(view))
    each = next((each for each in _found(view) if each.key == key), None)
    return page(view, each, _island(view).sides.parties) if each else ()


def badge(view: View) -> str:
    """How many values and lists are disputed."""
    count = sum(each.disputed for each in _found(view))
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

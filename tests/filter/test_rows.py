from pathlib import Path

import pytest

from tui.blocks import DISPUTED, Row, Span
from tui.brief.diff import Change
from tui.brief.load import load
from tui.filter import Sieve, parse_query
from tui.presentation.view import View
from tui.sections import sections

ISTANBUL = Path(__file__).parents[2] / "briefs" / "istanbul-2025.yaml"
ROWS = (
    Row("a", (Span("Çırağan Palace"),), (Span("Istanbul"),), (Span("scheduled"),)),
    Row(
        "b", (Span("Airfields"),), signs=(DISPUTED,), group="Party against party", keywords="Russia"
    ),
)


def matching(rows: tuple[Row, ...], text: str, view: View | None = None) -> tuple[Row, ...]:
    return Sieve(view, rows).passing(parse_query(text))


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        ("", "ab"),
        ("  ", "ab"),
        ("ciragan", "a"),
        ("CIRAGAN istanbul", "a"),
        ("scheduled", "a"),
        ("russia disputed", "b"),
        ("against", "b"),
        ("russia istanbul", ""),
        ("[/b]", ""),
    ],
)
def test_words_are_found_wherever_they_stand(words: str, keys: str) -> None:
    assert "".join(row.key for row in matching(ROWS, words)) == keys


def test_disputes_are_filtered_by_party_and_by_section() -> None:
    view = View(load(ISTANBUL))
    rows = next(s for s in sections() if s.name == "disputes").rows(view)
    assert {row.title[0].text for row in matching(rows, "russia kind:event", view)} >= {
        "Airfields",
        "Aircraft",
    }
    assert matching(rows, "people", view)
    assert not any("Airfields" in row.title[0].text for row in matching(rows, "people", view))


def test_the_timeline_is_filtered_by_party_and_by_kind() -> None:
    view = View(load(ISTANBUL))
    rows = next(s for s in sections() if s.name == "timeline").rows(view)
    found = matching(rows, "party:us kind:contact", view)
    assert found
    assert all(row.trailing[0].text == "contact" for row in found)


def test_unread_is_what_this_reader_has_not_read() -> None:
    reading = load(ISTANBUL)
    first = reading.brief.rounds[0]
    view = View(reading, changes={first.key: Change(first.key, "changed", first, first)})
    rows = next(s for s in sections() if s.name == "rounds").rows(view)
    assert [row.key for row in matching(rows, "is:unread", view)] == [first.key]
    assert len(matching(rows, "not is:unread", view)) == len(rows) - 1
    assert not matching(rows, "is:unread", View(reading))

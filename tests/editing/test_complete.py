from datetime import date
from pathlib import Path

import pytest

from tui.brief.load import load
from tui.editing.complete import complete

ROOT = Path(__file__).parents[2]
BRIEF = ROOT / "briefs" / "istanbul-2025.yaml"


@pytest.fixture(scope="module", name="reading")
def reading_fixture():
    return load(BRIEF)


@pytest.fixture
def offers(reading):
    def offered(text):
        lines = text.split("\n")
        row, column = len(lines) - 1, len(lines[-1])
        found = complete(lines, row, column, reading, date(2031, 1, 1))
        return found.offers if found else ()

    return offered


def test_names_come_before_the_words_of_the_manual(offers):
    assert [each.text for each in offers("sources:\n  - ti")] == ["title", "confidential"]
    assert offers("sources:\n  - kin")[0].text == "kind"


def test_a_person_is_found_by_name(offers):
    text = "conflict:\n  events:\n    - measures:\n        - claims:\n            - by: secur"
    assert offers(text)[0].text == "sbu"


def test_behind_a_dash_a_whole_item_is_offered(offers):
    first = offers("sources:\n  - ")[0]
    assert first.text == "a source …"
    assert first.insert == "id: |\n    kind:\n    publisher:\n    title:\n    published:"
    text = "conflict:\n  events:\n    - measures:\n        - claims:\n            - "
    assert offers(text)[0].insert == f"value: |\n{' ' * 14}by:\n{' ' * 14}src: []"


def test_an_id_nobody_has_may_be_that_of_a_new_record(offers):
    found = offers("rounds:\n  - src: [reuters")
    assert [(each.text, each.new) for each in found] == [("reuters", "sources")]
    assert not any(each.new for each in offers("rounds:\n  - src: [s000"))

from pathlib import Path

import pytest

from tui.brief.load import load
from tui.filter import PRESETS, complete, parse_query, vocabulary
from tui.presentation.view import View
from tui.settings.config import load_config

BRIEFS = Path(__file__).parents[2] / "briefs"
KNOWN = vocabulary(View(load(BRIEFS / "istanbul-2025.yaml")))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("par", "party:"),
        ("kyiv -st", "kyiv -status:"),
        ("(party:", "(party:ru"),
        ("party:rus", "party:ru"),
        ("by:med", "by:medinsky"),
        ("by:Володимир", "by:zelenskyy"),
        ("is:sin", "is:single-source"),
        ("status:sch", "status:scheduled"),
        ("tag:x", None),
        ("", None),
        ("after:", None),
    ],
)
def test_a_word_can_be_completed(text, first):
    found = complete(text, KNOWN)
    assert (found.put(text, 0) if found.values else None) == first


def test_every_completion_of_a_field_is_a_filter_that_finds_something():
    for field, values in KNOWN.offered.items():
        for value in values:
            query = parse_query(f"{field}:{value.word}", KNOWN)
            assert not query.faults, value
            assert field in {"party", "person", "source", "round", "venue"} or not query.notes


def test_the_filters_that_are_always_there_are_sound():
    assert [name for name, text in PRESETS.items() if parse_query(text).faults] == []


def test_a_wrong_filter_of_the_configuration_is_told_with_its_place(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text(
        "theme: parley-light\nfilters:\n  good: is:stale\n  bad: is:stael\n  list: [a]\n"
    )
    found = load_config(path)
    assert dict(found.config.filters)["good"] == "is:stale"
    told = [(p.place.line, p.place.column, p.code, p.message) for p in found.problems]
    assert told[0] == (
        4, 8, "filter",
        "the filter `bad`, column 1: nothing is `stael`; do you mean `stale`?",
    )  # fmt: skip
    assert told[1][:3] == (5, 9, "type")

"""Levels of handling: their order, their names, and what is no level."""

import pytest

from tui.brief.handling import LADDER, Ladder
from tui.brief.load import load
from tui.settings.config import load_config

TLP = Ladder(("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:RED"))


@pytest.mark.parametrize(
    ("ladder", "word", "rank", "named"),
    [
        (LADDER, "", 0, ""),
        (LADDER, "public", 0, ""),
        (LADDER, "internal", 1, "internal"),
        (LADDER, "Embargo", 2, "embargo"),
        (LADDER, "confidential", 3, "confidential"),
        (LADDER, "SOURCE PROTECTION", 4, "confidential: SOURCE PROTECTION"),
        (TLP, "TLP:CLEAR", 0, ""),
        (TLP, "tlp:amber", 2, "TLP:AMBER"),
        (TLP, "confidential", 4, "confidential"),
        (TLP, "internal", 4, "confidential: internal"),
    ],
)
def test_a_mark_has_a_rank_and_a_name(ladder, word, rank, named):
    assert (ladder.rank(word), ladder.named(word)) == (rank, named)


def test_a_brief_is_checked_against_the_levels_of_the_configuration(tmp_path):
    config = tmp_path / "config.yaml"
    config.write_text("handling_levels: [PUBLIC, RESTRICTED, CONFIDENTIAL, SECRET]\n")
    path = tmp_path / "b.yaml"
    path.write_text("parley: 1\nid: b\ntitle: B\nhandling: Restricted\n"
                    "parties:\n  - {id: a, name: A, confidential: internal}\n")  # fmt: skip
    found = load(path, ladder=load_config(config).config.ladder)
    assert [(p.place.line, p.code) for p in found.problems] == [(6, "handling")]
    assert load(path, found).problems == found.problems  # read again, by the same levels
    assert [p.place.line for p in load(path).problems] == [4]

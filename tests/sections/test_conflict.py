import pytest

from tui.blocks import plain
from tui.brief.load import load
from tui.presentation.view import View
from tui.sections.conflict import SECTION

BRIEF = "parley: 1\nid: t\ntitle: t\nconflict: {ceasefires: [{id: c, title: Pause, days: %s}]}\n"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("30", "30 days"),
        ("over 30", "over 30 days"),
        ("30 days", "30 days"),
        ("several", "several days"),
        ("{value: 2, unit: weeks}", "2 weeks"),
    ],
)
def test_the_length_of_a_ceasefire_has_a_unit(tmp_path, days, told):
    path = tmp_path / "t.yaml"
    path.write_text(BRIEF % days, "utf-8")
    row = next(r for r in SECTION.rows(View(load(path))) if r.group == "Ceasefires")
    assert plain(row.subtitle) == told

"""What the first page says of time: overdue, overtaken, how old, what does not add up."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tui.brief.load import load
from tui.presentation.overdue import span_of_days
from tui.presentation.view import View
from tui.rendering.layout import lay
from tui.sections import overview, timeline

BRIEFS = Path(__file__).parents[2] / "briefs"
LATE = """parley: 1
id: t
title: t
as_of: 2025-06-02T09:00Z
rounds: [{id: r, title: The round, status: scheduled, when: 2025-05-20}]
exchanges: [{id: x, title: The exchange, per_side: 10, tranches: [{count: 11}]}]
overview:
  watch: [{id: w, text: The paper, by_when: 2025-05-30}, {id: v, text: Later, by_when: 2025-06-30}]
open_questions: [{id: q, question: Who comes?, due: 2025-05-31}]
"""


def page(view):
    lines = lay(overview.detail(view, overview.FRONT), 100)
    return " ".join("".join(span.text for span in line) for line in lines)


@pytest.fixture
def late(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text(LATE, "utf-8")
    return load(path)


def test_what_is_overdue_is_told_and_marked(late):
    view = View(late)
    told = page(view)
    assert "OVERTAKEN OR OVERDUE" in told
    assert "The round: scheduled for Tue 20 May 2025; no later state is given" in told
    assert "The paper: was to show itself by Fri 30 May 2025" in told
    assert "Who comes?: an answer was due Sat 31 May 2025" in told
    assert "Later: " not in told
    assert "The exchange: its parts come to 11, and 10 were agreed." in told
    marks = {row.key: "".join(s.glyph for s in row.signs) for row in overview.rows(view)}
    assert marks["watch/w"] == "†"
    assert marks["watch/v"] == ""


def test_today_is_one_quiet_line(late):
    told = page(View(late, now=datetime(2025, 7, 10, tzinfo=UTC)))
    assert "Read on Thu 10 Jul 2025, the brief is 5 weeks old; 1 thing it looks ahead to" in told
    assert "Read on" not in page(View(late))
    assert "Read on" not in page(View(late, now=datetime(2025, 6, 2, 8, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "less than a day"), (1, "1 day"), (13, "13 days"), (14, "2 weeks"), (59, "8 weeks"),
     (60, "1 month"), (425, "13 months"), (729, "23 months"), (731, "2 years")],
)  # fmt: skip
def test_an_age_in_words(days, words):
    assert span_of_days(days) == words


def test_istanbul_is_no_late_brief_and_old_today():
    reading = load(BRIEFS / "istanbul-2025.yaml")
    told = page(View(reading, now=datetime(2026, 8, 1, tzinfo=UTC)))
    assert "OVERTAKEN" not in told
    assert "1 of 2 sources bears no date: s004." in told
    assert "13 months old; 9 things it looks ahead to have had their time since" in told
    assert "DOES NOT ADD UP" in told


def test_kenya_has_moved_and_adds_up():
    view = View(load(BRIEFS / "kenya-2008"))
    told = page(view)
    assert "3 earlier positions were hardened or softened since; they bear a †" in told
    assert "DOES NOT ADD UP" not in told
    late = [row for row in timeline.rows(view) if "†" in [sign.glyph for sign in row.signs]]
    assert len(late) == 2  # the third bears no date of its own, only its round's

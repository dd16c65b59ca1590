"""The timeline in words, for both of our briefs and for dates that leave much open."""

from itertools import groupby
from pathlib import Path

import pytest

from tui.blocks import Fact, Lanes, Table, plain
from tui.brief.load import load
from tui.presentation.view import View
from tui.rendering.layout import lay
from tui.sections import timeline

BRIEFS = Path(__file__).parents[2] / "briefs"
SMALL = """parley: 1
id: t
title: t
as_of: 2025-06-02T09:00Z
display_zone: Europe/Istanbul
parties: [{id: ru, name: Russia, capital: Moscow, zone: Europe/Moscow}, {id: ua, name: Ukraine,
  capital: Kyiv, zone: Europe/Kyiv}, {id: us, name: US, capital: Washington,
  zone: America/New_York}]
sources: [{id: s1, title: S1}, {id: s2, title: S2}]
conflict:
  events:
    - {id: zulu, title: Told in UTC, when: 2025-06-02T10:00Z, src: [s1]}
    - {id: bare, title: Told without a zone, when: 2025-06-01T13:00, src: [s1]}
    - {id: taken, title: Taken as, when: {start: 2025-06-01T13:00, assume: Europe/Istanbul}}
    - id: torn
      title: Torn
      when: {claims: [{value: 2025-05-01, src: [s1]}, {value: 2025-05-09, by: ru, src: [s2]}]}
    - {id: some, title: Some time, when: {start: 2025-05-26, end: 2025-05-27, within: true}}
    - {id: answer, title: Answer, when: 2025-06-01, response_to: {value: some, by: ua}}
    - {id: none, title: Undated}
"""


@pytest.fixture
def view(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text(SMALL, "utf-8")
    return View(load(path))


@pytest.fixture(scope="module", params=["istanbul-2025.yaml", "kenya-2008"])
def ours(request):
    return View(load(BRIEFS / request.param))


def row(view, part):
    return next(r for r in timeline.rows(view) if part in r.key)


def text(view, key, width=100):
    lines = lay(timeline.detail(view, key), width)
    return "\n".join("".join(span.text for span in line) for line in lines)


@pytest.mark.parametrize(
    ("part", "below"),
    [
        ("zulu", "Mon 2 Jun 13:00"),
        ("bare", "Sun 1 Jun 13:00, zone not stated"),
        ("taken", "Sun 1 Jun 13:00, if Istanbul time"),
        ("torn", "Thu 1 May ≠ Fri 9 May"),
        ("some", "within 26–27 May 2025"),
    ],
)
def test_a_row_says_what_is_not_known(view, part, below):
    assert plain(row(view, f"/{part}#").subtitle) == below


def test_the_cut_off_divides_the_list(view):
    groups = {r.key: r.group for r in timeline.rows(view)}
    assert groups["timeline/events/zulu#"] == "June 2025, after the cut-off"
    assert groups["timeline/events/answer#"] == "June 2025"


def test_a_time_is_told_by_the_clock_of_every_capital(view):
    told = text(view, "timeline/events/zulu#")
    assert "Mon 2 Jun 2025, 13:00  Istanbul, Moscow and Kyiv" in told
    assert "Mon 2 Jun 2025, 06:00  Washington" in told
    assert "Mon 2 Jun 2025, 10:00  UTC" in told
    assert "if Istanbul time is meant" in text(view, "timeline/events/taken#")
    bare = text(view, "timeline/events/bare#")
    assert "no time zone is stated" in bare
    assert "Kyiv" not in bare


def test_a_disputed_date_is_drawn_for_each_who_claims_it(view):
    told = text(view, timeline.WHOLE, 120)
    assert "≠ s1: Torn" in told
    assert "≠ Russia: Torn" in told
    assert "≠" in "".join(sign.glyph for sign in row(view, "torn").signs)


def test_causes_are_told_both_ways_and_in_the_picture(view):
    assert "Some time  — Ukraine" in text(view, "timeline/events/answer#")
    assert "SAID TO BE" in text(view, "timeline/events/some#")
    assert "Answer is said to answer Some time  — Ukraine" in text(view, timeline.WHOLE)


def test_what_bears_no_date_is_counted(view):
    assert "Without a date of their own: 1 event." in " ".join(text(view, timeline.WHOLE).split())


def test_every_row_of_our_briefs_has_a_page_and_a_key_of_its_own(ours):
    rows = timeline.rows(ours)
    assert len({r.key for r in rows}) == len(rows)
    assert all(timeline.detail(ours, r.key) for r in rows)
    groups = [name for name, _ in groupby(r.group for r in rows)]
    assert len(groups) == len(set(groups))


def test_there_is_a_picture_around_every_dated_round(ours):
    around = [r for r in timeline.rows(ours) if r.key.startswith(timeline.AROUND)]
    assert len(around) == len(ours.brief.rounds)
    for each in around:
        blocks = timeline.detail(ours, each.key)
        (picture,) = (b for b in blocks if isinstance(b, Lanes))
        (table,) = (b for b in blocks if isinstance(b, Table))
        assert picture.axis
        assert "Rounds" in [lane.name for lane in picture.lanes]
        bars = {bar.link for lane in picture.lanes for bar in lane.bars}
        listed = {cell.link for line in table.rows for cell in line[1]}
        assert bars <= listed


@pytest.mark.parametrize("width", [40, 60, 80, 120, 160])
def test_the_whole_picture_names_its_lanes_at_any_width(ours, width):
    lines = text(ours, timeline.WHOLE, width).splitlines()
    for name in ("Rounds", "Contacts", "Deliverables", "Statements", "Conflict", "Expected"):
        assert any(line.startswith(name) for line in lines), name
    assert any("╎" in line and "as of" in line for line in lines)


def test_words_of_istanbul():
    view = View(load(BRIEFS / "istanbul-2025.yaml"))
    titles = [plain(r.title) for r in timeline.rows(view)]
    assert "received by then: Ukrainian draft memorandum" in titles
    assert "proposed: Second round, Istanbul 2025" in titles
    assert titles.count("completed: Prisoner exchange of May 2025") == 1
    told = text(view, timeline.WHOLE, 120)
    assert "472 drones launched by Russia is said to answer Drone strikes on Russian" in told
    assert "Ukraine's Air" in told
    assert "(held unresolved)" in told
    facts = timeline.detail(view, "timeline/rounds/r2#")
    labels = [block.label for block in facts if isinstance(block, Fact)]
    assert labels[:2] == ["when", "by the clocks of"]
    found = " ".join(text(view, timeline.FINDINGS).split())
    assert "“nearly three years” is shorter than the time from its beginning (Feb" in found
    assert "The writer holds this: conflict." in found


def test_an_empty_brief_has_no_timeline(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text("parley: 1\nid: t\ntitle: t\n", "utf-8")
    view = View(load(path))
    assert timeline.rows(view) == ()
    assert timeline.detail(view, timeline.WHOLE) == ()
    assert timeline.detail(view, timeline.FINDINGS) == ()
    assert timeline.detail(view, "timeline/around/gone") == ()


def test_party_by_party_each_thing_stands_in_one_lane_of_its_own(istanbul):
    def bars(key):
        (drawn,) = (b for b in timeline.detail(istanbul, key) if isinstance(b, Lanes))
        return {lane.name: lane.bars for lane in drawn.lanes}

    kinds, parties = bars(timeline.WHOLE), bars(timeline.PARTIES)
    everything = sorted((bar for each in kinds.values() for bar in each), key=str)
    assert sorted((b for each in parties.values() for b in each), key=str) == everything
    assert [*parties][-2:] == ["Several", "No party"]
    assert {bar.role for bar in parties["Russia"]} == {istanbul.party_roles["ru"]}

"""Whatever is written as a table is read as it was written."""

import csv
import io
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tui.brief.decode import first_refused
from tui.brief.tables.points import Ask, read_points
from tui.brief.tables.sheet import read_sheet
from tui.brief.value import NO_NAMES

NOTES = st.text(st.characters(blacklist_categories=("Cs",)), max_size=12).filter(
    lambda text: first_refused(text) is None and "\r" not in text
)
POINTS = st.lists(
    st.tuples(
        st.dates(date(1, 1, 1)),
        st.integers(0, 10**9),
        st.integers(0, 10**6),
        st.integers(0, 10**6),
        NOTES,
    ),
    max_size=12,
)


@given(POINTS, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_points_survive_their_table(points, mark, end, bom):
    written = io.StringIO()
    writer = csv.writer(written, delimiter=mark, lineterminator=end)
    writer.writerow(["date", "value", "low", "high", "note"])
    for day, best, below, above, note in points:
        writer.writerow([day.isoformat(), best, max(best - below, 0), best + above, note])
    data = ("\ufeff" if bom else "") + written.getvalue()
    told = read_points(read_sheet(data.encode(), "t.csv"), Ask(NO_NAMES, NO_NAMES, ""))
    assert told.problems == () or all(p.severity == "warning" for p in told.problems)
    assert [
        (
            point.when.start.earliest.date(),
            int(point.value.best),
            int(point.value.low),
            int(point.value.high),
            point.note,
        )
        for point in told.rows
    ] == [
        (day, best, max(best - below, 0), best + above, note.strip())
        for day, best, below, above, note in points
    ]
    lines = data.split("\n")
    for point in told.rows:
        assert point.when.start.earliest.date().isoformat() in lines[point.spot.line - 1]


@given(st.binary(max_size=300) | st.text("\"',;\tdatevlu2050\n\r -", max_size=300).map(str.encode))
def test_whatever_it_holds_only_problems_come_out(data):
    for text in (data, b"date,value,note\n" + data):
        sheet = read_sheet(text, "t.csv")
        told = read_points(sheet, Ask(NO_NAMES, NO_NAMES, ""))
        lines = len(text.decode("utf-8", "replace").split("\n"))
        for problem in told.problems:
            assert 1 <= problem.place.line <= lines
            assert problem.place.column >= 1
        places = [point.spot.line for point in told.rows]
        assert places == sorted(places)

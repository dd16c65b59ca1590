"""A table beside a brief: what its columns say, and what is told of what they do not."""

import pytest

from tests.brief.tables.conftest import figures, series, wrong


def test_a_plain_table(table):
    reading = table(
        "date,value,low,high,by,src,source,note\n"
        "2025-06-01,472,,,ua,s1,,\n"
        "2025-06-02,,60,80,,s1 s2,Air Force,by night\n"
    )
    assert wrong(reading) == []
    assert figures(reading) == [("2025-06-01", "≤472≤"), ("2025-06-02", "60≤≤80")]
    first, second = series(reading).rows
    assert first.by and first.by.id == "ua"
    assert [ref.id for ref in second.src] == ["s1", "s2"]
    assert (second.source, second.note, second.spot.line) == ("Air Force", "by night", 3)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_what_parts_the_cells_is_seen_in_the_heading(table, mark):
    reading = table(f"date{mark}best{mark}high\n2025-06{mark}about 40{mark}60\n")
    assert (wrong(reading), figures(reading)) == ([], [("2025-06-01", "≤40≤60")])
    assert series(reading).rows[0].value.approx


def test_other_names_other_days_and_only_some_rows(table):
    reading = table(
        "Day,Estimate (best),land\n16/01/2024,383,north\n17/01/2024,5,south\n",
        "columns: {when: day, value: estimate (best)}\nonly: {land: north}\ndates: day/month/year",
    )
    assert (wrong(reading), figures(reading)) == ([], [("2024-01-16", "≤383≤")])


def test_the_two_ends_of_a_time_stand_in_two_columns(table):
    reading = table("date_start,date_end,best\n2013-01-03,2013-01-03,2\n2013-02-01,2013-02-05,3\n")
    assert figures(reading)[1] == ("2013-02-01/2013-02-05", "≤3≤")
    assert figures(reading)[0] == ("2013-01-03", "≤2≤")


def test_points_of_the_brief_come_first(table):
    reading = table("date,value\n2025-06-02,2\n", "points: [{when: 2025-06-01, value: 1}]")
    assert figures(reading) == [("2025-06-01", "≤1≤"), ("2025-06-02", "≤2≤")]


def test_mistakes_have_the_place_of_their_cell_and_cost_nothing_else(table):
    reading = table(
        "date,value,note,corrects\n"
        "2025-02-30,1,,\n"
        '"2025-03-01",4-7-2,"two\nlines",\n'
        "1/2/2025,3,,\n"
        "2025-03-02\n"
        ",5,,\n"
        "2025-03-03,6,,1_0\n"
        "2025-03-04,1,000,a,b\n"
        "2025-03-05,7,,\n"
    )
    assert wrong(reading) == [
        "drones.csv:2:1: value: `date: 2025-02-30`: 2025-02 has no day 30",
        (
            "drones.csv:3:14: value: `value: 4-7-2`: not a quantity; "
            "write 472, over 40, 4–5, about 1000 or several"
        ),
        (
            "drones.csv:5:1: value: `date: 1/2/2025`: not a date; "
            "write 2025-06-02, 2025-06-02T10:00Z, 2025-05 or 2022"
            "; if it is one, say `dates: day/month/year` or `month/day/year` in the series"
        ),
        "drones.csv:6:1: row: a row without a figure: it has 1 of 4 cells",
        "drones.csv:7:1: row: a row without a date",
        (
            "drones.csv:8:15: value: `corrects: 1_0`: not a quantity; "
            "write 472, over 40, 4–5, about 1000 or several"
        ),
        (
            "drones.csv:9:1: row: this row has 5 cells, the heading 4; "
            "put a cell that holds a comma in quotes"
        ),
    ]
    points = series(reading).rows
    assert len(points) == 8
    assert points[1].note == "two\nlines"
    assert [point.as_written for point in points] == [
        "", "", "", "2025-03-02", ",5,,", "", "2025-03-04,1,000,a,b", "",
    ]  # fmt: skip
    assert figures(reading)[-1] == ("2025-03-05", "≤7≤")


def test_wrong_names_of_columns_get_the_nearest_right_one(table):
    text = "daily,valeu,lower\n2025-06-01,1,2\n"
    assert wrong(table(text)) == [
        (
            "drones.csv:1:1: column: no column for the date; call it `date`, or say which it is in "
            "the brief: `columns: {when: …}`"
        ),
        (
            "drones.csv:1:7: column: no column for the figure, did you mean `valeu`?; call it "
            "`value`, or say which it is in the brief: `columns: {value: …}`"
        ),
    ]
    assert wrong(table(text, "columns: {when: dialy}")) == [
        "brief.yaml:11:16: column: the table has no column `dialy`, did you mean `daily`?"
    ]
    assert wrong(table(text, "columns: {wen: daily}\nonly: {lowr: 2}")) == [
        "brief.yaml:11:16: column: `wen` is nothing a column can hold, did you mean `when`?",
        "brief.yaml:12:13: column: the table has no column `lowr`, did you mean `lower`?",
    ]
    assert wrong(table("date,valeu\n2025,1\n")) == [
        (
            "drones.csv:1:6: column: no column for the figure, did you mean `valeu`?; call it "
            "`value`, or say which it is in the brief: `columns: {value: …}`"
        ),
    ]
    assert wrong(table("date,value,date\n2025,1,2024\n")) == [
        "drones.csv:1:12: column: the column `date` stands here again; the first one is read"
    ]


def test_a_filter_that_no_row_passes(table):
    reading = table("date,value,land\n2025,1,a\n", "only: {land: b}")
    assert wrong(reading) == ["brief.yaml:11:13: column: no row of the table has land: b"]


def test_references_of_a_table_are_checked_as_those_of_a_brief(table):
    reading = table("date,value,by,src\n2025,1,uaa,s1\n2025,1,ua,s11\n")
    assert wrong(reading) == [
        (
            "drones.csv:2:8: reference: no person or organization or party has the id `uaa`, "
            "did you mean `ua`?"
        ),
        "drones.csv:3:11: reference: no source has the id `s11`",
    ]


def test_bounds_that_do_not_hold_their_figure_are_kept_as_written(table):
    reading = table("date,value,low,high\n2025,4,5,6\n2025,5,7,6\n2025,over 5,4,6\n")
    assert [message.split(": ", 3)[-1] for message in wrong(reading)] == [
        "4, low 5, high 6`: the figure does not lie between its bounds",
        "5, low 7, high 6`: `low`, `best` and `high` are not in that order",
        "over 5, low 4, high 6`: bounds in this cell, and in cells of their own",
    ]
    assert figures(reading)[0] == ("2025-01-01", "4, low 5, high 6")


def test_a_table_that_goes_away_keeps_what_it_said(table, tmp_path):
    before = table("date,value\n2025,1\n")
    (tmp_path / "drones.csv").unlink()
    from tui.brief.load import load

    gone = load(tmp_path / "brief.yaml", before)
    assert wrong(gone) == ["brief.yaml:10:13: missing: drones.csv: there is no such file"]
    assert figures(gone) == [("2025-01-01", "≤1≤")]
    assert not gone.stale
    assert wrong(load(tmp_path / "brief.yaml")) == wrong(gone)
    back = table("date,value\n2025,2\n", previous=gone)
    assert (wrong(back), figures(back)) == ([], [("2025-01-01", "≤2≤")])


def test_what_did_not_change_is_not_read_again(table):
    before = table("date,value\n2025,1\n")
    again = table("date,value\n2025,1\n", "unit: drones", before)
    assert series(again).rows is series(before).rows
    other = table("date,value\n2025,3\n", "unit: drones", again)
    assert figures(other) == [("2025-01-01", "≤3≤")]
    assert other.state != again.state


def test_a_folder_brief_has_tables_too(tmp_path):
    from tui.brief.load import load, load_contents

    (tmp_path / "brief.yaml").write_text("parley: 1\nid: t\ntitle: T\n")
    (tmp_path / "war.yaml").write_text("conflict: {series: [{name: d, file: data/d.csv}]}\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "d.csv").write_text("date,value\n2025,1\n")
    reading = load(tmp_path)
    assert (wrong(reading), figures(reading)) == ([], [("2025-01-01", "≤1≤")])
    assert set(reading.files) == {"brief.yaml", "war.yaml", "data/d.csv"}
    kept = load_contents(tmp_path, reading.paths)
    assert kept.state == reading.state
    assert kept.brief == reading.brief


def test_ways_to_read_a_table_that_were_typed_once_are_forgotten(table):
    reading = table("date,value,note\n2025,1,a\n")
    for number in range(9):
        reading = table("date,value,note\n2025,1,a\n", f"only: {{note: a{number}}}", reading)
    (kept,) = reading.tables.values()
    assert len(kept.readings) == 3

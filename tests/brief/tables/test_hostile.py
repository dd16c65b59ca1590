"""Tables that are none, lie, are too large, or lead elsewhere."""

import os
import time

import pytest

from tests.brief.tables.conftest import figures, series, wrong
from tui.brief.tables import taking
from tui.brief.tables.sheet import ROWS


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "drones.csv:1:1: empty: the table says nothing yet"),
        (b"\n\n \n", "drones.csv:1:1: empty: the table says nothing yet"),
        (b"date,value\r2025,1\r", "drones.csv:1:11: control: here is a line end of old Macs"),
        ("date,value\n".encode("utf-16"), "drones.csv:1:1: encoding: the file is UTF-16"),
        (b"date,value\n2025,\xe9\n", "drones.csv:2:6: encoding: byte E9 (`é` in Windows-1252)"),
        (b"x," * 8_000, "drones.csv:1:1: size: a heading of 8,001 columns; the limit is 1,000"),
        (b'"date,value\n2025,1\n', "drones.csv:1:1: row: a quote is opened here and never closed"),
        (b"x" * (8 * 1024 * 1024 + 1), "brief.yaml:10:13: size: drones.csv: file is 8.4 MB"),
    ],
    ids=["nothing", "blanks", "old Macs", "UTF-16", "Windows", "wide", "quote", "large"],
)
def test_a_table_that_is_none(table, text, message):
    found = wrong(table(text))
    assert found[0].startswith(message)
    assert len(found) == 1


def test_a_row_that_cannot_be_read_hides_no_other(table):
    reading = table(
        b"date,value,note\n"
        b"2025,1,a\n"
        b"2026,2,\x00b\n"
        b'2027,3,"never closed\n'
        b"2028,4,c\n"
        b'2029,5,a "quote" inside\n'
        b'2030,6,"a"b\n'
        b"2031,7,\xe2\x80\xa8\n"
        b"2032,8,d"
    )
    assert wrong(reading) == [
        (
            "drones.csv:3:8: control: here is a NUL character: the file is damaged, not a text, "
            "or saved as UTF-16"
        ),
        "drones.csv:4:8: row: a quote is opened here and never closed",
        "drones.csv:7:10: row: a quote within a cell; write it twice, and the cell in quotes",
        (
            "drones.csv:8:8: control: here is a line separator (U+2028); "
            "most editors do not show it as a line end"
        ),
    ]
    assert [day[:4] for day, _ in figures(reading) if day] == ["2025", "2028", "2029", "2032"]
    assert [point.spot.line for point in series(reading).rows] == [2, 3, 4, 5, 6, 7, 8, 9]


def test_a_quote_that_swallows_rows_is_seen_by_their_cells(table):
    reading = table('date,value,note\n2025,1,"a\n2026,2,b\n2027,3,"c"\n2028,4,d\n')
    assert wrong(reading) == ["drones.csv:2:8: row: a quote is opened here and never closed"]
    assert [day[:4] for day, _ in figures(reading) if day] == ["2026", "2027", "2028"]


def test_what_looks_like_a_formula_is_a_text(table):
    reading = table("date,value,note\n2025,1,=HYPERLINK(0)\n2026,=1+1,@x\n2027,nan,\n")
    assert wrong(reading) == [
        (
            "drones.csv:3:6: value: `value: =1+1`: not a quantity; "
            "write 472, over 40, 4–5, about 1000 or several"
        )
    ]
    assert [point.note for point in series(reading).rows] == ["=HYPERLINK(0)", "@x", ""]
    assert figures(reading)[1:] == [("2026-01-01", "=1+1"), ("2027-01-01", "nan")]


def test_letters_of_other_tools_are_no_mistake(table):
    reading = table("\ufeffdate,value\r\n2025,1\r\n% a note\r\n".encode())
    assert figures(reading)[0] == ("2025-01-01", "≤1≤")
    assert wrong(reading) == ["drones.csv:3:1: row: a row without a figure: it has 1 of 2 cells"]


def test_a_million_rows_are_read_up_to_the_limit(table):
    reading = table(b"date,value\n" + b"2025,1\n" * 1_000_000)
    assert wrong(reading) == [
        (
            f"drones.csv:{ROWS + 2}:1: size: a table of more than {ROWS:,} rows; "
            "from here on it is not read"
        )
    ]
    assert len(series(reading).rows) == ROWS


def test_thousands_of_bad_rows_are_told_in_a_few(table):
    began = time.monotonic()
    reading = table(b"date,value\n" + b"x,y z\n" * 30_000)
    assert len(reading.problems) == 51
    assert reading.problems[-1].message == "… and 29,950 more"
    assert len(series(reading).rows) == 30_000
    assert time.monotonic() - began < 30


@pytest.mark.parametrize("line", ['"\n', '""x"\n', '"a""\n', 'x,"\n', '"""\n', ',"",",\n'])
def test_quotes_cannot_make_it_slow(table, line):
    began = time.monotonic()
    reading = table("date,value\n" + line * 20_000)
    assert reading.problems
    assert time.monotonic() - began < 20


def test_so_many_open_quotes_are_given_up(table, monkeypatch):
    monkeypatch.setattr(taking, "_RESTARTS", 3)
    reading = table("date,value\n" + '2025,"1\n2026\n' * 9 + "2027,1\n")
    assert any("too many quotes" in message for message in wrong(reading))


def test_a_cell_without_end(table):
    reading = table(b"date,value,note\n2025,1," + b"x" * 4_000_000 + b"\n2026,2,\n")
    assert wrong(reading) == ["drones.csv:2:1: row: a cell of more than 131,072 characters"]
    assert figures(reading)[1] == ("2026-01-01", "≤2≤")


@pytest.mark.parametrize(
    "file", ["../drones.csv", "/etc/drones.csv", "a/../../drones.csv", "C:\\x\\..\\..\\drones.xls"]
)
def test_a_path_that_leads_out(table, file):
    reading = table("date,value\n", f"unit: x\nnote: y\ntags: []\nsrc: [s1]\nby: ua\n# {file}")
    path = next(iter(reading.parts))
    path.write_text(path.read_text().replace("file: drones.csv", f"file: '{file}'"))
    from tui.brief.load import load

    (problem,) = load(path).problems
    assert problem.code == "file"


def test_links_pipes_and_folders(table, tmp_path):
    reading = table("date,value\n2025,1\n")
    brief = next(iter(reading.parts))
    from tui.brief.load import load

    outside = tmp_path.parent / "outside.csv"
    outside.write_text("date,value\n2025,9\n")
    drones = tmp_path / "drones.csv"
    drones.unlink()
    drones.symlink_to(outside)
    assert "leads out of the folder" in load(brief).problems[0].message
    # Not even where its bytes are at hand already.
    assert load(brief, contents={drones: outside.read_bytes()}).problems[0].code == "link"
    drones.unlink()
    os.mkfifo(drones)
    assert "this is a pipe" in load(brief).problems[0].message
    drones.unlink()
    drones.mkdir()
    assert "this is a folder" in load(brief).problems[0].message
    drones.rmdir()
    (tmp_path / "real.csv").write_text("date,value\n2025,3\n")
    drones.symlink_to("real.csv")
    assert figures(load(brief)) == [("2025-01-01", "≤3≤")]


def test_many_series_of_one_table_are_not_read_without_end(table, monkeypatch):
    from tui.brief import tables

    monkeypatch.setattr(tables, "ALL_ROWS", 3)
    again = "".join(f"- {{name: d{n}, file: drones.csv, unit: u}}\n" for n in range(3))
    reading = table("date,value\n2025,1\n2026,1\n")
    brief = next(iter(reading.parts))
    text = brief.read_text() + "    " + again.replace("\n", "\n    ").rstrip() + "\n"
    brief.write_text(text.replace("unit: u}", "only: {value: '1'}}", 1))
    from tui.brief.load import load

    found = wrong(load(brief))
    assert [message.split(": ")[1] for message in found] == ["size"] * 3

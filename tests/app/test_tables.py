"""A table beside a brief is followed as the brief is."""

import pytest

from tui.screens.brief import BriefScreen
from tui.widgets.row_list import RowList

HEAD = """parley: 1
id: talks
title: River talks
as_of: 2031-03-10
conflict:
  series:
    - id: shots
      name: Shots at the river
      unit: shots
"""
TABLE = "date,value\n2031-03-01,472\n2031-03-02,80\n2031-03-03,95\n"


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(HEAD + "      file: shots.csv\n")
    (tmp_path / "shots.csv").write_text(TABLE)
    return path


async def test_a_saved_table_stands_on_screen_and_is_marked(sit, brief, rewrite):
    table = brief.with_name("shots.csv")
    async with sit(brief) as reader:
        await reader.open_tab(4)
        await reader.sees("3 points", "472, Sat 1 Mar 2031", "● live")
        for value in (479, 481):
            rewrite(table, TABLE.replace("472", str(value)))
            await reader.sees(f"{value}, Sat 1 Mar 2031", "•")
        await reader.press("c")
        await reader.sees("2031: value 472 → 481")


async def test_a_table_that_goes_away_and_comes_back(sit, brief):
    table = brief.with_name("shots.csv")
    async with sit(brief) as reader:
        await reader.open_tab(4)
        await reader.sees("3 points")
        table.unlink()
        await reader.sees("there is no such file; what it said last is shown", "3 points")
        table.write_text(TABLE + "2031-03-04,7\n")
        await reader.sees("4 points")
        await reader.no_longer_sees("no such file")


async def test_a_table_that_is_named_later_is_followed_too(sit, brief, rewrite):
    table = brief.with_name("shots.csv")
    brief.write_text(HEAD)
    async with sit(brief) as reader:
        await reader.open_tab(4)
        await reader.sees("Shots at the river")
        rewrite(brief, HEAD + "      file: shots.csv\n")
        await reader.sees("3 points")
        rewrite(table, TABLE + "2031-03-04,7\n")
        await reader.sees("4 points")


async def test_in_a_library_tables_are_followed_as_well(sit, brief, rewrite, tmp_path):
    (tmp_path / "other.yaml").write_text("parley: 1\nid: other\ntitle: Other\n")
    async with sit(tmp_path) as reader:
        await reader.sees("River talks", "Other")
        rows = reader.screen.query_one(RowList)
        while not rows.current.key.endswith(brief.name):
            await reader.press("j")
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.open_tab(4)
        await reader.sees("3 points")
        rewrite(brief.with_name("shots.csv"), TABLE + "2031-03-04,7\n")
        await reader.sees("4 points")


async def test_a_mistake_in_a_table_is_told_with_the_lines_around_it(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(4)
        rewrite(brief.with_name("shots.csv"), TABLE.replace("80", "8-0-8"))
        await reader.sees("‼")
        await reader.press("!")
        await reader.sees("SHOTS.CSV", "line 3, column 12", "2031-03-02,8-0-8")

"""Copying where something else than a record of the brief is listed: changes, what was found."""

import pytest

from tui.screens.brief import BriefScreen
from tui.screens.changes import ChangesScreen
from tui.screens.references import ReferencesScreen
from tui.screens.search_all import SearchAllScreen
from tui.widgets.row_list import RowList

TEXT = """\
parley: 1
id: a
title: River talks
handling: restricted
sources:
  - {id: gazette, title: Talks resume, published: 2031-03-02}
venues:
  - {id: hall, name: Lake Hall}
rounds:
  - {id: r1, title: First round, status: scheduled, when: 2031-03-12, venue: hall, src: [gazette]}
"""


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / "talks.yaml"
    path.write_text(TEXT)
    return path


async def copied(reader, *keys):
    reader.app.copying.last = ""
    await reader.press(*keys)
    await reader.until(lambda: bool(reader.app.copying.last))
    return reader.app.copying.last


async def test_a_change_in_words_with_its_sources_or_in_one_line(sit, path, tmp_path, rewrite):
    async with sit(path, memory=tmp_path / "state" / "m.db") as reader:
        await reader.until(lambda: reader.app.state.unread.news(path))
        rewrite(path, TEXT.replace("scheduled", "concluded"))
        await reader.sees("• 1 new")
        await reader.press("c")
        await reader.until(lambda: isinstance(reader.screen, ChangesScreen))
        text = await copied(reader, "y", "y")
        assert text.startswith("Confidential: restricted")
        assert "scheduled" in text
        assert "concluded" in text
        cited = await copied(reader, "y", "c")
        assert "Source: [gazette]" in cited
        line = await copied(reader, "y", "n")
        assert "First round" in line
        assert "\n" not in line
        assert (await copied(reader, "y", "p")).endswith("talks.yaml:10")


async def test_a_record_found_goes_along_with_its_sources_and_handling(sit, path):
    async with sit(path) as reader:
        await reader.press("ctrl+f", *"first round")
        await reader.until(lambda: isinstance(reader.screen, SearchAllScreen))
        await reader.until(lambda: bool(reader.screen.query_one(RowList).rows))
        cited = await copied(reader, "ctrl+y", "c")
        assert cited.startswith("Confidential: restricted")
        assert "Source: [gazette]" in cited
        assert reader.screen.words == "first round"
        line = await copied(reader, "ctrl+y", "n")
        assert line == f"First round — River talks, {path}:10"
        assert "talks.yaml#r1" in await copied(reader, "ctrl+y", "l")


async def test_what_was_found_in_a_brief_that_is_not_open_is_read_for_it(sit, path, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text(TEXT.replace("id: a\n", "id: b\n").replace("First round", "Odd round"))
    async with sit(tmp_path) as reader:
        await reader.sees("2 briefs")
        await reader.press("ctrl+f", *"odd")
        await reader.until(lambda: isinstance(reader.screen, SearchAllScreen))
        await reader.until(lambda: len(reader.screen.query_one(RowList).rows) == 1)
        assert "Odd round" in await copied(reader, "ctrl+y", "y")


async def test_what_refers_to_a_record(sit, path):
    async with sit(path) as reader:
        await reader.open_tab(9)
        await reader.move_to("sources/gazette")
        await reader.press("u")
        await reader.until(lambda: isinstance(reader.screen, ReferencesScreen))
        assert await copied(reader, "y", "n") == "First round"


async def test_esc_among_changes_takes_the_search_off_first(sit, path, tmp_path, rewrite):
    async with sit(path, memory=tmp_path / "state" / "m.db") as reader:
        await reader.until(lambda: reader.app.state.unread.news(path))
        rewrite(path, TEXT.replace("scheduled", "concluded"))
        await reader.sees("• 1 new")
        await reader.press("c")
        await reader.until(lambda: isinstance(reader.screen, ChangesScreen))
        await reader.press("slash", *"first", "enter")
        await reader.sees("row 1 of 1")
        await reader.press("escape")
        await reader.no_longer_sees("row 1 of 1")
        assert isinstance(reader.screen, ChangesScreen)
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))

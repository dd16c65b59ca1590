"""Choosing a theme with the brief in view, and following the terminal."""

import pytest

from tui.backdrop import AUTO
from tui.listening import Backdrop
from tui.memory.store import Memory
from tui.memory.taste import kept_theme
from tui.screens.brief import BriefScreen
from tui.screens.themes import ThemesScreen
from tui.widgets.page import Page
from tui.widgets.row_list import RowList

EACH_STEP_IS_DRAWN = True


async def open_themes(reader):
    await reader.press("T")
    await reader.until(lambda: isinstance(reader.screen, ThemesScreen) and reader.focus)
    return reader.screen.query_one(RowList)


async def test_each_theme_is_put_on_as_the_cursor_comes_to_it(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(4)
        words, before = reader.text, reader.app.theme
        rows = await open_themes(reader)
        assert rows.current.key == before
        seen = set()
        for _ in rows.rows:
            await reader.press("T")
            key = rows.current.key
            worn = before if key == AUTO else key
            await reader.until(lambda worn=worn: reader.app.theme == worn)
            seen.add(key)
        themes = {each.stem for each in (istanbul.parents[1] / "themes").glob("*.yaml")}
        assert seen == {AUTO, *themes}
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert reader.app.theme == before
        assert reader.text == words


async def test_escape_puts_the_old_theme_on_again(sit, istanbul):
    async with sit(istanbul) as reader:
        before = reader.page.render_line(0)
        rows = await open_themes(reader)
        await reader.press("G")
        await reader.until(lambda: reader.app.theme == rows.current.key)
        assert reader.app.theme != "parley-dark"
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert reader.app.theme == "parley-dark"
        await reader.until(lambda: reader.page.render_line(0) == before)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_the_brief_stays_in_view_and_the_theme_is_told_of(sit, istanbul, size):
    async with sit(istanbul, size=size) as reader:
        row = reader.screen.query_one(RowList).current
        rows = await open_themes(reader)
        rows.move_to_key("contrast-dark")
        page = reader.screen.query_one(Page)
        await reader.until(lambda: "7:1" in reader.text or "10.5:1" in reader.text)
        await reader.until(lambda: any("Black paper" in s.text for s in page.line_at(0)))
        assert row.title[0].text[:12] in reader.text
        assert "Overview" in reader.text


async def test_what_is_chosen_is_remembered_until_the_configuration_changes(
    sit, istanbul, tmp_path
):
    path = tmp_path / "memory.db"
    async with sit(istanbul, memory=path) as reader:
        rows = await open_themes(reader)
        rows.move_to_key("sepia")
        await reader.press("enter")
        await reader.until(lambda: reader.app.theme == "sepia")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
    assert kept_theme(Memory(path), AUTO) == "sepia"
    assert kept_theme(Memory(path), "dusk") == ""


async def test_it_follows_the_terminal_only_where_it_was_asked_to(sit, istanbul):
    async with sit(istanbul) as reader:
        reader.app.post_message(Backdrop(dark=False))
        await reader.press("j")
        assert reader.app.theme == "parley-dark"
        rows = await open_themes(reader)
        rows.move_to_key(AUTO)
        await reader.press("enter")
        await reader.until(lambda: reader.app.theme == "parley-light")
        reader.app.post_message(Backdrop(dark=True))
        await reader.until(lambda: reader.app.theme == "parley-dark")

"""Peeking at a record, and what refers to it."""

import pytest

from tui.screens.brief import BriefScreen
from tui.screens.dossier import DossierScreen
from tui.screens.peek import PeekScreen
from tui.screens.references import ReferencesScreen
from tui.widgets.list_detail import ListDetail
from tui.widgets.page import Page


async def peek(reader):
    await reader.press("K")
    await reader.until(lambda: isinstance(reader.screen, PeekScreen) and reader.focus is not None)
    return reader.screen


async def used_by(reader):
    await reader.press("u")
    await reader.until(
        lambda: isinstance(reader.screen, ReferencesScreen) and reader.focus is not None
    )
    return reader.screen


async def on(reader, kind):
    await reader.until(lambda: isinstance(reader.screen, kind) and reader.focus is not None)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)], ids=str)
@pytest.mark.parametrize("key", ["escape", "K"])
async def test_peek_at_the_row_and_close(sit, istanbul, size, key):
    async with sit(istanbul, size=size) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r2")
        before = reader.text
        await peek(reader)
        await reader.sees("Second round", "close")
        await reader.press(key)
        await on(reader, BriefScreen)
        await reader.until(lambda: reader.text == before)


async def test_peek_at_the_chosen_name_and_go_there(sit, istanbul):
    async with sit(istanbul, size=(100, 30)) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r2")
        await reader.press("enter", "tab")
        await reader.until(lambda: reader.page.chosen)
        name = reader.page.chosen.link
        screen = await peek(reader)
        assert screen._key == name
        await reader.press("j", "enter")
        await reader.until(lambda: not isinstance(reader.screen, PeekScreen))
        await reader.until(
            lambda: (
                getattr(reader.screen, "key", None) == name
                or (isinstance(reader.screen, BriefScreen) and reader.row == name)
            )
        )


async def test_a_peek_does_not_cover_the_name_it_is_of(sit, istanbul):
    async with sit(istanbul, size=(100, 30)) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r2")
        await reader.press("enter")
        tops = set()
        for _ in range(12):
            await reader.press("tab")
            page = reader.page
            y = page.region.y + page.links.current.line - page.scroll_offset.y
            screen = await peek(reader)
            box = screen.query_one("Vertical").region
            assert not box.y <= y < box.bottom
            tops.add(box.y)
            await reader.press("escape")
            await on(reader, BriefScreen)
        assert len(tops) == 2


async def test_peek_and_used_by_from_a_dossier(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        reader.screen.go("parties/tr")
        await on(reader, DossierScreen)
        await peek(reader)
        await reader.press("escape")
        await on(reader, DossierScreen)
        await used_by(reader)
        await reader.press("escape")
        await on(reader, DossierScreen)
        await used_by(reader)
        to = reader.screen.query_one(ListDetail).list.current.key
        await reader.press("enter")
        await on(reader, BriefScreen)
        await reader.until(lambda: reader.row == to)
        await reader.press("H")
        await on(reader, DossierScreen)


async def test_used_by_leads_to_the_record_and_back_by_the_trail(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r2")
        screen = await used_by(reader)
        rows = screen.query_one(ListDetail).filter.rows
        await reader.sees(f"{len(rows)} records refer to", "DELEGATIONS")
        assert len({row.key for row in rows}) == len(rows)
        groups = [row.group for row in rows]
        assert groups == sorted(groups, key=groups.index)
        await reader.press("tab")
        await reader.until(lambda: reader.focus is screen.query_one(Page))
        await reader.press("escape")
        await reader.until(lambda: reader.focus is screen.query_one(ListDetail).list)
        await reader.press("j", "enter")
        await on(reader, BriefScreen)
        await reader.until(lambda: reader.row == rows[1].key)
        await reader.press("H")
        await reader.until(lambda: reader.row == "rounds/r2")


async def test_what_rests_on_a_source_uses_it(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(9)
        await reader.press("j")
        screen = await used_by(reader)
        assert len(screen.query_one(ListDetail).filter.rows) > 20


async def test_nothing_refers_to_it(sit, tmp_path):
    path = tmp_path / "lone.yaml"
    path.write_text("parley: 1\nid: a\ntitle: T\nrounds: [{id: r, title: Alone}]\n")
    async with sit(path) as reader:
        await reader.open_tab(1)
        await used_by(reader)
        await reader.sees("0 records refer to Alone", "No other record of the brief refers to it")
        await reader.press("u")
        await on(reader, BriefScreen)


async def test_a_row_that_is_no_record_says_so(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(9)
        assert reader.list.current.key not in reader.screen.view.register.by_key
        await reader.press("K")
        await reader.sees("This row has no record of its own")
        assert isinstance(reader.screen, BriefScreen)


async def test_a_dispute_leads_to_its_record_by_enter_twice(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(8)
        await reader.press("j", "enter")
        await reader.until(lambda: reader.focus is reader.page)
        about = reader.list.current.subject
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, DossierScreen) or reader.row == about)

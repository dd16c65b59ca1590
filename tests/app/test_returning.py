"""Two starts one after the other with one memory: the second begins where the first ended."""

import re

import pytest

from tui.memory.places import place_in
from tui.memory.store import Memory
from tui.screens.brief import BriefScreen
from tui.screens.library import LibraryScreen
from tui.widgets.row_list import RowList

EACH_STEP_IS_DRAWN = True
CITIES = ("Ankara", "Bern", "Cairo", "Doha", "Erbil", "Fes")


def events(*cities, title="The talks"):
    """A brief with an event for each city."""
    told = (f"    - {{id: {c.lower()}, title: Talks in {c}, when: 2025-05-01}}" for c in cities)
    return f"parley: 1\nid: a\ntitle: {title}\nconflict:\n  events:\n" + "\n".join(told) + "\n"


@pytest.fixture
def again(sit, tmp_path):
    """Sit down once more, with what is remembered."""
    return lambda *paths, **options: sit(*paths, memory=tmp_path / "state" / "m.db", **options)


@pytest.fixture
def cities(tmp_path):
    path = tmp_path / "cities.yaml"
    path.write_text(events(*CITIES))
    return path


async def leave(reader):
    await reader.press("ctrl+q")
    await reader.until(lambda: not reader.app.is_running)


@pytest.mark.parametrize("size", [(80, 18), (120, 18)], ids=str)
async def test_a_brief_opens_where_it_was_left(again, istanbul, size):
    async with again(istanbul, size=size) as reader:
        await reader.open_tab(3)
        await reader.press("j", "j")
        await reader.open_tab(7)
        await reader.press("G", "k", "k", "enter", "j", "j", "j")
        await reader.until(lambda: reader.page.scroll_offset.y == 3)
        row, before = reader.row, reader.lines
        await leave(reader)
    async with again(istanbul, size=size) as reader:
        assert reader.pane.section.name == "timeline"
        assert reader.row == row
        assert reader.focus is reader.page
        assert reader.page.scroll_offset.y == 3
        await reader.until(lambda: reader.lines[3:-1] == before[3:-1])
        await reader.press("escape")
        await reader.open_tab(3)
        assert reader.list.cursor == 2


async def test_nothing_jumps_after_the_first_paint(again, istanbul, monkeypatch):
    async with again(istanbul) as reader:
        await reader.open_tab(7)
        await reader.press("G")
        await leave(reader)
    first = []
    plain = RowList.render_line
    monkeypatch.setattr(
        RowList,
        "render_line",
        lambda self, y: first.append(y + self.scroll_offset.y) or plain(self, y),
    )
    async with again(istanbul) as reader:
        await reader.until(lambda: reader.list.max_scroll_y > 0)
        assert reader.list.current is reader.list.rows[-1]
    assert min(first) > 0


async def test_filter_zoom_and_reach_come_back(again, istanbul):
    async with again(istanbul) as reader:
        await reader.open_tab(4)
        await reader.press("f", *"drone", "enter", "+", "z")
        count, reach = len(reader.list.rows), reader.screen.reach
        assert reader.pane.has_class("-zoomed")
        await leave(reader)
    async with again(istanbul) as reader:
        assert reader.pane.filter == "drone"
        assert len(reader.list.rows) == count
        assert reader.pane.has_class("-zoomed")
        assert reader.screen.view.reach == reader.screen.reach == reach != 10
        await reader.press("escape", "escape")
        await reader.until(lambda: len(reader.list.rows) > count)


async def test_a_record_that_is_gone_gives_way_to_the_nearest(again, cities):
    async with again(cities) as reader:
        await reader.open_tab(4)
        await reader.move_to("events/cairo")
        await leave(reader)
    cities.write_text(events("Zürich", "Ankara", "Bern", "Doha", "Erbil"))
    async with again(cities) as reader:
        assert reader.row == "events/doha"
        await leave(reader)
    cities.write_text(events("Oslo", "Erbil"))
    async with again(cities) as reader:
        assert reader.row == "events/erbil"
        await leave(reader)
    cities.write_text(events("Oslo", "Riga"))
    async with again(cities) as reader:
        await reader.sees("Talks in Oslo")


async def test_a_tab_of_which_nothing_is_left(again, cities):
    async with again(cities) as reader:
        await reader.open_tab(4)
        await reader.press("G", "enter")
        await leave(reader)
    cities.write_text("parley: 1\nid: a\ntitle: The talks\n")
    async with again(cities) as reader:
        assert reader.pane.section.name == "conflict"
        await reader.press("1")


async def test_the_way_back_leads_over_a_restart(again, cities, tmp_path, istanbul):
    async with again(cities, istanbul) as reader:
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.open_tab(4)
        await reader.press("j")
        await reader.press("B", "j", "enter")
        await reader.until(lambda: getattr(reader.screen, "path", None) == istanbul)
        await leave(reader)
    async with again(cities, istanbul) as reader:
        assert isinstance(reader.screen, LibraryScreen)
        assert reader.screen.query_one("RowList").current.key == str(istanbul)
        await reader.press("enter")
        await reader.until(lambda: getattr(reader.screen, "path", None) == istanbul)
        await reader.press("H")
        await reader.until(lambda: getattr(reader.screen, "path", None) == cities)
        await reader.until(lambda: reader.row == "events/bern")


async def test_where_one_is_is_kept_while_one_reads(again, cities, tmp_path, monkeypatch):
    monkeypatch.setattr("tui.returning.OFTEN", 0.05)
    other = Memory(tmp_path / "state" / "m.db")
    async with again(cities) as reader:
        await reader.open_tab(4)
        await reader.press("j", "j")

        def kept():
            place = place_in(other, cities)
            return place is not None and place.tab == "conflict" and place.tabs["conflict"].key

        await reader.until(lambda: kept() == "events/cairo")
        other.close()


async def test_the_last_one_to_leave_wins(again, cities):
    async with again(cities) as first:
        await first.open_tab(4)
        async with again(cities) as second:
            await second.open_tab(1)
            await leave(second)
        await first.press("G")
        await leave(first)
    async with again(cities) as reader:
        assert reader.row == "events/fes"


async def test_fresh_restores_nothing_and_keeps_nothing(again, sit, cities, tmp_path):
    async with again(cities) as reader:
        await reader.open_tab(4)
        await leave(reader)
    before = {path: path.read_bytes() for path in (tmp_path / "state").iterdir()}
    async with sit(cities, memory=None) as reader:
        assert reader.pane.section.name == "overview"
        await reader.press("5", "j")
        await leave(reader)
    assert {path: path.read_bytes() for path in (tmp_path / "state").iterdir()} == before


async def test_a_large_brief_takes_its_place_up_once_it_is_read(again, cities, monkeypatch):
    async with again(cities) as reader:
        await reader.open_tab(4)
        await reader.press("G", "k")
        await leave(reader)
    monkeypatch.setattr("tui.desk.SMALL", 1)
    async with again(cities) as reader:
        await reader.until(lambda: reader.screen.view is not None)
        await reader.until(lambda: reader.row == "events/erbil")
        assert re.search("(?m)^[▌▏].*Talks in Erbil", reader.text)


async def test_who_has_quit_opens_nothing_any_more(sit, istanbul):
    async with sit(istanbul) as reader:
        reader.app.exit()
        screen = reader.screen
        assert await reader.app.run_action("help")
        assert reader.screen is screen

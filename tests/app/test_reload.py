import gc

import pytest

from tui.brief.collector import COLLECTOR, LARGE
from tui.widgets.page import Page
from tui.widgets.row_list import RowList
from tui.widgets.tab_bar import TabBar

HEAD = "parley: 1\nid: talks\ntitle: {title}\nas_of: 2031-03-10\n"
LONG = " ".join(f"word{n}" for n in range(900))


def rounds(*names, long=LONG):
    return "rounds:\n" + "".join(
        f"  - {{id: {name}, n: {index}, title: Round {name}, status: concluded, "
        f"when: 2031-02-{index:02}, note: {long}}}\n"
        for index, name in enumerate(names, 1)
    )


def text(*names, title="River talks", long=LONG):
    return HEAD.format(title=title) + rounds(*names, long=long)


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(text("a", "b", "c", "d"))
    return path


async def test_new_words_stand_on_screen(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.sees("River talks")
        for turn in range(3):
            rewrite(brief, text("a", "b", "c", "d", title=f"Lake talks {turn}"))
            await reader.sees(f"Lake talks {turn}", "● live")


async def test_the_place_is_kept(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/b")
        await reader.press("enter", *"jjjjj")
        await reader.until(lambda: reader.page.scroll_offset.y == 5)
        rewrite(brief, text("a", "b", "c", "d", title="Lake talks"))
        await reader.sees("Lake talks")
        assert reader.pane.section.name == "rounds"
        assert reader.row == "rounds/b"
        assert reader.page.scroll_offset.y == 5
        assert reader.focus is reader.page


async def test_rows_before_the_readers_row(sit, brief, rewrite):
    async with sit(brief, size=(120, 12)) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/b")
        await reader.press("enter", *"jjj")
        await reader.until(lambda: reader.page.scroll_offset.y == 3)
        top = reader.page.line_at(3)
        new = tuple(f"new{n}" for n in range(20))
        rewrite(brief, text(*new, "a", "b", "c", "d", *reversed(new), title="Lake talks"))
        await reader.sees("Lake talks")
        await reader.until(lambda: len(reader.list.rows) > 20)
        assert reader.row == "rounds/b"
        # What is told of the change at the head of the page does not push away the line one reads.
        await reader.until(lambda: reader.page.scroll_offset.y > 3)
        assert reader.page.line_at(reader.page.scroll_offset.y)[0] == top[0]


async def test_a_removed_row_leaves_its_neighbour(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        keys = [row.key for row in reader.list.rows]
        await reader.move_to(keys[1])
        gone = keys[1].removeprefix("rounds/")
        rewrite(brief, text(*(name for name in "abcd" if name != gone)))
        await reader.until(lambda: len(reader.list.rows) == 3)
        assert reader.row == keys[2]
        await reader.until(lambda: f"Round {keys[2][-1]}" in reader.page_text)


async def test_the_last_row_removed(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        keys = [row.key for row in reader.list.rows]
        await reader.press("G")
        gone = keys[-1].removeprefix("rounds/")
        rewrite(brief, text(*(name for name in "abcd" if name != gone)))
        await reader.until(lambda: len(reader.list.rows) == 3)
        assert reader.row == keys[2]


async def test_every_row_removed_and_back(sit, brief, rewrite):
    async with sit(brief, size=(80, 24)) as reader:
        await reader.open_tab(1)
        await reader.press("enter")
        rewrite(brief, HEAD.format(title="No talks"))
        await reader.sees("Nothing here yet")
        rewrite(brief, text("a", "b"))
        await reader.until(lambda: len(reader.list.rows) == 2)
        await reader.no_longer_sees("Nothing here yet")
        await reader.press("escape", "j")
        await reader.until(lambda: reader.list.cursor == 1)


async def test_a_shorter_page_keeps_as_much_of_its_place_as_it_has(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.press("enter", "G")
        await reader.until(lambda: reader.page.scroll_offset.y > 0)
        rewrite(brief, text("a", "b", "c", "d", title="Lake talks", long="Short."))
        await reader.sees("Lake talks")
        await reader.until(lambda: reader.page.scroll_offset.y == 0)
        await reader.sees("Short.")


async def test_what_changed_is_marked(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        assert "•" not in reader.text
        rewrite(brief, text("a", "b", "c", "d").replace("title: Round b", "title: Round beta"))
        await reader.sees("• 1 new", "Round beta")
        marked = [line for line in reader.list.rows if any(s.glyph == "•" for s in line.signs)]
        assert [row.key for row in marked] == ["rounds/b"]


async def test_only_moved_text_is_not_marked(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        rewrite(brief, "# a remark\n" * 30 + text("a", "b", "c", "d"))
        await reader.until(lambda: reader.screen.view.brief.rounds[0].spot.line > 30)
        assert "•" not in reader.text


async def test_tabs_not_in_front_are_told_too(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.open_tab(0)
        rewrite(brief, text("a", "b", "c", "d", "e", title="Lake talks"))
        await reader.sees("Lake talks")
        await reader.open_tab(1)
        await reader.until(lambda: len(reader.list.rows) == 5)


@pytest.mark.parametrize("number", range(10))
async def test_no_page_is_empty_for_a_moment(sit, istanbul, tmp_path, rewrite, monkeypatch, number):
    brief = tmp_path / istanbul.name
    brief.write_bytes(istanbul.read_bytes())
    async with sit(brief) as reader:
        await reader.open_tab(number)
        await reader.press("j")
        seen, watch = [], Page.watch_blocks

        def remember(page):
            watch(page)
            seen.append(page.blocks)

        monkeypatch.setattr(Page, "watch_blocks", remember)
        before = reader.row
        rewrite(brief, istanbul.read_text().replace('title: "', 'title: "Anew ', 1))
        await reader.until(lambda: "Anew" in (reader.screen.view.brief.title or ""))
        await reader.until(lambda: bool(seen))
        assert all(seen)
        assert reader.row == before


async def test_saves_in_a_row_end_on_the_last(sit, brief, rewrite):
    async with sit(brief) as reader:
        for turn in range(50):
            rewrite(brief, text("a", "b", title=f"Version {turn}"))
        await reader.sees("Version 49")
        assert not reader.screen.view.reading.stale


async def test_reload_by_hand(sit, brief, monkeypatch):
    monkeypatch.setattr("tui.watch.follow", _deaf)
    async with sit(brief) as reader:
        brief.write_text(text("a", "b", title="By hand"))
        await reader.press("R")
        await reader.sees("By hand")


async def _deaf(*_args, **_kwargs):
    for each in ():
        yield each


async def test_only_what_changed_is_drawn(sit, brief, rewrite, monkeypatch):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.sees("Round a", "Round d")
        drawn = []
        render_line = RowList.render_line
        monkeypatch.setattr(
            RowList, "render_line", lambda self, y: drawn.append(y) or render_line(self, y)
        )
        rewrite(brief, text("a", "b", "c", "d").replace("Round d", "Other name"))
        await reader.sees("Other name")
        assert "Round a" in reader.text
        assert 1 <= len(drawn) <= 4


async def test_what_is_told_while_the_screens_are_taken_apart_harms_nothing(sit, istanbul):
    async with sit(istanbul) as reader:
        app, screen = reader.app, reader.screen
        await screen.query_one(TabBar).remove()
        app._running = False  # as Textual has it by then; there is no moment a test could catch
        app.briefs.publish(screen.path)
        app._running = True


@pytest.mark.parametrize("large", [True, False])
async def test_what_a_large_brief_holds_is_frozen_before_the_collector_runs(
    sit, tmp_path, monkeypatch, large
):
    """It would look through half a million objects that hold no garbage."""
    frozen = []
    monkeypatch.setattr(COLLECTOR, "freeze", lambda: frozen.append(gc.isenabled()))
    brief = tmp_path / "b.yaml"
    brief.write_text("parley: 1\nid: b\ntitle: First\n")
    async with sit(brief) as reader:
        await reader.sees("First")
        comment = "#" * LARGE if large else "#"
        brief.write_text(f"parley: 1\nid: b\ntitle: Second\n{comment}\n")
        await reader.sees("Second")
        await reader.until(gc.isenabled)
    assert set(frozen) == ({False} if large else set())

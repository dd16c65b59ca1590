"""Lists of a brief in other orders: told, remembered, restored on the way back."""

import pytest

BY_DATE = "by date, the latest first"


def keys(reader):
    return [row.key for row in reader.list.rows]


async def sort_by(reader, words):
    """Press `s` until the line above the list says so."""
    for _ in range(9):
        if words in reader.text:
            return
        await reader.press("s")
    assert words in reader.text


async def test_sort_turn_round_and_back_with_the_cursor_on_its_row(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(7)
        written = keys(reader)
        await reader.press("G")
        last = reader.row
        await sort_by(reader, BY_DATE)
        assert reader.row == last
        assert keys(reader) != written
        turned = keys(reader)
        await reader.press("S")
        await reader.sees("by date, the earliest first")
        assert reader.row == last
        assert keys(reader) != turned
        for _ in range(9):
            if keys(reader) == written:
                break
            await reader.press("s")
        assert keys(reader) == written
        assert "first" not in reader.lines[2]


async def test_nothing_moves_down_for_the_line_that_tells_the_order(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        top = reader.list.region.y
        await reader.press("s")
        await reader.sees("by title, A to Z")
        assert reader.list.region.y == top


async def test_a_filter_holds_and_passes_rows_in_the_order(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(7)
        await sort_by(reader, BY_DATE)
        every = keys(reader)
        await reader.press("f", *"trump", "enter")
        await reader.until(lambda: 0 < len(keys(reader)) < len(every))
        assert keys(reader) == [key for key in every if key in set(keys(reader))]
        await reader.press("S")
        assert 0 < len(keys(reader)) < len(every)


async def test_an_order_is_each_tabs_own_and_comes_back_at_the_next_start(sit, istanbul, tmp_path):
    memory = tmp_path / "state" / "m.db"
    async with sit(istanbul, memory=memory) as reader:
        await reader.open_tab(1)
        await reader.press("s", "j", "j")
        sorted_rows, at = keys(reader), reader.row
        await reader.open_tab(9)
        assert "by title" not in reader.text
        await reader.press("1", "ctrl+q")
    async with sit(istanbul, memory=memory) as reader:
        assert reader.pane.section.name == "rounds"
        assert keys(reader) == sorted_rows
        assert reader.row == at
        assert "by title, A to Z" in reader.text


async def test_going_back_restores_the_order_one_left(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await sort_by(reader, "by title, A to Z")
        left = keys(reader)
        await reader.open_tab(9)
        await reader.open_tab(1)
        source = reader.screen.view.brief.sources[0].key
        reader.screen.go(source)
        await reader.until(lambda: reader.pane.section.name == "sources" and reader.row == source)
        await reader.open_tab(1)
        await reader.press("S")
        assert keys(reader) != left
        await reader.press("H")
        await reader.until(lambda: keys(reader) == left)
        assert "by title, A to Z" in reader.lines[2]


async def test_an_order_holds_over_a_reload(sit, istanbul, tmp_path, rewrite):
    path = tmp_path / "talks.yaml"
    text = istanbul.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    async with sit(path) as reader:
        await reader.open_tab(9)
        await reader.press("s", "S")
        await reader.sees("by title, Z to A")
        before = keys(reader)
        rewrite(path, text.replace("title: ", "title:  ", 1))
        await reader.until(
            lambda: reader.app.session.readings[path].parts[path].data != text.encode()
        )
        await reader.pilot.pause()
        assert keys(reader) == before


async def test_a_click_on_the_line_turns_the_order_round(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.press("s")
        await reader.sees("by title, A to Z")
        await reader.pilot.click(offset=(6, 2))
        await reader.sees("by title, Z to A")


async def test_what_cannot_be_sorted_says_so(sit, tmp_path):
    path = tmp_path / "one.yaml"
    path.write_text("parley: 1\nid: a\ntitle: A\nrounds:\n  - {id: r, title: R, status: s}\n")
    async with sit(path) as reader:
        await reader.open_tab(1)
        await reader.press("s")
        await reader.sees("Nothing to sort here")


@pytest.mark.parametrize("size", [(60, 20), (120, 40)])
async def test_it_is_told_at_any_width_in_list_and_page(sit, istanbul, size):
    async with sit(istanbul, size=size) as reader:
        await reader.open_tab(7)
        await sort_by(reader, BY_DATE)
        assert BY_DATE in reader.lines[2]
        await reader.press("enter")
        await reader.until(lambda: reader.focus is reader.page)

"""Jump labels: `;` and the letters that stand on what one wants."""

import re

import pytest

from tui.screens.brief import BriefScreen
from tui.screens.dossier import DossierScreen
from tui.screens.library import LibraryScreen
from tui.widgets.footer import KeyFooter
from tui.widgets.jump_line import JumpLine
from tui.widgets.page import Page


async def show_labels(reader):
    await reader.press("semicolon")
    await reader.until(lambda: isinstance(reader.focus, JumpLine))
    return {label: target for label, (_, target) in reader.focus.reached.items()}


def leads_to(labels, to):
    return next(label for label, target in labels.items() if target.key == to)


async def gone(reader):
    await reader.until(lambda: not reader.screen.query(JumpLine))
    await reader.until(lambda: reader.screen.query_one(KeyFooter).display)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)], ids=str)
async def test_to_a_row(sit, istanbul, size):
    async with sit(istanbul, size=size) as reader:
        await reader.open_tab(1)
        labels = await show_labels(reader)
        to = reader.list.rows[2].key
        await reader.press(*leads_to(labels, to))
        await reader.until(lambda: reader.row == to and reader.focus is reader.list)
        await gone(reader)
        await reader.press("H")
        await reader.until(lambda: reader.row == reader.list.rows[0].key)


async def test_every_label_is_to_be_read_on_the_screen(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(5)
        before = reader.lines
        labels = await show_labels(reader)
        assert len(labels) > 20
        page, rows = reader.page, reader.list
        for label, target in labels.items():
            for widget in (page, rows):
                if widget.jump.by_line.get(target.line) and target in _targets(widget):
                    line = widget.jump.draw_on(target.line, widget.marked_at(target.line))
                    told = "".join(span.text for span in line if span.role == "chosen")
                    assert label in told
        assert reader.lines[3:] != before[3:]
        await reader.press("escape")
        await reader.until(lambda: reader.lines == before)


def _targets(widget):
    return {target for _, target in widget.jump.targets()}


async def test_to_a_name_on_the_page(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r2")
        labels = await show_labels(reader)
        name = next(t.key for t in labels.values() if t.key.startswith("venues/"))
        await reader.press(*leads_to(labels, name))
        await reader.until(lambda: isinstance(reader.screen, DossierScreen))
        assert reader.screen.key == name
        labels = await show_labels(reader)
        to = next(t.key for t in labels.values() if t.key.startswith("sources/"))
        await reader.press(*leads_to(labels, to))
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.until(lambda: reader.pane.section.name == "sources")


async def test_to_a_tab(sit, istanbul):
    async with sit(istanbul) as reader:
        labels = await show_labels(reader)
        await reader.press(*leads_to(labels, "8"))
        await reader.until(lambda: reader.pane.section.name == "disputes")
        await gone(reader)
        await reader.press("H")
        await reader.until(lambda: reader.pane.section.name == "overview")


async def test_of_two_letters_the_first_leaves_those_that_begin_so(sit, istanbul):
    async with sit(istanbul, size=(200, 60)) as reader:
        await reader.open_tab(7)
        labels = await show_labels(reader)
        long = [label for label in labels if len(label) == 2]
        assert long
        await reader.press(long[-1][0])
        await reader.until(lambda: _marks(reader) == {e[1] for e in long if e[0] == long[-1][0]})
        await reader.press("backspace")
        await reader.until(lambda: _marks(reader) == set(labels))
        await reader.press(*long[-1])
        await gone(reader)


def _marks(reader):
    widgets = {widget for widget, _ in reader.screen.query_one(JumpLine).reached.values()}
    return {
        label for each in widgets for marks in each.by_line.values() for *_, label in marks
    }  # fmt: skip


@pytest.mark.parametrize("key", ["escape", "enter", "x", "1", "down"])
async def test_any_other_key_leaves_everything_as_it_was(sit, istanbul, key):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        before, row = reader.text, reader.row
        await show_labels(reader)
        assert reader.text != before
        await reader.press(key)
        await gone(reader)
        await reader.until(lambda: reader.text == before and reader.focus is reader.list)
        assert reader.row == row


async def test_a_click_or_another_width_ends_them(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await show_labels(reader)
        await reader.pilot.resize_terminal(90, 30)
        await gone(reader)
        await show_labels(reader)
        await reader.pilot.click(offset=(5, 6))
        await gone(reader)
        await reader.until(lambda: reader.focus is reader.list)


async def test_from_the_page_to_the_list(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.press("enter")
        await reader.until(lambda: reader.focus is reader.page)
        labels = await show_labels(reader)
        to = reader.list.rows[1].key
        await reader.press(*leads_to(labels, to))
        await reader.until(lambda: reader.row == to and reader.focus is reader.list)
        await reader.until(lambda: not reader.pane.reading)


async def test_in_the_library(sit, istanbul):
    async with sit(istanbul.parent) as reader:
        await reader.until(lambda: isinstance(reader.screen, LibraryScreen))
        await reader.sees("3 briefs")
        labels = await show_labels(reader)
        assert re.search(rf" {next(iter(labels))}\S", reader.text)
        await reader.press(next(iter(labels)))
        await gone(reader)
        await reader.until(lambda: reader.screen.query_one("RowList").cursor == 1)


async def test_names_come_before_sources_and_each_once(sit, istanbul):
    async with sit(istanbul, size=(70, 30)) as reader:
        await reader.open_tab(1)
        await reader.press("j", "j", "enter")
        await reader.until(lambda: reader.focus is reader.page)
        page = reader.screen.pane.query_one(Page)
        seen = []
        for _ in page.links.order:
            await reader.press("tab")
            seen.append(page.chosen.link)
        first = next(i for i, key in enumerate(seen) if key.startswith("sources/"))
        assert first > 0
        assert all(key.startswith("sources/") for key in seen[first:])
        await reader.press("tab")
        assert page.chosen.link == seen[0]

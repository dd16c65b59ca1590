"""One column in words: it tells all that print tells, and the cursor follows."""

import re

import pytest

from tui.brief.load import load
from tui.output.charset import Charset
from tui.output.linear import spoken, spoken_row
from tui.output.text import told
from tui.sections import sections
from tui.telling.titles import placed
from tui.telling.view import View

DRAWN = re.compile("[▌▎▏│╎┌└├─━■□░▒▓█●○▲◀▶≠≈∥⇄∅†‼•]")


def words(text):
    return re.findall(r"\w+", text.casefold())


@pytest.mark.parametrize("section", sections(), ids=lambda each: each.name)
def test_every_word_of_print_is_said(istanbul, section):
    view = View(load(istanbul))
    # Pictures are told in words beside them; in ASCII those words stand alone.
    printed = words(told(view, (section,), 200, charset=Charset(lambda _: True, "all")))
    said = []
    for row in section.rows(view):
        lines = (spoken_row(row), *spoken(section.detail(view, row.key), 100))
        said += words("\n".join("".join(span.text for span in line) for line in lines))
    # Signs and pictures are told in words of their own.
    groups = (row.group for row in section.rows(view))
    heads = words(" ".join((section.title, view.brief.title, *groups)))
    known = (*said, *heads, *LEGEND)
    # A picture cuts the names it has no room for, and writes dates at its axis.
    missing = {each for each in printed if not any(word.startswith(each) for word in known)}
    assert {each for each in missing if len(each) > 3} == set()


LEGEND = words(
    "a day or a time, not certain, all that time, some time within, after, since, before, until,"
    " time left out, more, as of, public, problems"
)


@pytest.mark.parametrize("section", sections(), ids=lambda each: each.name)
def test_nothing_is_drawn(istanbul, section):
    view = View(load(istanbul))
    for row in section.rows(view):
        page = spoken(placed(row, section.detail(view, row.key)), 100)
        for line in (spoken_row(row), *page):
            text = "".join(span.text for span in line)
            assert not DRAWN.search(text), text
            assert "   " not in text.strip(), text


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (160, 50)], ids=str)
async def test_there_is_one_column(sit, istanbul, size):
    async with sit(istanbul, size=size, linear=True) as reader:
        for tab in range(10):
            await reader.open_tab(tab)
            pane = reader.pane
            assert pane.list.size.width in {0, size[0]}
            assert not (pane.list.region.width and pane.page.region.width)
            await reader.press("enter")
            await reader.until(lambda: reader.focus is reader.page)
            assert pane.page.size.width == size[0]
            assert not DRAWN.search(reader.text), reader.text
            await reader.press("escape")


async def test_the_cursor_follows_the_reader(sit, istanbul):
    async with sit(istanbul, size=(80, 24), linear=True) as reader:
        await reader.open_tab(1)
        await reader.sees("In the list.")
        top = reader.list.content_region.y
        for _ in range(3):
            await reader.press("j")
            at = reader.list.reader_at
            await reader.until(lambda at=at: reader.app.cursor_position == (0, top + at))
        await reader.press("enter")
        await reader.sees("In the page.")
        last = len(reader.page.all_lines()) - 1
        for _ in range(last + 5):
            await reader.press("j")
        await reader.until(lambda: reader.page.reader_at == last)
        line = reader.lines[reader.app.cursor_position.y].strip()
        assert line == "".join(span.text for span in reader.page.all_lines()[-1]).strip()


def test_nothing_moves_by_itself(app_of, istanbul):
    assert app_of(istanbul).animation_level == "none"

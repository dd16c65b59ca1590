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

EACH_STEP_IS_DRAWN = True
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


def line_at_cursor(reader):
    """What a braille line shows: the line the terminal's cursor is in."""
    return reader.lines[reader.app.cursor_position.y].strip()


async def reads(reader, text):
    await reader.until(lambda: text in line_at_cursor(reader))


async def test_the_cursor_goes_to_what_was_sought_and_on_from_there(sit, istanbul):
    async with sit(istanbul, size=(80, 24), linear=True) as reader:
        await reader.open_tab(3)
        await reader.press("enter", "slash", *"Moscow", "enter", "n")
        await reads(reader, "Moscow")
        was = line_at_cursor(reader)
        await reader.press("j")
        await reader.until(lambda: line_at_cursor(reader) != was)


async def test_each_move_on_a_page_changes_the_line_that_is_read(sit, istanbul):
    async with sit(istanbul, size=(80, 24), linear=True) as reader:
        await reader.open_tab(1)
        await reader.press("G", "enter")
        await reader.until(lambda: reader.focus is reader.page)
        await reader.press("tab")
        at = reader.page.reader_at
        assert at > reader.page.scroll_offset.y
        for key, line in (("j", at + 1), ("j", at + 2), ("k", at + 1), ("g", 0)):
            await reader.press(key)
            await reader.until(lambda line=line: reader.page.reader_at == line)


async def test_a_row_says_the_group_it_begins(sit, istanbul):
    async with sit(istanbul, size=(80, 24), linear=True) as reader:
        await reader.open_tab(3)
        await reads(reader, "Third parties: Türkiye")
        assert "THIRD PARTIES" not in reader.text


async def test_the_palette_is_read_entry_by_entry(sit, istanbul):
    async with sit(istanbul, size=(80, 24), linear=True) as reader:
        await reader.press("colon")
        await reads(reader, "what to do, then enter")
        await reader.press("down")
        await reads(reader, "filter. f.")
        assert not DRAWN.search(reader.text), reader.text
        await reader.press("x")
        await reads(reader, "x")
        assert reader.app.cursor_position.y == 0


async def test_a_choice_is_read_line_by_line(sit, istanbul):
    async with sit(istanbul, size=(80, 24), linear=True) as reader:
        await reader.open_tab(1)
        await reader.press("y")
        await reads(reader, "y: text, Talks in Antalya, 2022")
        await reader.press("down")
        await reads(reader, "c: with its sources")
        await reader.press("up")
        await reads(reader, "y: text")


async def test_a_question_is_read_where_the_cursor_is(sit, istanbul, tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_bytes(istanbul.read_bytes())
    async with sit(path, size=(80, 24), linear=True) as reader:
        await reader.press("i")
        await reader.sees("In the line to type in.")
        await reader.press("x", "escape")
        await reads(reader, "not saved")
        await reader.sees("s: save and leave", "esc: not now")


async def test_a_notice_stands_in_the_last_line_and_over_nothing(sit, istanbul):
    async with sit(istanbul, size=(80, 24), linear=True) as reader:
        reader.app.notify("Something is so", severity="warning", markup=False)
        await reader.until(lambda: "Notice: Warning: Something is so" in reader.lines[-1])
        assert len(reader.app._notifications) == 0


async def test_a_line_to_type_in_has_the_cursor_at_once(sit, istanbul):
    async with sit(istanbul, size=(80, 24), linear=True) as reader:
        for key, asks in (("f", "filter"), ("slash", "search"), ("ctrl+f", "words to find")):
            await reader.press(key)
            await reads(reader, asks)
            await reader.press("escape")
            await reader.sees("In the list.")

import pytest

from tui.widgets.search_bar import SearchBar

BRIEF = """\
parley: 1
id: talks
title: River talks
as_of: 2031-03-10
aliases: {Lakeville: Lakeside}
venues:
  - {id: hall, name: Lâke Hall, city: Lakeside}
rounds:
  - {id: a, title: First round, status: concluded, when: 2031-02-01, note: nothing of note}
  - {id: b, title: Second round, status: concluded, when: 2031-02-02, note: they met in Lakeside}
  - {id: c, title: "Third round, Lakeside", status: concluded, when: 2031-02-03, venue: hall}
  - {id: d, title: Lake round, status: scheduled, when: 2031-04-03, note: lake and LAKE}
"""


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(BRIEF)
    return path


@pytest.fixture
def counted():
    def count(reader):
        return "".join(span.text for span in reader.screen.query_one(SearchBar).count.right)

    return count


def marked(drawn, role="hit"):
    lines = [drawn.marked_at(y) for y in range(drawn.virtual_size.height)]
    return [span.text for line in lines for span in line if span.role == role]


async def test_one_goes_there_as_one_types(sit, brief, counted):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.press("slash", *"lakeside")
        await reader.until(lambda: reader.row == "rounds/b")
        await reader.until(lambda: "row 1 of 2" in counted(reader))
        assert "Lakeside" in marked(reader.page) + marked(reader.page, "chosen")
        await reader.press("enter", "n")
        await reader.until(lambda: reader.row == "rounds/c")
        await reader.until(lambda: "row 2 of 2" in counted(reader))
        await reader.press("n")
        await reader.until(lambda: reader.row == "rounds/b")
        await reader.press("N")
        await reader.until(lambda: reader.row == "rounds/c")


async def test_escape_goes_back_and_takes_the_marks_off(sit, brief):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/c")
        await reader.press("slash", *"nothing of")
        await reader.until(lambda: reader.row == "rounds/a")
        await reader.press("escape")
        await reader.until(lambda: reader.row == "rounds/c")
        assert reader.focus is reader.list
        assert not reader.screen.query(SearchBar)
        assert marked(reader.page) == []


async def test_escape_after_enter_ends_the_search_and_stays(sit, brief):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.press("slash", *"lake", "enter")
        await reader.until(lambda: marked(reader.list) != [])
        row = reader.row
        await reader.press("escape")
        await reader.until(lambda: not reader.screen.query(SearchBar))
        assert (reader.row, marked(reader.list)) == (row, [])


async def test_case_accents_and_aliases_do_not_matter(sit, brief, counted):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.press("slash", *"LAKE hall")
        await reader.until(lambda: reader.row == "rounds/c")
        await reader.press("escape", "slash", *"lakeville")
        await reader.until(lambda: reader.row == "rounds/b")
        await reader.until(lambda: "of 2" in counted(reader))


async def test_on_a_page_from_place_to_place_and_on_to_the_next_page(sit, brief):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/d")
        await reader.press("enter", "slash", *"lake", "enter")
        await reader.until(lambda: reader.focus is reader.page)
        seen = []
        while reader.row == "rounds/d" and len(seen) < 9:
            seen.append(reader.page.hits.position)
            await reader.press("n")
        assert [at for at, _ in seen] == list(range(1, len(seen) + 1))
        assert len(seen) == seen[0][1] >= 3
        assert reader.row == "rounds/b"
        await reader.until(lambda: reader.page.hits.position[0] == 1)
        assert reader.focus is reader.page


async def test_a_search_goes_on_over_a_reload_and_in_another_tab(sit, brief, rewrite, counted):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.press("slash", *"lakeside", "enter")
        await reader.until(lambda: "of 2" in counted(reader))
        rewrite(brief, BRIEF.replace("nothing of note", "Lakeside too"))
        await reader.until(lambda: "of 3" in counted(reader))
        await reader.press("7")
        await reader.until(lambda: reader.pane.section.name == "timeline")
        await reader.until(lambda: "Lakeside" in marked(reader.list))


async def test_nothing_found_says_so_and_moves_nothing(sit, brief, counted):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/b")
        await reader.press("slash", *"zebra")
        await reader.until(lambda: "no row" in counted(reader))
        assert reader.row == "rounds/b"
        await reader.press("enter", "n")
        assert reader.row == "rounds/b"


async def test_without_a_search_the_keys_say_so(sit, brief):
    async with sit(brief) as reader:
        await reader.press("n")
        await reader.sees("No search yet. Press / to search")


@pytest.mark.parametrize("words", ["\x1b[31m", "[/b]", "(" * 300, "\u202e", "*+?", "ß" * 5000])
async def test_whatever_is_typed_is_only_words(sit, brief, words):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.press("slash")
        reader.screen.query_one(SearchBar).input.value = words
        await reader.press("enter", "n", "escape")
        assert reader.app.is_running


async def test_the_dossier_and_the_library_can_be_searched(sit, brief, tmp_path):
    other = tmp_path / "other.yaml"
    other.write_text("parley: 1\nid: other\ntitle: Hill talks\n")
    async with sit(brief, other) as reader:
        await reader.sees("Hill talks", "River talks")
        await reader.press("slash", *"hill", "enter", "escape", "enter")
        await reader.sees("Hill talks", "Overview")
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/c")
        await reader.press("d", "slash", *"third", "enter")
        await reader.sees("on the page")
        await reader.press("escape", "escape")
        assert reader.row == "rounds/c"

import asyncio

import pytest

from tui.saving import drafts
from tui.screens.brief import BriefScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.editor.screen import EditorScreen

TEXT = """\
parley: 1
id: lake
title: Lake talks
as_of: 2031-03-10
parties:
  - {id: north, name: Northland, kind: state}
  - {id: south, name: Southland, kind: state}
sources:
  - {id: gazette, kind: article, publisher: The Gazette}
venues:
  - {id: hall, name: Lake Hall}
rounds:
  - id: r1
    title: First round
    status: scheduled
    when: 2031-03-12
    venue: hall
    src: [gazette]
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "lake.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


async def inside(reader, tab=1):
    await reader.open_tab(tab)
    await reader.press("i")
    await reader.until(lambda: isinstance(reader.screen, EditorScreen))
    await reader.until(lambda: reader.screen.files.areas and reader.focus is reader.screen.area)
    return reader.screen


async def type_at(reader, row, *keys):
    reader.screen.area.show_at((row, len(reader.screen.area.document[row])))
    await reader.press(*keys)


async def asked(reader):
    await reader.until(lambda: isinstance(reader.screen, ConfirmScreen))
    await reader.until(lambda: reader.focus is not None)


async def test_it_opens_at_the_record_and_shows_what_is_typed(sit, path):
    async with sit(path) as reader:
        editor = await inside(reader)
        assert editor.area.cursor_location == (12, 4)
        await reader.sees("First round", "Lake Hall")
        await type_at(reader, 13, *" at the lake")
        await reader.sees("not saved")
        await reader.until(lambda: "First round at the lake" in editor.page.blocks[0].text[0].text)
        assert path.read_text(encoding="utf-8") == TEXT


async def test_while_the_text_is_broken_the_last_good_state_stays(sit, path):
    async with sit(path) as reader:
        editor = await inside(reader)
        await type_at(reader, 13, *": [")
        await reader.sees("last good state", "└─", "First round")
        assert editor.live.view.register.by_id["r1"][1].title == "First round"
        await reader.press("backspace", "backspace", "backspace")
        await reader.sees("● live", "no problems")


async def test_a_problem_stands_under_its_line_and_no_cursor_goes_there(sit, path):
    async with sit(path) as reader:
        editor = await inside(reader)
        await type_at(reader, 16, "x")
        await reader.sees("└─ no venue has the id `hallx`")
        lines = reader.lines
        at = next(n for n, line in enumerate(lines) if "└─" in line)
        assert "venue: hallx" in lines[at - 1]
        editor.area.show_at((16, 4))
        await reader.press("down")
        assert editor.area.cursor_location == (17, 4)
        await reader.press("up")
        assert editor.area.cursor_location == (16, 4)
        editor.area.show_at((0, 0))
        await reader.press("f8")
        assert editor.area.cursor_location[0] == 16


async def test_a_list_of_what_could_stand_here(sit, path):
    async with sit(path) as reader:
        editor = await inside(reader)
        await type_at(reader, 17, "enter", *"ag")
        await reader.until(lambda: bool(editor.choices.offers))
        assert editor.choices.offers[0].text == "agenda"
        await reader.press("enter")
        await reader.until(lambda: editor.area.document[18] == "    agenda: []")
        await reader.press("ctrl+z", "ctrl+z")
        editor.area.show_at((14, len("    status: ")))
        for _ in "scheduled":
            await reader.press("delete")
        await reader.press("ctrl+@")
        await reader.until(lambda: "under_way" in [o.text for o in editor.choices.offers])
        await reader.press("down", "down", "tab")
        await reader.until(lambda: editor.area.document[14] == "    status: under_way")


async def test_save_and_leave(sit, path):
    async with sit(path) as reader:
        editor = await inside(reader)
        await type_at(reader, 13, "x", "ctrl+s")
        new = TEXT.replace("First round", "First roundx")
        await reader.until(lambda: path.read_text(encoding="utf-8") == new)
        await reader.until(lambda: not editor.unsaved)
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.sees("First roundx")
        assert drafts.found(path) is None


@pytest.mark.parametrize(("answer", "kept"), [("s", "First roundx"), ("D", "First round\n")])
@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_leaving_asks_where_something_is_not_saved(sit, path, key, answer, kept):
    async with sit(path) as reader:
        await inside(reader)
        await type_at(reader, 13, "x", key)
        await asked(reader)
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, EditorScreen))
        await reader.press(key)
        await asked(reader)
        await reader.press(answer)
        if key == "escape":
            await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        else:
            await reader.until(lambda: reader.app._exit)
    assert kept in path.read_text(encoding="utf-8")


OTHER = TEXT.replace("The Gazette", "The Courier")


async def conflict(reader, path, rewrite):
    editor = await inside(reader)
    await type_at(reader, 13, "x")
    rewrite(path, OTHER)
    await reader.sees("changed on disk", "Saving asks first")
    assert editor.area.document[13] == "    title: First roundx"
    await reader.press("ctrl+s")
    await asked(reader)
    await reader.sees("The Courier", "First roundx")
    return editor


async def test_a_conflict_mine(sit, path, rewrite):
    async with sit(path) as reader:
        editor = await conflict(reader, path, rewrite)
        await reader.press("M")
        await reader.until(lambda: "roundx" in path.read_text(encoding="utf-8"))
        assert "Gazette" in path.read_text(encoding="utf-8")
        await reader.until(lambda: not editor.unsaved and not editor.files.buffer.behind)


async def test_a_conflict_theirs_and_mine_by_undoing(sit, path, rewrite):
    async with sit(path) as reader:
        editor = await conflict(reader, path, rewrite)
        await reader.press("T")
        await reader.until(lambda: "\n".join(editor.area.document.lines) == OTHER)
        assert not editor.unsaved
        assert path.read_text(encoding="utf-8") == OTHER
        await reader.press("ctrl+z")
        await reader.until(lambda: "roundx" in editor.area.document[13])


async def test_a_conflict_both(sit, path, rewrite):
    async with sit(path) as reader:
        editor = await conflict(reader, path, rewrite)
        await reader.press("b")
        both = OTHER.replace("First round", "First roundx")
        await reader.until(lambda: path.read_text(encoding="utf-8") == both)
        await reader.until(lambda: not editor.unsaved and not editor.files.buffer.behind)


async def test_a_text_nobody_touched_follows_the_disk(sit, path, rewrite):
    async with sit(path) as reader:
        editor = await inside(reader)
        editor.area.show_at((14, 3))
        rewrite(path, OTHER.replace("sources:", "# new\nsources:"))
        await reader.until(lambda: "# new" in editor.area.document.lines)
        assert editor.area.cursor_location == (15, 3)
        assert not editor.unsaved


async def test_a_save_that_fails_leaves_file_and_text(sit, path, monkeypatch):
    from tui.brief.place import Place, Problem

    full = Problem(Place(str(path)), "save", "the disk is full")
    monkeypatch.setattr("tui.state.own.save", lambda *_: full)
    async with sit(path) as reader:
        editor = await inside(reader)
        await type_at(reader, 13, "x", "ctrl+s")
        await reader.sees("Not saved: the disk is full")
        assert editor.unsaved
        assert path.read_text(encoding="utf-8") == TEXT


async def test_a_draft_is_kept_and_offered(sit, path, monkeypatch):
    monkeypatch.setattr("tui.screens.editor.drafts.SOON", 0.05)
    async with sit(path) as reader:
        editor = await inside(reader)
        await type_at(reader, 13, "x")
        text = editor.files.bytes_of(path)
        await reader.until(lambda: getattr(drafts.found(path), "text", b"") == text)
    async with sit(path) as reader:
        await reader.open_tab(1)
        await reader.press("i")
        await asked(reader)
        await reader.sees("never saved", "First roundx")
        await reader.press("r")
        await reader.until(
            lambda: isinstance(reader.screen, EditorScreen) and reader.screen.unsaved
        )
        assert reader.screen.area.document[13] == "    title: First roundx"
        await reader.press("escape")
        await asked(reader)
        await reader.press("D")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
    assert drafts.found(path) is None


async def test_a_draft_is_kept_while_the_typing_goes_on(sit, path, monkeypatch):
    """A crash costs the typing of the last two seconds, and not all since the last pause."""
    monkeypatch.setattr("tui.screens.editor.drafts.SOON", 0.5)
    async with sit(path) as reader:
        editor = await inside(reader)
        await type_at(reader, 13, "x")
        for _ in range(2):
            before = drafts.found(path)
            async with asyncio.timeout(20):
                while drafts.found(path) == before:
                    await reader.press("y")
            assert editor.unsaved


async def test_saving_one_file_keeps_what_was_typed_in_another(sit, tmp_path, monkeypatch):
    monkeypatch.setattr("tui.screens.editor.drafts.SOON", 1.0)
    folder = tmp_path / "lake"
    folder.mkdir()
    head, rounds = TEXT.split("rounds:")
    (folder / "brief.yaml").write_text(head, encoding="utf-8")
    (folder / "talks.yaml").write_text("rounds:" + rounds, encoding="utf-8")
    async with sit(folder) as reader:
        editor = await inside(reader)
        saved = editor.files.front
        other = next(each for each in folder.iterdir() if each != saved)
        await reader.press("#", "x", "y")
        await editor.navigation.show(other, 0, 0)
        await reader.press("#")
        await editor.navigation.show(saved, 0, 0)
        await reader.press("ctrl+s")
        await reader.until(lambda: not editor.files.is_dirty(saved))
        await reader.until(lambda: drafts.found(other) is not None)
        assert drafts.found(saved) is None


async def test_undo_redo_indent_comment(sit, path):
    async with sit(path) as reader:
        editor = await inside(reader)
        editor.area.show_at((14, 0))
        await reader.press("tab")
        assert editor.area.document[14] == "      status: scheduled"
        await reader.press("shift+tab", "f7")
        assert editor.area.document[14] == "    # status: scheduled"
        await reader.press("ctrl+underscore", "ctrl+z", "ctrl+y")
        assert editor.area.document[14] == "    status: scheduled"


async def test_find_replace_and_go_to_a_definition(sit, path):
    async with sit(path) as reader:
        editor = await inside(reader)
        await reader.press("ctrl+f", *"land", "enter")
        await reader.sees("1 of 2")
        editor.find.instead.value = "LAND"
        await reader.press("f9")
        assert sum(line.count("LAND") for line in editor.area.document.lines) == 2
        await reader.press("escape", "ctrl+z")
        assert not editor.unsaved
        editor.area.show_at((16, len("    venue: h")))
        await reader.press("f12")
        await reader.until(lambda: editor.area.cursor_location[0] == 10)
        await reader.press("shift+f12")
        await reader.until(lambda: editor.area.cursor_location[0] == 16)
        await reader.press("ctrl+g", *"3", "enter")
        await reader.until(lambda: editor.area.cursor_location == (2, 0))


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
async def test_one_side_at_a_time_where_there_is_no_room(sit, path, size):
    async with sit(path, size=size) as reader:
        editor = await inside(reader)
        assert not editor.page.region.width
        await reader.press("ctrl+o")
        await reader.until(lambda: reader.focus is editor.page)
        await reader.sees("STATUS")
        await reader.press("ctrl+o")
        await reader.until(lambda: reader.focus is editor.area)
        await reader.press("f4")
        await reader.until(lambda: reader.focus is editor.listed)


async def test_nothing_is_written_in_read_only_mode(sit, path):
    async with sit(path, read_only=True) as reader:
        await reader.open_tab(1)
        await reader.press("i")
        assert isinstance(reader.screen, BriefScreen)


async def test_go_from_file_to_file_of_a_folder(sit, tmp_path):
    folder = tmp_path / "lake"
    folder.mkdir()
    head, rounds = TEXT.split("rounds:")
    (folder / "brief.yaml").write_text(head, encoding="utf-8")
    (folder / "talks.yaml").write_text("rounds:" + rounds, encoding="utf-8")
    async with sit(folder) as reader:
        editor = await inside(reader)
        assert editor.files.front.name == "talks.yaml"
        await type_at(reader, 2, "x")
        await reader.press("ctrl+n")
        await reader.until(lambda: editor.files.front.name == "brief.yaml")
        await type_at(reader, 2, "y")
        await reader.until(lambda: editor.live.view.brief.title == "Lake talksy")
        assert editor.live.view.brief.rounds[0].title == "First roundx"
        await reader.press("escape")
        await asked(reader)
        await reader.press("s")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
    assert "roundx" in (folder / "talks.yaml").read_text(encoding="utf-8")
    assert "talksy" in (folder / "brief.yaml").read_text(encoding="utf-8")


async def test_letters_typed_ahead_give_nothing_up(sit, path, rewrite):
    async with sit(path) as reader:
        editor = await conflict(reader, path, rewrite)
        await reader.press(*"mtd")
        assert isinstance(reader.screen, ConfirmScreen)
        await reader.press("escape")
        assert editor.unsaved
        assert path.read_text(encoding="utf-8") == OTHER


async def test_keys_in_one_burst_are_heeded_in_their_order(sit, path):
    async with sit(path) as reader:
        editor = await inside(reader)
        editor.area.show_at((11, 0))
        for key in ("end", "enter", "a"):
            reader.app.simulate_key(key)
        await reader.until(lambda: editor.area.document[12] == "  a")
        assert editor.area.document[11] == "rounds:"


async def test_the_line_it_opens_at_is_in_the_upper_half(sit, istanbul):
    # Before the first layout nobody knows which lines are wrapped: it opened 130 lines off.
    async with sit(istanbul, size=(80, 24)) as reader:
        await reader.open_tab(8)
        await reader.press("f", *"aircraft", "enter", "i")
        await reader.until(lambda: isinstance(reader.screen, EditorScreen))
        await reader.sees("- name: aircraft")
        at = next(n for n, line in enumerate(reader.lines) if "- name: aircraft" in line)
        assert 4 < at < 12
        await reader.press("end", "x")
        await reader.until(
            lambda: reader.screen.live.view.reading is not reader.screen.view.reading
        )
        await reader.press("ctrl+o")
        await reader.sees("AIRCRAFTX")


async def test_a_letter_draws_one_row(sit, path):
    async with sit(path) as reader:
        editor = await inside(reader)
        await type_at(reader, 13, "x")
        await reader.until(lambda: "First roundx" in reader.text and "● live" in reader.text)
        sent = dict(editor.area.rows.sent)
        await reader.press("y")
        await reader.sees("First roundxy")
        changed = [y for y, strip in editor.area.rows.sent.items() if sent.get(y) is not strip]
        assert len(changed) == 1


async def test_wrapped_lines_go_on_under_their_indent(sit, path):
    async with sit(path, size=(50, 24)) as reader:
        editor = await inside(reader)
        editor.area.insert(" and more" * 8, (13, len(editor.area.document[13])))
        await reader.sees("and more")
        at = next(n for n, line in enumerate(reader.lines) if "title: First round" in line)
        column = reader.lines[at].index("title")
        assert reader.lines[at + 1][:column].strip() == ""
        assert reader.lines[at + 1][column:].startswith("and more")
        document = editor.area.wrapped_document
        for column in range(len(editor.area.document[13]) + 1):
            offset = document.location_to_offset((13, column))
            assert document.offset_to_location(offset) == (13, column)


async def test_an_item_once_more(sit, path):
    async with sit(path) as reader:
        editor = await inside(reader)
        editor.area.show_at((14, 6))
        await reader.press("ctrl+d")
        lines = editor.area.document.lines
        assert lines[18] == "  - id: r1-2"
        assert lines[19:24] == lines[13:18]
        assert editor.area.cursor_location == (20, 6)
        await reader.press("ctrl+z")
        assert not editor.unsaved


async def test_ones_own_save_is_no_news_and_anothers_change_is(sit, path, rewrite):
    async with sit(path) as reader:
        await reader.until(
            lambda: reader.app.state.unread_count(path) == 0 and reader.app.state.unread.news(path)
        )
        brief = reader.screen
        editor = await inside(reader)
        row = next(n for n, line in enumerate(editor.area.document.lines) if "title:" in line)
        await type_at(reader, row, *"!!")
        await reader.press("ctrl+s")
        await reader.sees("is saved")
        await reader.until(lambda: brief.view.reading.parts[path].data == path.read_bytes())
        assert not brief.view.changes
        assert reader.app.state.unread_count(path) == 0
        await reader.press("escape")
        await reader.until(lambda: reader.screen is brief)
        rewrite(path, path.read_text("utf-8").replace("!!", "??"))
        await reader.until(lambda: brief.view.changes)


@pytest.mark.parametrize(
    ("keys", "asked_for"),
    [(("ctrl+g", "1", "2"), ":12"), (("ctrl+f", "t", "i"), "ti")],
)
async def test_what_is_typed_right_after_asking_is_no_text(sit, path, keys, asked_for):
    async with sit(path) as reader:
        editor = await inside(reader)
        for key in keys:
            reader.app.simulate_key(key)
        await reader.until(lambda: editor.find.wanted.value == asked_for)
        assert not editor.unsaved

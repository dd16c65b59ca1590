"""An error of ours costs its tab, its page, its count or its marks, and nothing beside that."""

from importlib import import_module

import pytest

from tui.brief import load as reading
from tui.failure.report import log_path
from tui.screens import dossier, references
from tui.screens.editor import live_preview
from tui.sections import sections
from tui.state.unread import Unread

BRIEF = """\
parley: 1
id: talks
title: River talks
parties:
  - {id: north, name: North}
rounds:
  - {id: a, title: First round, status: concluded, when: 2031-02-01, src: [{id: gazette}]}
  - {id: b, title: Second round, status: concluded, when: 2031-02-02}
sources:
  - {id: gazette, title: The Gazette}
"""
OURS = "This is an error of Parley"


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(BRIEF)
    return path


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return log_path()


@pytest.fixture
def broken(monkeypatch):
    """Make a part of a section fail; a part of any other object as well."""

    def fail(*_, **__):
        raise ZeroDivisionError("planted")

    def plant(where, *parts):
        if isinstance(where, str):
            module = import_module(f"tui.sections.{where}")
            where, changed = module, module.SECTION._replace(**dict.fromkeys(parts, fail))
            monkeypatch.setattr(where, "SECTION", changed)
            sections.cache_clear()
            return
        for part in parts:
            monkeypatch.setattr(where, part, fail)

    yield plant
    monkeypatch.undo()
    sections.cache_clear()


def tracebacks(log):
    return log.read_text().count("Traceback (most recent call last)")


async def test_a_tab_a_page_and_a_count(sit, brief, broken, log):
    broken("rounds", "rows")
    broken("sources", "detail")
    broken("disputes", "badge")
    async with sit(brief) as reader:
        await reader.sees(
            "● live", "8 Disputes ‼", "The count of “Disputes” could not be worked out"
        )
        await reader.open_tab(1)
        await reader.sees("“Rounds” could not be worked out", OURS, "ZeroDivisionError: planted")
        assert log.name in reader.page_text.replace("\n", "").replace(" ", "")
        assert reader.list.rows == ()
        await reader.open_tab(9)
        assert "sources/gazette" in [row.key for row in reader.list.rows]
        await reader.sees("This page of “Sources” could not be worked out", OURS)
        await reader.press("j", "k", "1", "9")
        reader.app.screen.refresh()
        await reader.open_tab(2)
        await reader.no_longer_sees("page of “Sources”")
        await reader.open_tab(7)
        await reader.sees("First round")
        assert "“Timeline”" not in reader.page_text
    assert tracebacks(log) == 3
    assert "ZeroDivisionError: planted" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


async def test_a_row_that_cannot_be_drawn_and_an_order(sit, brief, broken, log):
    from tui import sorting
    from tui.widgets import row_layout

    broken(sorting, "arranged")
    async with sit(brief) as reader:
        await reader.open_tab(1)
        reader.pane.order.sort_by("title")
        await reader.sees("The order of “Rounds” could not be worked out", OURS)
        reader.pane.order.sort_by("")
        await reader.sees("First round", "Second round")
        broken(row_layout, "row_line")
        reader.list.refresh_changed()
        await reader.open_tab(9)
        await reader.sees("This row could not be worked out", "The Gazette")
    assert tracebacks(log) == 2


@pytest.mark.parametrize("linear", [False, True])
async def test_a_page_that_cannot_be_laid_out(sit, brief, broken, log, linear):
    from tui.rendering import linear as aloud
    from tui.widgets import typesetter

    broken(*((aloud, "spoken") if linear else (typesetter, "lay")))
    async with sit(brief, linear=linear) as reader:
        await reader.open_tab(1)
        await reader.sees("First round", "live")
        await reader.press("enter")
        await reader.sees("What stands here could not be worked out", OURS, "live")
    assert tracebacks(log) == 1


async def test_a_dossier_a_peek_and_references(sit, brief, broken, log):
    broken(dossier, "dossier")
    async with sit(brief) as reader:
        brief_screen = reader.app.screen
        brief_screen.open_dossier("parties/north")
        await reader.sees("This dossier could not be worked out", OURS, "North")
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is brief_screen)
        from tui.screens import peek

        broken(peek, "page_of")
        reader.app.push_screen(
            peek.PeekScreen(brief_screen.view, "rounds/a", whole=False, above=False)
        )
        await reader.sees("This peek could not be worked out", OURS)
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is brief_screen)
        broken(references, "uses")
        reader.app.push_screen(references.ReferencesScreen(brief_screen.view, "sources/gazette"))
        await reader.sees("“Used by” could not be worked out", OURS)
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is brief_screen)
        await reader.open_tab(1)
        await reader.sees("First round", "● live")
    assert tracebacks(log) == 3


async def test_references_from_a_tab_that_fails(sit, brief, broken, log):
    broken("rounds", "rows")
    async with sit(brief) as reader:
        view = reader.app.screen.view
        reader.app.push_screen(references.ReferencesScreen(view, "sources/gazette"))
        await reader.sees("1 record refers to The Gazette", "First round")


async def test_references_to_two_records_of_one_state(sit, brief):
    async with sit(brief) as reader:
        front, view = reader.app.screen, reader.app.screen.view
        reader.app.push_screen(references.ReferencesScreen(view, "sources/gazette"))
        await reader.sees("1 record refers to The Gazette")
        await reader.press("escape")
        await reader.until(lambda: reader.app.screen is front)
        reader.app.push_screen(references.ReferencesScreen(view, "rounds/b"))
        await reader.sees("0 records refer to Second round")


async def test_the_preview_of_the_editor(sit, brief, broken, log):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.press("i")
        await reader.until(lambda: "id: a" in reader.text)
        broken(live_preview, "_blocks")
        await reader.press("x")
        await reader.sees("This preview could not be worked out", OURS, "id: a")
        broken(reading, "load")
        await reader.press("x")
        await reader.sees("The state of the brief could not be worked out")
    assert tracebacks(log) >= 2


async def test_a_load_that_fails_is_stale_until_one_does_not(
    sit, brief, broken, log, rewrite, monkeypatch
):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.sees("● live", "Second round")
        good = reading.load
        broken(reading, "load")
        rewrite(brief, BRIEF.replace("Second", "Third"))
        await reader.sees(
            "○ stale", "talks.yaml:1:1: The state of the brief could not be worked out"
        )
        assert "● live" not in reader.text
        await reader.sees("Second round")
        assert tracebacks(log) == 1
        monkeypatch.setattr(reading, "load", good)
        rewrite(brief, BRIEF.replace("Second", "Fourth"))
        await reader.sees("● live", "Fourth round")
        assert "could not be worked out" not in reader.text


async def test_a_first_load_that_fails_is_stale(sit, brief, broken, log, rewrite, monkeypatch):
    good = reading.load
    broken(reading, "load")
    async with sit(brief) as reader:
        await reader.sees("○ stale", "The state of the brief could not be worked out")
        assert "● live" not in reader.text
        monkeypatch.setattr(reading, "load", good)
        rewrite(brief, BRIEF + "\n")
        await reader.sees("● live", "River talks")


async def test_what_is_unread_costs_the_marks_alone(sit, brief, broken, log):
    broken(Unread, "look")
    async with sit(brief) as reader:
        await reader.sees("● live", "What is unread could not be worked out")
        await reader.open_tab(1)
        assert {row.key for row in reader.list.rows} == {"rounds/a", "rounds/b"}
    assert tracebacks(log) == 1


async def test_the_state_at_the_top(sit, brief, broken, log):
    from tui.presentation import header

    broken(header, "state")
    async with sit(brief) as reader:
        await reader.sees("River talks", "The state of the brief could not be worked out")
        assert "● live" not in reader.text


async def test_a_filter(sit, brief, broken, log):
    from tui.filter import Sieve

    async with sit(brief) as reader:
        await reader.open_tab(1)
        broken(Sieve, "sift")
        reader.pane.filter.apply("first")
        await reader.sees("This filter could not be worked out", OURS)
        reader.pane.filter.clear()
        await reader.sees("First round", "Second round")
    assert tracebacks(log) == 1

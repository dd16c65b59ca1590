from contextlib import asynccontextmanager

import pytest

from tui.screens.brief import BriefScreen
from tui.screens.confirm import ConfirmScreen
from tui.screens.links import LinksScreen

BRIEF = """\
parley: 1
id: b
title: B
sources:
  - {id: plain, title: Plain, url: "https://example.org/plain"}
  - {id: odd, title: Odd, url: "https://example.org@evil.example/"}
  - {id: bad, title: Bad, url: "javascript:alert(1)"}
  - {id: paper, title: Paper, file: minutes.pdf}
rounds:
  - {id: r1, title: R, src: [plain, paper]}
"""


@pytest.fixture
def brief(tmp_path):
    (tmp_path / "minutes.pdf").write_text("x")
    path = tmp_path / "brief.yaml"
    path.write_text(BRIEF)
    return path


@pytest.fixture(autouse=True)
def opened(monkeypatch, tmp_path):
    """What the opener of the system was given, a line each."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "xdg-open"
    program.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/opened\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", "localhost:10.0")
    for name in ("SSH_CONNECTION", "SSH_TTY", "TMUX", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "opened"
    return lambda: path.read_text().splitlines() if path.exists() else []


@pytest.fixture
def sit(sit):
    """Leaves no opener behind that nobody waited for."""

    @asynccontextmanager
    async def sit_down(*paths, **options):
        async with sit(*paths, **options) as reader:
            yield reader
            workers = reader.app.workers
            await reader.until(
                lambda: not any(e.group == "opener" and e.is_running for e in workers)
            )

    return sit_down


async def test_what_is_safe_opens_at_once(sit, brief, opened):
    async with sit(brief) as reader:
        await reader.open_tab(9)
        await reader.move_to("sources/plain")
        await reader.press("o")
        await reader.until(opened)
        assert opened() == ["https://example.org/plain"]
        await reader.sees("Handed to xdg-open: example.org")


async def test_what_is_odd_is_asked_about(sit, brief, opened):
    async with sit(brief) as reader:
        await reader.open_tab(9)
        await reader.move_to("sources/odd")
        await reader.press("o")
        await reader.until(lambda: isinstance(reader.screen, ConfirmScreen))
        await reader.sees("evil.example", "https://example.org@evil.example/", "not the host")
        await reader.press("n")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.press("o")
        await reader.until(lambda: isinstance(reader.screen, ConfirmScreen))
        await reader.press("y")
        await reader.until(opened)
        assert opened() == ["https://example.org@evil.example/"]


async def test_what_runs_is_never_opened(sit, brief, opened):
    async with sit(brief) as reader:
        await reader.open_tab(9)
        await reader.move_to("sources/bad")
        await reader.press("o")
        await reader.sees("Not opened, `javascript:` is never opened")
        assert opened() == []


async def test_several_are_offered_by_number(sit, brief, opened):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.press("o")
        await reader.sees("1  paper", "2  plain")
        await reader.press("1")
        await reader.until(opened)
        assert opened() == [str(brief.parent / "minutes.pdf")]


async def test_the_source_chosen_on_the_page_goes_first(sit, brief, opened):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.press("enter", "tab")
        await reader.until(lambda: reader.page.chosen is not None)
        while reader.page.chosen.link != "sources/plain":
            await reader.press("tab")
        await reader.press("o")
        await reader.until(opened)
        assert opened() == ["https://example.org/plain"]


async def test_all_links_of_a_brief(sit, brief, opened):
    async with sit(brief) as reader:
        await reader.press("O")
        await reader.until(lambda: isinstance(reader.screen, LinksScreen))
        await reader.sees("4 links in brief.yaml", "asks first", "never opened", "minutes.pdf")
        await reader.press("j", "j", "j", "o")
        await reader.until(opened)
        await reader.press("enter", "tab", "enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert reader.row == "sources/plain"


async def test_read_only_opens_no_file_and_the_web_no_program(sit, brief, opened):
    async with sit(brief, read_only=True) as reader:
        await reader.open_tab(9)
        await reader.move_to("sources/paper")
        await reader.press("o")
        await reader.sees("Read-only mode: files are not opened")
        assert opened() == []


async def test_far_from_any_screen_the_address_is_copied(sit, brief, opened, monkeypatch):
    monkeypatch.delenv("DISPLAY")
    async with sit(brief) as reader:
        await reader.open_tab(9)
        await reader.move_to("sources/plain")
        await reader.press("o")
        await reader.sees("No window can be opened from this terminal.")
        assert reader.app.copying.last == "https://example.org/plain"
        assert opened() == []

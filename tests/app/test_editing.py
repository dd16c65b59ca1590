import asyncio
import gc
import os
import signal
import subprocess
from contextlib import nullcontext

import pytest

from tui.actions import own_editor
from tui.app.app import ParleyApp
from tui.screens.dossier import DossierScreen
from tui.screens.problems import ProblemsScreen
from tui.settings.config import FILE, Config, LoadedConfig

BRIEF = """parley: 1
id: talks
title: River talks
rounds:
  - id: a
    title: First
    when: 2031-01-01
  - {id: b, title: Second, status: nonsense_word, when: 2031-02-01}
"""


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(BRIEF)
    return path


@pytest.fixture
def terminal(monkeypatch):
    """Make believe there is a terminal that can be left to another program."""
    monkeypatch.setattr(ParleyApp, "suspend", lambda self: nullcontext())


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """Set an editor that notes its words and then does something to the file, its last word."""

    def make(does="", name="vim", arguments=""):
        path, noted = tmp_path / name, tmp_path / "noted"
        lines = ("#!/bin/sh", f'printf "%s\\n" "$@" >> {noted}', "for f; do :; done", does)
        path.write_text("\n".join(lines) + "\n")
        path.chmod(0o755)
        monkeypatch.setenv("EDITOR", f"{path} {arguments}".strip())
        monkeypatch.delenv("VISUAL", raising=False)
        return noted

    return make


async def has_ended(reader):
    """Wait until the editor beside has ended, and this was seen."""
    workers = reader.app.workers
    await reader.until(lambda: all(w.is_finished for w in workers if w.group == "editor"))


async def go_to(reader, key):
    await reader.open_tab(1)
    await reader.move_to(key)


async def test_it_opens_at_the_record_and_the_brief_is_read_again(sit, brief, editor, terminal):
    noted = editor('sed -i "s/Second/Another/" "$f"')
    async with sit(brief) as reader:
        await go_to(reader, "rounds/b")
        await reader.press("e")
        await reader.sees("Another", "1 change made in vim marked as read")
        assert noted.read_text().splitlines() == ["+8", "+normal! 04l", str(brief)]
        assert reader.row == "rounds/b"
        await asyncio.sleep(1)  # the watcher tells it once more
        assert "1 new" not in reader.text
        await reader.press("U")
        await reader.sees("1 new")


async def test_the_top_of_the_file_where_nothing_has_a_place(sit, brief, editor, terminal):
    noted = editor()
    async with sit(brief) as reader:
        await reader.open_tab(3)
        await reader.press("e")
        assert noted.read_text().splitlines() == ["+1", str(brief)]


async def test_a_part_of_a_folder_brief(sit, tmp_path, editor, terminal):
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "brief.yaml").write_text("parley: 1\nid: talks\ntitle: River talks\n")
    (folder / "rounds.yaml").write_text("rounds:\n  - {id: a, title: First}\n")
    noted = editor()
    async with sit(folder) as reader:
        await go_to(reader, "rounds/a")
        await reader.press("e")
        assert noted.read_text().splitlines()[-1] == str(folder / "rounds.yaml")
        await reader.open_tab(3)
        await reader.press("e")
        assert noted.read_text().splitlines()[-1] == str(folder / "brief.yaml")


async def test_from_the_problem(sit, brief, editor, terminal):
    noted = editor('sed -i "s/nonsense_word/scheduled/" "$f"')
    async with sit(brief) as reader:
        await reader.press("exclamation_mark")
        await reader.until(lambda: isinstance(reader.screen, ProblemsScreen))
        await reader.sees("nonsense_word", "e edit")
        await reader.press("G", "e")
        await reader.no_longer_sees("nonsense_word")
        column = BRIEF.splitlines()[7].index("nonsense_word") + 1
        assert noted.read_text().splitlines() == ["+8", f"+normal! 0{column - 1}l", str(brief)]


async def test_from_the_dossier(sit, brief, editor, terminal):
    noted = editor()
    async with sit(brief) as reader:
        await go_to(reader, "rounds/b")
        await reader.press("d")
        await reader.until(lambda: isinstance(reader.screen, DossierScreen))
        await reader.press("e")
        assert noted.read_text().splitlines()[0] == "+8"


async def test_the_configuration_goes_first(sit, brief, editor, terminal, tmp_path):
    noted = editor("exit 3")
    other = tmp_path / "nano"
    other.write_text(f"#!/bin/sh\necho other >> {noted}\n")
    other.chmod(0o755)
    async with sit(
        brief, configured=LoadedConfig(Config(editor=str(other)), tmp_path / FILE)
    ) as reader:
        await reader.press("e")
        assert noted.read_text() == "other\n"


async def test_a_bad_end_is_told(sit, brief, editor, terminal):
    editor("exit 3")
    async with sit(brief) as reader:
        await reader.press("e")
        await reader.sees("vim ended with code 3")


async def test_an_editor_that_was_killed_is_told(sit, brief, editor, terminal):
    editor("kill -9 $$")
    async with sit(brief) as reader:
        await reader.press("e")
        await reader.sees("vim was ended by signal 9")


async def test_an_editor_nobody_knows_that_returns_at_once(sit, brief, editor, terminal):
    editor(name="unheard-of")
    async with sit(brief) as reader:
        await reader.press("e")
        await reader.sees("unheard-of returned at once; Parley follows the file")


async def test_no_such_editor(sit, brief, monkeypatch):
    monkeypatch.setenv("VISUAL", "[b]no-such[/b] -w")
    async with sit(brief) as reader:
        await reader.press("e")
        await reader.sees("[b]no-such[/b]", "was not found", "config.yaml")


async def test_an_editor_that_cannot_be_started(sit, brief, tmp_path, monkeypatch, terminal):
    path = tmp_path / "vim"
    path.write_bytes(b"\x00 no program")
    path.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(path))
    async with sit(brief) as reader:
        await reader.press("e")
        await reader.sees("vim could not be started")
        await reader.press("1")
        await reader.sees("Second")


async def test_a_terminal_that_cannot_be_left(sit, brief, editor):
    noted = editor()
    async with sit(brief) as reader:
        await reader.press("e")
        await reader.sees("cannot be left to another program")
        assert not noted.exists()


async def test_one_with_a_window_runs_beside(sit, brief, editor):
    noted = editor('sed -i "s/Second/Another/" "${f%:*:*}"', name="code", arguments="--wait")
    async with sit(brief) as reader:
        await go_to(reader, "rounds/b")
        await reader.press("e")
        await reader.sees("opened in Code; Parley follows the file", "Another")
        assert noted.read_text().splitlines() == ["--wait", "-g", f"{brief}:8:5"]
        await has_ended(reader)


async def test_one_with_a_window_that_fails_is_told(sit, brief, editor):
    editor("exit 4", name="code")
    async with sit(brief) as reader:
        await reader.press("e")
        await reader.sees("Code ended with code 4")
        await has_ended(reader)


async def test_one_with_a_window_is_no_part_of_us(sit, brief, editor, tmp_path):
    group = tmp_path / "group"
    editor(f"ps -o pgid= -p $$ > {group}.new; mv {group}.new {group}", name="code")
    async with sit(brief) as reader:
        await reader.press("e")
        await reader.until(group.exists)
        assert int(group.read_text()) != os.getpgid(0)
        await has_ended(reader)


async def test_one_with_a_window_may_outlast_us(recwarn):
    beside = subprocess.Popen(("sleep", "60"))
    waiting = asyncio.create_task(own_editor._report_failure(None, "code", beside))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait((waiting,))
    pid = beside.pid
    del beside, waiting
    gc.collect()
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    assert not [each for each in recwarn if each.category is ResourceWarning]


async def test_in_a_browser_it_is_refused(sit, brief, editor, monkeypatch):
    noted = editor()
    monkeypatch.setattr(ParleyApp, "is_web", True)
    async with sit(brief) as reader:
        await reader.press("e")
        await reader.sees("In a browser no editor can be opened")
        assert not noted.exists()


@pytest.mark.parametrize("way", [(), ("exclamation_mark",)])
async def test_read_only_no_editor_is_opened(sit, brief, editor, terminal, way):
    noted = editor()
    async with sit(brief, read_only=True) as reader:
        await reader.press(*way, "e")
        await reader.sees("Read-only mode: nothing can be changed")
        assert not noted.exists()
        assert "e edit" not in reader.lines[-1]

import pytest

from tui.screens.brief import BriefScreen
from tui.screens.choose import ChooseScreen
from tui.screens.dossier import DossierScreen


@pytest.fixture(autouse=True)
def program(monkeypatch, tmp_path):
    """A clipboard program that keeps what it is given."""
    folder = tmp_path / "bin"
    folder.mkdir()
    made = folder / "xclip"
    made.write_text(
        f"#!/bin/sh\n/bin/cat > {tmp_path}/got.part\n/bin/mv {tmp_path}/got.part {tmp_path}/got\n"
    )
    made.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv("DISPLAY", "localhost:10.0")
    for name in ("SSH_CONNECTION", "SSH_TTY", "TMUX", "STY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return made


@pytest.fixture
def got(tmp_path):
    """What was copied, once it was: `await got(reader)`."""
    path = tmp_path / "got"

    async def got(reader):
        await reader.until(path.exists)
        text = path.read_text("utf-8")
        path.unlink()
        return text

    return got


async def test_copying_a_record(sit, istanbul, got):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r2")
        await reader.press("y")
        await reader.sees("Copy", "y  text", "c  with its sources", f"{istanbul}#r2"[:40])
        await reader.press("y")
        assert (await got(reader)).startswith("Second round, Istanbul 2025\n")
        await reader.sees("Copied with xclip:")
        assert isinstance(reader.screen, BriefScreen)
        await reader.press("y", "l")
        assert await got(reader) == f"{istanbul}#r2"
        await reader.press("y", "m")
        assert (await got(reader)).startswith("# Second round")


async def test_leaving_the_menu_copies_nothing(sit, istanbul, tmp_path):
    async with sit(istanbul) as reader:
        await reader.press("y")
        await reader.until(lambda: isinstance(reader.screen, ChooseScreen))
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert reader.app.copying.last == ""


async def test_the_menu_can_be_clicked(sit, istanbul, got):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.press("y")
        await reader.sees("p  path:line")
        y = next(i for i, line in enumerate(reader.lines) if "p  path:line" in line)
        await reader.pilot.click(offset=(20, y))
        assert (await got(reader)).startswith(f"{istanbul}:")


async def test_the_name_chosen_on_the_page(sit, istanbul, got):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r2")
        await reader.press("enter", "tab")
        name = reader.page.chosen.text
        await reader.press("y", "n")
        assert await got(reader) == name


async def test_from_the_dossier_the_library_and_the_problems(sit, istanbul, got, tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("parley: 1\nid: b\ntitle: B\nas_of: 2025-02-30\n")
    async with sit(istanbul, broken) as reader:
        await reader.sees("2 briefs", "Istanbul")
        await reader.press("y", "p")
        assert await got(reader) == str(istanbul)
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.open_tab(1)
        await reader.press("d")
        await reader.until(lambda: isinstance(reader.screen, DossierScreen))
        await reader.press("y", "c")
        assert "From: “Russia–Ukraine" in await got(reader)
    async with sit(broken) as reader:
        await reader.press("!")
        await reader.sees("problem")
        await reader.press("y", "y")
        assert (await got(reader)).startswith(f"{broken}:4:")


async def test_dragging_selects_text_without_borders(sit, istanbul, got):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r2")
        region = reader.page.content_region
        line = "".join(span.text for span in reader.page.line_at(0)).rstrip()
        second = "".join(span.text for span in reader.page.line_at(2)).rstrip()
        await reader.pilot.mouse_down(offset=(region.x + 7, region.y))
        await reader.pilot.hover(offset=(region.x + 5, region.y + 2))
        await reader.pilot.mouse_up(offset=(region.x + 5, region.y + 2))
        await reader.until(reader.screen.get_selected_text)
        marked = [s for s in reader.page.marked_at(0) if s.role == "chosen"]
        assert "".join(s.text for s in marked).rstrip() == line[7:]
        await reader.press("ctrl+c")
        text = await got(reader)
        assert text.splitlines()[0] == line[7:]
        assert text.splitlines()[2] == second[:6].rstrip()
        assert len(text.splitlines()) == 3
        await reader.press("y", "s")
        assert await got(reader) == text
        await reader.pilot.click(offset=(region.x + 1, region.y + 20))
        assert not reader.screen.get_selected_text()


async def test_a_selection_below_the_top_of_a_long_page(sit, istanbul):
    async with sit(istanbul, size=(120, 20)) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r2")
        await reader.press("enter", "G")
        top = reader.page.scroll_offset.y
        assert top > 0
        region = reader.page.content_region
        line = "".join(span.text for span in reader.page.line_at(top + 1))
        await reader.pilot.mouse_down(offset=(region.x + 15, region.y + 1))
        await reader.pilot.hover(offset=(region.x + 24, region.y + 1))
        await reader.pilot.mouse_up(offset=(region.x + 24, region.y + 1))
        await reader.until(reader.screen.get_selected_text)
        assert reader.screen.get_selected_text() == line[15:25].rstrip()


async def test_where_nothing_takes_it_the_text_is_shown(sit, istanbul, program):
    program.unlink()
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.press("y", "y")
        await reader.sees("Sent to the terminal (OSC 52)", "does not say", "y v shows the text")
        await reader.press("y", "v")
        await reader.sees("shift and drag selects")
        first = reader.app.copying.last.splitlines()[0]
        assert first in reader.text
        await reader.press("escape")
        assert isinstance(reader.screen, BriefScreen)

from pathlib import Path

import pytest
import yaml

from tui.brief.shown import unsafe
from tui.screens.brief import BriefScreen
from tui.sections import sections

BAD = Path(__file__).parents[3] / "shared" / "corpus" / "bad-inputs"
EXPECTED = yaml.safe_load((BAD / "expected.yaml").read_text()) if BAD.is_dir() else {}
LOADED = [name for name, expected in EXPECTED.items() if expected["must"] == "load"]
GROUPS = sorted({name.split("/")[0] for name in LOADED})

pytestmark = pytest.mark.skipif(not BAD.is_dir(), reason="the corpus is not here")


def cells(reader):
    """Every cell's style on screen, as a click would find it."""
    width, height = reader.screen.size
    return (reader.screen.get_style_at(x, y) for x in range(width) for y in range(height))


@pytest.mark.parametrize("group", GROUPS)
async def test_files_that_load_are_opened_in_every_tab(sit, istanbul, group):
    async with sit(istanbul, size=(80, 24)) as reader:
        for name in (each for each in LOADED if each.startswith(f"{group}/")):
            reader.app.briefs.open(BAD / name)
            await reader.until(lambda: reader.screen.is_mounted and reader.pane is not None)
            for section in sections():
                reader.screen.tab = section.number
                await reader.until(lambda: reader.pane is not None and reader.pane.is_mounted)
                assert not unsafe(reader.text.replace("\n", "")), name
            await reader.press("exclamation_mark", "enter")
            assert not unsafe(reader.text.replace("\n", "")), name
            await reader.press("escape", "escape")


@pytest.mark.parametrize("group", ["markup", "terminal", "links"])
async def test_every_text_field_of_a_brief(sit, tmp_path, brief_of, corpus_texts, group):
    """One brief with the strings of the corpus in all its text fields, in turn."""
    texts = corpus_texts(group)
    path = tmp_path / "hostile.yaml"
    path.write_text(brief_of(texts, rounds=3))
    async with sit(path, size=(80, 24)) as reader:
        for section in sections():
            await reader.open_tab(section.number)
            for _ in range(min(len(reader.list.rows), 12)):
                assert not unsafe(reader.text.replace("\n", ""))
                assert not unsafe(reader.page_text.replace("\n", ""))
                await reader.press("j")
        assert reader.app.return_code is None


async def test_no_cell_acts_when_clicked(sit, tmp_path, brief_of, corpus_texts, monkeypatch):
    path = tmp_path / "hostile.yaml"
    path.write_text(brief_of([*corpus_texts("markup"), *corpus_texts("links")], rounds=3))
    opened = []
    monkeypatch.setattr("webbrowser.open", lambda *args: opened.append(args))
    async with sit(path, size=(80, 24)) as reader:
        for section in sections():
            await reader.open_tab(section.number)
            for page in (False, True):
                if page:
                    await reader.press("enter")
                for style in cells(reader):
                    assert not style.link
                    assert "@click" not in style.meta
            # Clicks on the top and the bottom line act: those are the tabs and the keys.
            for y in range(3, 22, 3):
                await reader.pilot.click(offset=(y * 3 % 78 + 1, y))
                # A name was hit: it leads to what it names, and nowhere else.
                while not isinstance(reader.screen, BriefScreen):
                    await reader.press("escape")
            assert reader.app.is_running
        assert reader.app.theme == "parley-dark"
        assert not opened


async def test_a_hostile_file_name(sit, tmp_path):
    path = tmp_path / "a\x1b]0;x\x07[b]\u202eb.yaml"
    path.write_text("parley: 1\nrounds: [{id: a, when: nonsense}]\n")
    async with sit(tmp_path) as reader:
        await reader.sees("<1B>", "<07>", "[b]", "<202E>")
        await reader.press("enter")
        await reader.sees("0 Overview")
        assert not unsafe(reader.text.replace("\n", ""))
        await reader.press("exclamation_mark", "enter")
        assert not unsafe(reader.text.replace("\n", ""))
        path.write_text("a: [")
        await reader.press("escape", "escape")
        await reader.sees("○ stale")
        assert not unsafe(reader.text.replace("\n", ""))

"""Filters kept under a name, from the line they are typed in, in the reader's own configuration."""

from pathlib import Path

import pytest

from tui.blocks import plain
from tui.screens.brief import BriefScreen
from tui.screens.name import NameScreen
from tui.screens.saved_filters import SavedFiltersScreen
from tui.settings.config import load_config
from tui.widgets.header import HeaderBar

OWN = "# mine\nfilters:\n  Kyiv: by:ua   # often\ntheme: parley-dark\n"


@pytest.fixture
def config(tmp_path):
    return tmp_path / "own" / "config.yaml"


@pytest.fixture
def sit_with(sit, istanbul, config):
    """Sit down with a configuration: that text, or none."""

    def sit_down(text="", **options):
        if text:
            config.parent.mkdir()
            config.write_text(text, encoding="utf-8")

        return sit(istanbul, configured=load_config(config), **options)

    return sit_down


async def name_it(reader, name):
    await reader.until(lambda: isinstance(reader.screen, NameScreen))
    await reader.press(*name, "enter")
    await reader.until(lambda: not isinstance(reader.screen, NameScreen))


async def presets_of(reader):
    await reader.press("p")
    await reader.until(lambda: isinstance(reader.screen, SavedFiltersScreen))
    return reader.screen


async def test_a_filter_is_kept_from_its_line_where_there_is_no_configuration(sit_with, config):
    async with sit_with() as reader:
        await reader.open_tab(7)
        await reader.press("f", *"trump")
        await reader.sees("ctrl+s keep filter")
        await reader.press("ctrl+s")
        await reader.sees("Keep this filter as", "Type a name for trump")
        await name_it(reader, "He")
        await reader.until(config.exists)
        await reader.sees("“He” is kept in config.yaml")
        assert config.read_text("utf-8") == "filters:\n  He: trump\n"
        await reader.until(lambda: reader.app.settings.filters == {"He": "trump"})
        await reader.press("enter", "escape")
        await presets_of(reader)
        await reader.sees("He", "FROM YOUR CONFIGURATION")
        await reader.press("enter")
        await reader.until(lambda: reader.pane.filter.text == "trump")


async def test_what_else_stands_there_is_left_as_it_is(sit_with, config):
    async with sit_with(OWN) as reader:
        await reader.press("f", *"is:stale", "enter", "ctrl+s")
        await name_it(reader, "Late")
        await reader.until(lambda: "Late" in reader.app.settings.filters)
        assert config.read_text("utf-8") == OWN.replace("# often\n", "# often\n  Late: is:stale\n")


async def test_a_name_that_is_taken_says_what_it_stands_for(sit_with, config):
    async with sit_with(OWN) as reader:
        await reader.press("f", *"is:stale", "enter", "ctrl+s")
        await reader.until(lambda: isinstance(reader.screen, NameScreen))
        await reader.press(*"Kyiv")
        await reader.sees("in the place of by:ua")
        await reader.press("enter")
        await reader.until(lambda: reader.app.settings.filters["Kyiv"] == "is:stale")
        assert config.read_text("utf-8") == OWN.replace("by:ua", "is:stale")


async def test_without_a_filter_or_with_a_wrong_one_nothing_is_asked(sit_with, config):
    async with sit_with() as reader:
        await reader.press("ctrl+s")
        await reader.sees("No filter to save")
        await reader.press("f", *"staus:x", "ctrl+s")
        await reader.sees("Not saved: no field")
        await reader.press("escape", "f", *"trump", "ctrl+s")
        await reader.until(lambda: isinstance(reader.screen, NameScreen))
        await reader.press("enter")
        await reader.sees("It needs a name")
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert reader.pane.filter.text == "trump"
        assert not config.exists()


async def test_one_is_renamed_and_taken_out_and_put_back_in_the_list(sit_with, config):
    async with sit_with(OWN) as reader:
        await presets_of(reader)
        await reader.press("r")
        await reader.until(lambda: isinstance(reader.screen, NameScreen))
        await reader.press("ctrl+u", *"Often", "enter")
        await reader.until(lambda: "Often" in reader.app.settings.filters)
        assert config.read_text("utf-8") == OWN.replace("Kyiv", "Often")
        await reader.until(lambda: isinstance(reader.screen, SavedFiltersScreen))
        await reader.sees("Often")
        await reader.press("x")
        await reader.sees("removed; press again to keep it")
        assert config.read_text("utf-8") == "# mine\ntheme: parley-dark\n"
        await reader.press("x")
        await reader.until(lambda: "Often" in reader.app.settings.filters)
        assert load_config(config).config.filters == {"Often": "by:ua"}


async def test_those_that_come_with_parley_stay(sit_with, config):
    async with sit_with() as reader:
        await presets_of(reader)
        for key in ("x", "r"):
            await reader.press(key)
            await reader.sees("This filter comes with Parley")
        assert isinstance(reader.screen, SavedFiltersScreen)
        assert not config.exists()


async def test_a_broken_configuration_is_not_written_in(sit_with, config):
    broken = "filters: {a: b\n"
    async with sit_with(broken) as reader:
        await reader.press("f", *"trump", "enter", "ctrl+s")
        await name_it(reader, "He")
        await reader.sees("Nothing is written")
        assert config.read_text("utf-8") == broken


async def test_read_only_refuses_with_the_reason(sit_with, config):
    async with sit_with(OWN, read_only=True) as reader:
        await reader.press("f", *"trump", "ctrl+s")
        await reader.sees("Read-only mode")
        assert "keep filter" not in reader.lines[-1]
        await reader.press("escape")
        await presets_of(reader)
        await reader.press("x")
        await reader.sees("Read-only mode")
        assert config.read_text("utf-8") == OWN


async def test_the_mark_of_the_brief_stands_above_them(sit):
    marked = Path(__file__).parents[1] / "presentation" / "marked.yaml"
    async with sit(marked) as reader:
        await reader.press("p")
        await reader.until(lambda: isinstance(reader.screen, SavedFiltersScreen))
        top = reader.screen.query_one("#top", HeaderBar)
        assert plain(top.right) == "internal"

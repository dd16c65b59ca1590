"""Runs Parley with one more tab, found in the folder that is given; `test_eleventh_tab` starts it.

A process of its own: tabs and commands are gathered once, when they are first asked for.
"""

import asyncio
import sys
from pathlib import Path

import tui.sections

tui.sections.__path__.append(sys.argv[1])

from tui.app.app import ParleyApp, StartOptions  # noqa: E402
from tui.blocks import plain  # noqa: E402
from tui.cli.config import first_config  # noqa: E402
from tui.commands import registry  # noqa: E402
from tui.screens import references  # noqa: E402
from tui.screens.dossier import DossierScreen  # noqa: E402
from tui.screens.editor import live_preview  # noqa: E402
from tui.screens.palette import PaletteScreen  # noqa: E402
from tui.session.session import Session  # noqa: E402
from tui.settings.config import FILE, Config, LoadedConfig  # noqa: E402
from tui.settings.settings import Settings  # noqa: E402
from tui.state.state import State  # noqa: E402

ROOT = Path(__file__).parents[2]
BRIEF = ROOT / "briefs" / "istanbul-2025.yaml"


async def main() -> None:
    """Reach the tab in every way there is, and see that nothing else leads to it."""
    session = Session((BRIEF,), State(None, None))
    settings = Settings(LoadedConfig(Config(), Path(FILE)))
    options = StartOptions(theme="parley-dark", theme_folders=(ROOT / "themes",))
    app = ParleyApp(session, settings, options)
    async with app.run_test(size=(160, 40)) as pilot:

        async def until(holds):
            async with asyncio.timeout(20):
                while not holds():
                    await pilot.pause()

        def in_front():
            pane = getattr(app.screen, "pane", None)
            return pane.section.name if pane else ""

        async def press(*keys, shows):
            await pilot.press(*keys)
            await until(lambda: in_front() == shows)

        await until(lambda: in_front() == "overview" and app.screen.view is not None)
        await press("1", shows="rounds")
        await press("0", shows="overview")
        await press("9", "right_square_bracket", shows="glossary")
        await press("right_square_bracket", shows="overview")
        await press("left_square_bracket", shows="glossary")
        assert "9 Sources" in plain(app.screen.tabs.line())
        assert "10" not in plain(app.screen.tabs.line())
        assert "Glossary" in plain(app.screen.tabs.line())
        await press("1", shows="rounds")
        await pilot.press("colon")
        await until(lambda: isinstance(app.screen, PaletteScreen))
        await pilot.press(*"glossary", "enter")
        await until(lambda: in_front() == "glossary")

        view = app.screen.view
        person = view.brief.people[0].key
        assert person == app.screen.pane.list.rows[0].key
        assert tui.sections.section_of(view, person) is None
        assert references._tabs(view).get(person) is None
        assert len(live_preview._blocks(view, person)) > 1
        app.screen.go(person)
        await until(lambda: isinstance(app.screen, DossierScreen))
    assert registry()["tab.glossary"].key_names == ()
    assert "tab.glossary: none" in first_config()


asyncio.run(main())

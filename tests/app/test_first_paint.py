"""How often a start styles, lays out and paints before all rests."""

import pytest
from textual._compositor import LayoutUpdate
from textual.app import App
from textual.screen import Screen

from tui.screens.brief import BriefScreen


@pytest.fixture
def work(monkeypatch):
    """What Textual does with the whole screen, in order: `style`, `layout`, `paint`."""
    done = []

    def note(name, owner, method, counts):
        before = getattr(owner, method)

        def noted(self, *args, **options):
            if counts(*args):
                done.append(name)
            return before(self, *args, **options)

        monkeypatch.setattr(owner, method, noted)

    note("style", App, "update_styles", lambda n, *_: isinstance(n, BriefScreen) and n.children)
    note("layout", Screen, "_refresh_layout", lambda *_: True)
    note("paint", App, "_display", lambda _, update: isinstance(update, LayoutUpdate))
    return done


@pytest.mark.parametrize(("size", "kind"), [((120, 40), "-wide"), ((80, 24), "-narrow")], ids=str)
async def test_one_style_one_layout_and_one_paint_show_a_brief(work, sit, istanbul, size, kind):
    async with sit(istanbul, size=size) as reader:
        await reader.until(lambda: "paint" in work)
        assert work[: work.index("paint") + 1] == ["style", "layout", "paint"]
        await reader.until(lambda: any(tab.badge for tab in reader.screen.tabs.tabs))
        assert reader.screen.classes & {"-wide", "-narrow"} == {kind}
        # Textual lays a new screen out for each report of its size, and repaints it once.
        assert work.count("style") == 1
        assert work.count("paint") <= 2
        assert work.count("layout") <= 6

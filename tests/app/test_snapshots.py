"""How some panes look, as pictures. After a wanted change: `pytest tests/app --snapshot-update`."""

import pytest

from tui.widgets.footer import KeyFooter

VIEWS = {
    "overview": (0, 0, (120, 36)),
    "rounds": (1, 3, (120, 36)),
    "delegations": (2, 0, (120, 36)),
    "mediation": (3, 0, (120, 36)),
    "conflict": (4, 0, (120, 36)),
    "map": (4, 1, (120, 36)),
    "rounds-narrow": (1, 3, (80, 24)),
    "positions": (5, 0, (160, 50)),
    "deliverables": (6, 0, (120, 36)),
    "timeline": (7, 0, (160, 50)),
    "disputes": (8, 1, (120, 36)),
    "agreement": (8, 0, (120, 36)),
    "sources": (9, 0, (120, 36)),
}


@pytest.mark.parametrize("name", VIEWS)
def test_look(snap_compare, app_of, reader_of, istanbul, name):
    tab, row, size = VIEWS[name]

    async def turn_to(pilot):
        reader = reader_of(pilot)
        # What is counted behind the titles of tabs is there.
        await reader.sees("● live")
        await reader.until(lambda: any(each.badge for each in reader.screen.tabs.tabs))
        await reader.open_tab(tab)
        await reader.press(*"j" * row)
        await reader.until(lambda: reader.list.cursor == row)
        if size[0] < 90:
            await reader.press("enter")
            await reader.until(lambda: reader.focus is reader.page)
        await reader.until(lambda: bool(reader.page_text))
        # Each new key changes the line of hints, which has tests of its own.
        reader.screen.query_one(KeyFooter).visible = False
        await reader.pilot.pause()

    assert snap_compare(app_of(istanbul), terminal_size=size, run_before=turn_to)

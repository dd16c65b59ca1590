from pathlib import Path

import pytest

from tui.screens.dossier import DossierScreen
from tui.settings.config import FILE, Config, LoadedConfig


async def test_filter_a_list_and_take_it_off(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(7)
        every = len(reader.list.rows)
        await reader.press("f", *"Trump contact")
        await reader.until(lambda: 0 < len(reader.list.rows) < every)
        assert all(row.trailing[0].text == "contact" for row in reader.list.rows)
        await reader.press("enter", "j")
        assert reader.focus is reader.list
        await reader.press("escape")
        await reader.until(lambda: len(reader.list.rows) == every)


async def test_a_filter_that_finds_nothing_says_so(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.press("f", *"zzqq")
        await reader.sees("No row passes “zzqq”", "Esc shows all of them again")
        await reader.press("escape")
        await reader.no_longer_sees("No row passes")
        assert reader.list.rows


async def test_a_filter_outlives_a_reload(sit, istanbul, tmp_path, rewrite):
    path = tmp_path / "brief.yaml.yaml"
    text = istanbul.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    async with sit(path) as reader:
        await reader.open_tab(4)
        await reader.press("f", *"id:e-strikes", "enter")
        await reader.until(lambda: len(reader.list.rows) == 1)
        new = text.replace("Drone strikes on Russian airfields", "Drone raid on airfields")
        rewrite(path, new)
        await reader.sees("Drone raid on airfields")
        assert len(reader.list.rows) == 1


async def test_a_wrong_filter_says_so_and_hides_nothing(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(7)
        every = len(reader.list.rows)
        await reader.press("f", *"staus:open")
        await reader.sees("column 1: no field `staus`; do you mean `status`?")
        assert len(reader.list.rows) == every
        await reader.sees(f"{every} of {every}")


async def test_what_is_half_typed_leaves_the_rows_as_they_are(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(7)
        await reader.press("f", *"trump")
        await reader.until(lambda: 0 < len(reader.list.rows) < 20)
        left = reader.list.rows
        for letter in " after:2025-0":
            await reader.press("space" if letter == " " else letter)
            # A word, and a year, are whole at each letter; what follows the colon is not.
            if letter in ":20-":
                assert reader.list.rows == left, letter


async def test_a_kept_filter_stays_in_view_with_its_count(sit, istanbul):
    async with sit(istanbul, size=(80, 24)) as reader:
        await reader.open_tab(7)
        every = len(reader.list.rows)
        await reader.press("f", *"is:finer", "enter")
        await reader.sees("is:finer", f"of {every}")
        assert reader.focus is reader.list
        await reader.press("1", "7", "f", *" party:ua")
        await reader.sees("is:finer party:ua")


async def test_tab_completes_fields_and_values_and_goes_round(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(2)
        await reader.press("f", *"par")
        await reader.sees("tab: party: whom it concerns")
        await reader.press("tab", "tab")
        await reader.sees("party:ru")
        keys = [row.key for row in reader.list.rows]
        assert "delegations/delegation-ru-r2" in keys
        assert "delegations/delegation-ua-r2" not in keys
        await reader.press("tab")
        await reader.sees("party:ua")
        await reader.press(*" is:dis", "tab")
        await reader.sees("party:ua is:disputed")


async def test_a_filter_is_chosen_by_its_name_with_its_count(sit, istanbul):
    found = LoadedConfig(Config(filters={"Kyiv on drones": "by:ua drone"}), Path(FILE))
    async with sit(istanbul, configured=found) as reader:
        await reader.open_tab(4)
        await reader.press("p")
        await reader.sees("Kyiv on drones", "by:ua drone", "Disputed", "is:disputed", "of 8")
        await reader.press("enter")
        await reader.until(lambda: reader.app.screen is reader.screen and reader.pane is not None)
        await reader.sees("by:ua drone")
        await reader.until(lambda: 0 < len(reader.list.rows) < 8)
        await reader.press("escape")
        await reader.until(lambda: len(reader.list.rows) == 8)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_follow_a_name_to_its_record_and_come_back(sit, istanbul, size):
    async with sit(istanbul, size=size) as reader:
        await reader.open_tab(1)
        # Sources come after all names: one step back from the first name.
        await reader.press("G", "enter", "g", "tab", "shift+tab")
        row = reader.row
        link = reader.page.links.current
        assert link.key.startswith("sources/")
        await reader.press("enter")
        await reader.until(lambda: reader.pane.section.name == "sources")
        await reader.until(lambda: reader.row == link.key)
        await reader.press("H")
        await reader.until(lambda: reader.pane.section.name == "rounds")
        await reader.until(lambda: reader.row == row and reader.focus is reader.page)
        await reader.press("L")
        await reader.until(lambda: reader.pane.section.name == "sources")


async def test_a_dossier_and_from_it_to_another_and_back(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(3)
        await reader.press("d")
        await reader.until(lambda: isinstance(reader.screen, DossierScreen))
        await reader.sees("dossier")
        page = reader.screen.query_one("Page")
        await reader.press("tab")
        first = page.blocks
        await reader.press("escape")
        await reader.until(lambda: not isinstance(reader.screen, DossierScreen))
        assert first
        assert reader.pane.section.name == "mediation"


async def test_pictures_reach_nearer_and_wider(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(7)
        reach = reader.screen.view.reach
        await reader.press("plus")
        await reader.until(lambda: reader.screen.view.reach == reach // 2)
        await reader.press("minus", "minus")
        await reader.until(lambda: reader.screen.view.reach == reach // 2 * 4)


# --- what is marked -------------------------------------------------------------------------------

MARKED = Path(__file__).parents[1] / "presentation" / "marked.yaml"
"""Each text of something confidential has the word Zqx in it, and no other has."""
OPEN = "not is:confidential"


@pytest.mark.parametrize("tab", [4, 5, 7, 8, 9])
async def test_a_filter_that_hides_what_is_marked_hides_it_in_pages_too(sit, tab):
    async with sit(MARKED) as reader:
        await reader.open_tab(tab)
        every = len(reader.list.rows)
        await reader.press("f", *OPEN, "enter")
        await reader.until(lambda: 0 < len(reader.list.rows) < every)
        await reader.sees(f"{len(reader.list.rows)} of {every}", "a filter is no redaction")
        for _ in reader.list.rows:
            assert "Zqx" not in reader.text
            assert "Zqx" not in reader.pane.detail.text_of(reader.pane.shown, reader.list.current)
            await reader.press("j")


async def test_what_was_hidden_is_shown_again_without_the_filter(sit):
    async with sit(MARKED) as reader:
        await reader.open_tab(4)
        await reader.press("f", *OPEN, "enter")
        await reader.move_to("events/e3")
        await reader.no_longer_sees("Zqx")
        assert "Zqx" not in str(reader.app.selection.page())
        await reader.press("escape")
        await reader.sees("Zqx event")
        assert "Zqx" in str(reader.app.selection.page())

"""The way back: tab, record, filter and scroll, from brief to brief."""

import pytest

from tui.screens.brief import BriefScreen
from tui.screens.dossier import DossierScreen

EACH_STEP_IS_DRAWN = True


def text(name, count=12):
    rounds = "".join(
        f"  - {{id: r{n}, title: Round {n} of {name}, status: concluded, when: 2031-02-{n:02}, "
        f"venue: hall, series: r1, note: {'A remark. ' * 90}}}\n"
        for n in range(1, count + 1)
    )
    return (
        f"parley: 1\nid: {name}\ntitle: The {name} talks\nas_of: 2031-03-10\n"
        f"venues: [{{id: hall, name: Lake Hall}}]\n"
        f"documents: [{{id: act, title: Final act, rounds: [r9]}}]\nrounds:\n{rounds}"
    )


@pytest.fixture
def library(tmp_path):
    for name in ("alpha", "beta"):
        (tmp_path / f"{name}.yaml").write_text(text(name))
    return tmp_path


def at(reader):
    current = reader.pane.list.current
    return current.key if reader.pane.is_mounted and current else None


async def in_front(reader, name):
    await reader.until(
        lambda: (
            isinstance(reader.screen, BriefScreen)
            and reader.screen.path.name == f"{name}.yaml"
            and reader.screen.pane is not None
            and reader.focus is not None
        )
    )


async def open_from_library(reader, name):
    reader.app.open_brief(next(p for p in reader.app.desk.shelf.briefs if p.stem == name))
    await in_front(reader, name)


async def test_back_restores_tab_record_filter_and_scroll(sit, library):
    async with sit(library / "alpha.yaml", size=(110, 16)) as reader:
        await reader.open_tab(1)
        await reader.press("f", *"remark", "enter")
        await reader.until(lambda: reader.pane.filter == "remark")
        await reader.press("j", "j", "j", "j", "enter", "j", "j", "j")
        await reader.until(lambda: reader.page.scroll_offset.y == 3)
        row, listed = reader.row, reader.list.scroll_offset.y
        reader.screen.go("documents/act")
        await reader.until(lambda: reader.pane.section.name != "rounds")
        await reader.press("H")
        await reader.until(lambda: reader.pane.section.name == "rounds")
        await reader.until(lambda: reader.page.scroll_offset.y == 3)
        assert (reader.row, reader.pane.filter, reader.pane.reading) == (row, "remark", True)
        assert reader.list.scroll_offset.y == listed
        await reader.press("L")
        await reader.until(lambda: at(reader) == "documents/act")


async def test_back_puts_a_filter_on_again_that_was_taken_off(sit, library):
    async with sit(library / "alpha.yaml") as reader:
        await reader.open_tab(1)
        await reader.press("f", *'"round 3"', "enter")
        await reader.until(lambda: [row.key for row in reader.list.rows] == ["rounds/r3"])
        reader.screen.go("rounds/r9")
        await reader.until(lambda: at(reader) == "rounds/r9")
        assert reader.pane.filter == ""
        await reader.press("H")
        await reader.until(lambda: at(reader) == "rounds/r3")
        assert reader.pane.filter == '"round 3"'
        assert len(reader.list.rows) == 1
        await reader.press("L")
        await reader.until(lambda: at(reader) == "rounds/r9" and len(reader.list.rows) == 12)


async def test_back_leads_to_the_brief_before_and_onward_again(sit, library):
    async with sit(library, size=(110, 20)) as reader:
        await open_from_library(reader, "alpha")
        await reader.open_tab(1)
        await reader.press("j", "j")
        await open_from_library(reader, "beta")
        await reader.open_tab(6)
        await reader.press("H")
        await in_front(reader, "alpha")
        await reader.until(lambda: at(reader) == "rounds/r3")
        assert not reader.pane.reading
        await reader.press("L")
        await in_front(reader, "beta")
        await reader.until(lambda: reader.pane.section.number == 6)


async def test_a_brief_one_was_led_to_goes_back_in_one_step(sit, library):
    async with sit(library) as reader:
        await open_from_library(reader, "alpha")
        await reader.open_tab(1)
        beta = next(p for p in reader.app.desk.shelf.briefs if p.stem == "beta")
        reader.app.open_brief(beta).arrive("rounds/r5")
        await in_front(reader, "beta")
        await reader.until(lambda: at(reader) == "rounds/r5")
        await reader.press("backspace")
        await in_front(reader, "alpha")
        await reader.until(lambda: at(reader) == "rounds/r1")


async def test_a_record_that_is_gone_gives_way_to_the_one_in_its_place(sit, library, rewrite):
    path = library / "alpha.yaml"
    async with sit(path) as reader:
        await reader.open_tab(1)
        await reader.press("j", "j", "j")
        assert reader.row == "rounds/r4"
        reader.screen.go("documents/act")
        await reader.until(lambda: at(reader) == "documents/act")
        lines = path.read_text().splitlines(keepends=True)
        rewrite(path, "".join(line for line in lines if "{id: r4," not in line))
        await reader.press("R")
        await reader.until(lambda: "rounds/r4" not in reader.screen.view.register.by_key)
        await reader.press("H")
        await reader.until(lambda: reader.pane.section.name == "rounds")
        assert reader.row == "rounds/r5"


async def test_back_opens_the_dossier_one_was_led_on_from(sit, library):
    async with sit(library / "alpha.yaml") as reader:
        await reader.open_tab(1)
        reader.screen.go("venues/hall")
        await reader.until(lambda: isinstance(reader.screen, DossierScreen))
        await reader.press("tab", "enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.press("H")
        await reader.until(lambda: isinstance(reader.screen, DossierScreen))
        await reader.sees("Lake Hall")
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert reader.row == "rounds/r1"


async def test_top_by_one_g_or_two(sit, library):
    async with sit(library / "alpha.yaml") as reader:
        await reader.open_tab(1)
        for keys in (("g",), ("g", "g")):
            await reader.press("G")
            await reader.until(lambda: reader.list.cursor == 11)
            await reader.press(*keys)
            await reader.until(lambda: reader.list.cursor == 0)

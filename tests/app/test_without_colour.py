"""Nothing is told by a colour alone: a glyph, a word, a weight or a line says it as well."""

from pathlib import Path

import pytest
from rich.style import Style

from tui.brief.load import load
from tui.presentation.view import View
from tui.sections import sections
from tui.theme.ink import role_styles
from tui.theme.load import load_themes
from tui.theme.to_textual import to_textual

ROOT = Path(__file__).parents[2]
ODD = "parley: 1\nid: a\ntitle: The talks\ncolour: red\n"


def text_of(line):
    return "".join(span.text for span in line)


@pytest.mark.parametrize("name", ["istanbul-2025.yaml", "kenya-2008"])
@pytest.mark.parametrize("section", sections(), ids=lambda each: each.name)
def test_the_party_of_a_row_is_named(name, section):
    view = View(load(ROOT / "briefs" / name))
    names = {role: view.register.find(id_).name for id_, role in view.party_roles.items()}
    for row in section.rows(view):
        if row.party in names:
            said = text_of(row.title) + text_of(row.subtitle) + text_of(row.trailing)
            assert names[row.party] in said, said


def test_the_party_of_a_bar_is_named():
    view = View(load(ROOT / "briefs" / "istanbul-2025.yaml"))
    names = {role: view.register.find(id_).name for id_, role in view.party_roles.items()}
    timeline = next(each for each in sections() if each.name == "timeline")
    whole = timeline.detail(view, timeline.rows(view)[0].key)
    bars = [bar for block in whole for lane in getattr(block, "lanes", ()) for bar in lane.bars]
    assert len(bars) > 40
    assert [bar.label for bar in bars if names.get(bar.role, "") not in bar.label] == []


async def test_where_the_keys_go_is_seen_at_the_cursor(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        assert any(line.startswith("▌") for line in reader.lines)
        await reader.press("enter")
        await reader.until(lambda: reader.focus is reader.page)
        assert not any(line.startswith("▌") for line in reader.lines)
        assert any(line.startswith("▏") for line in reader.lines)


async def test_an_oddity_is_no_mistake(sit, tmp_path, monkeypatch):
    path = tmp_path / "brief.yaml"
    path.write_text(ODD)
    async with sit(path) as reader:
        await reader.sees("‼ 1 warning")
        await reader.press("i")
        await reader.sees("└─ warning: unknown key")
        await reader.press("escape")
        path.write_text(ODD + "rounds: 3\n")
        await reader.sees("‼ 2")
        await reader.no_longer_sees("warning")


async def test_how_grave_a_notice_is_stands_above_it(sit, istanbul):
    async with sit(istanbul) as reader:
        for severity, word in (("warning", "Warning"), ("error", "Error")):
            reader.app.notify("Something is so", severity=severity, markup=False)
            await reader.sees(word, "Something is so")


def plainly(style: Style):
    """What is left of a style where there is no colour."""
    return tuple(map(bool, (style.bold, style.italic, style.underline, style.reverse)))


SHELF = load_themes((ROOT / "themes",)).themes


@pytest.mark.parametrize("name", SHELF)
def test_each_theme_tells_by_more_than_colour(name):
    ink = {role: plainly(style) for role, style in role_styles(to_textual(SHELF[name])).items()}
    nothing = plainly(Style.null())
    # What is sought, the place one is at, the name a key would follow; the tab in front.
    assert len({ink["hit"], ink["chosen"], nothing}) == 3
    assert ink["strong"] not in {ink["quiet"], nothing}
    assert ink["title"] != nothing


@pytest.mark.parametrize("theme", ["ink", "terminal"])
async def test_bars_have_no_line_under_them(sit, istanbul, theme):
    """A theme may underline a party or the cursor's row: under a bar it would look like an L."""
    async with sit(istanbul, theme=theme) as reader:
        await reader.open_tab(3)
        rows = reader.list
        drawn = [segment for y in range(8) for segment in rows.render_line(y)]
        bars = [each for each in drawn if each.text in "▌▎"]
        assert len(bars) > 8
        assert not any(each.style.underline for each in bars)
        assert any(each.style.underline for each in drawn)

from pathlib import Path
from typing import Any

import pytest
from textual.color import Color

import tui
from tui.shipped import shipped
from tui.theme import load_themes
from tui.theme.look import contrast
from tui.theme.roles import READABLE, ROLES

PARTIES = [role for role in ROLES if role.startswith("party")]


def test_shipped_folder_lies_beside_or_inside_the_package() -> None:
    package = Path(tui.__file__).parent
    assert shipped("themes") in (package / "themes", package.parent / "themes")
    assert shipped("nothing") == package.parent / "nothing"


def test_shipped_themes_are_a_pair() -> None:
    found = load_themes([shipped("themes")])
    assert not found.problems
    assert {name: each.theme.dark for name, each in found.themes.items()} == {
        "parley-dark": True,
        "parley-light": False,
    }
    assert [set(each.roles) for each in found.themes.values()] == [set(ROLES), set(ROLES)]


@pytest.mark.parametrize("name", ["parley-dark", "parley-light"])
def test_shipped_themes_can_be_read(name: str) -> None:
    worn = load_themes([shipped("themes")]).themes[name]
    made = {**worn.theme.to_color_system().generate(), **worn.theme.variables}
    papers = ("background", "surface", "panel", "block-cursor-background")
    for paper in (Color.parse(made[each]) for each in papers):
        assert contrast(Color.parse(made["foreground"]), paper) >= 7
        for role, look in worn.roles.items():
            assert look.colour is not None
            assert contrast(look.colour, paper) >= READABLE, (role, paper)


# Machado, Oliveira and Fernandes 2009, severity 1, on linear light.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}


def seen(colour: Color, eye: str) -> tuple[float, ...]:
    """The colour in OKLab, as an eye sees it."""

    def mixed(rows: Any, parts: Any) -> list[float]:
        return [sum(a * b for a, b in zip(row, parts, strict=True)) for row in rows]

    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    light = [min(max(c, 0), 1) for c in mixed(EYES[eye], light)]
    cones = ((0.4122, 0.5363, 0.0514), (0.2119, 0.6807, 0.1074), (0.0883, 0.2817, 0.63))
    lab = ((0.2105, 0.7936, -0.0041), (1.978, -2.4286, 0.4506), (0.0259, 0.7828, -0.8087))
    return tuple(mixed(lab, [c ** (1 / 3) for c in mixed(cones, light)]))


@pytest.mark.parametrize("name", ["parley-dark", "parley-light"])
@pytest.mark.parametrize("eye", EYES)
def test_parties_stay_apart(name: str, eye: str) -> None:
    roles = load_themes([shipped("themes")]).themes[name].roles
    colours = [seen(roles[party].colour or Color(0, 0, 0), eye) for party in PARTIES]
    apart = min(
        sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5
        for place, one in enumerate(colours)
        for other in colours[:place]
    )
    assert apart > (0.1 if eye == "usual" else 0.055)

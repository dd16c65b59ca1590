from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

import tui
from tui.package_data import shipped
from tui.theme.colour import Colour
from tui.theme.load import load_themes
from tui.theme.look import contrast
from tui.theme.roles import READABLE, ROLES
from tui.theme.textual_themes import parse_css
from tui.theme.to_textual import to_textual

SHIPPED = load_themes([shipped("themes")])
FIXED = [name for name, each in SHIPPED.themes.items() if not each.ansi]
HUES = [name for name in FIXED if name != "ink"]
AAA = 7
PARTIES = [role for role in ROLES if role.startswith("party")]
STATES = ["disputed", "finer", "incomparable", "asymmetric", "changed", "stale", "problem", "good"]


def colour(name: str, role: str) -> Colour:
    found = SHIPPED.themes[name].roles[role].colour  # type: ignore[index]  # a role by its name
    assert found is not None
    return found


def test_shipped_folder_lies_beside_or_inside_the_package() -> None:
    package = Path(tui.__file__).parent
    assert shipped("themes") in (package / "themes", package.parent / "themes")
    assert shipped("nothing") == package.parent / "nothing"


def test_every_theme_loads_and_says_everything() -> None:
    assert not SHIPPED.problems
    assert len(SHIPPED.themes) >= 10
    for name, each in SHIPPED.themes.items():
        assert set(each.roles) == set(ROLES), name
        assert each.about.endswith("."), name
        assert each.path.stem == name
        assert "_" not in name


@pytest.mark.parametrize("name", FIXED)
def test_every_text_can_be_read_on_all_it_stands_on(name: str) -> None:
    theme = SHIPPED.themes[name]
    bar = AAA if name.startswith("contrast") else READABLE
    made = {**to_textual(theme).to_color_system().generate(), **theme.variables}
    papers = (
        "background", "surface", "panel", "block-cursor-background",
        "block-cursor-blurred-background", "block-hover-background",
    )  # fmt: skip
    for paper in papers:
        back = parse_css(made[paper])
        assert contrast(parse_css(made["foreground"]), back) >= AAA, paper
        for role in theme.roles:
            assert contrast(colour(name, role), back) >= bar, (role, paper)
    assert theme.contrast is not None
    assert theme.contrast >= bar


@pytest.mark.parametrize("name", FIXED)
def test_the_row_of_the_cursor_is_another_paper(name: str) -> None:
    theme = SHIPPED.themes[name]
    rows = (theme.variables["block-cursor-background"], theme.colours["background"])
    one, other = (seen(parse_css(each), "usual") for each in rows)
    assert distance(one, other) > 0.03


# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency" (2009), severity 1, on linear light: the eye that lacks one kind of cones.
EYES = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deutan": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritan": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
# Distances are Euclidean in OKLab (Ottosson 2020), where 0.02 is about the least difference one
# sees between patches side by side. Letters are smaller and stand apart: twice that at the least,
# and more in the themes made for the eye in question.
APART = 0.041
MADE_FOR = 0.054
FOR = {"deuteranopia": ("protan", "deutan"), "tritanopia": ("tritan",)}


def seen(colour: Colour, eye: str) -> tuple[float, ...]:
    """The colour in OKLab, as an eye sees it."""

    def mixed(rows: Any, parts: Any) -> list[float]:
        return [sum(a * b for a, b in zip(row, parts, strict=True)) for row in rows]

    light = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized]
    light = [min(max(c, 0), 1) for c in mixed(EYES[eye], light)]
    cones = ((0.4122, 0.5363, 0.0514), (0.2119, 0.6807, 0.1074), (0.0883, 0.2817, 0.63))
    lab = ((0.2105, 0.7936, -0.0041), (1.978, -2.4286, 0.4506), (0.0259, 0.7828, -0.8087))
    return tuple(mixed(lab, [max(c, 0) ** (1 / 3) for c in mixed(cones, light)]))


def distance(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    return float(sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5)


def nearest(name: str, roles: list[str], eye: str) -> tuple[float, tuple[str, str]]:
    at = {role: seen(colour(name, role), eye) for role in roles}
    return min((distance(at[a], at[b]), (a, b)) for a, b in combinations(roles, 2))


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("name", HUES)
def test_parties_stay_apart_to_every_eye(name: str, eye: str) -> None:
    made_for = FOR.get(name.removesuffix("-light"), tuple(EYES))
    if eye in made_for or eye == "usual":
        assert nearest(name, PARTIES, eye)[0] > (0.07 if eye == "usual" else MADE_FOR)


@pytest.mark.parametrize("name", [n for n in HUES if n.removesuffix("-light") in FOR])
def test_themes_for_an_eye_keep_all_states_apart_for_it(name: str) -> None:
    for eye in (*FOR[name.removesuffix("-light")], "usual"):
        found, pair = nearest(name, STATES, eye)
        assert found > MADE_FOR, (eye, pair)


@pytest.mark.parametrize("name", [n for n in HUES if n.removesuffix("-light") not in FOR])
def test_states_stay_apart_to_every_eye(name: str) -> None:
    for eye in EYES:
        found, pair = nearest(name, STATES, eye)
        assert found > APART, (eye, pair)


@pytest.mark.parametrize("name", ["ink", "terminal"])
def test_without_hues_styles_keep_states_apart(name: str) -> None:
    roles = SHIPPED.themes[name].roles
    looks = [(roles[r].style, roles[r].colour) for r in STATES]  # type: ignore[index]
    assert len(set(looks)) == len(STATES)
    assert len({(roles[p].style, roles[p].colour) for p in PARTIES}) == len(PARTIES)  # type: ignore[index]
    if name == "ink":
        for look in roles.values():
            assert look.colour is not None
            assert len(set(look.colour[:3])) == 1


def test_the_theme_of_the_terminal_names_no_colour_of_its_own() -> None:
    theme = SHIPPED.themes["terminal"]
    assert all(look.colour and look.colour.ansi is not None for look in theme.roles.values())
    shown = {v for k, v in theme.variables.items() if "style" not in k and "#" in v}
    assert not shown

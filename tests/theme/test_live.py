from pathlib import Path
from typing import Any

import pytest
import yaml
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.theme import BUILTIN_THEMES, Theme
from textual.widget import Widget
from textual.widgets import OptionList, Static

from tui.brief.shown import shown, unsafe
from tui.package_data import shipped
from tui.theme.ink import role_styles
from tui.theme.live import apply, dry_run
from tui.theme.load import load_themes
from tui.theme.loaded import LoadedTheme
from tui.theme.look import contrast
from tui.theme.roles import READABLE, ROLES, role_defaults
from tui.theme.textual_themes import palette_of_textual, parse_css

BAD = Path(__file__).parents[3] / "shared" / "corpus" / "bad-inputs"
EXPECTED: dict[str, dict[str, Any]] = {
    name: each
    for name, each in (
        yaml.safe_load((BAD / "expected.yaml").read_text()) if BAD.is_dir() else {}
    ).items()
    if name.startswith("themes/")
}
PARTIES = [role for role in ROLES if role.startswith("party")]


class Roles(Widget):
    """Draws each role on a line of its own."""

    DEFAULT_CSS = "Roles { height: 30; background: $surface; }"

    def render_line(self, y: int) -> Strip:
        if y >= len(ROLES):
            return Strip.blank(self.size.width, self.rich_style)
        assert isinstance(self.app, Reader)
        return Strip([Segment(ROLES[y], self.rich_style + self.app.ink[ROLES[y]])])


class Reader(App[None]):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.watch_theme()

    def watch_theme(self) -> None:
        self.ink = role_styles(self.current_theme)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return role_defaults(palette_of_textual(self.current_theme))

    def compose(self) -> ComposeResult:
        yield Roles()
        yield Static("ink")
        yield OptionList("one", "two")

    def drawn(self, role: str) -> Segment:
        strips = self.screen._compositor.render_strips()
        return next(s for strip in strips for s in strip if s.text.strip() == role)


def write(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def one(folder: Path, text: str) -> LoadedTheme:
    found = load_themes([write(folder, text)])
    assert not [p for p in found.problems if p.severity == "error"], found.problems
    return next(iter(found.themes.values()))


def fore(segment: Segment) -> str:
    assert segment.style is not None and segment.style.color is not None
    return segment.style.color.name


def back(segment: Segment) -> str:
    assert segment.style is not None and segment.style.bgcolor is not None
    return segment.style.bgcolor.name


@pytest.mark.skipif(not BAD.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize("name", sorted(EXPECTED))
async def test_bad_theme_leaves_the_running_one(name: str, tmp_path: Path) -> None:
    text = (BAD / name).read_text()
    found = load_themes([write(tmp_path, text)])
    rows = text.splitlines()
    for problem in found.problems:
        assert problem.place.file == str(tmp_path / "mine.yaml")
        assert problem.place.line <= len(rows)
        assert problem.place.column <= len(rows[problem.place.line - 1]) + 1
        assert not unsafe(shown(problem.message))
    wrong = [p for p in found.problems if p.severity == "error"]
    app = Reader()
    async with app.run_test(size=(60, 45)) as pilot:
        if EXPECTED[name]["must"] == "load":
            assert not wrong
            assert apply(app, found.themes["evil"]) is None
        else:
            assert {p.code for p in wrong} == {EXPECTED[name]["code"]}
            assert not found.themes
        await pilot.pause()
        assert app.theme == ("evil" if not wrong else "textual-dark")
        assert app.query_one(Static).display


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
async def test_every_theme_of_textual_draws_every_role(name: str) -> None:
    app = Reader()
    async with app.run_test(size=(60, 45)) as pilot:
        app.theme = name
        await pilot.pause()
        assert {app.drawn(role).text for role in ROLES} == set(ROLES)
        assert dry_run(app, app.current_theme) is None
    theme = BUILTIN_THEMES[name]
    if not theme.ansi:
        paper = parse_css(theme.to_color_system().generate()["background"])
        made = role_defaults(palette_of_textual(theme))
        assert all(contrast(parse_css(made[f"role-{r}"]), paper) >= READABLE for r in ROLES)
        assert len({made[f"role-{party}"] for party in PARTIES}) == len(PARTIES)


async def test_roles_stand_on_the_paper_of_their_widget_through_a_live_switch(
    tmp_path: Path,
) -> None:
    themes = load_themes([shipped("themes")]).themes
    mine = one(tmp_path, "extends: nord\nroles: {party1: underline red on blue, party2: bold}\n")
    app = Reader()
    async with app.run_test(size=(60, 45)) as pilot:
        for theme in (themes["parley-dark"], themes["parley-light"], mine):
            assert apply(app, theme) is None
            await pilot.pause()
            surface = app.query_one(Roles).styles.background.hex.lower()
            assert back(app.drawn("quiet")) == surface
            assert app.ink["quiet"].bgcolor is None
        party = app.drawn("party1")
        assert (fore(party), back(party)) == ("#ff0000", "#0000ff")
        assert party.style is not None and party.style.underline
        bold = app.drawn("party2").style
        assert bold is not None and bold.bold
        apply(app, themes["parley-dark"])
        await pilot.pause()
        quiet = themes["parley-dark"].roles["quiet"].colour
        assert quiet is not None
        assert fore(app.drawn("quiet")) == quiet.hex.lower()
        assert not app.drawn("party1").style.underline  # type: ignore[union-attr]


async def test_worn_theme_is_drawn_anew_when_its_file_changes(tmp_path: Path) -> None:
    app = Reader()
    async with app.run_test(size=(60, 45)) as pilot:
        for colour in ("#aa0000", "#00aa00"):
            text = f'primary: teal\ndark: no\nroles: {{changed: "{colour}"}}\n'
            assert apply(app, one(tmp_path, text)) is None
            await pilot.pause()
            assert fore(app.drawn("changed")) == colour
        assert apply(app, one(tmp_path, "primary: teal\ndark: yes\n")) is None
        await pilot.pause()
        assert app.has_class("-dark-mode")


@pytest.mark.parametrize("ansi", [None, True])
async def test_roles_survive_without_colour(
    ansi: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "")
    app = Reader(ansi_color=ansi)
    async with app.run_test(size=(60, 45)) as pilot:
        assert apply(app, load_themes([shipped("themes")]).themes["parley-light"]) is None
        await pilot.pause()
        for role in ("disputed", "problem", "strong"):
            style = app.drawn(role).style
            assert style is not None and style.bold
        front, paper = fore(app.drawn("quiet")), back(app.drawn("quiet"))
        if ansi:
            assert (front, paper) == ("default", "default")
        else:
            assert len({front[1:3], front[3:5], front[5:7]}) == 1
            assert contrast(parse_css(front), parse_css(paper)) >= READABLE


@pytest.mark.parametrize(
    "theme",
    [
        Theme("bad", primary="nope"),
        Theme("bad", primary="auto"),
        Theme("bad", primary=5),  # type: ignore[arg-type]
        Theme("bad", primary=None),  # type: ignore[arg-type]
        Theme("bad", primary="red", variables={"role-quiet": "banana"}),
        Theme("bad", primary="red", variables={"role-quiet": "red; } * { display: none"}),
        Theme("bad", primary="red", variables={"role-quiet": "$nope"}),
        Theme("bad", primary="red", variables={"role-quiet": ""}),
    ],
)
async def test_dry_run_refuses_and_changes_nothing(theme: Theme) -> None:
    app = Reader()
    async with app.run_test(size=(60, 45)) as pilot:
        before = fore(app.drawn("quiet"))
        problem = dry_run(app, theme, "bad.yaml")
        assert problem is not None
        assert (problem.code, problem.place.file) == ("theme", "bad.yaml")
        await pilot.pause()
        assert "bad" not in app.available_themes
        assert fore(app.drawn("quiet")) == before

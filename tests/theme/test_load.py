import subprocess
import sys
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES, Theme

from tui.brief.place import Problem
from tui.package_data import shipped
from tui.theme.colour import PALETTE
from tui.theme.file import ThemeKeys
from tui.theme.load import load_themes
from tui.theme.loaded import LoadedTheme
from tui.theme.textual_themes import BUILTIN, VARIABLES, palette_of_textual, parse_css
from tui.theme.to_textual import to_textual

BAD = Path(__file__).parents[3] / "shared" / "corpus" / "bad-inputs"


def write(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def one(folder: Path, text: str) -> LoadedTheme:
    found = load_themes([write(folder, text)])
    assert not [p for p in found.problems if p.severity == "error"], found.problems
    return next(iter(found.themes.values()))


def errors(folder: Path, text: str) -> list[Problem]:
    return [p for p in load_themes([write(folder, text)]).problems if p.severity == "error"]


@pytest.mark.skipif(not BAD.is_dir(), reason="the corpus is not here")
def test_invisible_theme_is_warned_of(tmp_path: Path) -> None:
    text = (BAD / "themes" / "invisible.yaml").read_text()
    (problem,) = load_themes([write(tmp_path, text)]).problems
    assert problem.severity == "warning"
    assert "`foreground` can hardly be read on background: contrast 1.0:1" in problem.message
    assert text.splitlines()[problem.place.line - 1].startswith("foreground:")


def test_low_contrast_is_a_warning_at_its_line(tmp_path: Path) -> None:
    text = 'primary: teal\nbackground: "#222"\nforeground: "#ddd"\nroles:\n  quiet: "#333"\n'
    found = load_themes([write(tmp_path, text)])
    assert [(p.severity, p.place.line, p.place.column) for p in found.problems] == [
        ("warning", 5, 10)
    ]
    assert "contrast 1.3:1" in found.problems[0].message
    assert "mine" in found.themes


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("name: a\nprimry: red\n", (2, 1), "did you mean `primary`?"),
        ("primary: red\nroles: {quiett: red}\n", (2, 9), "did you mean `quiet`?"),
        ("primary: red\nvariables: {footer-backgruond: red}\n", (2, 13), "`footer-background`?"),
        ("primary: red\nroles: {quiet: bold rad}\n", (2, 16), "did you mean `red`?"),
        ("primary: d08770\n", (1, 10), 'did you mean `"#d08770"`?'),
        ("primary: $secondary\nsecondary: $primary\n", (1, 10), "not a colour of this theme"),
        ("primary: $primary\n", (1, 10), "not a colour of this theme"),
        ("primary: ansi_red\n", (1, 10), "not those of the terminal"),
        ("primary: red\ntext_alpha: 2\n", (2, 13), "from 0 to 1"),
        ("primary: red\nluminosity_spread: .inf\n", (2, 20), "from 0 to 1"),
        ("primary: red\nvariables: {link-style: blink}\n", (2, 25), "not a text style"),
        ("primary: red\nroles: {name: red on}\n", (2, 15), "not a colour"),
        ("primary: red\nname: nord\n", (2, 7), "Textual's own"),
        ("primary: red\nname: '[/b]'\n", (2, 7), "a-z, 0-9"),
        ("primary: red\nname: a,b\n", (2, 7), "a-z, 0-9"),
        ("primary: red\nextends: mine\n", (2, 10), "extend each other: mine → mine"),
        ("extends: parley-drak\n", (1, 10), "no theme `parley-drak`"),
        ("title: nothing else\n", (1, 1), "`primary:` is missing"),
        ("- primary\n", (1, 1), "a theme is a map of keys"),
        ("primary: red\nvariables: red\n", (2, 12), "should be a map of texts"),
        ("# nothing yet\n", (1, 1), "says nothing yet"),
    ],
)
def test_mistakes_are_told_at_their_place(
    text: str, place: tuple[int, int], message: str, tmp_path: Path
) -> None:
    found = errors(tmp_path, text)
    assert any(message in p.message and (p.place.line, p.place.column) == place for p in found), (
        found
    )
    assert {p.code for p in found} == {"theme"}


def test_form_has_every_colour_of_the_palette() -> None:
    assert set(PALETTE) <= set(ThemeKeys.__dataclass_fields__)


def test_file_without_a_name_takes_that_of_the_file(tmp_path: Path) -> None:
    assert one(tmp_path, "primary: teal\n").name == "mine"


def test_references_follow_the_palette(tmp_path: Path) -> None:
    theme = one(
        tmp_path,
        'primary: "#112233"\naccent: $secondary\nsecondary: "#445566"\n'
        "roles: {name: bold $accent on $primary, source: $primary 50%}\n"
        "variables: {border: $accent, link-style: italic underline}\n",
    )
    assert theme.colours["accent"] == "#445566"
    assert theme.variables["border"].lower() == "#445566"
    assert theme.variables["link-style"] == "italic underline"
    assert theme.roles["name"].style == "bold"
    assert theme.variables["role-name-background"] != "transparent"
    assert theme.roles["source"].colour is not None
    assert theme.roles["source"].colour.alpha == 0.5


def test_theme_extends_another_in_a_chain(tmp_path: Path) -> None:
    write(tmp_path, "extends: b\nprimary: blue\n", "a.yaml")
    write(tmp_path, 'extends: parley-light\nroles: {quiet: "dim $primary"}\n', "b.yaml")
    found = load_themes([shipped("themes"), tmp_path])
    assert not found.problems
    theme = found.themes["a"]
    assert (theme.colours["primary"], theme.dark) == ("#0000FF", False)
    assert theme.colours["background"] == found.themes["parley-light"].colours["background"]
    assert found.themes["a"].roles["quiet"] != found.themes["b"].roles["quiet"]
    assert found.themes["a"].roles["problem"] == found.themes["parley-light"].roles["problem"]


def test_theme_extends_one_of_textual(tmp_path: Path) -> None:
    theme = one(tmp_path, "extends: nord\nroles: {disputed: $secondary}\n")
    assert theme.colours["primary"] == BUILTIN_THEMES["nord"].primary
    assert theme.variables["block-cursor-text-style"] == "none"


def test_cycles_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "primary: red\nextends: b\n", "a.yaml")
    write(tmp_path, "primary: red\nextends: a\n", "b.yaml")
    write(tmp_path, "primary: red\n", "c.yaml")
    found = load_themes([tmp_path])
    assert list(found.themes) == ["c"]
    assert any("a → b → a" in p.message for p in found.problems)


def test_child_of_a_bad_theme_says_so(tmp_path: Path) -> None:
    write(tmp_path, "primary: chartreux\n", "a.yaml")
    write(tmp_path, "extends: a\n", "b.yaml")
    found = load_themes([tmp_path])
    assert not found.themes
    assert {Path(p.place.file).name for p in found.problems} == {"a.yaml", "b.yaml"}


def test_later_folder_goes_first_but_not_when_broken(tmp_path: Path) -> None:
    first = write(tmp_path / "1", "name: x\nprimary: red\n")
    second = write(tmp_path / "2", "name: x\nprimary: blue\n")
    third = write(tmp_path / "3", "name: x\nprimary: [blue\n")
    found = load_themes([first, second, third, tmp_path / "not-there"])
    assert found.themes["x"].colours["primary"] == "#0000FF"
    assert [p.code for p in found.problems] == ["syntax"]


def test_broken_colour_in_a_later_folder_keeps_the_sound_namesake(tmp_path: Path) -> None:
    first = write(tmp_path / "1", "name: x\nprimary: red\n")
    second = write(tmp_path / "2", "name: x\nprimary: rad\n")
    found = load_themes([first, second])
    assert found.themes["x"].colours["primary"] == "#FF0000"
    assert len(found.problems) == 1


def test_namesakes_in_a_folder_are_refused(tmp_path: Path) -> None:
    write(tmp_path, "name: x\nprimary: red\n", "a.yaml")
    write(tmp_path, "name: x\nprimary: blue\n", "b.yaml")
    found = load_themes([tmp_path])
    assert found.themes["x"].path.name == "a.yaml"
    assert "`a.yaml` holds a theme named `x` already" in found.problems[0].message


def test_what_is_known_of_textual_is_so() -> None:
    made = BUILTIN_THEMES["textual-dark"].to_color_system().generate()
    assert set(BUILTIN_THEMES) == BUILTIN
    assert set(made) - set(PALETTE) == VARIABLES


@pytest.mark.parametrize("name", load_themes([shipped("themes")]).themes)
def test_a_palette_is_what_textual_makes_of_the_theme(name: str) -> None:
    theme = load_themes([shipped("themes")]).themes[name]
    made = palette_of_textual(to_textual(theme))
    assert theme.palette.keys() == made.keys()
    for key, colour in made.items():
        ours = theme.palette[key]
        assert ours[3:] == colour[3:], key
        # Textual converts a colour on the way, and rounds it down.
        assert max(abs(a - b) for a, b in zip(ours[:3], colour[:3], strict=True)) <= 1, key


def test_a_theme_that_leaves_colours_open_gets_those_of_textual(tmp_path: Path) -> None:
    theme = one(tmp_path, 'primary: "#e3b04b"\nboost: "#ffffff20"\n')
    made = palette_of_textual(Theme("mine", primary="#e3b04b", boost="#ffffff20"))
    assert theme.palette == {**made, "primary": parse_css("#e3b04b")}


def test_shipped_themes_are_loaded_without_textual() -> None:
    code = (
        "import sys; from tui.package_data import shipped; from tui.theme.load import load_themes\n"
        "assert load_themes([shipped('themes')]).themes; print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"textual", "rich"} & set(done.stdout.split()) == set()

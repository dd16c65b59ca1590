"""The README says what is there, all of it, and what it shows works."""

import argparse
import ast
import re
import shlex
from dataclasses import fields
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from runpy import run_path

import pytest

from tui import cli
from tui.blocks import SIGNS
from tui.brief import rules
from tui.brief.load import load
from tui.brief.tables.columns import NAMES
from tui.cli import run
from tui.commands import registry
from tui.presentation.view import View
from tui.rendering.text import brief_text
from tui.sections import sections
from tui.settings.config import FILE, Config, load_config
from tui.theme.load import load_themes

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CODED = {word for span in re.findall(r"`([^`\n]+)`", README) for word in (span, *span.split())}


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


def example(*beginnings):
    """The YAML that begins with one of these keys."""
    keys = tuple(f"{key}:" for key in beginnings)
    return "".join(each for each in blocks("yaml") if each.startswith(keys))


def commands():
    names = [each.name for each in iter_modules(cli.__path__)]
    return {name.rstrip("_"): import_module(f"tui.cli.{name}") for name in names}


def options(command):
    parser = argparse.ArgumentParser(add_help=False)
    command.arguments(parser)
    return {word for action in parser._actions for word in action.option_strings}


def codes_of_rules():
    """The code is the text before the message: in `warning(record, field, code, message)` too."""
    at = {"Problem": 1, "warning_at": 1, "warning": 2, "error": 2}
    for path in Path(rules.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in at:
                yield ast.literal_eval(node.args[at[ast.unparse(node.func)]])


def codes_of_the_reader():
    at = {"Problem": 1, "_problem": 1, "Slip": 2, "report": 2, "warn": -2, "stop": 2, "error": 1}
    for path in sorted((ROOT / "tui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = ast.unparse(node.func).rpartition(".")[2] if isinstance(node, ast.Call) else ""
            if name in at and len(node.args) > 1:
                code = node.args[at[name]] if len(node.args) > at[name] else None
                if isinstance(code, ast.Constant) and re.fullmatch("[a-z]+", str(code.value)):
                    yield code.value


def test_its_tables_of_tabs_and_keys_say_what_the_registries_say():
    """`python tests/readme_tables.py` writes them again."""
    tables = run_path(str(ROOT / "tests/readme_tables.py"))
    assert tables["renewed"](README).splitlines() == README.splitlines()
    for each in registry().values():
        cells = [each.help, *(f"`{tables['key_name'](key)}`" for key in each.key_names)]
        assert any(all(cell in line for cell in cells) for line in README.splitlines()), each.id


def test_it_names_every_folder():
    parts = {path.name for path in (ROOT / "tui").iterdir() if (path / "__init__.py").exists()}
    named = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", README, re.M)
    assert parts <= {word for cell in named for word in re.findall(r"`(\w+)`", cell)}


def test_it_names_every_command_and_option():
    for name, command in commands().items():
        assert f"parley {name}" in README
        for option in options(command):
            assert option in CODED


def test_the_commands_it_shows_exist():
    assert set(re.findall(r"`parley ([a-z]+)", README)) == set(commands())
    for option in re.findall(r"^\| `(--[a-z-]+)[^`]*` \| `([a-z]+)`", README, re.M):
        assert option[0] in options(commands()[option[1]])


def test_it_names_every_problem_code():
    found = {*codes_of_rules(), *codes_of_the_reader()}
    assert len(found) > 40
    assert found - CODED == set()


def test_it_names_every_theme_and_sign():
    for name in load_themes((ROOT / "themes",)).themes:
        assert name in CODED
    for sign in SIGNS:
        assert f"| `{sign.glyph}` | `{sign.ascii}` | {sign.word}" in README


def test_the_brief_it_shows_is_sound(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text(example("parley", "conflict"), "utf-8")
    reading = load(path)
    assert reading.problems == ()
    assert "over 40" in brief_text(View(reading), sections(), 80)


def test_the_series_it_shows_are_sound(tmp_path):
    path, table = tmp_path / "brief.yaml", tmp_path / "data" / "killed.csv"
    table.parent.mkdir()
    table.write_text("date,estimate,low,told by,country\n16/1/2031,3,2,The Gazette,Northland\n")
    path.write_text(example("parley", "conflict", "  series"), "utf-8")
    reading = load(path)
    assert reading.problems == ()
    page = brief_text(View(reading), sections(), 100)
    for line in ("4–7, corrected to 9", "3 (at least 2)", "The Gazette", "HELD AGAINST"):
        assert line in page


def test_the_less_simple_things_it_shows_are_sound(tmp_path, capsys):
    path = tmp_path / "brief.yaml"
    head = example("parley").partition("\nrounds:")[0]
    path.write_text(f"{head}\n{example('rounds')}", "utf-8")
    assert run(["check", "--strict", str(path)]) == 0
    assert capsys.readouterr() == ("", "")
    assert run(["print", "--width", "100", str(path)]) == 0
    page = " ".join(capsys.readouterr().out.split())
    for words in (
        "for Wed 12 Mar 2031", "to Wed 19 Mar 2031", "Northland and Southland",
        "chief negotiator", "Ambassador", "at most 1,000", "violated", "Sat 1 Mar 2031",
        "civilians", "counted up to Sun 9 Mar 2031", "300, set aside",
        "counted after the roads were open",
    ):  # fmt: skip
        assert words in page, words


def test_it_names_every_column_of_a_table():
    assert {*NAMES, *(name for names in NAMES.values() for name in names)} - CODED == set()


def test_the_theme_it_shows_can_be_worn(tmp_path):
    (tmp_path / "evening.yaml").write_text(example("name"), "utf-8")
    found = load_themes((ROOT / "themes", tmp_path))
    assert "evening" in found.themes
    assert found.problems == ()


def test_the_configuration_it_shows_is_sound_and_whole(tmp_path):
    path = tmp_path / FILE
    path.write_text(example("library"), "utf-8")
    found = load_config(path)
    assert found.problems == ()
    assert all(getattr(found.config, each.name) for each in fields(Config))


def test_the_tab_and_the_rule_it_shows_work(tmp_path):
    tab, rule = blocks("python")
    path = tmp_path / "brief.yaml"
    path.write_text("parley: 1\nid: a\ntitle: T\nparties: [{id: north}]\n"
                    "people: [{id: amber, name: Ada Amber, note: Wrote it.}]\n")  # fmt: skip
    reading = load(path)
    names = {}
    exec(tab, names)
    assert "Ada Amber" in brief_text(View(reading), (names["SECTION"],), 80)
    exec("from tui.brief.rules.talks import *\nfrom tui.brief.checked import Checked", names)
    exec(rule, names)
    (problem,) = names["person_without_title"](names["Checked"](reading.brief, reading.register))
    assert problem.place.line == 5


def test_files_it_leads_to_are_there():
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    paths = re.findall(r"`((?:briefs|themes|tui|tests|\.ci|\.assets)/[\w./-]*)`", README)
    examples = {
        "themes/evening.yaml", "tui/sections/glossary.py",
        "tests/brief/faults/person-without-title.yaml",
    }  # fmt: skip
    assert [each for each in {*linked, *paths} - examples if not (ROOT / each).exists()] == []


@pytest.mark.parametrize("line", [line for block in blocks("sh") for line in block.splitlines()])
def test_a_command_for_a_fresh_machine_is_one_line_and_refers_to_what_is_there(line):
    words = shlex.split(line)
    assert words[0] in {"uv", "python3"} or words[0].startswith(".venv/bin/")
    for word in words:
        assert not word.startswith("briefs/") or (ROOT / word).is_file()

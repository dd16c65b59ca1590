import re
from dataclasses import fields

import pytest

from tui.cli import run
from tui.commands import registry
from tui.settings.config import Config, load_config
from tui.settings.keymap import keymap


@pytest.fixture
def config(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return tmp_path / "parley" / "config.yaml"


def test_its_path_and_nothing_else(config, capsys):
    assert run(["config", "--path"]) == 0
    assert capsys.readouterr().out == f"{config}\n"


def test_without_one(config, capsys):
    assert run(["config"]) == 0
    assert "`parley config --init` writes one" in capsys.readouterr().out


def test_a_first_one_says_nothing_and_explains_everything(config, capsys):
    assert run(["config", "--init"]) == 0
    text = config.read_text("utf-8")
    assert all(line.startswith("#") or not line for line in text.splitlines())
    assert load_config(config).config == Config()
    for each in fields(Config):
        assert each.name == "spot" or f"# {each.name}:" in text
    for action in registry().values():
        assert f"#   {action.id}: " in text
        assert action.help in text
    assert run(["config"]) == 0


def test_a_first_one_taken_out_of_its_comments_changes_nothing(config):
    run(["config", "--init"])
    text = re.sub(r"^# (?=\w+:( |$)|  )", "", config.read_text("utf-8"), flags=re.M)
    config.write_text(text, "utf-8")
    found = load_config(config)
    assert found.problems == ()
    assert len(found.config.keys.overrides) == len(registry())
    given = keymap(found.config.keys, registry())
    assert given.problems == []
    assert given.keys == {each.id: each.key_names for each in registry().values()}


def test_one_that_is_there_is_left_as_it_is(config, capsys):
    config.parent.mkdir()
    config.write_text("theme: parley-light\n")
    assert run(["config", "--init"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert config.read_text() == "theme: parley-light\n"


def test_a_folder_that_cannot_be_made(config, capsys):
    config.parent.parent.joinpath("parley").write_text("no folder")
    assert run(["config", "--init"]) == 2
    assert "parley" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("them: x\n", ":1:1: warning: unknown: unknown key `them`, did you mean `theme`?"),
        ("theme: parley-lihgt\n", ":1:8: theme: there is no theme `parley-lihgt`; did you mean"),
        ("zone: Europe/Londn\n", ":1:7: zone: unknown time zone"),
        ("library: /nowhere\n", ":1:10: folder: there is no folder `/nowhere`"),
        ("keys: [a]\n", ":1:7: type: `keys` should be a map of actions, not a list"),
        ("keys:\n  app.help: {a: b}\n", ":2:13: type: `app.help` should be a key"),
        ("keys:\n  app.hlp: x\n", ":2:3: unknown: unknown action `app.hlp`, did you mean"),
        ("keys:\n  app.help: q\n", ":2:13: conflict: `q` already means `app.leave`"),
        ("theme: [\n", "syntax"),
    ],
)
def test_what_is_wrong_with_its_place(config, capsys, text, told):
    config.parent.mkdir()
    config.write_text(text)
    assert run(["config"]) == (0 if "warning" in told else 1)
    assert told in capsys.readouterr().out

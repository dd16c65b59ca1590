"""`parley redact`: where it writes, what it says, and what it refuses."""

import stat

import pytest

from tui.brief.load import load
from tui.cli import run

BRIEF = """\
parley: 1
id: talks
title: Talks
parties:
  - {id: ua, name: Ukraine}
  - {id: ru, name: Russia, confidential: internal}  # a remark
"""


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(BRIEF)
    return path


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def redacted(*words):
    return run(["redact", *map(str, words)])


def test_a_new_brief_and_what_is_not_in_it(brief, tmp_path, capsys):
    out = tmp_path / "new" / "out.yaml"
    assert redacted(brief, "-o", out) == 0
    said = capsys.readouterr()
    assert said.out == f"{out}: 1 thing left out\n"
    assert said.err == f"{brief}:6: parties ru: marked internal\n"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert names(out.parent) == ["out.yaml"]
    assert "Russia" not in out.read_text()
    assert "remark" not in out.read_text()
    assert load(out).problems == ()
    assert brief.read_text() == BRIEF


def test_up_to_a_level(brief, tmp_path, capsys):
    out = tmp_path / "out.yaml"
    assert redacted(brief, "-o", out, "--level", "internal") == 0
    assert "Russia" in out.read_text()
    assert "0 things left out" in capsys.readouterr().out
    assert redacted(brief, "-o", out, "--level", "secret") == 2
    assert "there are public, internal, embargo, confidential" in capsys.readouterr().err


def test_nothing_that_is_there_is_written_over(brief, tmp_path, capsys):
    out = tmp_path / "out.yaml"
    out.write_text("mine")
    assert redacted(brief, "-o", out) == 2
    assert out.read_text() == "mine"
    assert "--force" in capsys.readouterr().err
    out.chmod(0o644)
    assert redacted(brief, "-o", out, "--force") == 0
    assert "Ukraine" in out.read_text()
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.parametrize("way", ["itself", "link"])
def test_never_over_what_it_is_made_from(brief, tmp_path, way, capsys):
    out = brief
    if way == "link":
        out = tmp_path / "link.yaml"
        out.symlink_to(brief)
    assert redacted(brief, "-o", out, "--force") == 2
    assert "made from" in capsys.readouterr().err
    assert brief.read_text() == BRIEF


def test_a_table_goes_along_and_never_over_another(brief, tmp_path, capsys):
    brief.write_text(BRIEF + "conflict:\n  series: [{id: k, name: Killed, file: data/k.csv}]\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "k.csv").write_text("date,value\n2025-01-01,3\n")
    assert redacted(brief, "-o", tmp_path / "out.yaml", "--force") == 2
    assert "k.csv:1:1: save: is what the new brief is made from" in capsys.readouterr().err
    out = tmp_path / "away" / "out.yaml"
    assert redacted(brief, "-o", out) == 0
    assert load(out).brief.conflict.series[0].rows[0].value.best == 3


def test_a_folder_brief_becomes_a_folder(tmp_path, capsys):
    folder = tmp_path / "b"
    folder.mkdir()
    (folder / "brief.yaml").write_text(BRIEF)
    (folder / "more.yaml").write_text("venues: [{id: v, name: Hall}]\n")
    out = tmp_path / "out"
    assert redacted(folder, "-o", out) == 0
    assert names(out) == ["brief.yaml", "more.yaml"]
    assert names(tmp_path) == ["b", "out"]
    assert redacted(folder, "-o", out, "--force") == 2  # an old file would be a part of the new
    assert redacted(folder / "brief.yaml", "-o", folder / "new.yaml") == 2
    assert "would be a part of it" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "code", "why"),
    [
        (BRIEF + "handling: internal\n", 2, "the brief itself is `internal`"),
        (BRIEF + "rounds: [{id: r}]\n", 1, "is missing; what cannot be read"),
    ],
)
def test_why_nothing_is_written(brief, tmp_path, text, code, why, capsys):
    brief.write_text(text)
    assert redacted(brief, "-o", tmp_path / "out.yaml", "--level", "public") == code
    assert why in capsys.readouterr().err
    assert names(tmp_path) == ["talks.yaml"]


def test_levels_of_the_configuration(brief, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    (tmp_path / "c" / "parley").mkdir(parents=True)
    config = tmp_path / "c" / "parley" / "config.yaml"
    config.write_text("handling_levels: [TLP:CLEAR, TLP:AMBER, TLP:RED]\n")
    brief.write_text(BRIEF.replace("internal", "TLP:AMBER"))
    assert redacted(brief, "-o", tmp_path / "a.yaml", "--level", "TLP:AMBER") == 0
    assert "Russia" in (tmp_path / "a.yaml").read_text()
    assert redacted(brief, "-o", tmp_path / "b.yaml") == 0
    assert "Russia" not in (tmp_path / "b.yaml").read_text()

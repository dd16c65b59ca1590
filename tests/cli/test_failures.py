"""`print` and `check` where a part of Parley itself fails."""

from importlib import import_module

import pytest

from tui.brief import load as reading
from tui.cli import run
from tui.failure.report import log_path
from tui.presentation import registers
from tui.sections import sections

BRIEF = """\
parley: 1
id: talks
title: River talks
parties: [{id: north, name: North}]
rounds:
  - {id: a, title: First round, status: concluded, when: 2031-02-01}
sources: [{id: gazette, title: The Gazette}]
"""


def fail(*_):
    raise ZeroDivisionError("planted")


@pytest.fixture
def brief(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    path = tmp_path / "talks.yaml"
    path.write_text(BRIEF)
    return str(path)


@pytest.fixture
def broken(monkeypatch):
    def plant(name, part):
        module = import_module(f"tui.sections.{name}")
        monkeypatch.setattr(module, "SECTION", module.SECTION._replace(**{part: fail}))
        sections.cache_clear()

    yield plant
    monkeypatch.undo()
    sections.cache_clear()


@pytest.mark.parametrize("how", [[], ["--linear"], ["--ascii"], ["--width", "30"]])
@pytest.mark.parametrize("part", ["rows", "detail"])
def test_one_section_fails_and_the_others_are_printed(capsys, brief, broken, part, how):
    assert run(["print", brief, *how]) in (0, 1)
    whole = capsys.readouterr().out
    broken("rounds", part)
    assert run(["print", brief, *how]) == 70
    out, err = capsys.readouterr()
    words = " ".join(out.split())
    assert "could not be worked out" in words
    assert "This is an error of Parley, not of the brief: ZeroDivisionError: planted" in words
    assert "ZeroDivisionError: planted" in err
    assert "ZeroDivisionError: planted" in log_path().read_text()
    assert "The Gazette" in out
    assert "North" in out
    for heading in ("Timeline", "TIMELINE", "Who is who", "WHO IS WHO"):
        assert out.count(heading) == whole.count(heading)


@pytest.mark.parametrize("how", [[], ["--linear"]])
def test_with_a_filter(capsys, brief, broken, how):
    broken("rounds", "rows")
    assert run(["print", brief, "--filter", "gazette", *how]) == 70
    out = capsys.readouterr().out
    assert "“Rounds” could not be worked out" in " ".join(out.split())
    assert "The Gazette" in out
    assert "First round" not in out


@pytest.mark.parametrize("how", [[], ["--linear"]])
def test_who_is_who_and_a_dossier(capsys, brief, monkeypatch, how):
    monkeypatch.setattr(registers, "who_is_who", fail)
    assert run(["print", brief, *how]) == 70
    out = capsys.readouterr().out
    assert "“Who is who” could not be worked out" in out
    assert "First round" in out
    monkeypatch.setattr("tui.presentation.dossier.dossier", fail)
    assert run(["print", brief, "--about", "north", *how]) == 70
    assert "The dossier could not be worked out" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["print", "check", "diff"])
def test_a_brief_that_we_fail_to_read(capsys, brief, monkeypatch, command):
    monkeypatch.setattr(reading, "load", fail)
    assert run([command, brief, *([brief] if command == "diff" else [])]) == 70
    told = "".join(capsys.readouterr())
    assert "talks.yaml:1:1: parley: The state of the brief could not be worked out" in told
    assert "Traceback" not in told

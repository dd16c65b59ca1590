"""What `parley find` says of what is marked."""

import json
import shutil
from pathlib import Path

import pytest

from tui.cli import run

MARKED = Path(__file__).parents[1] / "presentation" / "marked.yaml"
"""Each text of something confidential has the word Zqx in it, and no other has."""
HEAD = "parley: 1\nid: talks\ntitle: Talks\n"
ROUNDS = """rounds:
  - {id: r1, title: Open round, confidential: "TLP:CLEAR"}
  - {id: r2, title: Closed round, confidential: "TLP:RED"}
"""


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "briefs"
    folder.mkdir()
    return folder


@pytest.fixture
def levels(tmp_path, monkeypatch):
    """Levels of handling of one's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    config = tmp_path / "c" / "parley" / "config.yaml"
    config.parent.mkdir(parents=True)

    def write(*names):
        config.write_text(f"handling_levels: [{', '.join(names)}]\n")

    return write


def found(capsys, *words):
    run(["find", *words])
    return capsys.readouterr().out


def test_marks_are_judged_by_the_levels_of_the_configuration(library, levels, capsys):
    (library / "a.yaml").write_text(HEAD + ROUNDS)
    assert "Open round [confidential: TLP:CLEAR]" in found(capsys, "round", str(library))
    levels('"TLP:CLEAR"', '"TLP:RED"')
    lines = found(capsys, "round", str(library)).splitlines()
    titles = {line.partition(": ")[2].partition(" —")[0] for line in lines}
    assert titles == {"Open round", "Closed round [TLP:RED]"}
    assert "Open round" not in found(capsys, "is:confidential", str(library))
    levels('"TLP:RED"')
    assert "Closed round [" not in found(capsys, "round", str(library))


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_filter_that_hides_what_is_marked_tells_no_word_of_it(library, levels, capsys, form):
    shutil.copy(MARKED, library)
    out = found(capsys, "not is:confidential", str(library), *form)
    assert "Zqx" not in out
    assert "Other event" in out
    assert "Zqx" in found(capsys, "Other", str(library), *form)


def test_where_an_unknown_key_stands_is_none_of_its_words(library, levels, capsys):
    (library / "a.yaml").write_text(HEAD + "people:\n  - {id: anna, name: Anna, party: north}\n")
    (line,) = found(capsys, "--json", "north", str(library)).splitlines()
    assert json.loads(line)["text"] == "north"

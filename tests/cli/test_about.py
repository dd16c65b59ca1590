from pathlib import Path

import pytest

from tui.cli import run

ROOT = Path(__file__).parents[2]
ISTANBUL = str(ROOT / "briefs/istanbul-2025.yaml")
BRIEFS = str(ROOT / "briefs")


def test_about_prints_the_dossier_and_nothing_else(capsys):
    assert run(["print", ISTANBUL, "--about", "medinsky", "--width", "80"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Russia–Ukraine: second round")
    assert "· public\n\nVladimir Medinsky" in out
    assert "OF           Kremlin → Russia" in out
    assert "DELIVERABLES" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_about_an_unknown_id_offers_the_nearest(capsys):
    assert run(["print", ISTANBUL, "--about", "medinski"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("no record has the id `medinski`; did you mean `medinsky` or")


def test_about_something_unlike_any_id(capsys):
    assert run(["print", ISTANBUL, "--about", "\x1b[2J"]) == 2
    assert capsys.readouterr().err == "no record has the id `<1B>[2J`\n"


def test_about_looks_in_every_brief(capsys):
    assert run(["print", BRIEFS, "--about", "ruto"]) == 0
    out = capsys.readouterr().out
    assert "William Ruto" in out
    assert "Istanbul" not in out


def test_about_in_ascii(capsys):
    assert run(["print", ISTANBUL, "--about", "kyslytsya", "--ascii"]) == 0
    assert "!=" in capsys.readouterr().out


def test_about_or_a_section_and_not_both(capsys):
    with pytest.raises(SystemExit) as stopped:
        run(["print", ISTANBUL, "--about", "r1", "--section", "rounds"])
    assert stopped.value.code == 2
    assert "not allowed with" in capsys.readouterr().err


def test_who_is_who_stands_at_the_end_of_the_whole_brief_only(capsys):
    assert run(["print", ISTANBUL, "--width", "100"]) == 0
    out = capsys.readouterr().out
    end = out[out.rindex("WHO IS WHO\n====") :]
    assert "THE BRIEF\n=====" in end
    assert [line for line in ("Parties", "Organizations", "People", "Venues") if line in end]
    assert "Kiev  Kyiv" in end
    run(["print", ISTANBUL, "--section", "rounds"])
    assert "WHO IS WHO" not in capsys.readouterr().out

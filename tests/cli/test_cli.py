import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rich.cells import cell_len

import tui
from tui.blocks import SIGNS
from tui.cli import run
from tui.sections import sections

ROOT = Path(__file__).parents[2]
ISTANBUL = ROOT / "briefs" / "istanbul-2025.yaml"
FINE = "parley: 1\nid: a\ntitle: The talks\n"
ODD = FINE + "colour: red\n"
WRONG = "parley: 1\nid: a\n"


@pytest.fixture
def brief(tmp_path):
    def write(text, name="brief-a.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def parley(*words, **options):
    options = {"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": 60} | options
    return subprocess.run(
        [sys.executable, "-m", "tui", *map(str, words)], cwd=ROOT, check=False, **options
    )


# --- check


def test_check_says_nothing_of_a_sound_brief(brief, capsys):
    assert run(["check", brief(FINE)]) == 0
    assert capsys.readouterr() == ("", "")


def test_check_names_file_line_column_code_and_message(brief, capsys):
    path = brief(WRONG)
    assert run(["check", path]) == 1
    assert capsys.readouterr().out == f"{path}:1:1: required: `title:` is missing\n"


def test_a_warning_is_told_and_counts_only_when_strict(brief, capsys):
    path = brief(ODD)
    assert run(["check", path]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{path}:4:1: warning: unknown: unknown key `colour`; known are ")
    assert out.count("\n") == 1
    assert run(["check", "--strict", path]) == 1


def test_check_tells_what_cannot_be_read_from_what_is_wrong(brief, tmp_path, capsys):
    assert run(["check", brief(WRONG), str(tmp_path / "nowhere.yaml")]) == 2
    out = capsys.readouterr().out
    assert "`title:` is missing" in out
    assert "nowhere.yaml:1:1: missing: there is no such file" in out


def test_check_refuses_a_folder_without_a_brief(tmp_path, capsys):
    assert run(["check", str(tmp_path)]) == 2
    assert "library: no brief here" in capsys.readouterr().out


def test_check_looks_through_a_library(brief, tmp_path, capsys):
    brief(FINE)
    brief(WRONG, "brief-b.yaml")
    assert run(["check", str(tmp_path)]) == 1
    assert "brief-b.yaml:1:1" in capsys.readouterr().out


def test_the_briefs_that_come_with_parley_are_sound(capsys):
    assert run(["check", "--strict", str(ROOT / "briefs")]) == 0
    assert capsys.readouterr().out == ""


def test_nothing_that_commands_a_terminal_leaves_check(brief, capsys):
    assert run(["check", brief(FINE + '"\\e]52;c;eA==\\a": red\n')]) == 0
    out = capsys.readouterr().out
    assert "unknown key" in out
    assert not set(out) & {"\x1b", "\x07", "\x9b"}


# --- print


def test_print_holds_every_tab_in_its_order(capsys):
    assert run(["print", str(ISTANBUL)]) == 0
    out = capsys.readouterr().out
    places = [out.index(f"\n{section.title.upper()}\n") for section in sections()]
    assert places == sorted(places)


def test_print_one_section(capsys):
    assert run(["print", "--section", "rounds", str(ISTANBUL)]) == 0
    out = capsys.readouterr().out
    assert "\nROUNDS\n" in out
    assert "\nMEDIATION\n" not in out


@pytest.mark.parametrize("width", [60, 72, 200])
def test_print_keeps_to_the_width(width, capsys):
    assert run(["print", "--width", str(width), str(ISTANBUL)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("width", [60, 80, 200])
def test_ascii(width, capsys):
    assert run(["print", "--ascii", "--width", str(width), str(ISTANBUL)]) == 0
    out, err = capsys.readouterr()
    assert out.isascii()
    assert max(map(len, out.splitlines())) <= width
    assert "Ciragan" in out
    assert all(sign.ascii in out for sign in SIGNS[:6])
    assert err == ""  # it was asked for, and no letter is lost


def test_a_letter_that_has_no_likeness_is_told_of(brief, capsys):
    assert run(["print", "--ascii", brief(FINE.replace("The", "中"))]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("? talks")
    assert "as ? where there is none" in err


def test_print_shows_what_is_sound_and_tells_the_rest_aside(brief, capsys):
    assert run(["print", brief(FINE + "rounds: 3\n")]) == 1
    out, err = capsys.readouterr()
    assert out.startswith("The talks\n")
    assert ":4:9: type: " in err


def test_print_of_nothing(tmp_path, capsys):
    assert run(["print", str(tmp_path / "nowhere.yaml")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "there is no such file" in err


def test_several_briefs_are_printed_one_after_the_other(brief, capsys):
    assert run(["print", brief(FINE), brief(FINE.replace("The", "More"), "brief-b.yaml")]) == 0
    out = capsys.readouterr().out
    assert out.index("The talks") < out.index("\n\nMore talks")


def test_an_output_without_the_letters_is_written_all_the_same():
    done = parley("print", ISTANBUL, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"Ciragan" in done.stdout
    assert b"Shown in ASCII alone" in done.stderr


@pytest.mark.parametrize(
    ("encoding", "told"), [("ascii", b"colour ~ c"), ("koi8-r", b"colour \x97 c")]
)
def test_what_is_wrong_is_told_in_the_letters_of_the_output(brief, encoding, told):
    """A message quotes the file; 中 has no likeness and comes as its number, so none is lost."""
    path = brief(FINE + '"colour ≈ ç中": red\n')
    done = parley("check", path, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert told + rb"\u4e2d" in done.stdout


def test_linear_is_one_thing_a_line(capsys):
    assert run(["print", "--linear", str(ISTANBUL)]) == 0
    out = capsys.readouterr().out
    assert "\nSection: Rounds, 4 records\n" in out
    assert "\nRecord 4 of 4: Second round, Istanbul 2025\n" in out
    assert "\nPart: At the table\n" in out
    assert "venue: Dolmabahçe Palace. finer, not contrary. source: s000, paragraph 5\n" in out
    assert not re.search(r"\S {2}", out)
    assert not set(out) & set("≠≈∥⇄∅†‼•■□░▒━│─●○→¶█")


def test_linear_goes_with_the_other_options(capsys):
    words = ["print", "--linear", "--ascii", "--width", "40", "--section", "rounds"]
    assert run([*words, "--filter", "Dolmabahçe", str(ISTANBUL)]) == 0
    out = capsys.readouterr().out
    assert out.isascii()
    assert max(map(len, out.splitlines())) <= 40
    assert "Section: Rounds, 1 record\n" in out
    assert run(["print", "--linear", "--about", "medinsky", str(ISTANBUL)]) == 0
    out = capsys.readouterr().out
    assert "\nRecord: Vladimir Medinsky\n" in out


# --- open


@pytest.mark.parametrize("words", [[], ["open"]])
def test_open_needs_a_terminal(words):
    done = parley(*words, ISTANBUL, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("parley needs a terminal to draw on")
    assert done.stdout == ""


@pytest.mark.parametrize(("term", "said"), [("dumb", "TERM is dumb"), ("", "TERM is not set")])
def test_open_refuses_a_terminal_that_cannot_be_drawn_on(term, said):
    done, sent = _on_a_terminal(ISTANBUL, TERM=term)
    assert done == 2
    assert sent.startswith(said)
    assert "\x1b" not in sent


def test_open_refuses_what_is_not_there():
    done, sent = _on_a_terminal("nowhere.yaml")
    assert done == 2
    assert sent.startswith("nowhere.yaml: there is no such file or folder")
    assert "`parley new nowhere.yaml`" in sent


def test_open_refuses_a_theme_that_is_not_there():
    done, sent = _on_a_terminal("--theme", "crimson", ISTANBUL)
    assert done == 2
    assert sent.startswith("there is no theme `crimson`; there are contrast-dark, contrast-light")


def _on_a_terminal(*words, **env):
    main, side = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", **env}
    try:
        done = parley(*words, stdin=side, stdout=side, stderr=side, capture_output=False, env=env)
        return done.returncode, os.read(main, 65536).decode()
    finally:
        os.close(main)
        os.close(side)


# --- the command line


@pytest.mark.parametrize("word", ["--help", "-h"])
def test_help_names_every_command(word, capsys):
    assert run([word]) == 0
    out = capsys.readouterr().out
    assert {line.split()[0] for line in out.splitlines() if line.startswith("  ")} >= {
        "check", "open", "print",
    }  # fmt: skip


@pytest.mark.parametrize("command", ["check", "open", "print"])
def test_every_command_has_help(command, capsys):
    with pytest.raises(SystemExit) as end:
        run([command, "--help"])
    assert end.value.code == 0
    assert "path" in capsys.readouterr().out


def test_version(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"parley {tui.__version__}\n"


@pytest.mark.parametrize(
    "words", [["check"], ["--nonsense"], ["print", "--section", "weather", "a"]]
)
def test_a_wrong_command_line_is_explained_with_code_2(words, capsys):
    with pytest.raises(SystemExit) as end:
        run(words)
    assert end.value.code == 2
    assert "usage: parley" in capsys.readouterr().err


# --- the machine


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        (("--version",), {"textual", "rich", "watchfiles", "yaml"}),
        (("--help",), {"textual", "watchfiles"}),
        (("check", ISTANBUL), {"textual", "rich", "watchfiles", "asyncio", "tui.brief.tables"}),
        (("print", ISTANBUL), {"textual", "watchfiles", "asyncio", "rich.console"}),
        (("print", ISTANBUL), {"tui.rendering.curves"}),
    ],
)
def test_a_command_brings_in_no_more_than_it_needs(words, absent):
    code = (
        "import sys; from tui.cli import run; code = run(sys.argv[1:]);"
        "sys.stderr.write('\\n'.join(sys.modules)); sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert absent & set(done.stderr.split()) == set()


def test_a_reader_who_leaves_early_is_no_mistake():
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as gone:
        done = parley("print", ISTANBUL, capture_output=False, stdout=gone, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [("--help",), ("print", ISTANBUL)])
def test_a_full_disk_is_told(words):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = parley(*words, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr == b"parley: the output could not be written, the disk is full\n"


def test_a_closed_output_is_no_crash():
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m tui print "{ISTANBUL}" >&-'],
        cwd=ROOT, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


BEFORE_FIRST_PAINT = Path(__file__).with_name("before_first_paint.txt")


def test_a_start_brings_in_only_what_the_first_paint_shows():
    """A module that is new here takes its time from every start: import it later, or add it.

    `python tests/cli/first_paint.py > tests/cli/before_first_paint.txt` writes the list again.
    """
    script = Path(__file__).with_name("first_paint.py")
    done = subprocess.run(
        [sys.executable, script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == BEFORE_FIRST_PAINT.read_text().split()


def test_two_heads_without_lists_are_printed(tmp_path, capsys):
    """A delegation may have several claims about its head and no list of members."""
    brief = tmp_path / "two.yaml"
    brief.write_text(
        "parley: 1\nid: b\ntitle: T\nparties: [{id: p, name: P}]\nsources: [{id: s}]\n"
        "people: [{id: a, name: Ann}, {id: b, name: Ben}]\n"
        "rounds: [{id: r, title: R, status: scheduled, when: 2031}]\n"
        "delegations: [{party: p, round: r, head: {claims: "
        "[{value: a, src: s}, {value: b, src: s}]}}]\n"
    )
    assert run(["print", str(brief), "--section", "disputes"]) == 0
    out = capsys.readouterr().out
    assert "Ann" in out
    assert "Ben" in out
    assert "listed" not in out

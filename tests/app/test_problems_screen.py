import pytest
from rich.cells import cell_len

from tui.screens.problems import ProblemsScreen

HEAD = "parley: 1\nid: talks\ntitle: River talks\nrounds:\n"


def row_of(text_before):
    return f"{text_before}status: nonsense_word, title: Fourth, when: 2031-02-01}}\n"


BEFORE = {
    "plain": "  - {id: a, ",
    "wide": "  - {id: a, note: 和平談判和平談判, ",
    "accents": "  - {id: a, note: e\u0301e\u0301a\u0308 Çırağan, ",
    "emoji": "  - {id: a, note: 🕊️🤝, ",
    "zero width": '  - {id: a, note: "a\u200bb", ',
    "tabs": "  - {id: a,\t\tnote: x,\t",
    "markup": "  - {id: a, note: '[b]bold[/b]', ",
}


@pytest.mark.parametrize("name", BEFORE)
async def test_the_caret_stands_under_the_place(sit, tmp_path, name):
    path = tmp_path / "talks.yaml"
    path.write_text(HEAD + row_of(BEFORE[name]), encoding="utf-8")
    async with sit(path, size=(160, 40)) as reader:
        await reader.press("exclamation_mark")
        await reader.until(lambda: isinstance(reader.screen, ProblemsScreen))
        pane = reader.screen.query_one("ListDetail")
        rows = pane.query_one("RowList").rows
        at = next(i for i, row in enumerate(rows) if "nonsense_word" in row.title[0].text)
        await reader.press("g", *"j" * at)
        await reader.sees("^")
        lines = reader.lines
        caret = next(i for i, line in enumerate(lines) if line.rstrip("▁▂▃▄▅▆▇█ ").endswith("^"))
        # The gutter counts for both: cells before the caret, cells before the word.
        under = cell_len(lines[caret][: lines[caret].rindex("^")])
        above = lines[caret - 1]
        assert under == cell_len(above[: above.index("nonsense_word")])


async def test_the_place_is_told_in_full(sit, tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(HEAD + row_of(BEFORE["plain"]))
    async with sit(path, size=(160, 40)) as reader:
        await reader.press("exclamation_mark")
        column = len(BEFORE["plain"]) + len("status: ") + 1
        await reader.sees(f"line 5, column {column}", "nonsense_word")


async def test_a_brief_without_problems(sit, tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text("parley: 1\nid: talks\ntitle: River talks\n")
    async with sit(path) as reader:
        await reader.press("exclamation_mark")
        await reader.sees("0 problems", "Nothing is wrong in the files of this brief.")
        await reader.press("exclamation_mark")
        await reader.sees("River talks", "0 Overview")


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
async def test_read_on_a_narrow_screen(sit, tmp_path, size):
    path = tmp_path / "talks.yaml"
    path.write_text(HEAD + row_of(BEFORE["plain"]))
    async with sit(path, size=size) as reader:
        await reader.press("exclamation_mark")
        await reader.until(lambda: isinstance(reader.screen, ProblemsScreen))
        assert "^" not in reader.text
        await reader.press("enter")
        await reader.sees("^")
        await reader.press("escape")
        await reader.no_longer_sees("^")
        await reader.press("escape")
        await reader.until(lambda: not isinstance(reader.screen, ProblemsScreen))


async def test_a_long_line_keeps_its_caret_in_view(sit, tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(HEAD + row_of("  - {id: a, note: " + "word " * 80 + ", "))
    async with sit(path, size=(120, 30)) as reader:
        await reader.press("exclamation_mark")
        await reader.sees("^")
        lines = reader.lines
        caret = next(i for i, line in enumerate(lines) if line.rstrip().endswith("^"))
        column = lines[caret].rindex("^")
        assert lines[caret - 1][column:].startswith("nonsense_word")


async def test_each_file_of_a_folder_is_named(sit, tmp_path):
    (tmp_path / "brief.yaml").write_text("parley: 1\nid: talks\ntitle: River talks\nwrong: 1\n")
    (tmp_path / "more.yaml").write_text("rounds: []\nother: 1\n")
    async with sit(tmp_path) as reader:
        await reader.press("exclamation_mark")
        await reader.sees("2 problems in", "BRIEF.YAML", "MORE.YAML")


REPAIRED = """parley: 1
id: talks
title: River talks   # the whole
parties: [{id: us, name: United States}]
people: [{id: ann, name: Ann, of: United States}]
documents:
  - {title: A paper, states: [signd]}
  - {title: Another, autor: us}
"""
ANN = "of: United States}"


async def test_an_obvious_repair_is_shown_written_and_taken_back(sit, tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(REPAIRED)
    async with sit(path, size=(160, 40)) as reader:
        await reader.press("exclamation_mark")
        await reader.sees("can be repaired", "The repair: write `us` instead of `United States`")
        await reader.press("f")
        await reader.sees("To be written to talks.yaml", "of: us}")
        assert path.read_text() == REPAIRED
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, ProblemsScreen))
        await reader.until(lambda: path.read_text() == REPAIRED.replace(ANN, "of: us}"))
        await reader.sees("2 problems")
        await reader.press("F")
        await reader.sees("To be written to talks.yaml", "author: us")
        await reader.press("enter")
        await reader.until(lambda: "author: us" in path.read_text())
        await reader.sees("0 problems")
        await reader.press("escape", "Z")
        await reader.sees("To be taken back")
        await reader.press("enter")
        await reader.until(lambda: "autor: us" in path.read_text())


async def test_a_repair_is_made_on_what_somebody_wrote_meanwhile(sit, tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(REPAIRED)
    async with sit(path, size=(160, 40)) as reader:
        await reader.press("exclamation_mark", "f")
        await reader.sees("To be written to talks.yaml")
        path.write_text("# theirs\n" + REPAIRED)
        await reader.press("enter")
        await reader.sees("To be written to talks.yaml", "6")
        await reader.press("enter")
        await reader.until(lambda: "of: us}" in path.read_text())
        assert path.read_text() == "# theirs\n" + REPAIRED.replace(ANN, "of: us}")


async def test_what_a_repair_changes_stands_below_the_marks_of_the_brief(sit, tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text(
        "parley: 1\nid: a\ntitel: T\ntitle: T\nhandling: internal\n"
        "parties: [{id: ua, naem: U, confidential: x}]\n"
    )
    async with sit(path) as reader:
        await reader.press("!", "F")
        await reader.sees("To be written to brief.yaml", "internal; with confidential parts")

"""Names in the code keep to the words of `glossary.txt`, and its prose to plain English."""

import ast
import io
import re
import tokenize
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "tui").rglob("*.py"))
LINES = (ROOT / "tests/glossary.txt").read_text("utf-8").splitlines()
REFUSED = {word for line in LINES if line[0] != "#" for word in line.split("|")[2].split()}

FOREIGN = {
    "brief": 1,
    "cli": 1,
    "editing": 1,
    "editors": 2,
    "saving": 1,
    "screens": 3,
    "session": 4,
    "settings": 3,
    "startup": 1,
}
"""How many of the turns below the prose of a folder has; the numbers only shrink."""
TURNS = re.compile(
    r"\bat\s+hand\b|\banew\b|\bof\s+its\s+own\b|\bone\s+(?:was|is\s+led)\b"
    r"|\b(?:is|are)\s+told\b|\bgoes\s+before\b|\bwhatever\s+it\b"
)


def names(path):
    """The names a file defines: modules, classes, functions, arguments, variables and fields."""
    yield path.stem
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name
            case ast.arg():
                yield node.arg
            case ast.Name(ctx=ast.Store()):
                yield node.id
            case ast.Attribute(ctx=ast.Store()):
                yield node.attr


def refused(name):
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower().strip("_")
    return any(f"_{word}_" in f"_{words}_" for word in REFUSED)


def prose(path):
    """Docstrings and comments. A string that is no docstring is for the screen."""
    text = path.read_text("utf-8")
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT or token.string.startswith('"""'):
            yield token.string


def test_words_are_refused_in_names_of_any_style():
    assert refused("_tell") and refused("ToldLine") and refused("bound_for_it")
    assert not refused("retelling") and not refused("called")


def test_names_keep_to_the_glossary():
    found = {
        str(path.relative_to(ROOT)): sorted({name for name in names(path) if refused(name)})
        for path in FILES
    }
    wrong = {path: words for path, words in found.items() if words}
    assert wrong == {}


def test_prose_is_plain_english():
    found = Counter(
        path.relative_to(ROOT / "tui").parts[0]
        for path in FILES
        for text in prose(path)
        for _ in TURNS.findall(text)
    )
    assert {folder: n for folder, n in found.items() if n > FOREIGN.get(folder, 0)} == {}

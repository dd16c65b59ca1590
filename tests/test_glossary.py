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

UNRENAMED = {
    "tui/app/actions.py",
    "tui/app/app.py",
    "tui/app/configured.py",
    "tui/app/copying.py",
    "tui/app/dressed.py",
    "tui/app/finding.py",
    "tui/app/first_theme.py",
    "tui/app/guided.py",
    "tui/app/marked.py",
    "tui/app/returning.py",
    "tui/app/safe.py",
    "tui/app/wayfinding.py",
    "tui/brief/edit/find.py",
    "tui/brief/edit/item.py",
    "tui/brief/edit/pair.py",
    "tui/brief/edit/record.py",
    "tui/brief/edit/source.py",
    "tui/brief/edit/taken.py",
    "tui/cli/open.py",
    "tui/editing/complete.py",
    "tui/editing/form/additions.py",
    "tui/editing/form/given.py",
    "tui/editing/form/ids.py",
    "tui/editing/form/page.py",
    "tui/editing/form/said.py",
    "tui/editors/known.py",
    "tui/saving/atomic_write.py",
    "tui/saving/draft.py",
    "tui/saving/drafts.py",
    "tui/saving/lines.py",
    "tui/saving/locks.py",
    "tui/saving/merge.py",
    "tui/saving/process.py",
    "tui/saving/save.py",
    "tui/screens/acts/changes.py",
    "tui/screens/acts/forming.py",
    "tui/screens/acts/inside.py",
    "tui/screens/acts/looking.py",
    "tui/screens/acts/mending.py",
    "tui/screens/asking.py",
    "tui/screens/beginning.py",
    "tui/screens/bookmarks.py",
    "tui/screens/brief.py",
    "tui/screens/changes.py",
    "tui/screens/choosing.py",
    "tui/screens/dossier.py",
    "tui/screens/editing/difference.py",
    "tui/screens/editing/drafting.py",
    "tui/screens/editing/finding.py",
    "tui/screens/editing/frame.py",
    "tui/screens/editing/saving.py",
    "tui/screens/editor.py",
    "tui/screens/filter_names.py",
    "tui/screens/find.py",
    "tui/screens/following.py",
    "tui/screens/forming/filling.py",
    "tui/screens/forming/pages.py",
    "tui/screens/forming/stepping.py",
    "tui/screens/forming/writing.py",
    "tui/screens/help.py",
    "tui/screens/hit_copies.py",
    "tui/screens/journey.py",
    "tui/screens/library.py",
    "tui/screens/links.py",
    "tui/screens/looking.py",
    "tui/screens/naming.py",
    "tui/screens/opening.py",
    "tui/screens/outside.py",
    "tui/screens/peek.py",
    "tui/screens/presets.py",
    "tui/screens/problems.py",
    "tui/screens/quick.py",
    "tui/screens/seeking.py",
    "tui/screens/themes.py",
    "tui/screens/used_by.py",
    "tui/session/git_revision.py",
    "tui/session/history.py",
    "tui/session/session.py",
    "tui/settings/config.py",
    "tui/settings/keymap.py",
    "tui/startup/prefetch.py",
    "tui/startup/terminal_background.py",
    "tui/startup/terminal_input.py",
    "tui/theme/build.py",
    "tui/theme/live.py",
    "tui/theme/load.py",
    "tui/theme/wardrobe.py",
    "tui/theme/worn.py",
    "tui/widgets/answer.py",
    "tui/widgets/bars.py",
    "tui/widgets/choices.py",
    "tui/widgets/drawn.py",
    "tui/widgets/filter_line.py",
    "tui/widgets/hints.py",
    "tui/widgets/keys.py",
    "tui/widgets/label_line.py",
    "tui/widgets/noted_area.py",
    "tui/widgets/pane.py",
    "tui/widgets/placed.py",
    "tui/widgets/preview.py",
    "tui/widgets/row_lines.py",
    "tui/widgets/row_list.py",
    "tui/widgets/seek_line.py",
    "tui/widgets/selectable.py",
}
"""Files that have refused words in their names; this list only shrinks."""
FOREIGN = {
    "app": 13,
    "brief": 2,
    "cli": 1,
    "editing": 6,
    "editors": 4,
    "saving": 4,
    "screens": 30,
    "session": 4,
    "settings": 6,
    "startup": 2,
    "theme": 4,
    "widgets": 19,
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
    assert {path: wrong[path] for path in wrong.keys() - UNRENAMED} == {}


def test_prose_is_plain_english():
    found = Counter(
        path.relative_to(ROOT / "tui").parts[0]
        for path in FILES
        for text in prose(path)
        for _ in TURNS.findall(text)
    )
    assert {folder: n for folder, n in found.items() if n > FOREIGN.get(folder, 0)} == {}

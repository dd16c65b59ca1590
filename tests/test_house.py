"""The rules of the house that no other tool holds; ruff, mypy and import-linter hold the rest."""

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from textual.dom import DOMNode
from textual.screen import Screen

import tui
import tui.commands
from tui.commands import EVERYWHERE, WIDGETS_OF, commands_of, registry
from tui.discovery import modules_in
from tui.sections import sections

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "tui").rglob("*.py"))

LONG_FUNCTIONS: set[str] = set()
"""Too long already; nothing is added here, and what has become short is struck out."""

OPENS = {
    "tui/brief/files.py",
    "tui/watch/stamp.py",
    "tui/cli/__init__.py",
    "tui/cli/config.py",
    "tui/library/begin.py",
    "tui/saving/atomic_write.py",
    "tui/saving/overwrite.py",
}
"""Who may open a file: the reader with its limits, the watcher, output turned away, and writing."""
MARKUP = {"Static", "Label", "Markdown", "Button", "Checkbox", "Collapsible", "Option", "Tooltip"}
"""Widgets that read a plain text as markup, and with it what a file has to say."""

COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl)a?\(|\bansi_\w+|\bon (red|green|blue|black)\b")


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def nodes(path, *kinds):
    return [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


def name(path):
    return str(path.relative_to(ROOT))


def where(offends, *kinds):
    """The places of all nodes of some kinds that offend."""
    return [
        f"{name(path)}:{node.lineno}"
        for path in FILES
        for node in nodes(path, *kinds)
        if offends(node)
    ]


def last(call):
    return ast.unparse(call.func).rpartition(".")[2]


def keyword(call, word):
    return next((ast.unparse(each.value) for each in call.keywords if each.arg == word), None)


def test_every_screen_takes_the_styles_of_screens():
    screens = [kind for kind in screen_classes() if issubclass(kind, Screen)]
    assert len(screens) > 15
    assert [kind for kind in screens if "Screen" not in kind._css_type_names] == []


def test_functions_are_short():
    long = {
        f"{name(path)}:{node.name}"
        for path in FILES
        for node in nodes(path, ast.FunctionDef, ast.AsyncFunctionDef)
        if node.end_lineno - node.lineno >= 40
    }
    assert long == LONG_FUNCTIONS


def test_no_place_for_things_without_a_name():
    parts = {part for path in FILES for part in path.relative_to(ROOT).with_suffix("").parts}
    assert parts & {"utils", "util", "helpers", "managers", "manager", "base", "constants"} == set()
    classes = {node.name for path in FILES for node in nodes(path, ast.ClassDef)}
    assert {each for each in classes if each.endswith(("Manager", "Helper", "Util"))} == set()


def test_a_class_name_is_that_of_one_class():
    names = [
        node.name
        for path in FILES
        for node in tree(path).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    assert {each for each in names if names.count(each) > 1} == set()


def test_exceptions_are_caught_blindly_in_one_place():
    def blind(node):
        return node.type is None or re.search(r"\b(Base)?Exception\b", ast.unparse(node.type))

    found = where(blind, ast.ExceptHandler)
    assert [each.split(":")[0] for each in found] == ["tui/failure/guard.py"]


def test_no_text_of_a_file_is_read_as_markup():
    def parsed(node):
        return last(node) in MARKUP and node.args

    def told(node):
        # Nothing that is said is markup: `notify` of the application sees to it, and alone may.
        return last(node) == "notify" and keyword(node, "markup") not in (None, "False")

    def escaped(node):
        return last(node) == "escape" and ast.unparse(node.func) != "re.escape"

    assert where(parsed, ast.Call) == []
    assert where(told, ast.Call) == []
    assert where(escaped, ast.Call) == []


def test_yaml_is_read_by_the_guarded_reader_alone():
    def imported(node):
        names = [node.module] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
        return "yaml" in {(each or "").split(".")[0] for each in names}

    def unguarded(node):
        return re.fullmatch(r"yaml\.\w*(load|compose|parse|scan)\w*", ast.unparse(node.func))

    found = where(imported, ast.Import, ast.ImportFrom)
    assert [each for each in found if not each.startswith("tui/brief/")] == []
    assert where(unguarded, ast.Call) == []


def test_files_are_opened_in_one_place():
    def opened(node):
        called = ast.unparse(node.func)
        by_path = called != last(node) and last(node) in {"read_text", "read_bytes"}
        return by_path or called in {"open", "io.open", "os.open"}

    found = where(opened, ast.Call)
    assert {each.split(":")[0] for each in found} == OPENS


def test_no_command_goes_through_a_shell():
    def shell(node):
        by_name = ast.unparse(node.func) in {"os.system", "os.popen", "eval", "exec"}
        return by_name or keyword(node, "shell") not in {None, "False"}

    assert where(shell, ast.Call) == []


def test_no_colour_in_code():
    def colour(node):
        # A message may show between backticks how a colour is written.
        return isinstance(node.value, str) and COLOUR.search(re.sub("`[^`]*`", "", node.value))

    assert where(colour, ast.Constant) == []


def test_the_style_sheet_names_roles_and_no_colours():
    text = re.sub(r"/\*.*?\*/", "", (ROOT / "tui/app/app.tcss").read_text("utf-8"), flags=re.S)
    assert not COLOUR.search(text)
    for key, value in re.findall(
        r"([\w-]*(?:color|background|tint|border[\w-]*))\s*:([^;]*);", text
    ):
        named = re.findall(r"(?<![$\w-])[a-z]+(?![\w-])", value)
        plain = {"none", "transparent", "auto", "vkey", "hkey", "blank", "solid", "tall", "outer"}
        assert set(named) <= plain, f"{key}: {value.strip()}"


def screen_classes():
    for module in walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            for each in vars(import_module(module.name)).values():
                own = isinstance(each, type) and each.__module__ == module.name
                if own and issubclass(each, DOMNode) and "BINDINGS" in vars(each):
                    yield each


def test_every_key_of_a_screen_or_widget_is_a_command():
    """Only `tui.commands` makes bindings; what a class lists is what its scopes say."""
    made = where(lambda node: last(node) == "Binding", ast.Call)
    assert {each.split(":")[0] for each in made} == {"tui/commands/__init__.py"}
    for kind in screen_classes():
        assert all(registry()[each.id].binding() == each for each in kind.BINDINGS), kind


def test_every_command_says_what_it_is():
    modules = [import_module(f"tui.commands.{name}") for name in modules_in(tui.commands.__path__)]
    ids = [each.id for module in modules for each in module.COMMANDS]
    assert len(ids) == len(set(ids))
    for each in registry().values():
        assert each.title and each.help and each.heading and each.where, each.id
        assert len(each.key_names) == len(set(each.key_names)), each.id


def test_every_tab_has_a_number_and_a_name_to_itself():
    for own in ("number", "name", "title"):
        values = [getattr(each, own) for each in sections()]
        assert len(values) == len(set(values)), own


def test_every_scope_is_that_of_a_screen_or_widget():
    widgets = set().union(*WIDGETS_OF.values())
    scopes = {scope for each in registry().values() for scope in each.where}
    assert scopes == {EVERYWHERE, *WIDGETS_OF, *widgets}
    taken = {frozenset(each.id for each in kind.BINDINGS) for kind in screen_classes()}
    for scope in scopes:
        assert frozenset(each.id for each in commands_of(scope)) in taken, scope


SWALLOWED = re.compile(r"alt\+|.*ctrl\+shift|ctrl\+(enter|[himj])$")
"""Keys that do not arrive, or arrive as another: see the design's list of keys that fail."""
TAKEN = {"ctrl+q", "ctrl+e", "ctrl+k", "f1", "f5", "f6"}
"""Keys that the terminal of an editor keeps for itself; good as a second way only."""


def test_every_key_arrives_in_every_terminal():
    for each in registry().values():
        keys = each.keys.split(",")
        assert [key for key in keys if SWALLOWED.match(key)] == [], each.id
        assert set(keys) - TAKEN, each.id


def test_no_key_has_two_meanings_in_one_scope():
    for scope in {scope for each in registry().values() for scope in each.where}:
        known = {}
        for each in commands_of(scope):
            for key in each.key_names:
                assert known.setdefault(key, each.id) == each.id, f"{scope}: {key}"


def test_what_is_vital_needs_no_latin_letters():
    for name in ("app.quit", "app.help", "app.palette"):
        assert re.search(r"\bf\d+\b", registry()[name].keys), name


LATE = {
    "": 14, "analysis": 2, "app": 5, "brief": 19, "cli": 12, "editors": 1, "failure": 1,
    "filter": 3, "library": 6,
    "presentation": 17, "rendering": 11, "saving": 1, "screens": 7, "sections": 33, "session": 5,
    "settings": 15, "startup": 14, "state": 7, "theme": 5, "watch": 1, "widgets": 15,
}  # fmt: skip
"""Imports inside functions by folder: each keeps something out of the first paint. None comes to it
without a reason; what a command needs is imported at the top of its module in `tui.actions`."""


def test_late_imports_are_declared():
    found = {}
    for path in FILES:
        parts = path.relative_to(ROOT / "tui").parts
        count = path.read_text("utf-8").count("noqa: PLC0415")
        folder = parts[0] if len(parts) > 1 else ""
        found[folder] = found.get(folder, 0) + count
    assert {folder: n for folder, n in found.items() if n > LATE.get(folder, 0)} == {}


PRIVATE = {
    "tui/widgets/textual_internals.py",  # says the reason of each
    "tui/app/terminal_app.py",  # how an application ends, and what goes to the terminal beside it
    "tui/app/app.py",  # what Textual pastes by itself
    "tui/startup/terminal_input.py",  # keys and reports have to be told apart before Textual does
}
"""Who may use names of Textual that are private, as no public name does the same."""
PRIVATE_NAMES = re.compile(
    r"\b_(driver|exception|exit_renderables|return_code|handle_exception|clipboard|scroll_update"
    r"|exchange_repaint_regions|xterm_parser|wrap_offsets|inherit_bindings|compositor)\b"
)


def test_private_names_of_textual_are_used_in_few_places():
    users = {name(path) for path in FILES if PRIVATE_NAMES.search(path.read_text("utf-8"))}
    assert users <= PRIVATE

"""How much of the program a person has to hold in the head to understand one object of it.

Long chains of classes cut one large object into files without making it smaller; these rules count
the object. They are counted over the running classes, not over files.
"""

import ast
from functools import cache
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from pkgutil import walk_packages

from textual.widget import Widget

import tui

ROOT = Path(__file__).parents[1]
ABOVE, ABOVE_WIDGET = 2, 3
"""Classes of ours above one that has instances."""
METHODS = 40
"""Methods of ours over all classes an object is made of."""
MECHANISM = {"tui.brief.value"}
"""What is a class only because it does for the format what `@dataclass` does elsewhere."""
HOOKS = 5
"""Methods that only say that somebody else has to write them."""


@cache
def classes():
    found = {}
    for module in walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            for each in vars(import_module(module.name)).values():
                if isinstance(each, type) and each.__module__ == module.name:
                    found[each] = None
    return tuple(found)


def ours(kind):
    own = (each for each in kind.__mro__ if each.__module__.startswith("tui."))
    return [each for each in own if each.__module__ not in MECHANISM]


def own_methods(kind):
    """Functions and properties written in the body of a class; dataclasses add none of theirs."""
    tree = ast.parse(Path(import_module(kind.__module__).__file__).read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name == kind.__name__:
            bodies = (
                each
                for each in node.body
                if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
            )
            return {each.name for each in bodies if not each.name.startswith("__")}
    return set()


def is_abstract(kind, name):
    """Whether a method only says that somebody else has to write it."""
    method = vars(kind).get(name)
    method = getattr(method, "fget", method)
    return getattr(method, "__isabstractmethod__", False) or (
        isfunction(method) and "NotImplementedError" in method.__code__.co_names
    )


def leaves():
    """Classes that have instances: nothing of ours is made from them, or something makes them."""
    above = {each for kind in classes() for each in ours(kind)[1:]}
    return [kind for kind in classes() if kind not in above]


def test_no_object_is_many_classes_deep():
    deep = {}
    for kind in leaves():
        if (count := len(ours(kind)) - 1) > (ABOVE_WIDGET if issubclass(kind, Widget) else ABOVE):
            deep[kind.__name__] = count
    assert deep == {}


def test_no_object_has_too_many_methods():
    large = {}
    for kind in leaves():
        names = set().union(*map(own_methods, ours(kind)))
        if len(names) > METHODS:
            large[kind.__name__] = len(names)
    assert large == {}


def test_nothing_of_ours_overrides_what_is_ours():
    """Else to know what a call does one has to know who else defines it."""
    found = set()
    for kind in classes():
        for base in ours(kind)[1:]:
            for name in own_methods(kind) & own_methods(base):
                # Textual calls the handlers of every class in turn: none of them hides another.
                if not name.startswith("on_") and not is_abstract(base, name):
                    found.add(f"{kind.__name__}.{name} over {base.__name__}")
    assert found == set()


def test_hooks_are_few():
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "tui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Raise)
        and node.exc
        and "NotImplementedError" in ast.unparse(node.exc)
    ]
    assert len(found) <= HOOKS, found

"""The texts under the fields of the model: the manual of the format, at run time.

Python keeps no string under a field, so the source is asked. Where there is none (a
frozen application) the manual is empty, and nothing else is missing.
"""

import ast
import inspect
from functools import cache
from itertools import pairwise
from types import ModuleType
from typing import Any


def manual_of(cls: type) -> dict[str, str]:
    """Each field of a class of the model with the text under it, those it inherits included."""
    found: dict[str, str] = {}
    for each in reversed(cls.__mro__[:-1]):
        found |= _texts(inspect.getmodule(each)).get(each.__name__, {})
    return found


@cache
def _texts(module: ModuleType | None) -> dict[str, dict[str, str]]:
    if module is None:
        return {}
    try:
        tree = ast.parse(inspect.getsource(module))
    except OSError:
        return {}
    return {each.name: _under(each) for each in tree.body if isinstance(each, ast.ClassDef)}


def _under(tree: ast.ClassDef) -> dict[str, str]:
    return {
        field.target.id: " ".join(text.split())
        for field, below in pairwise(tree.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if (text := _text(below))
    }


def _text(node: ast.stmt) -> str:
    value: Any = getattr(node, "value", None)
    text = isinstance(node, ast.Expr) and isinstance(value, ast.Constant)
    return value.value if text and isinstance(value.value, str) else ""

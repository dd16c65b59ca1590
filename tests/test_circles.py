"""No circle of imports, with the imports for types and those inside functions counted."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "tui").rglob("*.py"))


def module(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module(path): path for path in FILES}


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{each.name}" for each in node.names]
            yield from (name if name in MODULES else node.module for name in names)


GRAPH = {name: set(imports(path)) & set(MODULES) - {name} for name, path in MODULES.items()}


@cache
def reached(name):
    found, left = set(), [name]
    while left:
        new = GRAPH[left.pop()] - found
        found |= new
        left += new
    return found


def test_no_module_imports_itself_by_way_of_others():
    assert [name for name in MODULES if name in reached(name)] == []

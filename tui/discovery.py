"""The modules of a package by what lies in its folder: commands, tabs, rules.

`pkgutil` does the same and more, and costs every start four milliseconds to load.
"""

from collections.abc import Iterable
from os import listdir


def modules_in(path: Iterable[str]) -> tuple[str, ...]:
    """Names of the modules in the folders of a package's `__path__`, sorted."""
    files = (name for folder in path for name in listdir(folder))  # noqa: PTH208 (names alone)
    return tuple(sorted(n[:-3] for n in files if n.endswith(".py") and not n.startswith("__")))

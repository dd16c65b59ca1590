"""Checks beyond the types of fields: one small function each, found by being in this folder.

A rule is a public function of a module here. It takes a `Checked` and yields problems; its
docstring is its manual.
"""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from inspect import isfunction
from typing import TypeAlias

from tui.brief.checked import Checked
from tui.brief.handling import LADDER, Ladder, Mark
from tui.brief.model import Brief
from tui.brief.place import Problem
from tui.brief.refs import Mention
from tui.brief.register import Register
from tui.discovery import modules_in

Rule: TypeAlias = Callable[[Checked], Iterator[Problem]]


def check(
    brief: Brief,
    known: Register,
    mentions: tuple[Mention, ...],
    marks: tuple[Mark, ...] = (),
    ladder: Ladder = LADDER,
) -> list[Problem]:
    """Run every rule over one brief."""
    checked = Checked(brief, known, mentions, marks, ladder)
    return [problem for rule in rules() for problem in rule(checked)]


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule there is, by module and in the order they are written."""
    modules = [import_module(f"{__name__}.{name}") for name in modules_in(__path__)]
    return tuple(
        each
        for module in modules
        for each in vars(module).values()
        if isfunction(each) and each.__module__ == module.__name__ and each.__name__[0] != "_"
    )

"""The tabs: one module each, found by being here. A module with a `SECTION` is a tab."""

from functools import cache
from importlib import import_module

from tui.discovery import modules_in
from tui.section import Section


@cache
def sections() -> tuple[Section, ...]:
    """Every tab there is, by its number."""
    modules = (import_module(f"{__name__}.{name}") for name in modules_in(__path__))
    found = (getattr(module, "SECTION", None) for module in modules)
    return tuple(sorted((each for each in found if each), key=lambda each: each.number))

"""The tabs: one module each, found by being here. A module with a `SECTION` is a tab."""

from functools import cache
from importlib import import_module

from tui.blocks import Block
from tui.discovery import modules_in
from tui.presentation.view import View
from tui.section import Section


@cache
def sections() -> tuple[Section, ...]:
    """Every tab there is, by its number."""
    modules = (import_module(f"{__name__}.{name}") for name in modules_in(__path__))
    found = (getattr(module, "SECTION", None) for module in modules)
    return tuple(sorted((each for each in found if each), key=lambda each: each.number))


def section_of(view: View, key: str) -> Section | None:
    """The first tab with a row for a record; people, parties and places have none."""
    return next((s for s in sections() if any(r.key == key for r in s.listed(view))), None)


def page_of(view: View, key: str) -> tuple[Block, ...]:
    """The page of a record where a tab has one, else its dossier; nothing for one that is gone."""
    from tui.presentation.dossier import dossier  # noqa: PLC0415  (not for the first screen)

    section = section_of(view, key)
    return section.page(view, key) if section else dossier(view, key)

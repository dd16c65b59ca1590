"""The tabs: one module each, found by being here. A module with a `SECTION` is a tab."""

from functools import cache
from importlib import import_module

from tui.blocks import Block
from tui.discovery import modules_in
from tui.failure.guard import guarded_page
from tui.presentation.view import View
from tui.section import Section


@cache
def sections() -> tuple[Section, ...]:
    """Every tab there is, by its number."""
    modules = (import_module(f"{__name__}.{name}") for name in modules_in(__path__))
    found = (getattr(module, "SECTION", None) for module in modules)
    return tuple(sorted((each for each in found if each), key=lambda each: each.number))


def section_of(view: View, key: str) -> Section | None:
    """The tab of a row; of a record, the tab that is its home. People and parties have none."""
    is_record = key in view.register.by_key
    tabs = (each for each in sections() if each.home or not is_record)
    return next((each for each in tabs if any(row.key == key for row in each.listed(view))), None)


def page_of(view: View, key: str) -> tuple[Block, ...]:
    """The page of a record where a tab has one, else its dossier; nothing for one that is gone."""
    from tui.presentation.dossier import dossier  # noqa: PLC0415  (not for the first screen)

    section = section_of(view, key)
    if section:
        return section.page(view, key)
    return guarded_page("this dossier", lambda: dossier(view, key))

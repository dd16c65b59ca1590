"""Where a record is told of: in a tab of its own, else in its dossier."""

from tui.blocks import Block
from tui.presentation.view import View
from tui.section import Section
from tui.sections import sections


def section_of(view: View, key: str) -> Section | None:
    """The first tab with a row for a record; people, parties and places have none."""
    return next((s for s in sections() if any(r.key == key for r in s.listed(view))), None)


def page_of(view: View, key: str) -> tuple[Block, ...]:
    """The page of a record where a tab has one, else its dossier; nothing for one that is gone."""
    from tui.presentation.dossier import dossier  # noqa: PLC0415  (not for the first screen)

    section = section_of(view, key)
    return section.detail(view, key) if section else dossier(view, key)

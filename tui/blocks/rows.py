"""The rows of a tab's list."""

from typing import NamedTuple

from tui.blocks.text import Line, Role, Sign
from tui.brief.record import NOWHERE, Spot


class Row(NamedTuple):
    """One entry of a list. `key` is the identity the reader's place hangs on."""

    key: str
    title: Line
    below: Line = ()
    """A second line."""
    aside: Line = ()
    """At the right edge of the first line: a status, a figure."""
    signs: tuple[Sign, ...] = ()
    group: str = ""
    """Heading it stands under; told once for rows that follow each other."""
    party: Role = ""
    """The party whose colour marks the row."""
    spot: Spot = NOWHERE
    filed: str = ""
    """Further words a filter finds it by: whose it is, where it belongs."""
    about: str = ""
    """Key of the record a dossier would be of: of a delegation, its party."""

"""The rows of a tab's list."""

from typing import NamedTuple

from tui.blocks.text import Line, Role, Sign
from tui.brief.record import NOWHERE, Spot


class Row(NamedTuple):
    """One entry of a list. `key` is the identity the reader's place hangs on."""

    key: str
    title: Line
    subtitle: Line = ()
    """A second line."""
    trailing: Line = ()
    """At the right edge of the first line: a status, a figure."""
    signs: tuple[Sign, ...] = ()
    group: str = ""
    """Heading it is under; shown once for rows that follow each other."""
    party: Role = ""
    """The party whose colour marks the row."""
    spot: Spot = NOWHERE
    keywords: str = ""
    """Further words a filter finds it by: whose it is, where it belongs."""
    subject: str = ""
    """Key of the record that opens as a dossier: for a delegation, its party."""

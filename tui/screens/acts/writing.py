"""Acts that write to the files of a brief; none of them is to be had in read-only mode."""

from tui.screens.guarded import Guarded
from tui.screens.journey import Journey


class Writing(Guarded, Journey, part=True):
    """An act that names in `WRITES` its actions that write, or that open what writes."""

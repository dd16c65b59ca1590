"""Opening what a brief names outside of it: an address or a file, by the program of the system."""

from tui.links.opener import opener, start
from tui.links.policy import Judged, judge

__all__ = ["Judged", "judge", "opener", "start"]

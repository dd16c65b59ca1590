"""Opening what a brief names outside of it: an address or a file, by the program of the system."""

from tui.opening.judge import Judged, judge
from tui.opening.opener import opener, start

__all__ = ["Judged", "judge", "opener", "start"]

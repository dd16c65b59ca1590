"""The clipboard: programs that set it, and the sequence that asks a terminal to.

`native` knows the programs, `osc52` the sequence, `copy` which of them to use and what to say.
"""

from tui.clipboard.copy import CopyResult, put

__all__ = ["CopyResult", "put"]

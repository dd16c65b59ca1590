"""The clipboard as the application uses it: copying, and what was copied last."""

import os

from tui.clipboard.copy import Told, put


class Clipboard:
    """Copies texts. What was copied last can be shown where no clipboard took it."""

    def __init__(self) -> None:
        self.last = ""
        """The text that was copied last."""

    def copy(self, text: str, mode: str) -> Told:
        """Copy a text, in the way `mode` says; see `put`. Waits for other programs."""
        self.last = text
        return put(text, mode, dict(os.environ))

"""Starts Parley without a terminal, and prints which of its modules the first paint needed.

Tabs, commands and rules are found by being there, and are not listed; what they import is.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.app import App

import tui.launch
from tui.cli import run
from tui.startup import prefetch

BRIEF = Path(__file__).parents[2] / "briefs" / "istanbul-2025.yaml"
OURS = "tui."
FOUND = ("tui.brief.rules.", "tui.commands.", "tui.sections.")


def main() -> None:
    """Begin as for the first time, reading everything in this process."""
    with TemporaryDirectory() as home:
        os.environ |= {"XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
        tui.launch.unfit = lambda: ""
        prefetch._worth_it = lambda _: False
        start, show = App.run, App._display
        App.run = lambda self: start(self, headless=True, size=(120, 40))

        def display(self, screen, update):
            show(self, screen, update)
            if update is not None:
                ours = {name for name in sys.modules if name.startswith(OURS)}
                print(*sorted(name for name in ours if not name.startswith(FOUND)), sep="\n")
                self.exit()
                App._display = lambda *_: None

        App._display = display
        run([str(BRIEF)])


main()

"""Begin a brief of your own: parley new PATH

Writes a commented brief to change the words of, its id and title from the name of the file, and
opens it. Nothing that is there is written over; folders that are missing are made.
"""

import argparse
import sys
from pathlib import Path

from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.cli.check import line
from tui.launch import launch
from tui.library.begin import begin
from tui.package_data import shipped
from tui.startup.terminal import unfit


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `new` takes."""
    parser.add_argument("path", type=Path, help="where it is to lie; `.yaml` is added")
    parser.add_argument("--folder", action="store_true", help="a folder with a brief.yaml in it")
    parser.add_argument("--no-open", action="store_true", help="write it, and print its path")


def main(args: argparse.Namespace) -> int:
    """Write it and open it; 2 where it could not be written."""
    made = begin(args.path, shipped("briefs") / "starter.yaml", folder=args.folder)
    if isinstance(made, Problem):
        sys.stderr.write(f"{line(made)}\n")
        return 2
    if args.no_open or unfit():
        sys.stdout.write(f"{shown(str(made))}\n")
        return 0
    return launch((made,))

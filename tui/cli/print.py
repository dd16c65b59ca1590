"""Print a brief as plain text, the same that the tabs show.

Sections are printed in the order of the tabs; times are told in the brief's own zone and UTC.
"""

import argparse
import os
import sys
from pathlib import Path

from tui.brief.load import load
from tui.cli.check import UNREADABLE, line
from tui.library import find_briefs
from tui.output.text import told
from tui.sections import sections
from tui.telling.view import View

NARROWEST = 20
"""Columns below which a text is no longer read but spelt."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `print` takes."""
    names = [section.name for section in sections()]
    parser.add_argument("path", nargs="+", type=Path, help="a brief, or a folder of briefs")
    parser.add_argument("--section", action="append", choices=names, help="only this section")
    parser.add_argument(
        "--width", type=int, default=0, help="columns; else those of the terminal, or 80"
    )
    parser.add_argument("--ascii", action="store_true", help="signs in ASCII")


def main(args: argparse.Namespace) -> int:
    """Print; 0, or 1 where a brief has mistakes, 2 where one could not be read at all."""
    shelf = find_briefs(tuple(args.path))
    wanted = tuple(s for s in sections() if not args.section or s.name in args.section)
    width = max(NARROWEST, args.width or _width())
    problems = list(shelf.problems)
    for index, path in enumerate(shelf.briefs):
        reading = load(path)
        problems += reading.problems
        if reading.usable:
            text = told(View(reading), wanted, width, ascii=args.ascii)
            sys.stdout.write("\n\n" * (index > 0) + text)
    for problem in problems:
        sys.stderr.write(line(problem) + "\n")
    if any(problem.code in UNREADABLE for problem in problems):
        return 2
    return int(any(problem.severity == "error" for problem in problems))


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 80

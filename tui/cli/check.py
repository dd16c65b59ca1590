"""Say what is wrong in briefs: one line each, FILE:LINE:COLUMN: CODE: message."""

import argparse
import sys
from pathlib import Path

from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.failure.load import OWN, guarded_load
from tui.failure.report import CODE
from tui.library import find_briefs
from tui.settings.config import config_path, load_config

UNREADABLE = {"file", "missing", "library"}
"""Codes of problems of the disk, and not of what is written."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `check` takes."""
    parser.add_argument("path", nargs="+", type=Path, help="a brief, or a folder of briefs")
    parser.add_argument("--strict", action="store_true", help="warnings count as mistakes")


def main(args: argparse.Namespace) -> int:
    """Print every problem; 0 for none, 1 for mistakes, 2 where something could not be read.

    70 where Parley itself failed at reading one.
    """
    found = find_briefs(tuple(args.path))
    problems = list(found.problems)
    ladder = load_config(config_path()).config.ladder
    for path in found.briefs:
        problems += guarded_load(path, ladder=ladder).problems
    for problem in problems:
        sys.stdout.write(line(problem) + "\n")
    if any(problem.code == OWN for problem in problems):
        return CODE
    if any(problem.code in UNREADABLE for problem in problems):
        return 2
    return int(any(args.strict or problem.severity == "error" for problem in problems))


def line(problem: Problem) -> str:
    """One problem as one line, safe to print."""
    mark = "" if problem.severity == "error" else "warning: "
    return f"{shown(str(problem.place))}: {mark}{problem.code}: {shown(problem.message)}"

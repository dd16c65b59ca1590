"""Say what is wrong in briefs: one line each, FILE:LINE:COLUMN: CODE: message."""

import argparse
import sys
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from tui.brief.edit.repair import all_repaired, changes
from tui.brief.place import Place, Problem
from tui.brief.reading import Reading
from tui.brief.shown import shown
from tui.failure.load import OWN, guarded_load
from tui.failure.report import CODE
from tui.library import find_briefs
from tui.saving.save import SaveConflict, save
from tui.settings.config import config_path, load_config

UNREADABLE = {"file", "missing", "library", "save"}
"""Codes of problems of the disk, and not of what is written."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `check` takes."""
    parser.add_argument("path", nargs="+", type=Path, help="a brief, or a folder of briefs")
    parser.add_argument("--strict", action="store_true", help="warnings count as mistakes")
    parser.add_argument(
        "--fix", action="store_true",
        help="show what would mend the problems with one obvious repair, and ask to write it",
    )  # fmt: skip
    parser.add_argument("--yes", action="store_true", help="with --fix: write without asking")


def main(args: argparse.Namespace) -> int:
    """Print every problem; 0 for none, 1 for mistakes, 2 where something could not be read.

    70 where Parley itself failed at reading one.
    """
    found = find_briefs(tuple(args.path))
    problems = list(found.problems)
    ladder = load_config(config_path()).config.ladder
    for path in found.briefs:
        reading = guarded_load(path, ladder=ladder)
        problems += _fixed(reading, args.yes) if args.fix else reading.problems
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


def _fixed(reading: Reading, yes: bool) -> tuple[Problem, ...]:
    """Show the repairs of a brief and write them, if that is wanted; return what is left wrong."""
    after = all_repaired(reading)
    wanted = changes(reading, after)
    for path, (old, new) in wanted.items():
        sys.stdout.writelines(f"{shown(each)}\n" for each in _difference(path, old, new))
    if not wanted or not (yes or _agreed(len(wanted))):
        return reading.problems
    trouble = []
    for path, (old, new) in wanted.items():
        saved = save(path, new, old)
        if isinstance(saved, SaveConflict):
            saved = Problem(Place(str(path)), "save", "not written: the file has changed meanwhile")
        if isinstance(saved, Problem):
            trouble.append(saved)
        elif saved.notice:
            sys.stderr.write(f"{shown(saved.notice)}\n")
    return (
        *trouble,
        *(
            guarded_load(reading.path, ladder=reading.ladder).problems
            if trouble
            else after.problems
        ),
    )


def _agreed(files: int) -> bool:
    """Ask whether to write; without a terminal to ask on, nothing is written."""
    if not sys.stdin.isatty():
        sys.stderr.write("parley: nothing is written; --yes writes it\n")
        return False
    sys.stdout.write(f"Write this to {files} file{'s' if files > 1 else ''}? [y/N] ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _difference(path: Path, old: bytes, new: bytes) -> Iterator[str]:
    before, after = (each.decode("utf-8-sig", "replace").splitlines() for each in (old, new))
    return unified_diff(before, after, str(path), str(path), lineterm="")

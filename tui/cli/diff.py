"""Say what changed between two states of a brief, record by record.

OLD and NEW are briefs, folder briefs, or revisions of them in git (`HEAD~3:briefs/talks.yaml`).
With one alone: a revision against the file on disk, a file against the last commit.
"""

import argparse
import shutil
import sys
from pathlib import Path

from tui.brief.diff import reading_changes
from tui.brief.folder import is_folder_brief
from tui.brief.handling import Ladder
from tui.brief.place import Place, Problem
from tui.brief.reading import Reading
from tui.cli.check import line
from tui.failure.load import OWN, guarded_load
from tui.failure.report import CODE
from tui.session.git_revision import at_head, on_disk, read_revision
from tui.settings.config import config_path, load_config

NARROWEST = 20
"""Columns below which a text is no longer read but spelt."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `diff` takes."""
    parser.add_argument("old", help="a brief, a folder brief, or REV:path")
    parser.add_argument("new", nargs="?", default="", help="the same; else what is on disk")
    parser.add_argument("--json", action="store_true", help="the changes as data")
    parser.add_argument(
        "--width", type=int, default=0, help="columns; else those of the terminal, or 80"
    )


def main(args: argparse.Namespace) -> int:
    """Print the changes; 0 for none, 1 for some, 2 where a state could not be read."""
    old, new = _both(args.old, args.new, load_config(config_path()).config.ladder)
    wrong = [problem for state in (old, new) for problem in _wrong(state)]
    for problem in dict.fromkeys(wrong):
        sys.stderr.write(line(problem) + "\n")
    if any(problem.code == OWN for problem in wrong):
        return CODE
    if isinstance(old, Problem) or isinstance(new, Problem) or not (old.usable and new.usable):
        return 2
    changes = reading_changes(old, new)
    if args.json:
        from tui.rendering.data import changes_json  # noqa: PLC0415  (words and data are not both told)

        sys.stdout.write(changes_json(changes))
    elif changes:
        from tui.presentation.view import View  # noqa: PLC0415
        from tui.rendering.changes import changes_text  # noqa: PLC0415

        width = max(NARROWEST, args.width or shutil.get_terminal_size().columns)
        sys.stdout.write(changes_text(View(old), View(new), changes, width))
    return 2 if old.stale or new.stale else int(bool(changes))


def _both(first: str, second: str, ladder: Ladder) -> tuple[Reading | Problem, Reading | Problem]:
    """The two states that one or two words of the command line mean."""
    here = Path()
    if second:
        return _read(first, ladder), _read(second, ladder)
    if _is_revision(first):
        found = on_disk(first, here)
        now = _load(found, ladder) if isinstance(found, Path) else found
        return read_revision(first, here, ladder), now
    path = Path(first)
    missing = Problem(Place(first), "missing", "there is no such file")
    revision = at_head(path) if path.exists() else missing
    if isinstance(revision, Problem):
        return revision, revision
    return read_revision(revision, path.resolve().parent, ladder), _load(path, ladder)


def _read(word: str, ladder: Ladder) -> Reading | Problem:
    if _is_revision(word):
        return read_revision(word, Path(), ladder)
    return _load(Path(word), ladder)


def _is_revision(word: str) -> bool:
    """Whether a word names a commit and a path; a file that is there comes before."""
    return ":" in word and not Path(word).exists()


def _load(path: Path, ladder: Ladder) -> Reading | Problem:
    if path.is_dir() and not is_folder_brief(path):
        return Problem(Place(str(path)), "library", "a library of briefs; name one brief of it")
    return guarded_load(path, ladder=ladder)


def _wrong(state: Reading | Problem) -> tuple[Problem, ...]:
    """What hinders comparing; oddities are the affair of `check`."""
    found = (state,) if isinstance(state, Problem) else state.problems
    return tuple(problem for problem in found if problem.severity == "error")

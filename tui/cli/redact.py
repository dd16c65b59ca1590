"""Write a brief without what is above a level of handling: parley redact BRIEF -o OUT

What is marked above the level is left out (`confidential:` on records and claims), and so is what
rests on that alone and every text that names it; in doubt something is left out. Comments do not
go along. What was left out is listed on standard error, by place and id, and counted on the first
page of the new brief. Read it before you hand it on: what nobody marked is in it.
"""

import argparse
import sys
from pathlib import Path

from tui.brief.folder import is_folder_brief
from tui.brief.load import load
from tui.brief.place import Place, Problem
from tui.brief.redact import redact
from tui.brief.shown import shown
from tui.cli.check import UNREADABLE, line
from tui.saving.hand_on import hand_on
from tui.settings.config import config_path, load_config


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `redact` takes."""
    parser.add_argument("path", type=Path, help="a brief")
    where = "where the new brief is to lie; a folder for a folder brief"
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT", help=where)
    kept = "the most restricted level that is kept; else that of the brief itself"
    parser.add_argument("--level", default="", help=kept)
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


def main(args: argparse.Namespace) -> int:
    """Write it; 0, or 1 where the brief has mistakes, 2 where it cannot be read or written."""
    ladder = load_config(config_path()).config.ladder
    if args.level and not ladder.knows(args.level):
        levels = ", ".join(map(shown, ladder.levels))
        sys.stderr.write(f"there is no level `{shown(args.level)}`; there are {levels}\n")
        return 2
    if args.path.is_dir() and not is_folder_brief(args.path):
        return _failed(Problem(Place(str(args.path)), "library", "a library; name one brief of it"))
    reading = load(args.path, ladder=ladder)
    made = redact(reading, args.level)
    if isinstance(made, Problem):
        return _failed(made, 2 if made.code in {*UNREADABLE, "handling"} else 1)
    if wrong := hand_on(made.files, args.output, tuple(reading.paths), force=args.force):
        return _failed(wrong)
    for each in made.left_out:
        place = f"{each.place.file}:{each.place.line}"
        sys.stderr.write(f"{shown(place)}: {shown(each.what)}: {shown(each.why)}\n")
    count = len(made.left_out)
    things = f"{count} thing{'' if count == 1 else 's'} left out"
    sys.stdout.write(f"{shown(str(args.output))}: {things}\n")
    return 0


def _failed(problem: Problem, code: int = 2) -> int:
    sys.stderr.write(f"{line(problem)}\n")
    return code

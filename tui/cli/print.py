"""Print a brief as plain text, the same that the tabs show.

Sections are printed in the order of the tabs; times are told in the brief's own zone and UTC.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from tui.blocks import Row
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.brief.shown import shown
from tui.brief.spelling import fold
from tui.cli.check import UNREADABLE, line
from tui.failure.guard import guarded
from tui.failure.load import OWN, guarded_load
from tui.failure.report import CODE
from tui.filter import Query, Sieve, parse_query
from tui.filter.query import NO_REDACTION
from tui.library import find_briefs
from tui.presentation.view import View
from tui.presentation.without_marked import without_marked
from tui.rendering.charset import Charset, in_encoding
from tui.rendering.text import brief_text, dossier_text
from tui.section import Section
from tui.sections import sections
from tui.settings.config import config_path, load_config
from tui.startup.terminal import encoding_of

NARROWEST = 20
"""Columns below which a text is no longer read but spelt."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `print` takes."""
    names = [section.name for section in sections()]
    parser.add_argument("path", nargs="+", type=Path, help="a brief, or a folder of briefs")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--section", action="append", choices=names, help="only this section")
    part.add_argument("--about", metavar="ID", help="only what the brief says of this record")
    parser.add_argument("--filter", metavar="TEXT", default="", help="only what passes this filter")
    parser.add_argument(
        "--width", type=int, default=0, help="columns; else those of the terminal, or 80"
    )
    parser.add_argument("--ascii", action="store_true", help="signs and letters in ASCII")
    parser.add_argument(
        "--linear", action="store_true", help="one thing a line and no columns, for screen readers"
    )


def main(args: argparse.Namespace) -> int:
    """Print; 0, or 1 where a brief has mistakes, 2 where one could not be read, or has no ID.

    70 where Parley itself failed at a part: that says so in its place, and the others are there.
    """
    if wrong := parse_query(args.filter).faults:
        column, message = wrong[0]
        sys.stderr.write(f"--filter, column {column}: {shown(message)}\n")
        return 2
    found = find_briefs(tuple(args.path))
    problems = list(found.problems)
    ladder = load_config(config_path()).config.ladder
    now = datetime.now(UTC)
    views = [View(guarded_load(path, ladder=ladder), now=now) for path in found.briefs]
    charset = _charset(ascii=args.ascii)
    texts = []
    for view in views:
        problems += view.reading.problems
        if view.reading.usable and (text := _render(view, args, charset)):
            texts.append(text)
    sys.stdout.write("\n\n".join(texts))
    _warn(args, charset, problems)
    missing = bool(args.about) and not texts
    if missing:
        sys.stderr.write(_no_such(args.about, [view.reading for view in views]) + "\n")
    return _code(problems, failed=_report_failures(views), missing=missing)


def _code(problems: list[Problem], *, failed: bool, missing: bool) -> int:
    """The exit code; the gravest counts."""
    if failed or any(problem.code == OWN for problem in problems):
        return CODE
    if missing or any(problem.code in UNREADABLE for problem in problems):
        return 2
    return int(any(problem.severity == "error" for problem in problems))


def _report_failures(views: list[View]) -> bool:
    """Say what could not be worked out; return whether there was anything."""
    found = [(view, failure) for view in views for failure in view.failures.values()]
    for view, failure in found:
        sys.stderr.write(f"{shown(str(view.reading.path))}: {shown(failure.message)}\n")
    return bool(found)


def _warn(args: argparse.Namespace, charset: Charset | None, problems: list[Problem]) -> None:
    """Say what is wrong in the briefs, and what the text printed is not."""
    if args.filter:
        sys.stderr.write(f"{NO_REDACTION}\n")
    for problem in problems:
        sys.stderr.write(line(problem) + "\n")
    if charset and (charset.lost or (charset.bent and not args.ascii)):
        sys.stderr.write(f"{charset.warning}\n")


def _charset(*, ascii: bool) -> Charset | None:  # noqa: A002  (as the option is called)
    """What can be written; None: all of Unicode."""
    name = "ascii" if ascii else encoding_of(os.environ, sys.stdout.encoding or "")
    return in_encoding(name) if name else None


def _render(view: View, args: argparse.Namespace, charset: Charset | None) -> str:
    """The text of one brief; empty where it has no record with the id asked for."""
    whole, one = brief_text, dossier_text
    width = max(NARROWEST, args.width or _width())
    if args.linear:
        from tui.rendering.sections_aloud import brief_aloud, dossier_aloud  # noqa: PLC0415  (rarely wanted)

        whole, one, width = brief_aloud, dossier_aloud, max(args.width, 0)
    if args.about:
        record = view.register.find(args.about)
        return one(view, record.key, width, charset=charset) if record else ""
    if parse_query(args.filter).hides_marked:
        view = without_marked(view)
    wanted = tuple(s for s in sections() if not args.section or s.name in args.section)
    if args.filter:
        wanted = tuple(sifted(view, wanted, args.filter))
        return whole(view, wanted, width, charset=charset) if wanted else ""
    return whole(view, wanted, width, charset=charset, registers=not args.section)


def sifted(view: View, wanted: tuple[Section, ...], text: str) -> Iterator[Section]:
    """The sections that have rows which pass a filter, with those rows alone, or that failed."""
    query = parse_query(text)
    for section in wanted:
        rows = guarded(
            f"“{section.title}”",
            partial(_passing, view, section, query),
            partial(view.fail, section.name, instead=()),
        )
        if rows or section.name in view.failures:
            view.listed[section.name] = rows  # what is printed of it
            yield section


def _passing(view: View, section: Section, query: Query) -> tuple[Row, ...]:
    return tuple(Sieve(view, section.listed(view)).passing(query))


def _no_such(name: str, readings: list[Reading]) -> str:
    """Say that there is no such id, with those that look like it."""
    from difflib import get_close_matches  # noqa: PLC0415  (only where there is a mistake)

    known = [each for reading in readings for each in reading.register.by_id]
    folded = {fold(each): each for each in reversed(known)}
    near = [folded[each] for each in get_close_matches(fold(name), folded, cutoff=0.5)]
    guess = f"; did you mean {' or '.join(f'`{shown(each)}`' for each in near)}?" if near else ""
    return f"no record has the id `{shown(name)}`{guess}"


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 80

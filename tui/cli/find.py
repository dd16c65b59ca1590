"""Find records in all briefs: parley find WORDS … [PATH]

What to look for is in the language of filters: beginnings of words, '"in quotes"' words as they
follow each other, `or`, `not`, party:ua, is:disputed, after:2025-05. A last word that is a file or
folder is where to look.
"""

import argparse
import json
import os
import sqlite3
import sys
from pathlib import Path

from tui.brief.handling import Ladder
from tui.brief.shown import shown
from tui.library import find_briefs
from tui.library.build import update
from tui.library.index_query import IndexQuery, ask, wrong_in
from tui.library.search import Hit, search
from tui.library.snippet import hides_words, snippet
from tui.library.store import index_path
from tui.package_data import default_library
from tui.rendering.ink import cut
from tui.settings.config import config_path, load_config


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `find` takes."""
    parser.add_argument("word", nargs="+", help="what to look for; at the end, where")
    parser.add_argument("--json", action="store_true", help="one JSON object for each record")


def main(args: argparse.Namespace) -> int:
    """Print every record that is found; 0, or 1 for none, 2 where nothing could be looked for."""
    config = load_config(config_path()).config
    words, paths = _parted(args.word, config.library)
    asked = ask(" ".join(words))
    if asked is None:
        why = wrong_in(" ".join(words)) or "there is nothing to look for"
        sys.stderr.write(f"{shown(why)}\n")
        return 2
    problems = find_briefs(paths).problems
    for problem in problems:
        sys.stderr.write(f"{shown(str(problem.place))}: {shown(problem.message)}\n")
    if any(problem.severity == "error" for problem in problems):
        return 2
    db = _index(paths, config.ladder)
    found = search(db, asked, limit=sys.maxsize)
    for hit in found.hits:
        sys.stdout.write(_as_json(hit, asked) if args.json else _as_line(hit, asked))
    return int(not found.hits)


def _parted(words: list[str], library: str) -> tuple[list[str], tuple[Path, ...]]:
    """What to look for, and where."""
    where: tuple[Path, ...] = ()
    if len(words) > 1 and Path(words[-1]).exists():
        *words, last = words
        where = (Path(last),)
    paths = where or (default_library(library),)
    return words, paths


def _index(paths: tuple[Path, ...], ladder: Ladder) -> sqlite3.Connection:
    """The index, brought up to date; where the disk takes none, the briefs are read for once."""
    try:
        return update(index_path(paths, ladder), paths, _say_nothing, ladder)
    except (sqlite3.Error, OSError):
        return update(None, paths, _say_nothing, ladder)


def _say_nothing(_done: int, _count: int) -> None:
    """A command that is waited for tells no progress."""


def _as_line(hit: Hit, asked: IndexQuery) -> str:
    excerpt = "".join(span.text for span in cut(snippet(hit, asked), 120))
    mark = f" [{shown(hit.mark)}]" if hit.mark else ""
    what = shown(hit.title) + mark + (f" — {shown(excerpt)}" if excerpt else "")
    return f"{shown(_place(hit))}: {what}\n"


def _as_json(hit: Hit, asked: IndexQuery) -> str:
    excerpt = {
        "file": os.fsencode(_near(hit.file)).decode("utf-8", "replace"),
        "line": hit.line,
        "brief": hit.brief,
        "key": hit.key,
        "title": hit.title,
        "text": "" if hides_words(hit, asked) else hit.text,
        "handling": hit.mark,
    }
    return json.dumps(excerpt) + "\n"


def _place(hit: Hit) -> str:
    return f"{_near(hit.file)}:{hit.line}"


def _near(file: Path) -> Path:
    """A file as one would name it from here."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_relative_to(here) else file

"""Reading a brief though the reader itself fails: the last state stays, and is called stale."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from tui.brief import load as reader
from tui.brief.handling import Ladder
from tui.brief.model import Brief
from tui.brief.parse import Parse, parse
from tui.brief.place import Place, Problem
from tui.brief.reading import Reading
from tui.brief.register import register
from tui.failure.guard import Failure, guarded

OWN = "parley"
"""Code of the problem that says that Parley, and not the file, is wrong."""


def guarded_load(
    path: Path,
    previous: Reading | None = None,
    contents: Mapping[Path, bytes] | None = None,
    parse: Parse = parse,
    ladder: Ladder | None = None,
) -> Reading:
    """Read a brief as `load` does; where that fails, `previous` with a problem that says so."""
    return guarded(
        "the state of the brief",
        lambda: reader.load(path, previous, contents, parse, ladder),
        partial(_kept, path, previous),
    )


def _kept(path: Path, previous: Reading | None, failure: Failure) -> Reading:
    if previous is None:
        empty = Brief()
        problem = Problem(Place(str(path)), OWN, failure.message)
        return Reading(path, empty, register(empty), (problem,), stale=(problem,))
    problem = Problem(Place(previous.brief.spot.file or str(path)), OWN, failure.message)
    others = (each for each in previous.problems if each.code != OWN)
    return replace(previous, problems=(problem, *others), stale=(problem,))

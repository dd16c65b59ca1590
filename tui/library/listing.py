"""A brief as a list of briefs tells of it: known without the brief itself."""

import os
from dataclasses import dataclass, fields
from pathlib import Path

from tui.brief.files import weight_of_tables
from tui.brief.folder import files_of
from tui.brief.handling import LADDER, Ladder
from tui.brief.instants import stretch
from tui.brief.reading import Reading
from tui.failure.load import guarded_load
from tui.presentation import dates
from tui.presentation.marks import brief_mark
from tui.presentation.names import title_of
from tui.presentation.view import View

NAMED = 6
"""Parties that are named in a list."""
LARGE = 1024 * 1024
"""Bytes from which on a brief is not read only to be listed."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What one entry shows of a brief."""

    title: str = ""
    dated: str = ""
    """Its cut-off as it is shown; empty where it has none."""
    day: float = 0.0
    """The same in seconds, to sort by; 0 where it has none."""
    handling: str = ""
    """Its mark; empty: it may be handed on."""
    parties: str = ""
    rounds: int = 0
    sources: int = 0
    problems: int = 0
    errors: int = 0
    """Of the problems those that are mistakes."""
    disputes: int = 0
    """As the tab of the disputes counts them."""
    changed: float = 0.0
    """When one of its files was last written, in seconds."""
    state: str = ""
    """Of its files, as the memory of what was read knows it."""
    stale: bool = False
    """Whether its files are broken, and this is what they said before."""


COLUMNS = tuple(each.name for each in fields(Listing))


def list_one(reading: Reading, changed: float = 0.0, disputes: int | None = None) -> Listing:
    """Tell of a brief that was read; its disputes are counted unless they are known."""
    brief = reading.brief
    home = brief.display_zone or "UTC"
    closed = stretch(brief.as_of, home).start if brief.as_of else None
    return Listing(
        title=" ".join((brief.title or brief.id or reading.path.name).split()),
        dated=dates.format_when(brief.as_of, home) if brief.as_of else "",
        day=closed.timestamp() if closed else 0.0,
        handling=brief_mark(View(reading)),
        parties=", ".join(" ".join(title_of(each).split()) for each in brief.parties[:NAMED]),
        rounds=len(brief.rounds),
        sources=len(brief.sources),
        problems=len(reading.problems),
        errors=reading.errors,
        disputes=_disputes(reading) if disputes is None else disputes,
        changed=changed,
        state="" if reading.stale else reading.state,
        stale=bool(reading.stale),
    )


def glance(path: Path, ladder: Ladder = LADDER) -> Listing:
    """Read a brief for what a list tells of it, and keep nothing else; a large one is not read."""
    files, _ = files_of(path)
    stats = [stat for file in files if (stat := _stat(file))]
    changed = max((stat.st_mtime for stat in stats), default=0.0)
    if sum(stat.st_size for stat in stats) + sum(map(weight_of_tables, files)) > LARGE:
        return Listing(title=path.name, changed=changed)
    return list_one(guarded_load(path, ladder=ladder), changed)


def _stat(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except OSError:
        return None


def _disputes(reading: Reading) -> int:
    from tui.analysis.disputes import disputes  # noqa: PLC0415  (not to list an open brief)

    return sum(each.disputed for each in disputes(reading.brief, reading.register))

"""Two texts that grew from one, made one again, where each touched records of its own."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Any, NamedTuple

from tui.brief.decode import decode
from tui.brief.load import load
from tui.brief.reading import Reading
from tui.brief.register import INNER
from tui.saving.lines import Side, join

_OURS = {"src", "tags", "extra"}


class Merged(NamedTuple):
    """One text with the changes of both."""

    data: bytes
    mine: tuple[str, ...]
    """Keys of the records that only I changed; a field of the head is `brief/title`."""
    theirs: tuple[str, ...]
    """Keys of the records that only they changed."""


class Clash(NamedTuple):
    """Two texts that a person has to bring together."""

    keys: tuple[str, ...]
    """Keys of the records both changed, each in its own way."""
    message: str
    """Why, in one sentence without a full stop."""


State = dict[str, Any]
"""What a text says: its records by key, and the fields around them."""


def merge(base: bytes, mine: bytes, theirs: bytes, path: Path) -> Merged | Clash:
    """Bring together two changes of `base`, the text of the file at `path`.

    Lines are merged, and records decide: the result must load to just what both changes of
    records give, with no mistake in it that neither side had. Comments, order, line ends and the
    byte order mark come along with the lines.
    """
    if base in (mine, theirs) or mine == theirs:
        data = theirs if mine == base else mine
        changed = _changed(_read(path, base), _read(path, data))
        return Merged(data, () if mine == base else changed, changed if mine == base else ())
    before, ours, others = readings = [_read(path, data) for data in (base, mine, theirs)]
    for reading, whose in zip(readings, ("the text before", "your text", "theirs"), strict=True):
        if reading.stale:
            return Clash((), f"{whose} cannot be read: {reading.stale[0].message}")
    if both := _touched_by_both(before, ours, others):
        return Clash(both, "both changed the same")
    joined = join(*(_side(reading) for reading in readings))
    if joined is None:
        return Clash((), "both changed the same lines")
    if why := _misfit(_read(path, joined), before, ours, others):
        return Clash((), why)
    return Merged(joined, _changed(before, ours), _changed(before, others))


def _misfit(result: Reading, before: Reading, mine: Reading, theirs: Reading) -> str:
    """Why a joined text is not what both changes give; "" where it is."""
    if result.stale or _state(result) != _expected(_state(before), _state(mine), _state(theirs)):
        return "the lines of both do not fit together"
    new = _messages(result) - _messages(mine) - _messages(theirs)
    return f"together they make a mistake: {min(new)}" if new else ""


# --- records ----------------------------------------------------------------------------------


def _read(path: Path, data: bytes) -> Reading:
    """What the file alone says, be it a part of a folder brief or a whole one."""
    return load(path, contents={path: data})


def _state(reading: Reading) -> State:
    state: State = dict(reading.register.by_key)
    brief = reading.brief
    for name, whole in (("brief", brief), *((name, getattr(brief, name)) for name in INNER)):
        if whole is None:
            continue
        for each in fields(whole):
            value = getattr(whole, each.name)
            listed = each.default == () and each.name not in _OURS  # in the register already
            compared = each.compare and not listed and each.name not in INNER
            if compared and value != each.default:
                state[f"{name}/{each.name}"] = value
    return state


def _changed(old: Reading, new: Reading) -> tuple[str, ...]:
    return _other(_state(old), _state(new))


def _other(old: State, new: State) -> tuple[str, ...]:
    keys = [*new, *(key for key in old if key not in new)]
    return tuple(key for key in keys if old.get(key) != new.get(key))


def _touched_by_both(before: Reading, mine: Reading, theirs: Reading) -> tuple[str, ...]:
    """Keys both changed, and not to the same."""
    base, ours, others = _state(before), _state(mine), _state(theirs)
    by_them = set(_other(base, others))
    return tuple(k for k in _other(base, ours) if k in by_them and ours.get(k) != others.get(k))


def _expected(base: State, mine: State, theirs: State) -> State:
    """What the changes of both make of the base; none of them touch the same."""
    state = {key: value for key, value in base.items() if key in mine and key in theirs}
    for side in (mine, theirs):
        state |= {key: side[key] for key in _other(base, side) if key in side}
    return state


def _messages(reading: Reading) -> set[str]:
    """What is wrong in a text, without the numbers of lines: they move."""
    wrong = (each for each in reading.problems if each.severity == "error" and each.code != "more")
    return {re.sub(r"\d+", "…", each.message) for each in wrong}


def _side(reading: Reading) -> Side:
    decoded = decode(reading.parts[reading.path].data, str(reading.path))
    lines = decoded.text.split("\n")
    owners: dict[int, str] = {}
    for key, record in reading.register.by_key.items():
        spot = record.spot
        end = spot.end_line
        # A remark as far in as the record goes on with it; one further out is of what follows.
        while end < len(lines) and re.match(f" {{{spot.column - 1},}}#", lines[end]):
            end += 1
        owners |= dict.fromkeys(range(spot.line - 1, end), key)
    return Side(decoded, owners)

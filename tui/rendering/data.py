"""Changes as plain data for other programs: what JSON can hold, in the words of the format.

A value has the long form of a brief, without the fields that say nothing; numbers of
quantities are texts, so that none loses a digit.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from tui.brief.diff import Change
from tui.brief.moment import Moment

_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "winter": 24}


def changes_json(changes: tuple[Change, ...]) -> str:
    """Changes as the text of a JSON list, in ASCII: nothing in it acts on a terminal."""
    made = json.dumps([change_data(each) for each in changes], indent=2)
    return made.replace("\x7f", "\\u007f") + "\n"


def change_data(change: Change) -> dict[str, Any]:
    """One change: its key, its kind, and its fields; a record that is new or gone whole."""
    made: dict[str, Any] = {
        "key": change.key,
        "kind": change.kind,
        "fields": [
            {"path": list(each.path), "old": data(each.old), "new": data(each.new)}
            for each in change.fields
        ],
    }
    if change.kind != "changed":
        made |= {"old": data(change.old), "new": data(change.new)}
    return made


def data(value: Any) -> Any:
    """Any value of the model as texts, numbers, lists and maps."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Moment):
        return _moment(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return [data(each) for each in value]
    if not is_dataclass(value):
        return str(value)
    values = ((e, getattr(value, e.name)) for e in fields(value) if e.compare)
    return {each.name.rstrip("_"): data(v) for each, v in values if v != each.default}


def _moment(moment: Moment) -> str:
    """A point in time as a brief writes it."""
    if moment.week is not None:
        return f"{moment.year:04}-W{moment.week:02}"
    if moment.season:
        return f"{moment.year:04}-{_SEASONS[moment.season]}"
    parts = (moment.month, moment.day)
    text = "-".join([f"{moment.year:04}", *(f"{each:02}" for each in parts if each is not None)])
    if moment.part:
        return f"{text} {moment.part}"
    return text if moment.hour is None else f"{text}T{moment.hour:02}:{moment.minute or 0:02}"

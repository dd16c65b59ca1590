"""The configuration: one YAML file in the user's config folder, checked as a brief is."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tui.brief.files import read_bytes
from tui.brief.nodes import Fields, Node, Text
from tui.brief.notes import NOTHING, Notes
from tui.brief.parse import Parse, parse
from tui.brief.place import Problem
from tui.brief.read import read
from tui.brief.value import NO_NAMES, Value, value

FILE = "config.yaml"


@value
class Config(Value):
    """What a user may set. Every field may be absent."""

    library: str = ""
    """Folder of briefs that `parley` without a path opens; `~` is the home folder."""
    theme: str = ""
    """Name of the theme to wear."""
    zone: str = ""
    """The reader's own time zone, where it is not that of this machine."""
    editor: str = ""
    """The command that opens a file for editing, as `$VISUAL` would say it; goes before that."""
    read_only: bool = False
    """Whether no key may write a file."""
    filters: Mapping[str, str] = NO_NAMES
    """Filters with a name, beside those that are always there: name → filter."""


@dataclass(frozen=True, slots=True)
class Configured:
    """The configuration as read, and what is wrong with its file."""

    config: Config
    path: Path
    problems: tuple[Problem, ...] = ()


def config_path() -> Path:
    """Where the configuration lies, whether or not it is there."""
    if sys.platform == "linux":
        # What platformdirs would say, without the time it takes to load at every start.
        base = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return (Path(base) if base else Path("~/.config").expanduser()) / "parley" / FILE
    from platformdirs import user_config_path  # noqa: PLC0415

    return user_config_path("parley") / FILE


def load_config(path: Path, parse: Parse = parse) -> Configured:
    """Read the configuration; a file that is not there says nothing, and is no problem."""
    data = read_bytes(path)
    if isinstance(data, Problem):
        return Configured(Config(), path, () if data.code == "missing" else (data,))
    parsed = parse(data, str(path))
    if parsed.node is None:
        return Configured(Config(), path, parsed.problems)
    notes = Notes(str(path), list(parsed.problems))
    config = read(Config, parsed.node, notes)
    found = config if config is not NOTHING else Config()
    if found.filters:
        _check_filters(parsed.node, notes)
    return Configured(found, path, tuple(sorted(notes.problems)))


def _check_filters(node: Node, notes: Notes) -> None:
    """Take down every filter that cannot be read, at its place."""
    from tui.filter import parse_query  # noqa: PLC0415  (only for a configuration that has some)

    whole = node.pairs if isinstance(node, Fields) else ()
    filters = next((value for key, value in whole if key.value == "filters"), None)
    for name, text in filters.pairs if isinstance(filters, Fields) else ():
        if not isinstance(text, Text):
            notes.error(text, "type", f"the filter `{name.value}` should be one text")
            continue
        for fault in parse_query(text.value).faults:
            told = f"the filter `{name.value}`, column {fault.column}: {fault.message}"
            notes.error(text, "filter", told)

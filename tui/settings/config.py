"""The configuration: one YAML file in the user's config folder, checked as a brief is."""

import os
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from tui.brief.fields import ORDERED, Words
from tui.brief.files import read_bytes
from tui.brief.handling import LEVELS, Ladder
from tui.brief.instants import zone_of
from tui.brief.place import Place, Problem
from tui.brief.record import NOWHERE, Spot
from tui.brief.value import NO_NAMES, Value, positional, value
from tui.startup.terminal_background import AUTO, DARK, LIGHT

if TYPE_CHECKING:
    from tui.brief.nodes import Node, Text
    from tui.brief.notes import Notes

FILE = "config.yaml"
NO_KEY = "none"
"""Written in place of a key: the action has none."""


class KeyOverride(NamedTuple):
    """The keys a user chose for one action, as written."""

    id: str
    place: Place
    keys: tuple[tuple[str, Place], ...]
    """Each with its place. Empty: the action gets no key."""


@positional
class KeyOverrides(Value):
    """A map of actions, by their ids, to a key or a list of keys."""

    overrides: tuple[KeyOverride, ...] = ()

    @classmethod
    def from_node(cls, node: "Node", notes: "Notes", name: str) -> Any:
        """Read the map; a faulty entry is reported and left out."""
        from tui.brief.nodes import Fields, Text  # noqa: PLC0415  (a start has it read elsewhere)
        from tui.brief.notes import NOTHING  # noqa: PLC0415
        from tui.brief.scalars import kind  # noqa: PLC0415

        if isinstance(node, Text) and node.empty:
            return NOTHING
        if not isinstance(node, Fields):
            notes.error(node, "type", f"`{name}` should be a map of actions, not {kind(node)}")
            return NOTHING
        return cls(
            tuple(found for key, each in node.pairs if (found := _override(key, each, notes)))
        )


def _override(action: "Text", node: "Node", notes: "Notes") -> KeyOverride | None:
    from tui.brief.nodes import Items, Text  # noqa: PLC0415

    nodes = node.values if isinstance(node, Items) else (node,)
    texts = [each for each in nodes if isinstance(each, Text) and not each.empty]
    if not texts or len(texts) < len(nodes):
        what = f"`{action.value}` should be a key, a list of keys, or `{NO_KEY}`"
        notes.error(node, "type", what)
        return None
    keys = tuple((each.value, notes.place(each)) for each in texts if each.value != NO_KEY)
    return KeyOverride(action.value, notes.place(action), keys)


@value
class Config(Value):
    """What a user may set. Every field may be absent."""

    library: str = ""
    """Folder of briefs that `parley` without a path opens; `~` is the home folder."""
    theme: str = AUTO
    """Name of the theme; `auto` follows the background of the terminal."""
    dark: str = ""
    """The theme of `auto` on a dark background."""
    light: str = ""
    """The theme of `auto` on a light background."""
    zone: str = ""
    """Your time zone, if it is not that of this machine."""
    editor: str = ""
    """The command that opens a file for editing; takes precedence over `$VISUAL`."""
    copy: Annotated[str, Words("auto", "native", "osc52", "off")] = "auto"
    """How to copy: `native` by a program as xclip, `osc52` by the terminal, `auto`, or `off`."""
    ascii: Annotated[str, Words("auto", "yes", "no")] = "auto"
    """Whether to show everything in ASCII; `auto`: only if the terminal needs it."""
    read_only: bool = False
    """Read-only: never write to any file."""
    animations: Annotated[str, Words("basic", "none")] = "basic"
    """Whether changed rows are highlighted for a moment: `basic`, or `none`."""
    filters: Mapping[str, str] = NO_NAMES
    """Saved filters in addition to the built-in ones: name → filter."""
    handling_levels: Annotated[tuple[str, ...], ORDERED] = LEVELS
    """Levels of handling, from the most open to the most restricted."""
    keys: KeyOverrides = KeyOverrides()
    """Other keys for actions: a map of their ids, each to a key, a list of keys, or `none`."""
    spot: Spot = field(default=NOWHERE, compare=False)

    @property
    def ladder(self) -> Ladder:
        """The levels of handling that briefs are read by."""
        return Ladder(self.handling_levels or LEVELS)

    @property
    def themes(self) -> tuple[tuple[str, str], ...]:
        """Every field that names a theme, with the name."""
        fields = (("theme", self.theme), ("dark", self.dark), ("light", self.light))
        return tuple((key, name) for key, name in fields if name not in {"", AUTO})


class LoadedConfig(NamedTuple):
    """The configuration as loaded, and the problems of its file."""

    config: Config
    path: Path
    problems: tuple[Problem, ...] = ()
    broken: bool = False
    """Whether the file could not be read at all; then not even the defaults are meant."""


def config_path() -> Path:
    """The path of the configuration, whether or not the file exists."""
    if sys.platform == "linux":
        # What platformdirs would say, without the time it takes to load at every start.
        base = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return (Path(base) if base else Path("~/.config").expanduser()) / "parley" / FILE
    from platformdirs import user_config_path  # noqa: PLC0415

    return user_config_path("parley") / FILE


def load_config(path: Path) -> LoadedConfig:
    """Read the configuration; a missing file means the defaults, and is no problem."""
    from tui.brief.notes import NOTHING, Notes  # noqa: PLC0415  (a start has it read elsewhere)
    from tui.brief.parse import parse  # noqa: PLC0415
    from tui.brief.read import read  # noqa: PLC0415

    data = read_bytes(path)
    if isinstance(data, Problem):
        missing = data.code == "missing"
        return LoadedConfig(Config(), path, () if missing else (data,), not missing)
    parsed = parse(data, str(path))
    if parsed.node is None:
        return LoadedConfig(Config(), path, parsed.problems, bool(parsed.problems))
    notes = Notes(str(path), list(parsed.problems))
    config = read(Config, parsed.node, notes)
    found = config if config is not NOTHING else Config()
    if found.filters:
        _check_filters(parsed.node, notes)
    return LoadedConfig(found, path, tuple(sorted((*notes.problems, *_wrong_zone(found)))))


def _check_filters(node: "Node", notes: "Notes") -> None:
    """Report every filter that cannot be read, at its place."""
    from tui.brief.nodes import Fields, Text  # noqa: PLC0415
    from tui.filter import parse_query  # noqa: PLC0415  (only for a configuration that has some)

    whole = node.pairs if isinstance(node, Fields) else ()
    filters = next((value for key, value in whole if key.value == "filters"), None)
    for name, text in filters.pairs if isinstance(filters, Fields) else ():
        if not isinstance(text, Text):
            notes.error(text, "type", f"the filter `{name.value}` should be one text")
            continue
        for fault in parse_query(text.value).faults:
            message = f"the filter `{name.value}`, column {fault.column}: {fault.message}"
            notes.error(text, "filter", message)


def _wrong_zone(config: Config) -> Iterator[Problem]:
    if config.zone and zone_of(config.zone) is None:
        message = f"unknown time zone `{config.zone}`; write an IANA name, as Europe/Istanbul"
        yield Problem(config.spot.field("zone"), "zone", message)


def wrong_theme(config: Config, known: Collection[str]) -> Iterator[Problem]:
    """Report each name of a theme that does not exist."""
    from tui.brief.spelling import nearest  # noqa: PLC0415  (only where something is wrong)

    for key, name in config.themes:
        if name not in known:
            guess = nearest(name, known)
            hint = f"did you mean `{guess}`?" if guess else f"there are {', '.join(sorted(known))}"
            yield Problem(config.spot.field(key), "theme", f"there is no theme `{name}`; {hint}")


def theme_for(config: Config, *, dark: bool) -> str:
    """The theme that `auto` means on a dark or a light background."""
    return (config.dark or DARK) if dark else (config.light or LIGHT)

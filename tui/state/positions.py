"""Where a reader was: the place in each brief, which brief was in front, the theme put on last.

A place is kept by what stood there and around it, so that it is found again in a brief that was
edited meanwhile. Nothing here loads the database; whoever has one hands it in.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.state.bookmarks import keys_in
from tui.state.names import name_of
from tui.state.theme_choice import chosen_theme

if TYPE_CHECKING:
    from tui.state.store import Memory

PLACE, COMMON = "place", "common"


class InTab(NamedTuple):
    """The place in one tab."""

    key: str = ""
    """Of the row under the cursor."""
    near: tuple[str, ...] = ()
    """Keys of rows around it, the nearest first; the first of them replaces one that is gone."""
    filter: str = ""
    scroll: int = 0
    """Lines the page was scrolled by."""
    listed: int = 0
    """Lines the list was scrolled by."""
    order: str = ""
    """What the list was sorted by, as `tui.sorting` names it."""


class InBrief(NamedTuple):
    """The place in one brief."""

    tab: str = ""
    """Name of the section in front."""
    tabs: Mapping[str, InTab] = MappingProxyType({})
    """The place in each tab that was opened, by the name of its section."""
    reading: bool = False
    zoomed: bool = False
    reach: int = 0
    """Days a picture around something reaches; 0: nobody said."""


class Common(NamedTuple):
    """What is remembered for all briefs together. Paths are absolute."""

    front: str = ""
    """The brief in front."""
    stops: tuple[tuple[Any, ...], ...] = ()
    """The way there: the stops behind, each beginning with its path; the last one last."""
    share: float = 0.0
    """Percent of the width that lists have beside their pages; 0: nobody said."""
    order: str = ""
    """What the library was sorted by, with a minus before it where that was turned round."""


class Recalled(NamedTuple):
    """What a start needs before its first paint."""

    theme: str = ""
    """The theme put on last."""
    themed: str = ""
    """The theme the configuration named at that time."""
    common: Common = Common()
    places: Mapping[str, InBrief | None] = MappingProxyType({})
    """The place in each brief that was asked for, by its name in the memory."""

    bookmarks: Mapping[str, frozenset[str]] = MappingProxyType({})
    """The rows with a bookmark in each of them, in the same way."""

    def theme_over(self, configured: str) -> str:
        """The theme put on last, unless the configuration was changed since."""
        return self.theme if self.themed == configured else ""


def recall(memory: "Memory", paths: Collection[Path]) -> Recalled:
    """What is remembered for a start with some briefs."""
    theme, themed = chosen_theme(memory)
    common = _common(memory.get(COMMON) or b"{}")
    places = {name_of(path): place_in(memory, path) for path in paths}
    return Recalled(theme, themed, common, places, keys_in(memory, paths))


def place_in(memory: "Memory", path: Path) -> InBrief | None:
    """The place in a brief, or None where it was never opened."""
    kept = memory.get(PLACE, name_of(path))
    return _read(kept) if kept else None


def keep_places(memory: "Memory", places: Mapping[Path, InBrief], common: Common) -> None:
    """Remember places in briefs, and what belongs to none of them."""
    with memory.together():
        for path, place in places.items():
            memory.put(
                PLACE, name_of(path), "", _encoded(place._asdict() | {"tabs": dict(place.tabs)})
            )
        memory.put(COMMON, "", "", _encoded(common._asdict()))


def _encoded(values: Mapping[str, Any]) -> bytes:
    import json  # noqa: PLC0415  (not at a first start)

    return json.dumps(values).encode()


def _common(kept: bytes) -> Common:
    """What is of no brief in particular; nothing for what another version wrote differently."""
    import json  # noqa: PLC0415  (not at a first start)

    try:
        saved = json.loads(kept)
        stops = tuple(map(tuple, saved["stops"]))
        order = str(saved.get("order", ""))
        return Common(str(saved["front"]), stops, float(saved["share"]), order)
    except (ValueError, TypeError, KeyError):
        return Common()


def _read(kept: bytes) -> InBrief | None:
    """A place as it was kept; None for what another version of Parley wrote differently."""
    import json  # noqa: PLC0415  (not at a first start)

    try:
        saved = json.loads(kept)
        tabs = {str(name): _in_tab(*kept) for name, kept in saved["tabs"].items()}
        return InBrief(
            str(saved["tab"]),
            tabs,
            bool(saved["reading"]),
            bool(saved["zoomed"]),
            int(saved["reach"]),
        )
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _in_tab(key: Any, near: Any, words: Any, page: Any, listed: Any, order: Any = "") -> InTab:
    """A place in a tab; one kept before lists could be sorted has no order."""
    return InTab(str(key), tuple(map(str, near)), str(words), int(page), int(listed), str(order))

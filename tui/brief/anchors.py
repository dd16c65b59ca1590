"""Names given with `&` and used with `*`, counted by what they expand to."""

from typing import Any

from tui.brief.faults import Faults
from tui.brief.limits import Limits
from tui.brief.nodes import Node


class Anchored:
    """A node with a name; while its end is not read it has no `node` yet."""

    __slots__ = ("column", "height", "line", "name", "node", "size", "used")

    def __init__(self, name: str, line: int, column: int) -> None:
        self.name = name
        self.line = line
        self.column = column
        self.node: Node | None = None
        self.size = 1
        """Nodes, itself and what its aliases expand to included."""
        self.height = 0
        """Levels of lists and maps; 0 for a text."""
        self.used = False


class Anchors:
    """The named nodes of one file. Of two with one name the later counts, as YAML has it."""

    def __init__(self, faults: Faults, limits: Limits) -> None:
        self._faults = faults
        self._limits = limits
        self._named: dict[str, Anchored] = {}
        self._all: list[Anchored] = []
        self._aliases = 0

    def name(self, event: Any) -> Anchored:
        """Take the anchor of an event; the caller fills in the node."""
        mark = event.start_mark
        anchored = Anchored(event.anchor, mark.line + 1, mark.column + 1)
        self._named[event.anchor] = anchored
        self._all.append(anchored)
        return anchored

    def resolve(self, name: str, line: int, column: int, depth: int, nodes: int) -> Anchored | None:
        """Find what an alias `depth` levels deep, after `nodes` nodes, means.

        None, with a problem reported, where it stands for nothing or for too much.
        """
        self._aliases += 1
        anchored = self._named.get(name)
        limits, faults = self._limits, self._faults
        if self._aliases > limits.aliases:
            faults.stop(line, column, "aliases", f"more than {limits.aliases} aliases")
        elif anchored is None:
            message = (
                f"`*{name}` stands before any `&{name}`; "
                "to write a text that begins with `*`, quote it"
            )
            faults.report(line, column, "alias", message)
        elif anchored.node is None:
            anchored.used = True
            faults.report(line, column, "cycle", f"`*{name}` stands inside the value it names")
        elif depth + anchored.height > limits.depth:
            message = f"nested deeper than {limits.depth} levels, through `*{name}`"
            faults.stop(line, column, "depth", message)
        elif nodes + anchored.size > limits.nodes:
            message = f"more than {limits.nodes:,} values once `*{name}` is expanded"
            faults.stop(line, column, "aliases", message)
        else:
            anchored.used = True
            return anchored
        return None

    def warn_of_unused(self) -> None:
        """Warn of `&x` that no `*x` uses: it is likely the beginning of a text."""
        for anchored in self._all:
            if not anchored.used:
                message = (
                    f"`&{anchored.name}` is read as a name for this value, and nothing uses it; "
                    "if it belongs to the text, quote the text"
                )
                self._faults.warn(anchored.line, anchored.column, "anchor", message)

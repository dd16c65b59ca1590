"""What reading one file brings to light beside the model: problems, references, marks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tui.brief.handling import Mark
from tui.brief.nodes import Node
from tui.brief.place import Place, Problem, Repair
from tui.brief.record import NO_FIELDS, Spot
from tui.brief.refs import Mention

_MANY = 500
NOTHING: Any = object()
"""What a reader returns where nothing was written or nothing could be kept."""


@dataclass
class Notes:
    """What a reading gathers on its way through one file."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    @property
    def crowded(self) -> bool:
        """Whether so much is wrong that a guess at the right spelling would never be seen."""
        return len(self.problems) > _MANY

    def place(self, node: Node) -> Place:
        """Where a node begins."""
        return Place(self.file, node.span.line, node.span.column)

    def spot(self, node: Node, fields: Mapping[str, tuple[int, int]] = NO_FIELDS) -> Spot:
        """The lines a node covers, and where its fields begin."""
        span = node.span
        # A text as a block ends where the next line with text begins: that line is not its own.
        end = span.end_line - (span.end_column == 1 and span.end_line > span.line)
        return Spot(self.file, span.line, span.column, end, fields)

    def error(self, node: Node, code: str, message: str, *, repair: Repair | None = None) -> None:
        """Take down a mistake."""
        self.problems.append(Problem(self.place(node), code, message, "error", repair))

    def warn(self, node: Node, code: str, message: str, *, repair: Repair | None = None) -> None:
        """Take down something odd."""
        self.problems.append(Problem(self.place(node), code, message, "warning", repair))


ReadNode: TypeAlias = Callable[[Node, Notes, str], Any]
"""Reads a node; the text names its field, for messages."""

"""From the bytes of a YAML file to texts, lists and maps with their places.

Nothing in a file makes this raise, recurse, expand, guess a type or run anything: PyYAML's events
are read one by one, without its composer, resolver and constructors.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from tui.brief.collector import COLLECTOR
from tui.brief.decode import Newline, decode
from tui.brief.limits import Limits, size_message
from tui.brief.nodes import Node
from tui.brief.place import Place, Problem


class Parsed(NamedTuple):
    """The content of a file and its problems, in the order of the file."""

    node: Node | None
    """None for an empty file, one of only comments, or one that cannot be read to its end."""
    problems: tuple[Problem, ...] = ()
    bom: bool = False
    newline: Newline = "\n"

    @property
    def failed(self) -> bool:
        """Whether anything in the file is an error; a node may be there all the same."""
        return any(problem.severity == "error" for problem in self.problems)


Parse: TypeAlias = Callable[[bytes, str], Parsed]
"""What parses the bytes of a file of some name: `parse`, or one that has the answers already."""


def parse(data: bytes, file: str, limits: Limits | None = None, *, pure: bool = False) -> Parsed:
    """Read one YAML document; `file` only names it in the places.

    An empty file, or one of only comments, gives no node and no problem: what it lacks is for the
    caller to say. What can be stepped over is reported and the rest is read:

    - a key written twice keeps its first value (`duplicate`), a key that is no text (`key`) and a
      merge (`merge`) are left out with their values;
    - a tag is ignored (`tag`), a text over the limit is cut (`long`);
    - an alias without an anchor before it (`alias`), or of a list or map that holds it (`cycle`),
      stands as the text it was written with;
    - of several documents the first is kept (`documents`).

    An alias of a list or map is that list or map, with the spans of its first place; an alias of
    a text is a text with the span of the alias. After `size`, `encoding`, `control`, `directive`,
    `syntax`, `depth`, `nodes` and `aliases` there is no node. Warnings: `damaged`, `lookalike`,
    `blank`, `space`, `anchor`, `cut`, `quotation`.

    `limits` defaults to what suits the parser; `pure` asks for the one without libyaml.
    """
    # The 30 ms of PyYAML are not paid by who only wants the types, or finds no brief to read.
    from tui.brief.events import default_limits, events  # noqa: PLC0415
    from tui.brief.tree import Tree  # noqa: PLC0415

    limits = limits or default_limits(pure)
    if len(data) > limits.file:
        return Parsed(None, (Problem(Place(file), "size", size_message(len(data), limits.file)),))
    decoded = decode(data, file)
    if any(problem.severity == "error" for problem in decoded.problems):
        return Parsed(None, decoded.problems, decoded.bom, decoded.newline)
    tree = Tree(decoded.text, file, limits)
    with COLLECTOR.paused():  # half the time of a big file went into looking for cycles
        node = tree.read(events(decoded.text, pure))
    found = [*decoded.problems, *tree.faults.problems]
    if node is not None and "#" in decoded.text:
        from tui.brief.comments import cut_by_comments  # noqa: PLC0415  (with PyYAML)

        found += cut_by_comments(decoded.text, node, file)
    problems = tuple(sorted(found, key=lambda each: each[:4]))
    return Parsed(node, problems, decoded.bom, decoded.newline)

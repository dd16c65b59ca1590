"""The colours of a YAML text: its keys, dates and comments, and the ids of the brief."""

import re
from collections.abc import Callable, Mapping, Sequence

from rich.style import Style
from rich.text import Text

from tui.blocks import Role
from tui.brief.shown import unsafe
from tui.editing.lexer import Kind, YamlMark, block_lines, marks

ROLES: dict[Kind, Role] = {
    "key": "label",
    "comment": "quiet",
    "text": "quote",
    "block": "quote",
    "mark": "quiet",
    "date": "status",
}
HEAVY = 3_000
"""Lines up to which a text is coloured; above it typing would be felt."""
_NAME = re.compile(r"[\w-]+")


class YamlColours:
    """Colours the lines of one text; `forget` after each change of it."""

    def __init__(self) -> None:
        self.ids: Mapping[str, Role] = {}
        """The ids of the brief, each with the role its name is written in."""
        self.references: frozenset[str] = frozenset()
        """The keys whose values are ids."""
        self._blocks: frozenset[int] | None = None

    def forget(self) -> None:
        """The text has changed: find its blocks again when they are needed."""
        self._blocks = None

    def in_block(self, index: int, lines: Sequence[str]) -> bool:
        """Whether a line is in a block of text, where nothing is YAML."""
        if self._blocks is None:
            self._blocks = frozenset() if len(lines) > HEAVY else block_lines(lines)
        return index in self._blocks

    def text(self, index: int, lines: Sequence[str], style_of: Callable[[Role], Style]) -> Text:
        """A line in colours; a character that would command the terminal is shown as a dot."""
        line = lines[index]
        safe = (c if c == "\t" or not unsafe(c) else "·" for c in line)
        text = Text("".join(safe) if unsafe(line) else line, end="", no_wrap=True)
        if len(lines) > HEAVY:
            return text
        key = ""
        for mark in marks(line, block=self.in_block(index, lines)):
            if mark.kind == "key":
                key = line[mark.start : mark.end]
            if role := self._role(line, mark, key):
                text.stylize(style_of(role), mark.start, mark.end)
        return text

    def _role(self, line: str, mark: YamlMark, key: str) -> Role:
        if mark.kind != "word":
            return ROLES[mark.kind]
        word = line[mark.start : mark.end]
        if not _NAME.fullmatch(word) or line[mark.start - 1 : mark.start] == "'":
            return ""
        if key == "id":
            return "strong"
        if word in self.ids and (not key or key in self.references):
            return self.ids[word]
        return "problem" if key in self.references and self.ids else ""

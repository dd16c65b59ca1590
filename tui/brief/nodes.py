"""What a YAML file is made of, once parsed: texts, lists and maps, each with its place.

No scalar is typed here: `13:00`, `NO` and `004` are the texts an author wrote. The field a text
stands in decides what it means (`tui.brief.read`).
"""

from typing import NamedTuple, TypeAlias


class TextRange(NamedTuple):
    """From the first character of a node to the one after its last; lines and columns from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


class Text(NamedTuple):
    """A scalar, as written (escapes of double quotes resolved, nothing else)."""

    value: str
    span: TextRange
    plain: bool = True
    """Written without quotes and not as a block: only then can an empty text mean "nothing"."""

    @property
    def empty(self) -> bool:
        """Whether nothing was written, as after `key:`. A quoted empty text is not nothing."""
        return self.plain and not self.value


class Items(NamedTuple):
    """A list."""

    values: tuple["Node", ...]
    span: TextRange


class Fields(NamedTuple):
    """A map: its keys in the order written, each a text with its own place."""

    pairs: tuple[tuple[Text, "Node"], ...]
    span: TextRange


Node: TypeAlias = Text | Items | Fields

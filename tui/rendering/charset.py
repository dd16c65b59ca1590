"""What a terminal can show, where that is not all of Unicode, and replacements for the rest.

Before a text is laid out a twin may be longer than the sign it stands for: `≠` is `!=`, `щ` is
`shch`. After that it is as wide as the sign. A letter keeps its bare form or is romanised; one that
has neither is `?`, so that no name becomes another one and no cell is lost.
"""

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol, Self, runtime_checkable

from tui.blocks import Block, Line, Row, Span
from tui.rendering.ascii_fallback import CELLS, FRAMES, FREE, LETTERS
from tui.rendering.clusters import clusters

UNKNOWN = "?"


class Charset:
    """Spells what a terminal cannot show in what it can."""

    def __init__(self, holds: Callable[[str], bool], name: str) -> None:
        """`holds`: whether each character of a text can be shown; `name`: what it is called."""
        self._holds = holds
        self.name = name
        self.bent = False
        """Whether a letter was spelt otherwise than it is written, so that it can be told once."""
        self.lost = False
        """Whether a letter is shown as `?`."""
        # A list is converted again for each line that is drawn of it.
        self.text = lru_cache(4096)(self._text)
        self.cells = lru_cache(4096)(self._cells)

    @property
    def warning(self) -> str:
        """What is to be said once where letters are spelt otherwise than they are written."""
        return (
            f"Shown in {self.name} alone: other letters stand as the nearest ones, without "
            f"their accents, and as {UNKNOWN} where there is none"
        )

    def _text(self, text: str) -> str:
        """A text before it is laid out."""
        if text.isascii() or self._holds(text):
            return text
        text = text.replace(" · ", " · " if self._holds("·") else " | ")
        return "".join(
            letter if self._holds(letter) else self._twin(letter) for letter, _ in clusters(text)
        )

    def _cells(self, text: str) -> str:
        """A text that is laid out: each letter as wide as it was."""
        if text.isascii() or self._holds(text):
            return text
        return "".join(self._cell(letter, size) for letter, size in clusters(text))

    def frame(self, text: str) -> str:
        """A text that is on its way out: what is spelt by now, and the frames of widgets."""
        if text.isascii() or self._holds(text):
            return text
        return self.cells(text.translate(FRAMES))

    def _cell(self, letter: str, size: int) -> str:
        if self._holds(letter):
            return letter
        twin = CELLS.get(letter) or self._twin(letter)
        if letter[0].isalpha():
            # The first letter still tells a word; the first figure of a fraction is another number.
            twin = twin[:1]
        return (twin if len(twin) == size else UNKNOWN * size) if size else ""

    def _twin(self, letter: str) -> str:
        """The replacement of a letter, with all that belongs to it."""
        known = FREE.get(letter) or CELLS.get(letter)
        if known:
            return known if self._holds(known) else UNKNOWN
        bare = "".join(self._bare(each) for each in unicodedata.normalize("NFKD", letter))
        self.bent = self.bent or letter[0].isalpha()
        self.lost = self.lost or not bare
        return bare or UNKNOWN

    def _bare(self, letter: str) -> str:
        if self._holds(letter):
            return letter
        if unicodedata.category(letter).startswith("M"):
            return ""
        low = letter.lower()
        spelt = FREE.get(letter) or CELLS.get(letter) or LETTERS.get(low, "")
        return spelt.capitalize() if low != letter and low in LETTERS else spelt

    def line(self, line: Line) -> Line:
        """A line before it is laid out."""
        return tuple(span._replace(text=self.text(span.text)) for span in line)

    def drawn(self, line: Line) -> Line:
        """A line that is laid out."""
        return tuple(span._replace(text=self.cells(span.text)) for span in line)

    def row(self, row: Row) -> Row:
        """A row of a list, before it is laid out."""
        signs = tuple(sign._replace(glyph=self.text(sign.glyph)) for sign in row.signs)
        return row._replace(
            title=self.line(row.title),
            subtitle=self.line(row.subtitle),
            trailing=self.line(row.trailing),
            group=self.text(row.group),
            signs=signs,
        )

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Blocks before they are laid out."""
        return tuple(self._part(block) for block in blocks)

    def _part(self, part: Any) -> Any:
        """Any part of a block: its texts spelt, keys and numbers as they are."""
        if isinstance(part, Span):
            return part._replace(text=self.text(part.text))
        if not isinstance(part, tuple):
            return part
        if not isinstance(part, _Named):
            return tuple(self.text(e) if isinstance(e, str) else self._part(e) for e in part)
        changed = {
            name: self.text(each) if name in _TEXTS and isinstance(each, str) else self._part(each)
            for name, each in zip(part._fields, part, strict=True)
        }
        return part._replace(**changed)


@runtime_checkable
class _Named(Protocol):
    """A named tuple."""

    _fields: tuple[str, ...]

    def _replace(self, **fields: Any) -> Self: ...


_TEXTS = ("text", "label", "name", "told", "unit", "glyph")
"""Fields of blocks that are texts where they are no lines; other strings are keys and words."""


def in_encoding(name: str) -> Charset:
    """What can be written in an encoding."""
    single = _is_single(name)

    def holds(text: str) -> bool:
        try:
            text.encode(name)
        except UnicodeEncodeError:
            return False
        # Terminals of East Asia draw these in two cells, and we would count one.
        return single or not any(unicodedata.east_asian_width(each) == "A" for each in text)

    return Charset(holds, name.upper())


def in_font(letters: frozenset[str]) -> Charset:
    """What a font has."""
    return Charset(letters.issuperset, "the letters of this console")


def _is_single(name: str) -> bool:
    try:
        return len(bytes(range(0xA1, 0xFF)).decode(name, "replace")) == 0xFF - 0xA1
    except LookupError:
        return True

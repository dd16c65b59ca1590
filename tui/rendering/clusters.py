"""What a reader takes for one letter: never parted, and as many cells wide as terminals make it."""

from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

from tui.blocks import Line, Span
from tui.brief.lazy_regex import late

_RTL = "\u0590-\u05ff\u0600-\u08ff\ufb1d-\ufdff\ufe70-\ufefe"
_LAST = late(f"(?<=[{_RTL}])(?![{_RTL}])(?=[^{_RTL}]*?(?:$|  | ·))")
"""Behind the last letter written from right to left in a column, or in a part of a line."""
_LEFT = "\u200e"
_FLAG = range(0x1F1E6, 0x1F200)


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """The letters of a text with all that belongs to each, and the cells they take.

    Two letters that make a flag are one.
    """
    if text.isascii():
        yield from ((letter, 1) for letter in text)
        return
    half = ""
    for start, end, size in split_graphemes(text)[0]:
        letter = text[start:end]
        if half:
            paired = ord(letter[0]) in _FLAG
            yield (half + letter, size + 1) if paired else (half, 1)
            half = ""
            if paired:
                continue
        if ord(letter[0]) in _FLAG:
            half = letter
        else:
            yield letter, size
    if half:
        yield half, 1


def head(text: str, room: int) -> str:
    """As many whole letters from the beginning as a room of cells holds."""
    if cell_len(text) <= room:
        return text
    kept: list[str] = []
    for letter, size in clusters(text):
        if size > room:
            break
        kept.append(letter)
        room -= size
    return "".join(kept)


def tail(text: str, room: int) -> str:
    """As many whole letters from the end as a room of cells holds."""
    kept: list[str] = []
    for letter, size in reversed(tuple(clusters(text))):
        if size > room:
            break
        kept.append(letter)
        room -= size
    return "".join(reversed(kept))


def anchored(line: Line) -> Line:
    """A drawn line in which each column stays in its place where a terminal turns words round.

    A terminal that orders Arabic and Hebrew itself takes the text between two such words for a
    part of them, and would swap their columns. A mark behind each, of no width, ends
    it. Terminals that do not turn words round show letters as they follow each other.
    """
    whole = "".join(span.text for span in line)
    ends = [found.start() for found in _LAST.finditer(whole)]
    if not ends:
        return line
    made: list[Span] = []
    at = 0
    for span in line:
        text = span.text
        for end in reversed([end - at for end in ends if at < end <= at + len(span.text)]):
            text = f"{text[:end]}{_LEFT}{text[end:]}"
        made.append(Span(text, span.role, span.link))
        at += len(span.text)
    return tuple(made)

"""A change as a span of text, and making it in the bytes of a file."""

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

_BOM = b"\xef\xbb\xbf"


class Edit(NamedTuple):
    """Put `text` in the place of the characters from `start` to `end` of a file.

    Counted in code points of the decoded text without its byte order mark, CR and LF one each.
    `text` is exactly what will be there, its line ends as the file has them.
    """

    file: str
    start: int
    end: int
    text: str


def applied(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes of one file after some edits, all counted in the text before any of them.

    Every byte outside the spans stays, the byte order mark among them. Raises ValueError for spans
    that overlap or lie outside the text, UnicodeDecodeError for bytes that are no UTF-8.
    """
    bom = _BOM if data.startswith(_BOM) else b""
    text = data[len(bom) :].decode("utf-8")
    done: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        if not at <= edit.start <= edit.end <= len(text):
            raise ValueError("edits overlap, or lie outside the text")
        done += text[at : edit.start], edit.text
        at = edit.end
    return bom + "".join((*done, text[at:])).encode("utf-8")


def undone(data: bytes, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that give `data` back once `edits` have been applied to it."""
    text = data.removeprefix(_BOM).decode("utf-8")
    ordered = sorted(edits, key=lambda each: (each.start, each.end))
    grown = accumulate((len(e.text) - (e.end - e.start) for e in ordered), initial=0)
    return tuple(
        Edit(e.file, e.start + by, e.start + by + len(e.text), text[e.start : e.end])
        for e, by in zip(ordered, grown, strict=False)
    )

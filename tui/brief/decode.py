"""From bytes to a text whose lines every editor counts alike, or the reason why not."""

import re
from typing import Literal, NamedTuple

from tui.brief.lazy_regex import late
from tui.brief.place import Place, Problem

Newline = Literal["\n", "\r\n", "mixed"]

_WIDE = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_PACKED = ((b"\x1f\x8b", "a gzip archive"), (b"PK\x03\x04", "a zip archive or an office file"))
_BOM = b"\xef\xbb\xbf"

# YAML counts NEL, LS, PS and a lone CR as line ends, editors do not; the rest no one can see.
_FORBIDDEN = late(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|\r(?!\n)"
)
_NAMES = {
    "\x00": "a NUL character: the file is damaged, not a text, or saved as UTF-16",
    "\r": "a line end of old Macs (CR alone); save the file with LF or CR LF line ends",
    "\x85": "a next-line character (U+0085); most editors do not show it as a line end",
    "\u2028": "a line separator (U+2028); most editors do not show it as a line end",
    "\u2029": "a paragraph separator (U+2029); most editors do not show it as a line end",
    "\ufeff": "a byte order mark inside the text; were two files joined here?",
}
# Declarations take libyaml time that grows with their square, and change what tags mean.
_DIRECTIVE = late("^%", re.MULTILINE)


class Decoded(NamedTuple):
    """A file as a text, and what a saver must know to write it back as it was."""

    text: str
    bom: bool
    newline: Newline
    problems: tuple[Problem, ...] = ()
    """An error here means that `text` must not be parsed."""


def decode(data: bytes, file: str, *, table: bool = False) -> Decoded:
    """Decode strict UTF-8, with or without BOM. Codes: `encoding`, `control`, `directive`.

    `table`: what YAML cannot bear is no error; the caller says which row it is in.
    """
    bom = data.startswith(_BOM)
    body = data[len(_BOM) :] if bom else data
    newline = _newline(body)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        return Decoded("", bom, newline, (_undecodable(body, error, file),))
    refused = None if table else _forbidden(text, file)
    problems = (refused,) if refused else _damaged(text, file)
    return Decoded(text, bom, newline, problems)


def place_at(text: str, index: int, file: str) -> Place:
    """Locate the character at `index` (0-based) of `text`."""
    start = text.rfind("\n", 0, index) + 1
    return Place(file, text.count("\n", 0, index) + 1, index - start + 1)


def _newline(body: bytes) -> Newline:
    ends, windows = body.count(b"\n"), body.count(b"\r\n")
    if not windows:
        return "\n"
    return "\r\n" if ends == windows else "mixed"


def _undecodable(body: bytes, error: UnicodeDecodeError, file: str) -> Problem:
    before = body[: error.start].decode("utf-8")
    place = place_at(before, len(before), file)
    for start, name in _WIDE:
        if body.startswith(start):
            return Problem(Place(file), "encoding", f"the file is {name}; save it as UTF-8")
    for start, name in _PACKED:
        if body.startswith(start):
            return Problem(place, "encoding", f"this is {name}, not a text")
    byte = body[error.start : error.start + 1]
    guess = byte.decode("cp1252", "ignore")
    hint = f" (`{guess}` in Windows-1252)" if guess else ""
    message = f"byte {byte[0]:02X}{hint} is not UTF-8; save the file as UTF-8"
    return Problem(place, "encoding", message)


def _forbidden(text: str, file: str) -> Problem | None:
    found = _FORBIDDEN.search(text)
    if found:
        name = _name(found[0])
        more = sum(1 for _ in _FORBIDDEN.finditer(text, found.end()))
        tail = f" ({more:,} more follow)" if more else ""
        return Problem(place_at(text, found.start(), file), "control", f"here is {name}{tail}")
    found = _DIRECTIVE.search(text)
    if found:
        message = "a line that begins with `%` is not read; indent it, quote it or remove it"
        return Problem(place_at(text, found.start(), file), "directive", message)
    return None


def first_refused(text: str) -> tuple[int, str] | None:
    """Where the first character is that no file of a brief may hold, and what it is."""
    found = _FORBIDDEN.search(text)
    return (found.start(), f"here is {_name(found[0])}") if found else None


def _name(letter: str) -> str:
    return _NAMES.get(letter, f"a control character (U+{ord(letter):04X})")


def _damaged(text: str, file: str) -> tuple[Problem, ...]:
    first = text.find("\ufffd")
    if first < 0:
        return ()
    count = text.count("\ufffd")
    which = "a character was" if count == 1 else f"{count:,} characters were"
    message = f"{which} lost in an earlier conversion (U+FFFD stands here)"
    return (Problem(place_at(text, first, file), "damaged", message, "warning"),)

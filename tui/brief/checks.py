"""What is asked of every text, key and tag of a file."""

import re
import unicodedata

from tui.brief.faults import Faults
from tui.brief.limits import Limits
from tui.brief.nodes import Text

# Spaces, format characters and the letters that are drawn as nothing.
_BLANK = re.compile(
    "[\\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]+"
)
_QUOTES = re.compile(r"(?<!\w)[\"“”„‟]|[\"“”„‟](?!\w)")
_ANY_QUOTE = re.compile('["“”„‟«»]')
_NEW_PARAGRAPH = re.compile(r"\n\s*[\"“”„‟«»]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NFC_LENGTH = 128  # sorting a flood of accents takes time that grows with its square


def check_characters(value: str, line: int, column: int, faults: Faults) -> None:
    """Report a text that looks empty, and one with half a character in it."""
    if _BLANK.fullmatch(value):
        faults.warn(line, column, "blank", "this text looks empty but is not")
    elif _SURROGATE.search(value):  # the parser in Python lets `\ud800` through
        faults.stop(line, column, "syntax", "an escape in this text names no character")


def check_quotes(value: str, line: int, column: int, faults: Faults) -> None:
    """Warn of a quotation mark that has no other half.

    None is missed where a number is (`5"` are inches), where one stands inside a word, and where
    each paragraph of one quotation begins with one.
    """
    if not _ANY_QUOTE.search(value):
        return
    counted = len(_QUOTES.findall(value)) % 2 or (value.count("«") - value.count("»"))
    if not counted or re.search(r'\d"', value):
        return
    if "\n" in value and not len(_QUOTES.findall(_NEW_PARAGRAPH.sub("", value))) % 2:
        return
    faults.warn(line, column, "quotation", "a quotation mark of this text has no other half")


def cut(value: str, line: int, column: int, limits: Limits, faults: Faults) -> str:
    """Give the part of a text that is within the limits, reporting the rest."""
    if len(value) > limits.text:
        message = f"text of {len(value):,} characters is over the limit of {limits.text:,}"
        faults.report(line, column, "long", message)
        value = value[: limits.text]
    lines = value.count("\n")
    if lines > limits.lines:
        message = f"text of {lines:,} lines is over the limit of {limits.lines:,}"
        faults.report(line, column, "long", message)
        value = "\n".join(value.split("\n", limits.lines)[: limits.lines])
    return value


def check_tag(tag: str, line: int, column: int, faults: Faults) -> None:
    """Report any tag but `!`, which only says that a text is a text."""
    if tag != "!":
        message = (
            f"the tag `{tag}` is not read, every value is a text; "
            "to write a text that begins with `!`, quote it"
        )
        faults.report(line, column, "tag", message)


def accept_key(keys: dict[str, Text], key: Text, faults: Faults) -> bool:
    """Whether a key and its value belong to the map whose `keys` are read so far, by NFC form."""
    line, column = key.span.line, key.span.column
    value = key.value
    if value == "<<" and key.plain:
        message = "merging with `<<` is not read; write the keys out"
        faults.report(line, column, "merge", message)
        return False
    first = keys.setdefault(value if value.isascii() else _folded(key, faults), key)
    if first is key:
        return True
    if first.value == value:
        message = f"`{value}` is already written in line {first.span.line}; keep one of them"
        faults.report(line, column, "duplicate", message)
        return False
    message = f"this key only looks like `{first.value}` of line {first.span.line}"
    faults.warn(line, column, "lookalike", message)
    return True


def _folded(key: Text, faults: Faults) -> str:
    value = key.value
    if value != value.strip():
        message = "a space that is not a plain one belongs to this key; was it meant to indent?"
        faults.warn(key.span.line, key.span.column, "space", message)
    return unicodedata.normalize("NFC", value) if len(value) <= _NFC_LENGTH else value

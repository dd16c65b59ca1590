"""Text as it may go to a screen: one glyph after another, nothing that acts on the terminal.

A character no one can see becomes its code point in hexadecimal between angle brackets: ESC is
`<1B>`, the right-to-left override `<202E>`. A tab becomes a space. The result is in NFC.
"""

import re
import unicodedata
from functools import cache

NEWLINE = "↵"
"""Shown for a line end where only one line is shown."""

_MARKS = 4  # accents on one letter; no orthography stacks more

# Joiners and direction marks belong to the words of these scripts, and only there.
_JOINING = (
    "\u0590-\u05ff\u0620-\u06dc\u06de-\u070e\u0710-\u085f\u0870-\u088f\u0892-\u08e1\u08e3-\u0dff"
    "\u0f00-\u0fff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\u1820-\u18af\u1b00-\u1bbf"
    "\ufb1d-\ufdff\ufe70-\ufefc"
)
# Categories Cc, Cf, Zl, Zp and Cs, with the unassigned neighbours Unicode keeps for more of them;
# without the Arabic number and verse signs, which are Cf but seen. Tests compare with unicodedata.
_UNSEEN = (
    "\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff0-\ufffb\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
_KEPT = "\u200c-\u200f\u061c"

_UNSAFE = f"(?<![{_JOINING}])[{_KEPT}]|(?![{_KEPT}])[{_UNSEEN}]"
"""One character that must not reach a terminal, line feed and tab included."""

# Letters and signs that are one code point each in NFC and take no joiner.
_SAFE = (
    " -~\xa1-\xac\xae-\u024f\u0391-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u052f"
    "\u05d0-\u05ea\u0621-\u064a\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff\u2500-\u25ff"
    "\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3"
)
_PLAIN = re.compile(f"[{_SAFE}]*")

# Terminals and Textual count these differently, so columns would shift: the emoji style mark, skin
# tones, and the joiner between emoji. What they modify is still shown.
_DROPPED = (
    "[\ufe0f\U0001f3fb-\U0001f3ff]"
    "|(?<=[\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff])\u200d"
)
_UNSAFE_PROSE = f"(?!\n)(?:{_UNSAFE})"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile when first needed: these take 4 ms of a start, and most texts need none of them."""
    return re.compile(pattern)


def shown(text: str) -> str:
    """Give a text fit for one line. Line ends inside become `↵`; those at the end are dropped."""
    if _PLAIN.fullmatch(text):
        return text
    return _clean(text.rstrip("\n").replace("\n", NEWLINE), _UNSAFE)


def shown_prose(text: str) -> str:
    """Give a text fit for several lines: as `shown`, with its line ends as they are."""
    if _PLAIN.fullmatch(text.replace("\n", "")):
        return text
    return _clean(text, _UNSAFE_PROSE)


def unsafe(text: str) -> bool:
    """Whether a text holds anything that must not reach a terminal, line feed and tab included."""
    return _PLAIN.fullmatch(text) is None and _compiled(_UNSAFE).search(text) is not None


def without_unsafe(text: str) -> str:
    """The text with all that must not reach a terminal taken out."""
    return _compiled(_UNSAFE).sub("", text) if unsafe(text) else text


def _clean(text: str, pattern: str) -> str:
    unseen = _compiled(pattern)
    text = _compiled(_DROPPED).sub("", text.replace("\t", " "))
    # Cut before NFC, whose time grows with the square of a run of accents, and after it, because a
    # few characters come apart.
    text = _cut_marks(unicodedata.normalize("NFC", _cut_marks(text)))
    if not unseen.search(text):
        return text
    return unicodedata.normalize("NFC", unseen.sub(_code_point, text))


def _code_point(found: re.Match[str]) -> str:
    return f"<{ord(found[0]):02X}>"


def _cut_marks(text: str) -> str:
    run = 0
    kept: list[str] = []
    for character in text:
        marks = character > "\u02ff" and unicodedata.category(character) in {"Mn", "Me"}
        run = run + 1 if marks else 0
        if run <= _MARKS:
            kept.append(character)
    return "".join(kept)

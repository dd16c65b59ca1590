"""Numbers in digits, with the separators of several countries; never guessed by a power of ten."""

import re
import unicodedata
from decimal import Decimal

from tui.brief.lazy_regex import late

LONGEST = 200
"""Characters of a number; whatever is longer is prose."""
DIGITS = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d(?:[\d.,'’٬٫]*\d)?"
"""What may be a number; `number` says whether it is one."""
_NO_BREAK = "\u00a0\u202f"
_ENGLISH = late(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_SPACED = late(r"\d{1,3}(?:([ '’])\d{3})(?:\1\d{3})*(?:[.,]\d+)?")
_POINTED = late(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}|\d+,\d{4,}|\d{4,},\d+")
"""Points between thousands, a comma before decimals, where it can be nothing else."""
_EITHER = late(r"([1-9]\d{0,2})\.(\d{3})")
"""`220.000` is 220 in some countries and 220,000 in others."""
_AS_SHOWN = late(r"\d{1,3}(?:[, ]\d{3})*(?:\.\d+)?|\d+(?:\.\d+)?")
_OTHER_SIGNS = str.maketrans({"٬": ",", "٫": "."})


def ascii_digits(text: str) -> str:
    """A text with the digits of other scripts as ours: `۲۲۰` is 220."""
    if text.isascii():
        return text
    text = text.translate(_OTHER_SIGNS)
    return "".join(str(unicodedata.digit(c)) if c.isdecimal() else c for c in text)


def number(text: str, *, decimals: bool = False) -> Decimal:
    """Read a number with optional separators.

    `decimals` says that three digits after a point can only be decimals. Raises ValueError where it
    is no number, or may be one of two.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise ValueError("not a number")
    text = re.sub(f"[{_NO_BREAK}]", " ", ascii_digits(text))
    if (either := _EITHER.fullmatch(text)) and not decimals:
        raise ValueError(_two_readings(either[1], either[2]))
    if _ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _SPACED.fullmatch(text):
        return Decimal(re.sub("[ '’]", "", text).replace(",", "."))
    if _POINTED.fullmatch(text):
        return Decimal(text.replace(".", "").replace(",", "."))
    raise ValueError("not a number")


def _two_readings(whole: str, rest: str) -> str:
    short = f"{whole}.{rest}".rstrip("0").rstrip(".")
    sure = short if len(short.partition(".")[2]) < 3 else f"{short}0"
    return f"may be {short} or {whole},{rest}; write {whole},{rest} or {sure}"


def is_plain(text: str) -> bool:
    """Whether a number is written as we show it: commas or blanks between thousands, no others."""
    return bool(_AS_SHOWN.fullmatch(re.sub(f"[{_NO_BREAK}]", " ", text))) and text[0].isascii()

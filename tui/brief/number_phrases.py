"""Phrases that hold a number in several words, said in the order that figures are read in.

`an hour and a half` is 1.5 hours, `five to six thousand` begins at five thousand, `one in five` is
about 20 %, `40 ± 5` is 35 to 45. What has no such order stays as it is.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from tui.brief.lazy_regex import late
from tui.brief.number import DIGITS, number
from tui.brief.number_words import MAGNITUDES, TIMES, number_words

_WORD = r"[a-z]+(?:-[a-z]+)?"
_TIMES = "|".join(sorted(TIMES))
_LARGE = "|".join(word for word in MAGNITUDES if word != "hundred")
_PER_CENT = r"(?:%|per ?cent|pct\.?)"
_UNITS = "hrs?|h|mins?|secs?|km²|km2|km|kg|ha|cm|mm|ft|mi|nm|t|lbs?|kW|MW|GW"
_PARTS = {"half": 2, "halve": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_SIGNS = {"½": "5", "¼": "25", "¾": "75", "⅓": "33", "⅔": "67"}
_LARGEST_WHOLE = 100
"""Of how many `three in ten` may be told; a year is no whole."""
_LOOSE_BELOW = 3
"""`one or two` and `two or three` are a few; `four or five` are not six."""

_PLAIN = late(r"[\d., ]+", re.ASCII)
"""What needs no second look."""


def in_order(text: str) -> str:
    """A phrase with its number first and its unit behind it; all others as they are."""
    if _PLAIN.fullmatch(text) or len(text.split()) > 12:
        return text
    for pattern, ordered in _RULES:
        if match := pattern.search(text):
            text = text[: match.start()] + ordered(match) + text[match.end() :]
    return text


def _count(text: str) -> Decimal | None:
    """A number in digits or in words; None for anything else."""
    text = text.strip().lower()
    if text in {"a", "an"}:
        return Decimal(1)
    if text[:1].isdecimal():
        try:
            return number(text)
        except ValueError:
            return None
    found = number_words(text, 0)
    return found.value if found and found.end == len(text) else None


def _half_behind(match: re.Match[str]) -> str:
    count = _count(match["count"])
    return match[0] if count is None else f"{count + Decimal('0.5'):f} {match['unit']}"


def _part_of_a_magnitude(match: re.Match[str]) -> str:
    count, parts = _count(match["count"] or "a"), _PARTS[match["part"].lower()]
    if count is None or count >= parts:
        return match[0]
    share = count / parts
    rough = share.quantize(Decimal("0.01"))
    return f"{'' if rough == share or match.start() else 'about '}{rough:f} {match['large']}"


def _range_of_a_magnitude(match: re.Match[str]) -> str:
    """A range of which only the end says what it counts by."""
    low, high = _count(match["low"]), _count(match["high"])
    if low is None or high is None or not low < high < 100:
        return match[0]
    if not match["large"] and low < _LOOSE_BELOW:
        return match[0]
    link = "to" if match["link"].strip() == "or" else match["link"].strip()
    large = f" {match['large']}" if match["large"] else ""
    return f"{match['before'] or ''}{match['low']}{large} {link} {match['high']}{large}"


def _give_or_take(match: re.Match[str]) -> str:
    about, off = _count(match["about"]), _count(match["off"])
    if about is None or off is None:
        return match[0]
    return f"{about - off:f} to {about + off:f}{match['percent'] or ''}"


def _some_in_all(match: re.Match[str]) -> str:
    some, all_ = _count(match["some"]), _count(match["all"])
    if some is None or all_ is None or not 0 < some < all_ <= _LARGEST_WHOLE:
        return match[0]
    return f"{'' if match.start() else 'about '}{some * 100 / all_:.1f} %"


def _fraction_sign(match: re.Match[str]) -> str:
    return f"{match['whole'] or '0'}.{_SIGNS[match['sign']]}"


_OFTEN = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month",
          "yearly": "year", "annually": "year"}  # fmt: skip

_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    # Words that say nothing of the number, or the same as a shorter one.
    (late(r"^(?:just|well|slightly|far|a little|considerably)\s+"
          r"(?=over\b|above\b|more than|under\b|below\b|less than|fewer than|in excess)",
          re.IGNORECASE), lambda _: ""),
    (late(r"^(?:exactly|precisely|only|just|a total of)\s+(?=[\w$€£])", re.IGNORECASE),
     lambda _: ""),
    (late(r"^(?:an\s+|at\s+an\s+)?(?:estimated|est\.)\s+(?=\w)|^ca\s+(?=\d)", re.IGNORECASE),
     lambda _: "about "),
    (late(r"^(?:a\s+)?(?:minimum|min\.)\s+(?:of\s+)?(?=\d)", re.IGNORECASE),
     lambda _: "at least "),
    (late(r"^(?:a\s+)?(?:maximum|max\.)\s+(?:of\s+)?(?=\d)", re.IGNORECASE), lambda _: "at most "),
    (late(r"(?P<whole>\d*)(?P<sign>[½¼¾⅓⅔])(?=\s+\w)"), _fraction_sign),
    (late(rf"(?P<count>{DIGITS}|{_WORD})\s+(?P<unit>(?:{_TIMES}|{_LARGE})s?)\s+and\s+a\s+half\b",
          re.IGNORECASE), _half_behind),
    (late(rf"(?:(?P<count>{_WORD})[ -])?(?P<part>{'|'.join(_PARTS)})s?\s+of\s+a\s+"
          rf"(?P<large>{_LARGE})\b", re.IGNORECASE), _part_of_a_magnitude),
    (late(rf"^(?P<before>(?:between|about|around|some|roughly|over|nearly)\s+)?(?P<low>{_WORD})"
          rf"(?P<link>\s*[–—]\s*|\s+(?:to|or|and)\s+)(?P<high>{_WORD})\s+"
          rf"(?P<large>dozen|{'|'.join(MAGNITUDES)})\b", re.IGNORECASE),
     lambda match: _range_of_a_magnitude(match) if _is_range(match) else match[0]),
    (late(rf"^(?P<before>(?:about|around|some|roughly)\s+)?(?P<low>{_WORD})(?P<link>\s+or\s+)"
          rf"(?P<high>{_WORD})(?P<large>)(?=\s|$)", re.IGNORECASE),
     _range_of_a_magnitude),
    (late(rf"(?P<about>{DIGITS})(?P<percent>\s?{_PER_CENT})?\s*(?:±|\+/[-−]|plus or minus)\s*"
          rf"(?P<off>{DIGITS})", re.IGNORECASE), _give_or_take),
    (late(rf"(?P<some>\d+|{_WORD})\s+(?:in|out\s+of)\s+(?P<all>\d+|{_WORD})(?=$|\s+of\s)",
          re.IGNORECASE), _some_in_all),
    (late(rf"(?<=\d)\s?{_PER_CENT}\s*(?P<link>–|—|-|to|and)\s*(?=\d[\d.,]*\s?{_PER_CENT})",
          re.IGNORECASE), lambda match: f" {match['link']} "),
    (late(rf"(?<=\d)(?P<unit>{_UNITS})(?!\w)"), lambda match: f" {match['unit']}"),
    (late(rf"(?<=\d)(?P<unit>\s[a-z ]*[a-z])?(?<!half)(?:\s+an?\s+|\s?/\s?)(?P<per>{_TIMES})$",
          re.IGNORECASE), lambda match: f"{match['unit'] or ''} per {match['per']}"),
    (late(rf"(?<=\d)(?P<unit>\s[a-z ]*[a-z])?\s(?P<often>{'|'.join(_OFTEN)})$", re.IGNORECASE),
     lambda match: f"{match['unit'] or ''} per {_OFTEN[match['often'].lower()]}"),
)  # fmt: skip


def _is_range(match: re.Match[str]) -> bool:
    """Whether two numbers are the ends of a range: `and` is that only after `between`."""
    between = (match["before"] or "").strip().lower() == "between"
    return (match["link"].strip().lower() == "and") == between

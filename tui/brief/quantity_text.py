"""What the short form of a quantity says: its numbers, what stands before them, and of what."""

import re
from decimal import Decimal
from typing import NamedTuple

from tui.brief.lazy_regex import late
from tui.brief.number import DIGITS, LONGEST, is_plain, number
from tui.brief.number_phrases import in_order
from tui.brief.number_words import MAGNITUDES, TIMES, number_words

_QUALIFIER = late(
    r"(?:(?:over|more than|above|in excess of|at least|no fewer than|no less than|not less than"
    r"|a minimum of|upwards of|under|fewer than|less than|below|at most|up to|as many as"
    r"|no more than|not more than|a maximum of|nearly|almost"
    r"|about|around|approximately|roughly|some|circa)(?![a-z])|ca?\.|[~≈><≥≤])\s*",
    re.IGNORECASE,
)
_BETWEEN = late(r"between\s+(?=\S)", re.IGNORECASE)
_AND = late(r"\s+and\s+", re.IGNORECASE)
_OR = late(r"\s+or\s+(?=\d)", re.IGNORECASE)
_TO = late(r"\s*(?:–|—|-|\.\.|\bto\b)\s*", re.IGNORECASE)
_OR_SO = late(r"\s+or so\b", re.IGNORECASE)
_PLUS = late(r"\s?\+|\s+(?:plus|or more|and more|at least)(?![\w-])", re.IGNORECASE)
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_PART = late(
    rf"(?:(?P<count>an?|\w+)[ -])?(?P<part>{'|'.join(_PARTS)})s?(?:\s+(?P<of>(?:of\s+)?\D*))?",
    re.IGNORECASE,
)
"""A part of a whole: `a third`, `two thirds of the seats`."""
_DIGITS = late(DIGITS)
_SIGNS = r"[A-Z]{0,2}[$€£¥₽₴₺₹₪₩₦₸₾]"
_SHORT = r"(?:Rs|KSh|USh|TSh|SFr|FCFA|Tk|Rp|kr)\.?"
_MONEY = late(rf"(?:{_SIGNS}|(?:[A-Z]{{3}}|{_SHORT})(?=\s?\d))\s?")
"""A sign, a code or a short name of a currency before a number: `$`, `US$`, `EUR`, `Rs`."""
_MONEY_AFTER = late(rf"\s?{_SIGNS}")
_MAGNITUDE = late(
    rf"\s?(?:(?P<word>{'|'.join(MAGNITUDES)})s?|(?P<letter>[kmb]))(?![\w$])", re.IGNORECASE
)
_LETTERS = {"k": 3, "m": 6, "b": 9}
_PER = late(
    r"(?P<unit>.*?)\s*(?<!\S)(?:per|from each|for each|each) (?P<per>[a-z]+)", re.IGNORECASE
)
_BOTH = late(r"(?P<unit>.*?)\s*(?:(?<!\S)(?:of|from|by|for|on) )?both sides", re.IGNORECASE)
_UNIT_MAGNITUDE = late(rf"({'|'.join(MAGNITUDES)})s?(?:\s+(?:of\s+)?(.*))?", re.IGNORECASE)
_NOTHING = late(
    r"(?:none|nobody|no[ -]one|not (?:one|a single(?: one)?)|no|nil)(?:\s+(?P<unit>\S.*))?",
    re.IGNORECASE,
)
_HEDGES = frozenset((
    "answer", "claim", "comment", "confirmed", "count", "data", "detail", "details", "estimate",
    "exact", "figure", "figures", "immediate", "independent", "information", "known", "less",
    "longer", "mention", "more", "number", "numbers", "official", "precise", "reliable", "report",
    "reported", "reports", "statement", "sure", "word", "yet",
))  # fmt: skip
"""Words after `no` that make it a want of knowledge, and no nought."""
_NO_UNIT = frozenset((
    "after", "and", "at", "by", "in", "less", "more", "of", "on", "or", "party", "side", "thing",
    "third", "thirds", "fifth", "fifths", "half", "quarter", "quarters", "tenth", "tenths", "to",
    "way", "with",
))  # fmt: skip
"""Words after a number word that make it a phrase: `one of the largest`, `two or three`."""
_WORDS_OF_A_UNIT = 3
_PER_CENT = frozenset({"%", "percent", "per cent", "pct", "pct."})

BOTH_SIDES = "both sides"
"""What a total of both sides together is counted by."""
NO_QUANTITY = "not a quantity; write 472, over 40, 4–5, about 1000 or several"


class ShortForm(NamedTuple):
    """What a short form says."""

    ends: tuple[Decimal, ...]
    """One number, or the two ends of a range."""
    qualifier: str = ""
    """`over`, `about`; `or so` counts as about, `+` as at least."""
    unit: str = ""
    per: str = ""
    as_written: str = ""
    """The words, where the figure is shown in others."""


class _Amount(NamedTuple):
    """A number of a text, and where it ends."""

    value: Decimal
    end: int
    power: int = 0
    """That of a word of magnitude behind digits."""
    worded: bool = False
    loose: bool = False
    plain: bool = True
    """Whether it is written as it is shown."""


class _Start(NamedTuple):
    """What stands before the first number."""

    qualifier: str
    between: bool
    money: str
    end: int
    percent: bool


def short_form(text: str) -> ShortForm | None:
    """Read a short form, its blanks folded; None where it holds no number that can be read.

    Raises ValueError where a number has two readings.
    """
    if (ordered := in_order(text)) != text:
        found = _in_order(ordered)
        return found._replace(as_written=text) if found else None
    return _in_order(text)


def _in_order(text: str) -> ShortForm | None:
    """Read a short form that begins with its number or with what is said of it."""
    start = _start(text)
    if not start.qualifier and (nothing := _NOTHING.fullmatch(text)):
        return _none_of(text, nothing["unit"] or "")
    if part := _part_of(text, start):
        return part
    low = _amount(text, start.end, start)
    if low is None:
        return None
    high = _high(text, low, start)
    if start.between and not high:
        return None
    end = (high or low).end
    qualifier, end = _behind(text, end, start.qualifier, low if not high else None)
    unit = _unit_after(text[end:], worded=(high or low).worded)
    if unit is None:
        return None
    if high and high.power and not low.power and not low.worded:
        low = low._replace(power=high.power)
    found = [each for each in (low, high) if each]
    ends = tuple(each.value.scaleb(each.power) for each in found)
    unit, per = _per(unit)
    as_shown = all(each.plain and not each.worded and not each.power for each in found)
    kept = "" if as_shown and not (start.money or per) else text
    return ShortForm(ends, qualifier, f"{start.money} {unit}".strip(), per, kept)


def long_number(text: str, unit: str) -> Decimal:
    """A number of the long form, with a word of magnitude behind it or in its unit.

    Raises ValueError for anything else.
    """
    text = " ".join(text.split()) if len(text) <= LONGEST else ""
    power, rest = magnitude_of(unit)
    before = _Start("", False, "", 0, bool(power) or is_percent(rest))
    match = _DIGITS.match(text)
    if match and match.end() == len(text):
        return number(text, decimals=before.percent).scaleb(power)
    found = _amount(text, 0, before) if text and text[-1].isalpha() else None
    if found is None or found.end < len(text):
        raise ValueError("not a number")
    return found.value.scaleb(found.power + power)


def magnitude_of(unit: str) -> tuple[int, str]:
    """The power of ten that a unit begins with, and the unit without it: `million people`."""
    match = _UNIT_MAGNITUDE.fullmatch(unit.strip()) if unit else None
    if match is None:
        return 0, unit
    return MAGNITUDES[match[1].lower()], match[2] or ""


def is_percent(unit: str) -> bool:
    """Whether a unit is per cent, in one of its spellings; percentage points are another."""
    return unit.lower().strip() in _PER_CENT


def _start(text: str) -> _Start:
    between = _BETWEEN.match(text)
    word = None if between else _QUALIFIER.match(text)
    at = between.end() if between else word.end() if word else 0
    money = _MONEY.match(text, at)
    qualifier = " ".join(word[0].lower().split()) if word else ""
    last = text.lower().rsplit(" ", 2)
    percent = text.endswith("%") or is_percent(last[-1]) or is_percent(" ".join(last[-2:]))
    sign = money[0].strip().removesuffix(".") if money else ""
    return _Start(qualifier, bool(between), sign, money.end() if money else at, percent)


def _amount(text: str, at: int, start: _Start) -> _Amount | None:
    """The number at a place of a text, with a word of magnitude behind it."""
    match = _DIGITS.match(text, at)
    if match is None:
        found = number_words(text, at)
        return _Amount(found.value, found.end, 0, True, found.loose) if found else None
    magnitude = _MAGNITUDE.match(text, match.end())
    power = _power(text, magnitude, money=bool(start.money)) if magnitude else 0
    try:
        value = number(match[0], decimals=bool(power) or start.percent)
    except ValueError as error:
        raise ValueError(NO_QUANTITY if str(error) == "not a number" else str(error)) from None
    end = magnitude.end() if magnitude and power else match.end()
    return _Amount(value, end, power, plain=is_plain(match[0]))


def _power(text: str, match: re.Match[str], *, money: bool) -> int:
    """What a word or a letter behind a number multiplies it by; 0: it is a unit.

    Raises ValueError where an m may be millions or metres.
    """
    if word := match["word"]:
        return MAGNITUDES[word.lower()]
    letter, attached = match["letter"], not match[0][0].isspace()
    sure = letter == "M" or letter.lower() == "k" or text[match.end() :].strip()
    if money or (attached and sure):
        return _LETTERS[letter.lower()]
    if attached and letter == "m":
        digits = text[: match.start()].rsplit(maxsplit=1)[-1]
        raise ValueError(f"may be {digits} million or {digits} metres; write which of them")
    return 0


def _high(text: str, low: _Amount, start: _Start) -> _Amount | None:
    """The end of a range; None where there is none."""
    link = (_AND if start.between else _TO).match(text, low.end)
    if link is None and not low.worded:
        link = _OR.match(text, low.end)
    if link is None:
        return None
    sign = _MONEY.match(text, link.end())
    return _amount(text, sign.end() if sign else link.end(), start)


def _behind(text: str, end: int, qualifier: str, only: _Amount | None) -> tuple[str, int]:
    """What is said of a number right behind it, and where that ends."""
    if only and (match := _PLUS.match(text, end)):
        return "at least", match.end()
    if match := _OR_SO.match(text, end):
        return qualifier or "about", match.end()
    return qualifier or ("about" if only and only.loose else ""), end


def _unit_after(rest: str, *, worded: bool) -> str | None:
    """What is counted, after the number; None where what follows makes it no quantity."""
    if rest.strip() == "%" or _MONEY_AFTER.fullmatch(rest):
        return rest.strip()
    if rest.startswith("-") and rest[1:].removesuffix("s") in TIMES:
        return rest[1:]
    words = rest.split()
    if words and (not rest[0].isspace() or words[0][0].isdigit()):
        return None
    if words[:1] == ["of"] and (len(words) == 2 or not worded):
        words = words[1:]
    first = words[0].lower() if words else ""
    phrase = worded and (len(words) > _WORDS_OF_A_UNIT or first in _NO_UNIT)
    another = first in {"and", "or"} or (first == "for" and re.search(r"\d", rest))
    return None if phrase or another else " ".join(words)


def _part_of(text: str, start: _Start) -> ShortForm | None:
    """A part of a whole in per cent; nobody who says a third takes it to the letter."""
    match = _PART.fullmatch(text, start.end)
    if match is None or start.money or start.between:
        return None
    word = (match["count"] or "a").lower()
    found = number_words(word, 0)
    count = Decimal(1) if word in {"a", "an"} else found.value if found else None
    named = match["part"].lower()
    parts = _PARTS[named]
    of = (match["of"] or "").strip()
    if count is None or count >= parts or (of and not of.startswith("of ")):
        return None
    share = (count * 100 / parts).quantize(Decimal("0.1"))
    return ShortForm((share,), start.qualifier or "about", f"% {of}".strip(), "", text)


def _none_of(text: str, unit: str) -> ShortForm | None:
    """Nothing of a thing; None where it is the number that is wanting."""
    words = unit.lower().split()
    if len(words) > _WORDS_OF_A_UNIT or _HEDGES.intersection(words) or re.search(r"\d", unit):
        return None
    if words and (words[0] in _NO_UNIT or number_words(unit, 0)):
        return None
    return ShortForm((Decimal(0),), "", unit, "", text)


def _per(unit: str) -> tuple[str, str]:
    """A unit without what it is counted by, and that: `attacks per day`."""
    if match := _BOTH.fullmatch(unit):
        return match["unit"], BOTH_SIDES
    if (match := _PER.fullmatch(unit)) and not is_percent(unit):
        return match["unit"], match["per"]
    return unit, ""

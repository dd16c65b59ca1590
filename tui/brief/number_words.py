"""Numbers in English words: `twenty-five`, `three hundred`, `half a million`, `a dozen`."""

import re
from decimal import Decimal
from typing import NamedTuple

_SMALL = {
    word: n for n, word in enumerate((
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ))
}  # fmt: skip
_TENS = {
    word: 20 + 10 * n for n, word in enumerate((
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ))
}  # fmt: skip
MAGNITUDES = {
    "hundred": 2, "thousand": 3, "lakh": 5, "million": 6, "mln": 6, "mn": 6, "crore": 7,
    "billion": 9, "milliard": 9, "bn": 9, "trillion": 12, "tn": 12,
}  # fmt: skip
"""Words that multiply a number, with the power of ten they stand for."""
_LOOSE = {"dozen": 12, "couple": 2}
"""Words for a number that nobody takes to the letter."""
TIMES = frozenset(
    ("second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade")
)
"""Lengths of time, counted by a word that is else an article: `a week`."""
_TOKEN = re.compile(r"[a-z]+", re.IGNORECASE)
_BETWEEN = re.compile(r"[ -]|$")


class WordNumber(NamedTuple):
    """A number read from words, and where in the text they end."""

    value: Decimal
    """Its exponent tells what it is rounded to: `two million` is 2E+6."""
    end: int
    loose: bool
    """Whether it is only about so many: `a dozen`."""


def number_words(text: str, at: int) -> WordNumber | None:
    """The number that begins at a place of a text; None where no number word stands there."""
    found = _words_from(text, at)
    words = [word for word, _ in found]
    if len(words) > 2 and words[0] == "half" and words[1] in {"a", "an"}:
        return _half(words[2], found)
    if words[:1] in (["a"], ["an"]):
        if words[1:2] and words[1] in TIMES:
            return WordNumber(Decimal(1), found[0][1], loose=False)
        if not words[1:2] or words[1] not in {*MAGNITUDES, *_LOOSE}:
            return None
        words[0] = "one"
    value, used = _read(words)
    if not used:
        return None
    return _with_what_follows(value, found, words, used)


def _with_what_follows(
    value: Decimal, found: list[tuple[str, int]], words: list[str], used: int
) -> WordNumber:
    """A number with the dozen or the half that stands behind it."""
    end = found[used - 1][1]
    if words[used : used + 1] and words[used] in _LOOSE:
        value, end = value * _LOOSE[words[used]], found[used][1]
        return WordNumber(value, end, loose=True)
    if words[used : used + 3] == ["and", "a", "half"]:
        value, used, end = value + Decimal("0.5"), used + 3, found[used + 2][1]
        if words[used : used + 1] and words[used] in MAGNITUDES:
            value, end = value.scaleb(MAGNITUDES[words[used]]), found[used][1]
    return WordNumber(value, end, loose=False)


def _half(word: str, found: list[tuple[str, int]]) -> WordNumber | None:
    end = found[2][1]
    if word in TIMES:
        return WordNumber(Decimal("0.5"), found[1][1], loose=False)
    if word in _LOOSE:
        return WordNumber(Decimal(_LOOSE[word]) / 2, end, loose=True)
    if word in MAGNITUDES:
        return WordNumber(Decimal(5).scaleb(MAGNITUDES[word] - 1), end, loose=False)
    return None


def _words_from(text: str, at: int) -> list[tuple[str, int]]:
    """The words that follow each other from a place on, each with its end, a few at most."""
    found: list[tuple[str, int]] = []
    while len(found) < 16 and (match := _TOKEN.match(text, at)):
        found.append((match[0].lower(), match.end()))
        if not _BETWEEN.match(text, match.end()):
            # `ones` and `two's` are other words than `one` and `two`.
            return found if match.end() == len(text) or text[match.end()] in ",;+" else found[:-1]
        at = match.end() + 1
    return found


def _read(words: list[str]) -> tuple[Decimal, int]:
    """Add up number words from the first on; the value and how many words it took."""
    whole, part, used, power, last = 0, 0, 0, 0, ""
    for index, word in enumerate(words):
        if word == "and" and last in {"hundred", "thousand"} and _follows(words, index + 1):
            continue
        if word in _TENS and last not in _SMALL and last not in _TENS:
            part, power = part + _TENS[word], 0
        elif word in _SMALL and last not in _SMALL and (last not in _TENS or 0 < _SMALL[word] < 10):
            part, power = part + _SMALL[word], 0
        elif word == "hundred" and 0 < part < 100:
            part, power = part * 100, 2
        elif word in MAGNITUDES and word != "hundred" and part:
            whole, part, power = whole + part * 10 ** MAGNITUDES[word], 0, MAGNITUDES[word] + power
        else:
            break
        used, last = index + 1, word
    value = Decimal(whole + part)
    step = 0
    while step < power and value and (whole + part) % 10 ** (step + 1) == 0:
        step += 1
    return (value.scaleb(-step).to_integral_value().scaleb(step) if step else value), used


def _follows(words: list[str], index: int) -> bool:
    return index < len(words) and (words[index] in _SMALL or words[index] in _TENS)

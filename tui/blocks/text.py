"""Text and what each piece of it is: spans with roles, lines of spans, and signs.

Everything here is plain text from files and from us; no markup, no colours. A `role` names what a
piece of text is, and the theme decides how that looks. Named tuples, as thousands are made at once.
"""

from typing import Literal, NamedTuple, TypeAlias

Role: TypeAlias = Literal[
    "",  # ink on paper
    "strong",
    "quiet",
    "title",
    "heading",
    "label",
    "quote",
    "name",
    "source",
    "status",
    "handling",  # who may read it, where that is not everybody
    "code",
    "disputed",
    "finer",
    "incomparable",
    "asymmetric",
    "silent",
    "changed",
    "stale",
    "problem",
    "warning",
    "good",
    "chosen",  # the name a key would follow
    "hit",  # words that are sought
    "focus",  # the one accent: where the keys go
    "party1",
    "party2",
    "party3",
    "party4",
    "party5",
    "party6",
]


class Span(NamedTuple):
    """A piece of text in one role. `link` is the key of the record it names, if any."""

    text: str
    role: Role = ""
    link: str = ""


Line: TypeAlias = tuple[Span, ...]
"""Spans that follow each other; wrapped where they are drawn."""


def plain(line: Line) -> str:
    """A line without its roles."""
    return "".join(span.text for span in line)


class Sign(NamedTuple):
    """A mark in a list, with its ASCII twin for terminals without UTF-8, and its word."""

    glyph: str
    ascii: str
    word: str
    role: Role


DISPUTED = Sign("≠", "!=", "disputed", "disputed")
ACCEPTED = Sign("✓", "ok", "accepted by the writer", "strong")
FINER = Sign("≈", "~", "finer, not contrary", "finer")
COMPATIBLE = Sign("∩", "&", "compatible, not agreed", "finer")
INCOMPARABLE = Sign("∥", "//", "not comparable", "incomparable")
ASYMMETRIC = Sign("⇄", "<>", "asymmetric", "asymmetric")
SILENT = Sign("∅", "-", "only one source says it", "silent")
CHANGED = Sign("•", "*", "changed since you last read it", "changed")
STALE = Sign("†", "+", "its time has passed", "stale")
PROBLEM = Sign("‼", "!!", "problem in the file here", "problem")
MARKED = Sign("⊘", "C", "restricted", "handling")
BOOKMARK = Sign("★", "#", "your bookmark", "strong")
SIGNS = (
    DISPUTED, ACCEPTED, FINER, COMPATIBLE, INCOMPARABLE, ASYMMETRIC, SILENT, CHANGED, STALE,
    PROBLEM, MARKED, BOOKMARK,
)  # fmt: skip

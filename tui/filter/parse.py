"""A line of text → a `Query`. Whatever is typed is understood, or said to be wrong, with its place.

    query  = all { "or" all }          all   = part { ["and"] part }
    part   = { "not" | "-" } ( "(" query ")" | "phrase" | field:value | word )

What is not finished (`party:`, `"abc`, a word behind `or`) is left out until it is.
"""

import re
from typing import cast

from tui.brief.place import Place
from tui.brief.spelling import nearest
from tui.brief.when import When
from tui.filter.flat import flat
from tui.filter.query import (
    EVERYTHING,
    FIELDS,
    RELATIONS,
    STATES,
    DateTerm,
    Fault,
    FieldTerm,
    Node,
    Query,
    Relation,
    StateTerm,
    Word,
    all_of,
    either_of,
    without,
)
from tui.filter.tokens import Token, tokens
from tui.filter.vocabulary import Vocabulary

LONGEST = 1000
"""Characters of a filter."""
DEEPEST = 20
"""Brackets within brackets."""
ALL_FIELDS = (*FIELDS, *RELATIONS, "is")
_BEGUN = re.compile(r"\d{0,3}|\d{4}-(\d?|\d\d-\d?|W\d?)|.*[/T:.]\d{0,3}|.*-\d?", re.S)
"""A date of which somebody is still typing."""


def parse_query(text: str, known: Vocabulary | None = None) -> Query:
    """Read a filter. With the values `known` in a brief, misspelt ones are found as well."""
    if len(text) > LONGEST:
        return Query(text, faults=(Fault(LONGEST, f"longer than {LONGEST} characters"),))
    reader = _Reader(text, known)
    node = reader.read()
    faults = tuple(sorted(reader.faults))
    return Query(text, EVERYTHING if faults else node, faults, tuple(sorted(reader.notes)))


class _Reader:
    """The way through one filter."""

    def __init__(self, text: str, known: Vocabulary | None) -> None:
        self.faults: list[Fault] = []
        self.notes: list[Fault] = []
        self._end = len(text.rstrip()) + 1
        self._known = known
        self._tokens = list(tokens(text))
        self._at = 0

    @property
    def _here(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _accept(self, kind: str) -> Token | None:
        here = self._here
        if here is None or here.kind != kind:
            return None
        self._at += 1
        return here

    def _fault(self, token: Token, message: str) -> None:
        self.faults.append(Fault(token.column, message))

    def _note(self, token: Token, message: str) -> None:
        self.notes.append(Fault(token.column, message))

    def read(self) -> Node:
        """The whole."""
        parts = [self._either(0)]
        while (closing := self._accept("close")) is not None:
            self._fault(closing, "this bracket closes none")
            parts.append(self._either(0))
        return all_of(part for part in parts if part)

    def _either(self, depth: int) -> Node | None:
        parts = [self._all(depth)]
        while (word := self._accept("or")) is not None:
            if self._here is None:
                self._note(word, "`or` waits for its other side")
            elif self._here.kind in {"or", "close"}:
                self._fault(word, "nothing stands behind this `or`")
            parts.append(self._all(depth))
        found = [part for part in parts if part is not None]
        return either_of(found) if found else None

    def _all(self, depth: int) -> Node | None:
        parts: list[Node | None] = []
        while (here := self._here) is not None and here.kind != "close":
            if here.kind in {"or", "and"} and not parts:
                before = self._tokens[self._at - 1].kind if self._at else ""
                if before != "or":
                    self._fault(here, f"nothing stands before this `{here.kind}`")
            if here.kind == "or":
                break
            if self._accept("and"):
                if self._here is None:
                    self._note(here, "`and` waits for its other side")
                continue
            parts.append(self._part(depth))
        found = [part for part in parts if part is not None]
        return all_of(found) if found else None

    def _part(self, depth: int) -> Node | None:
        turned = False
        last = None
        while (word := self._accept("not")) is not None:
            turned, last = not turned, word
        here = self._here
        if here is None or here.kind in {"or", "and", "close"}:
            if last and here is None:
                self._note(last, "`not` waits for what it turns round")
            elif last:
                self._fault(last, "nothing stands behind this `not`")
            return None
        self._at += 1
        part = self._group(here, depth + 1) if here.kind == "open" else self._term(here)
        return without(part) if part and turned else part

    def _group(self, opening: Token, depth: int) -> Node | None:
        if depth > DEEPEST:
            self._fault(opening, f"more than {DEEPEST} brackets within each other")
            self._at = len(self._tokens)
            return None
        empty = self._here is not None and self._here.kind == "close"
        part = self._either(depth)
        if self._accept("close") is None:
            self._note(opening, "this bracket is not closed")
        elif empty:
            self._fault(opening, "nothing stands between these brackets")
        return part

    # --- what can be asked for ----------------------------------------------------------------

    def _term(self, token: Token) -> Node | None:
        if token.cut:
            self._note(token, "these quotation marks are not closed")
            return None
        if token.kind == "field":
            return self._field(token)
        words = flat(token.text)
        # A word that is nothing but a joining word and a full stop is no joining word.
        whole = token.kind == "phrase" or words in {"and", "or", "not"}
        return Word(words, whole) if words else None

    def _field(self, token: Token) -> Node | None:
        name = token.name.lower()
        if name not in ALL_FIELDS:
            guess = nearest(name, ALL_FIELDS)
            hint = f"do you mean `{guess}`?" if guess else f"there are {', '.join(ALL_FIELDS)}"
            self._fault(token, f"no field `{token.name}`; {hint}")
            return None
        if not token.text.strip():
            self._no_value(token, name)
            return None
        if name in RELATIONS:
            return self._date(token, cast("Relation", name))
        return self._state(token) if name == "is" else self._value(token, name)

    def _no_value(self, token: Token, name: str) -> None:
        if token.end >= self._end:
            self._note(token, f"`{name}:` waits for a value")
        else:
            self._fault(token, f"`{name}:` without a value; no space stands before the value")

    def _date(self, token: Token, name: Relation) -> Node | None:
        text = token.text.strip()
        try:
            When.from_text(text, Place(""))
        except ValueError as error:
            if token.end >= self._end and _BEGUN.fullmatch(text):
                self._note(token, f"`{name}:` waits for the rest of a date")
            else:
                self._fault(token, str(error))
            return None
        return DateTerm(name, text)

    def _state(self, token: Token) -> Node | None:
        word = flat(token.text).replace("_", "-")
        if word in STATES:
            return StateTerm(word)
        if word and token.end >= self._end and any(each.startswith(word) for each in STATES):
            self._note(token, "`is:` waits for the rest of a word")
        else:
            guess = nearest(word, STATES)
            hint = f"do you mean `{guess}`?" if guess else f"there are {', '.join(STATES)}"
            self._fault(token, f"nothing is `{token.text}`; {hint}")
        return None

    def _value(self, token: Token, name: str) -> Node | None:
        value = flat(token.text)
        if not value:
            self._no_value(token, name)
            return None
        field = FieldTerm(name, value)
        if self._known is None or self._known.has(name, value):
            return field
        if token.end >= self._end and self._known.begins(name, value):
            self._note(token, f"`{name}:` waits for the rest of a word")
            return None
        if guess := self._known.nearest(name, token.text):
            self._fault(token, f"no {name} `{token.text}` here; do you mean `{guess}`?")
            return None
        self._note(token, f"no {name} `{token.text}` here")
        return field

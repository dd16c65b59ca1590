"""Texts typed by their fields: text, whole number, yes or no."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tui.brief.fields import Words
from tui.brief.handling import Levels, Mark
from tui.brief.nodes import Items, Node, Text
from tui.brief.notes import NOTHING, Notes, ReadNode
from tui.brief.place import Repair
from tui.brief.spelling import odd_letters

_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_FLAT_LIMIT = 200
_QUOTE_LIMIT = 80


def kind(node: Node) -> str:
    """What a node is, in words for a message."""
    match node:
        case Text(value=""):
            return "empty"
        case Text():
            return f"the text `{quoted(node)}`"
        case Items():
            return "a list"
    return "a map"


def flat(node: Node) -> str:
    """A node as one text: a text whole, a list or map as YAML would write it on one line.

    Long lists and maps end in `…`.
    """
    return node.value if isinstance(node, Text) else _cut(_flat(node, _FLAT_LIMIT), _FLAT_LIMIT)


def quoted(node: Node) -> str:
    """The beginning of a node, for a message."""
    return _cut(_flat(node, _QUOTE_LIMIT), _QUOTE_LIMIT)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _flat(node: Node, room: int) -> str:
    if isinstance(node, Text):
        return node.value
    if isinstance(node, Items):
        return f"[{', '.join(_within(((None, each) for each in node.values), room))}]"
    return f"{{{', '.join(_within(node.pairs, room))}}}"


def _within(pairs: Iterable[tuple[Text | None, Node]], room: int) -> Iterator[str]:
    """Write entries until the room is used up."""
    for key, each in pairs:
        text = _flat(each, room)
        yield f"{key.value}: {text}" if key else text
        room -= len(text) + 2
        if room < 0:
            return


def reader(hint: type, about: tuple[Any, ...]) -> ReadNode:
    """The reader of a plain type, checking the vocabulary among `about`."""
    parse = PARSERS[hint]
    levels = any(isinstance(each, Levels) for each in about)
    known = next((each for each in about if isinstance(each, Words) and not levels), Words())
    words = known.known

    def read_scalar(node: Node, notes: Notes, name: str) -> Any:
        if not isinstance(node, Text):
            notes.error(node, "type", f"`{name}` should be one text, not {kind(node)}")
            return flat(node) if hint is str else NOTHING
        if node.empty:
            return NOTHING
        try:
            value = parse(node.value)
        except ValueError as error:
            notes.error(node, "value", f"`{name}: {quoted(node)}`: {error}")
            return NOTHING
        if levels:
            notes.marks.append(Mark(node.value, notes.place(node)))
        if words and value not in words and value not in known.older:
            _report_unknown_word(node, notes, name, words)
        return value

    return read_scalar


def _report_unknown_word(node: Text, notes: Notes, name: str, words: tuple[str, ...]) -> None:
    from tui.brief.synonyms import right_word  # noqa: PLC0415  (only where there is a mistake)

    word = quoted(node)
    guess = "" if notes.crowded else right_word(node.value, words)
    hint = f"did you mean `{guess}`?" if guess else "known are " + ", ".join(words)
    message = f"`{word}`{odd_letters(word)} is not a known word for `{name}`; {hint}"
    repair = Repair(node.value, guess) if guess else None
    notes.warn(node, "word", message, repair=repair)


def _whole(text: str) -> int:
    digits = text.strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
        raise ValueError("not a whole number")
    return int(digits)


def _yes_no(text: str) -> bool:
    try:
        return _YES_NO[text.strip().lower()]
    except KeyError:
        raise ValueError("write yes or no") from None


PARSERS: dict[Any, Callable[[str], Any]] = {str: str, int: _whole, bool: _yes_no}

"""A key that a map does not have: what was meant by it, and whether it is a key at all.

Inside braces YAML takes what follows a comma for a key, with or without a colon: in
`{text: yes, we can}` the text is `yes`, and `we can` a key with nothing.
"""

from collections.abc import Mapping
from typing import Any

from tui.brief.nodes import Fields, Node, Text
from tui.brief.notes import Notes, ReadNode
from tui.brief.place import Repair
from tui.brief.spelling import unknown_key
from tui.brief.synonyms import right_key


def report(
    cls: type[Any], readers: Mapping[str, ReadNode], key: Text, node: Fields, notes: Notes
) -> None:
    """Report a key of a map that is no key of a class, or is what was cut off a text.

    `readers` reads the value of each key that the class has.
    """
    at = next(n for n, pair in enumerate(node.pairs) if pair[0] is key)
    if is_piece(node, at):
        text = node.pairs[at - 1][0].value if at else ""
        name = text if text in readers else right_key(cls, text, readers)
        report_cut(node, at, notes, readers.get(name), known=True)
    elif notes.crowded:
        notes.warn(key, "unknown", unknown_key(key.value, ()))
    else:
        guess = right_key(cls, key.value, readers)
        message = unknown_key(key.value, readers, guess)
        repair = _renamed(key, guess, readers, node, notes) if guess else None
        notes.warn(key, "unknown", message, repair=repair)


def _renamed(
    key: Text, guess: str, readers: Mapping[str, ReadNode], node: Fields, notes: Notes
) -> Repair | None:
    """The other key, if it is not written already and can have this value."""
    if any(each.value == guess for each, _ in node.pairs):
        return None
    value = next(value for each, value in node.pairs if each is key)
    trial = Notes(notes.file)
    readers[guess](value, trial, guess)
    mistakes = any(each.severity == "error" for each in trial.problems)
    mends = any(each.repair for each in trial.problems)  # they are seen once this is mended
    return None if mistakes and not mends else Repair(key.value, guess)


def is_piece(node: Fields, at: int) -> bool:
    """Whether a key has no colon: then its empty value begins where the key ends."""
    key, value = node.pairs[at]
    return isinstance(value, Text) and value.empty and value.span[:2] == key.span[2:]


def report_cut(
    node: Fields, at: int, notes: Notes, read: ReadNode | None = None, *, known: bool = False
) -> None:
    """Report the first piece after a text that a comma cuts; the pieces after it belong to it.

    `read` reads the text before it, where its field is `known`; the others are texts.
    """
    if is_piece(node, at - 1) if at else False:
        return
    last = at
    while last + 1 < len(node.pairs) and is_piece(node, last + 1):
        last += 1
    piece = node.pairs[last][0]
    key, text = node.pairs[at - 1] if at else (None, None)
    if key is None or not isinstance(text, Text) or not text.plain:
        message = f"`{node.pairs[at][0].value}` has no colon; a text with a comma needs quotes"
        notes.error(node.pairs[at][0], "cut", message)
        return
    message = f"`{key.value}: {text.value}` ends at a comma; a text with a comma needs quotes here"
    whole = ", ".join((text.value, *(each.value for each, _ in node.pairs[at : last + 1])))
    fits = _reads(read, key.value, whole, text, notes) if read else not known
    mends = fits and text.span.line == piece.span.end_line
    repair = Repair(whole, end=piece.span[2:]) if mends else None
    notes.error(text, "cut", message, repair=repair)


def _reads(read: ReadNode, name: str, whole: str, text: Text, notes: Notes) -> bool:
    """Whether a field takes a text with a comma, or one that is repaired next; an id is none."""
    trial = Notes(notes.file)
    joined: Node = Text(whole, text.span, plain=False)
    read(joined, trial, name)
    return not trial.mentions and all(each.repair for each in trial.problems)

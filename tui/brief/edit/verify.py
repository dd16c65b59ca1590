"""No edit leaves this package untried: what it makes of a file is read, and must be what was meant.

Compared is all that the file says, key by key and text by text: an edit that changed a second
place, through an alias or by a slip of the indentation, is distinguished from a right one here.
"""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from tui.brief.edit.find import Steps
from tui.brief.edit.source import SourceText, parsed
from tui.brief.edit.span import Edit, applied
from tui.brief.edit.write import Data
from tui.brief.nodes import Items, Node, Text
from tui.brief.place import Place, Problem

Bare: TypeAlias = Any
"""What a node says without its place: a text, None for nothing, a list, a map."""


def bare(node: Node | None) -> Bare:
    """What a node says, as lists and maps that may be changed."""
    if node is None:
        return {}
    if isinstance(node, Text):
        return None if node.empty else node.value
    if isinstance(node, Items):
        return [bare(each) for each in node.values]
    return {key.value: bare(value) for key, value in node.pairs}


def bare_data(data: Data) -> Bare:
    """What data will say once it is written and read."""
    if isinstance(data, str):
        return data
    if isinstance(data, Mapping):
        return {name: bare_data(each) for name, each in data.items()}
    return [bare_data(each) for each in data]


def put(tree: Bare, path: Steps, value: Bare) -> Bare:
    """Put a value in the place of another, or under a new key; returns the root."""
    if not path:
        return value
    _holder(tree, path)[path[-1]] = value
    return tree


def add(tree: Bare, path: Steps, value: Bare) -> Bare:
    """Put a value at the end of the list at a path; returns the root."""
    _holder(tree, (*path, -1)).append(value)
    return tree


def drop(tree: Bare, path: Steps) -> Bare:
    """Take a value away with its key; returns the root."""
    del _holder(tree, path)[path[-1]]
    return tree


def _holder(tree: Bare, path: Steps) -> Bare:
    for step in path[:-1]:
        tree = tree[step]
    return tree


def verified(
    source: SourceText, edits: Iterable[Edit], meant: Bare, place: Place
) -> Edit | Problem:
    """The first of some edits that makes the file say what was meant.

    A problem, at `place`, where none does.
    """
    tried = set()
    for edit in edits:
        # An alias of a list has the place of what it names: a span may be no span.
        if edit in tried or edit.start > edit.end:
            continue
        tried.add(edit)
        try:
            after = parsed(applied(source.data, (edit,)), source.file)
        except UnicodeEncodeError:
            return Problem(place, "edit", "this text holds half a character; type it anew")
        if (
            isinstance(after, SourceText)
            and after.errors <= source.errors
            and bare(after.node) == meant
        ):
            return edit
    if source.text.find("*") >= 0 and source.text.find("&") >= 0:
        message = "this cannot be changed alone: another place borrows it by `*`; change it by hand"
    else:
        message = "this cannot be changed without changing more than it; change it by hand"
    return Problem(place, "edit", message)

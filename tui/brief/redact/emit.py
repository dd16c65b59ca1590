"""Nodes → YAML: every value written out, without comments, anchors or borrowed values."""

from collections.abc import Iterator

from tui.brief.edit.scalar import Setting, scalar
from tui.brief.nodes import Fields, Items, Node, Text

STEP = 2
"""Columns by which what is within something stands to the right of it."""


def yaml_text(root: Fields) -> str:
    """A map as the text of a file that reads back as that map."""
    return "".join(f"{line}\n" for line in _fields(root, 0))


def _fields(node: Fields, column: int) -> Iterator[str]:
    for key, value in node.pairs:
        name = key.value if key.plain and key.value else _quoted(key.value)
        yield from _value(f"{' ' * column}{name}:", value, column)


def _value(head: str, node: Node, column: int) -> Iterator[str]:
    """A value behind its key, or below it."""
    match node:
        case Text():
            text = _text(node, Setting(column))
            yield f"{head} {text}" if text else head
        case Items():
            yield head if node.values else f"{head} []"
            for each in node.values:
                yield from _item(each, column + STEP)
        case Fields():
            yield head if node.pairs else f"{head} {{}}"
            yield from _fields(node, column + STEP)


def _item(node: Node, column: int) -> Iterator[str]:
    dash = f"{' ' * column}-"
    match node:
        case Text():
            yield f"{dash} {_text(node, Setting(column, item=True))}".rstrip(" ")
        case Fields() if node.pairs:
            first, *others = _fields(node, column + STEP)
            yield f"{dash} {first[column + STEP :]}"
            yield from others
        case Items() if node.values:
            yield dash
            for each in node.values:
                yield from _item(each, column + STEP)
        case _:
            yield f"{dash} {'[]' if isinstance(node, Items) else '{}'}"


def _text(node: Text, setting: Setting) -> str:
    """What was plain can stay so: outside brackets no plain text means anything else."""
    value = node.value
    if node.empty or (node.plain and "\n" not in value):
        return value
    return scalar(value, setting, "" if "\n" in value or len(value) > 80 else '"')


def _quoted(key: str) -> str:
    return scalar(key, Setting(flow=True), '"')

"""A map of names to texts in a file that is no brief: `filters:` of the configuration.

Each function says what the bytes of the file are to be, and every other byte of it stays.
"""

from tui.brief.edit.fields import Field
from tui.brief.edit.find import FoundNode, follow
from tui.brief.edit.pair import added, replaced
from tui.brief.edit.scalar import Setting, scalar
from tui.brief.edit.source import SourceText, parsed
from tui.brief.edit.span import Edit, applied
from tui.brief.edit.taken import taken
from tui.brief.edit.verify import bare, verified
from tui.brief.edit.write import key_of
from tui.brief.nodes import Fields
from tui.brief.place import Place, Problem


def with_name(
    data: bytes, file: str, path: tuple[str, str], text: str, order: tuple[str, ...] = ()
) -> bytes | Problem:
    """A name with a text, new or in the place of the one it had.

    `path`: the key of the map, and the name; `order`: the keys of the file as they should follow.
    """
    key, name = path
    source = parsed(data, file)
    if isinstance(source, Problem):
        return source
    if source.node is None:
        return _made(source, _at_the_end(source, key, name, text))
    fields = tuple(Field(each, "names" if each == key else "text") for each in order or (key,))
    root = FoundNode(source, Field("", "record", fields=fields), (), source.node)
    held = follow(root, key)
    if held is None:
        return _made(source, added(root, key, {name: text}, block=True))
    known = follow(held, name)
    return _made(source, replaced(known, text) if known else added(held, name, text))


def renamed(data: bytes, file: str, path: tuple[str, str], name: str) -> bytes | Problem:
    """The same text under another name, in the same place."""
    source, held = _held(data, file, path[0])
    if isinstance(held, Problem):
        return held
    pairs = held.node.pairs if isinstance(held.node, Fields) else ()
    key = next((key for key, _ in pairs if key.value == path[1]), None)
    if key is None:
        return held.refuse(f"there is no `{path[1]}` any more")
    if any(each.value == name for each, _ in pairs):
        return held.refuse(f"there is a `{name}` already")
    meant = bare(source.node)
    meant[path[0]] = {name if k == path[1] else k: v for k, v in meant[path[0]].items()}
    start, end = source.start(key), source.end(key)
    edits = (Edit(file, start, end, each) for each in (key_of(name), _quoted(name)))
    return _made(source, verified(source, edits, meant, held.place))


def without_name(data: bytes, file: str, path: tuple[str, str]) -> bytes | Problem:
    """Without a name and its text; the last one takes the key of the map along."""
    source, held = _held(data, file, path[0])
    if isinstance(held, Problem):
        return held
    known = follow(held, path[1])
    if known is None:
        return held.refuse(f"there is no `{path[1]}` any more")
    alone = isinstance(held.node, Fields) and len(held.node.pairs) == 1
    root = source.node
    if alone and isinstance(root, Fields) and len(root.pairs) == 1:
        key, value = root.pairs[0]
        start, end = source.line_start(source.start(key)), source.end_of(key, value)
        edit = Edit(file, start, source.text.find("\n", end) + 1 or len(source.text), "")
        return _made(source, verified(source, (edit,), {}, held.place))
    return _made(source, taken(known, 0))


def _held(data: bytes, file: str, key: str) -> tuple[SourceText, FoundNode | Problem]:
    source = parsed(data, file)
    if isinstance(source, Problem):
        return SourceText(file, data, "", None), source
    root = FoundNode(source, Field("", "record"), (), source.node) if source.node else None
    held = follow(root, key) if root else None
    return source, held or source.refuse(source.node, f"there is no `{key}:` any more")


def _at_the_end(source: SourceText, key: str, name: str, text: str) -> Edit | Problem:
    """In a file without content, below its comments."""
    at, line = len(source.text), source.newline(len(source.text))
    before = "" if not source.text or source.text.endswith("\n") else line
    pair = f"{key}:{line}  {key_of(name)}: {scalar(text, Setting(2))}{line}"
    edit = Edit(source.file, at, at, before + pair)
    return verified(source, (edit,), {key: {name: text}}, Place(source.file))


def _quoted(name: str) -> str:
    return scalar(name, Setting(flow=True), '"')


def _made(source: SourceText, edit: Edit | Problem) -> bytes | Problem:
    return edit if isinstance(edit, Problem) else applied(source.data, (edit,))

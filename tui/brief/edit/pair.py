"""Writing a value: in the place of another, as a new pair of a map, or with a map around it."""

from collections.abc import Iterator, Mapping

from tui.brief.edit.fields import VERDICT
from tui.brief.edit.find import FoundNode, Steps, find_last, is_short_form
from tui.brief.edit.scalar import Setting, scalar
from tui.brief.edit.source import SourceText
from tui.brief.edit.span import Edit
from tui.brief.edit.verify import bare, bare_data, put, verified
from tui.brief.edit.write import Data, flow_of, key_of, tidy, value_of
from tui.brief.nodes import Fields, Items, Text
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.brief.register import INNER


def set_field(reading: Reading, key: str, path: Steps, value: Data) -> Edit | Problem:
    """Write a value of a record: the one at the path, or a new one there.

    A text keeps the style it was written in where that can say the new one. A missing field comes
    after the one the model has before it; a short form is written out where it gets a second key.
    A list or map is replaced by one only where no comment would be lost with it. To take a field
    away, use `remove_field`: an empty text is written as one.
    """
    if key in INNER and getattr(reading.brief, key) is None:
        key, path = "", (key, *path)
    last = find_last(reading, key, path)
    if isinstance(last, Problem):
        return last
    found, rest = last
    if not rest:
        return replaced(found, tidy(value, found.field))
    nested = _nested(rest[1:], value)
    if nested is None or isinstance(rest[0], int):
        return found.refuse(f"there is nothing at `{'.'.join(map(str, path))}` to write in")
    return added(found, rest[0], nested)


def replaced(found: FoundNode, value: Data) -> Edit | Problem:
    """Write a value in the place of another."""
    source, node = found.source, found.node
    meant = put(bare(source.node), found.path, bare_data(value))
    if isinstance(node, Text):
        return verified(source, _texts(found, node, value), meant, found.place)
    if isinstance(value, str):
        return found.refuse("a list or a map stands here; change what is in it")
    if source.noted(node):
        return found.refuse("there are comments in this; change its parts, so that none is lost")
    at, end = source.content(node), source.end(node)
    flow = found.flow or source.flow(node)
    setting = Setting(found.column, flow, found.item)
    text = flow_of(value) if flow else value_of(value, setting, found.source.dash).lstrip()
    return verified(source, [_edit(source, at, end, text)], meant, found.place)


def added(found: FoundNode, name: str, value: Data, *, block: bool = False) -> Edit | Problem:
    """Write a new pair into a map, or make a map of a short form.

    `block`: records below it get their own lines.
    """
    source, node = found.source, found.node
    field = found.field.field(name)
    value = tidy(value, field)
    if isinstance(node, Items):
        return found.refuse(f"a list stands here, so there is no place for `{name}`")
    if isinstance(node, Text) and node.empty:
        return replaced(found, {name: value})
    if is_short_form(found.field, node):
        return _expanded(found, name, value)
    if isinstance(node, Text):
        return found.refuse(f"a text stands here, so there is no place for `{name}`")
    meant = put(bare(source.node), (*found.path, name), bare_data(value))
    flow = found.flow or source.flow(node)
    if flow:
        edits = _in_brackets(found, node, name, value)
    else:
        edits = _in_lines(found, node, name, value, block)
    return verified(source, edits, meant, found.place)


def _nested(steps: Steps, value: Data) -> Data | None:
    """A value with the maps and lists around it that are not written yet; None for a gap."""
    for step in reversed(steps):
        if isinstance(step, int):
            if step:
                return None
            value = [value]
        elif step == "claims" and isinstance(value, list):
            [value] = value
            if isinstance(value, Mapping) and set(value) == {"value"}:
                value = value["value"]
        else:
            value = {step: value}
    return value


def _texts(found: FoundNode, node: Text, value: Data) -> Iterator[Edit]:
    """A text, or nothing, and what may be in its place."""
    source = found.source
    at, end = source.content(node), source.end(node)
    setting = Setting(found.column, found.flow, found.item)
    sign, wrapped = source.sign(node), "\n" in source.text[at:end]
    for quoted in (False, True):
        setting = setting._replace(quoted=quoted)
        if isinstance(value, str) and not node.empty:
            sign = sign if sign != "*" else ""
            yield _edit(source, at, end, scalar(value, setting, sign, wrapped))
        else:
            yield _rewritten(found, node, value_of(value, setting, source.dash))


def _rewritten(found: FoundNode, node: Text, text: str) -> Edit:
    """The value after a key or a dash that had none, or a text that is written out."""
    source = found.source
    at, end = source.content(node), source.end(node)
    before = source.text[at - 1 : at]
    if not node.empty and text.startswith("\n"):
        at = len(source.text[:at].rstrip(" "))
    elif before.isspace():
        text = text.removeprefix(" ")
    elif found.flow and before != ":" and not found.item:
        text = f":{text}"
    return _edit(source, at, end, text)


def _expanded(found: FoundNode, name: str, value: Data) -> Edit | Problem:
    """Make a map of a short form: `umerov` → `{person: umerov, role: head}`."""
    source, node = found.source, found.node
    if source.noted(node) and not isinstance(node, Text):
        return found.refuse("there are comments in this; write it as a map first")
    old = bare(node)
    data = tidy({found.field.short: old, name: value}, found.field)
    meant = put(bare(source.node), found.path, bare_data(data))
    at, end = source.content(node), source.end(node)
    setting = Setting(found.column, found.flow, found.item)
    text = value_of(data, setting, found.source.dash).removeprefix(" ")
    if text.startswith("\n"):
        at = len(source.text[:at].rstrip(" \r\n"))
    return verified(source, [_edit(source, at, end, text)], meant, found.place)


def _in_brackets(found: FoundNode, node: Fields, name: str, value: Data) -> Iterator[Edit]:
    source = found.source
    pair = f"{key_of(name)}: {flow_of(value)}"
    if not node.pairs:
        at = source.content(node) + 1
        yield _edit(source, at, at, pair)
        return
    before = _before(found, node, name)
    if before is None:
        at = source.start(node.pairs[0][0])
        yield _edit(source, at, at, f"{pair}, ")
    else:
        yield _edit(source, before, before, f", {pair}")


def _in_lines(
    found: FoundNode, node: Fields, name: str, value: Data, block: bool
) -> Iterator[Edit]:
    source = found.source
    first = source.start(node.pairs[0][0])
    column = source.column(first)
    pad = "\n" + " " * column
    before = _before(found, node, name)
    at = first if before is None else below(source, before, column)
    section = not column and not isinstance(value, str)
    block = block or (section and isinstance(value, Mapping))
    apart = "\n" if section and "\n\n" in source.text.replace("\r", "") else ""
    for quoted in (False, True):
        setting = Setting(column, quoted=quoted)
        pair = f"{key_of(name)}:{value_of(value, setting, source.dash, block=block)}"
        yield _edit(source, at, at, pair + pad if before is None else apart + pad + pair)


def below(source: SourceText, end: int, column: int) -> int:
    """Where the next line may come: after comments right below that are indented deeper."""
    at = source.line_end(end)
    while at < len(source.text):
        start = source.text.find("\n", at) + 1
        end = source.line_end(start)
        line = source.text[start:end]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) <= column:
            break
        at = end
    return at


def _before(found: FoundNode, node: Fields, name: str) -> int | None:
    """The end of the pair that the model has nearest before a name; None: it comes first."""
    order = [each.name for each in (*found.field.fields, *VERDICT)]
    ends = {key.value: found.source.end_of(key, value) for key, value in node.pairs}
    if name not in order:
        return max(ends.values())
    earlier = reversed(order[: order.index(name)])
    return next((ends[each] for each in earlier if each in ends), None)


def _edit(source: SourceText, start: int, end: int, text: str) -> Edit:
    """An edit whose line ends are those of the lines around it."""
    return Edit(source.file, start, end, text.replace("\n", source.newline(start)))

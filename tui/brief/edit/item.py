"""Adding to a list, and making a list of what has been one thing so far."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tui.brief.edit.fields import VERDICT
from tui.brief.edit.find import FoundNode, Steps, find_last, follow, is_short_form
from tui.brief.edit.pair import below, replaced, set_field
from tui.brief.edit.scalar import Setting
from tui.brief.edit.source import SourceText
from tui.brief.edit.span import Edit
from tui.brief.edit.verify import add, bare, bare_data, put, verified
from tui.brief.edit.write import Data, flow_of, pairs_of, tidy, value_of
from tui.brief.nodes import Fields, Items, Text
from tui.brief.place import Problem
from tui.brief.reading import Reading


def add_item(reading: Reading, key: str, path: Steps, fields: Data) -> Edit | Problem:
    """Add a claim, a member, a source, a word at the end of the field at `path`.

    A plain or attributed value that gets a second claim becomes the first of its `claims:`, as it
    was written; `held` and `why` stay next to them. One thing becomes a list where one is allowed.
    """
    last = find_last(reading, key, path)
    if isinstance(last, Problem):
        return last
    found, rest = last
    if rest:
        field = found.field.field(str(rest[0])) if len(rest) == 1 else None
        alone = field is None or field.claimed
        if isinstance(fields, Mapping) and set(fields) == {"value"}:
            fields = fields["value"]
        return set_field(reading, key, path, fields if alone and field else [fields])
    if found.field.claimed and (claims := _claims(found)):
        return appended(claims, fields)
    return claimed_too(found, fields) if found.field.claimed else appended(found, fields)


def _claims(found: FoundNode) -> FoundNode | None:
    """The list of claims, if there is one."""
    pairs = found.node.pairs if isinstance(found.node, Fields) else ()
    written = any(key.value == "claims" for key, _ in pairs)
    return follow(found, "claims") if written else None


def appended(found: FoundNode, data: Data) -> Edit | Problem:
    """Write an item at the end of a list."""
    source, node = found.source, found.node
    data = _shortened(tidy(data, replace(found.field, claimed=False)), found)
    if isinstance(node, Text) and node.empty:
        return replaced(found, [data])
    if isinstance(node, Items):
        meant = add(bare(source.node), found.path, bare_data(data))
        return verified(source, _at_end(found, node, data), meant, found.place)
    meant = put(bare(source.node), found.path, [bare(node), bare_data(data)])
    return verified(source, _two(found, data), meant, found.place)


def _shortened(data: Data, found: FoundNode) -> Data:
    """The short form of an item, where its siblings are in the short form too."""
    short = found.field.short
    if isinstance(data, Mapping) and set(data) == {short} and isinstance(data[short], str):
        return data[short]
    return data


def _at_end(found: FoundNode, node: Items, data: Data) -> Iterator[Edit]:
    source = found.source
    if found.flow or source.flow(node):
        at = source.end(node.values[-1]) if node.values else source.content(node) + 1
        yield Edit(source.file, at, at, ("" if not node.values else ", ") + flow_of(data, True))
        return
    last = node.values[-1]
    column = source.column(source.content(node))
    at = below(source, source.end(last), column)
    apart = "\n" if _apart(source, node) else ""
    blocks = any(isinstance(each, Fields) and not source.flow(each) for each in node.values)
    block = blocks or (len(found.path) < 3 and not isinstance(data, str) and not node.values)
    newline = source.newline(at)
    for quoted in (False, True):
        setting = Setting(column, item=True, quoted=quoted)
        item = value_of(data, setting, source.dash, block=block)
        yield Edit(source.file, at, at, f"{apart}\n{' ' * column}-{item}".replace("\n", newline))


def _apart(source: SourceText, node: Items) -> bool:
    """Whether the author leaves a line blank between the items."""
    if len(node.values) < 2:
        return False
    before, last = node.values[-2:]
    between = source.text[source.end(before) : source.start(last)]
    return re.search(r"\n[ \r]*\n", between) is not None


def _two(found: FoundNode, data: Data) -> Iterator[Edit]:
    """One thing and a second as a list: the first stays as it is written."""
    source, node = found.source, found.node
    at, end = source.start(node), source.end(node)
    old = source.text[at:end]
    if "\n" not in old and (isinstance(node, Text) or source.flow(node)):
        yield Edit(source.file, at, end, f"[{old}, {flow_of(data, True)}]")
        again = flow_of(bare(node), True)
        yield Edit(source.file, at, end, f"[{again}, {flow_of(data, True)}]")
    if not found.flow:
        yield _listed(found, "", data)
        yield _listed(found, "", data, quoted=True)


def claimed_too(found: FoundNode, data: Data) -> Edit | Problem:
    """Make `claims:` of one value, which is the first of them, and add the second."""
    source, node = found.source, found.node
    if isinstance(node, Text) and node.empty:
        return replaced(found, data)
    data = tidy(data, replace(found.field, claimed=False))
    old = bare(node)
    verdict: dict[str, Data] = {}
    first = {"value": old} if is_short_form(found.field, node) else dict(old)
    if not is_short_form(found.field, node):
        names = [each.name for each in VERDICT if each.name != "note" and each.name in first]
        verdict = {name: first.pop(name) for name in names}
    whole = {"claims": [first, bare_data(data)], **verdict}
    meant = put(bare(source.node), found.path, whole)
    edits = _claims_around(found, data, whole, bool(verdict))
    return verified(source, edits, meant, found.place)


def _claims_around(
    found: FoundNode, data: Data, whole: Mapping[str, Data], verdict: bool
) -> Iterator[Edit]:
    source, node = found.source, found.node
    at, end = source.content(node), source.end(node)
    if found.flow:
        yield Edit(source.file, at, end, flow_of(whole))
    elif not verdict and source.content(node) == source.start(node):
        plain = is_short_form(found.field, node)
        key = "value: " if plain else ""
        yield _listed(found, "claims:", data, key)
        yield _listed(found, "claims:", data, key, quoted=True)
    elif not source.noted(node):
        setting = Setting(found.column + 2)
        pad = "\n" + " " * setting.column
        text = pad + pairs_of(whole, setting, source.dash)
        start = len(source.text[:at].rstrip(" \r\n"))
        yield Edit(source.file, start, end, text.replace("\n", source.newline(at)))


def _listed(
    found: FoundNode, head: str, data: Data, key: str = "", *, quoted: bool = False
) -> Edit:
    """Put a dash before what is written, and an item below; its lines move to the right.

    A comment at the end of its first line stays where it is: next to it.
    """
    source, node, dash = found.source, found.node, found.source.dash
    at, end = source.start(node), source.line_end(source.end(node))
    column = found.column + 2 if head else found.column
    newline = source.newline(at)
    begin = len(source.text[:at].rstrip(" \r\n"))
    dashes = " " * (column + dash)
    block = source.before(at).strip() == ""
    by = column + dash + 2 + (2 if key else 0) - (source.column(at) if block else found.column)
    if block and key:
        first = f"- {key.rstrip()}{newline}{' ' * (column + dash + 4)}"
    else:
        first = f"- {key}"
        by = by if block else column + dash + (2 if key else 0) - found.column
    moved = re.sub(r"\n(?=[^\r\n])", "\n" + " " * max(by, 0), source.text[at:end])
    top = newline + " " * column + head if head else ""
    setting = Setting(column + dash, item=True, quoted=quoted)
    second = value_of(data, setting, dash, block=block)
    below_it = f"\n{dashes}-{second}".replace("\n", newline)
    return Edit(source.file, begin, end, f"{top}{newline}{dashes}{first}{moved}{below_it}")

"""Taking a field, an item or a record away.

Everything inside it goes too, also a comment at the end of its lines: it was about that value.
Comments on separate lines above and below stay, because nobody can know what they are about.
"""

from collections.abc import Iterator

from tui.brief.edit.find import FoundNode, Steps, find
from tui.brief.edit.source import SourceText
from tui.brief.edit.span import Edit
from tui.brief.edit.verify import bare, drop, verified
from tui.brief.nodes import Fields, Items, Node
from tui.brief.place import Problem
from tui.brief.reading import Reading


def remove_field(reading: Reading, key: str, path: Steps) -> Edit | Problem:
    """Take away a field with its key, or one item of a list.

    The last thing in a list or map takes it along, up to the record itself, which stays.
    """
    found = find(reading, key, path)
    if isinstance(found, Problem):
        return found
    if not path:
        return found.refuse("this is a record; remove it as one")
    record = find(reading, key)
    floor = len(record.path) if isinstance(record, FoundNode) else 0
    return taken(found, floor)


def remove_record(reading: Reading, key: str) -> Edit | Problem:
    """Take away a record, or a section that is one map; an emptied list goes with its key."""
    found = find(reading, key)
    if isinstance(found, Problem):
        return found
    if not found.path:
        return found.refuse("this is the brief itself")
    return taken(found, 0)


def taken(found: FoundNode, floor: int) -> Edit | Problem:
    """Take a value out of the list or map that holds it; `floor` is a depth that is not emptied."""
    source = found.source
    holder = found.above
    while holder and holder.path == found.path:
        holder = holder.above
    if holder is None:
        return found.refuse("this is the brief itself")
    if _size(holder.node) == 1:
        if len(holder.path) > floor:
            return taken(holder, floor)
        if not holder.path or not holder.item:
            return found.refuse("nothing else is written here; remove the whole")
        return found.refuse("this is the only field of the record; remove the record")
    meant = drop(bare(source.node), found.path)
    edits = _spans(found, holder)
    return verified(source, edits, meant, found.place)


def _size(node: Node) -> int:
    return len(
        node.values if isinstance(node, Items) else node.pairs if isinstance(node, Fields) else ()
    )


def _spans(found: FoundNode, holder: FoundNode) -> Iterator[Edit]:
    source = found.source
    starts, ends = zip(*_edges(source, holder.node), strict=True)
    nodes = _values(holder.node)
    n = next(n for n, each in enumerate(nodes) if each is found.node)
    at, end = starts[n], ends[n]
    if holder.flow or source.flow(holder.node):
        yield from _out_of_brackets(source, at, end, starts[n + 1 : n + 2], ends[max(n - 1, 0) : n])
        return
    if not source.before(at).strip():
        yield _lines(source, at, end)
    elif n + 1 < len(starts):  # on the line of a dash: what comes next takes its place
        rest = source.text[source.line_end(end) :]
        yield Edit(source.file, at, len(source.text) - len(rest.lstrip(" \r\n")), "")


def _lines(source: SourceText, at: int, end: int) -> Edit:
    """Whole lines; if there are blank ones around them, one of those goes too."""
    start, stop = source.line_start(at), source.line_end(end)
    after = source.text.find("\n", stop)
    if after < 0:  # the last line, without an end: the line end before it goes
        begin = start - 1 if start else 0
        begin -= begin > 0 and source.text[begin - 1] == "\r"
        return Edit(source.file, begin, len(source.text), "")
    stop = after + 1
    blank_before = start > 0 and not source.before(start - 1).strip()
    blank_after = source.text[stop : source.line_end(stop)].strip() == ""
    if blank_before and blank_after and source.text.find("\n", stop) >= 0:
        stop = source.text.find("\n", stop) + 1
    return Edit(source.file, start, stop, "")


def _out_of_brackets(
    source: SourceText, at: int, end: int, after: tuple[int, ...], before: tuple[int, ...]
) -> Iterator[Edit]:
    if after and "#" not in source.text[end : after[0]]:
        yield Edit(source.file, at, after[0], "")
    if before and "#" not in source.text[before[0] : at]:
        yield Edit(source.file, before[0], end, "")
    comma = source.text.find(",", end)
    if after and comma >= 0:
        yield Edit(source.file, at, comma + 1, "")
    yield Edit(source.file, at, end, "")


def _values(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Fields):
        return tuple(value for _, value in node.pairs)
    return node.values if isinstance(node, Items) else ()


def _edges(source: SourceText, node: Node) -> Iterator[tuple[int, int]]:
    """Where each pair of a map or item of a list begins and ends; a dash belongs to its item."""
    if isinstance(node, Fields):
        yield from ((source.start(key), source.end_of(key, value)) for key, value in node.pairs)
    elif isinstance(node, Items):
        flow = source.flow(node)
        for each in node.values:
            start = source.start(each)
            yield (start if flow else source.text.rfind("-", 0, start)), source.end(each)

"""Adding a record to a section of a brief."""

from collections.abc import Mapping
from typing import TypeAlias

from tui.brief.edit.fields import Field, outer_of, root
from tui.brief.edit.find import FoundNode, follow
from tui.brief.edit.item import appended
from tui.brief.edit.pair import added
from tui.brief.edit.scalar import Setting
from tui.brief.edit.source import SourceText, source_of
from tui.brief.edit.span import Edit
from tui.brief.edit.verify import bare_data, verified
from tui.brief.edit.write import Data, pairs_of, tidy_map
from tui.brief.place import Place, Problem
from tui.brief.reading import Reading


def add_record(reading: Reading, section: str, fields: Mapping[str, Data]) -> Edit | Problem:
    """Write a new record at the end of a section's list, in the hand of that list.

    In a folder the file that holds the section's last records gets it, else the one that holds
    its map, else the head. An absent section is written where the model has it. Fields left empty
    are left out. Raises KeyError for a section the format does not have.
    """
    keys = outer_of(section)
    clash = reading.register.by_id.get(str(fields.get("id", "")))
    if clash:
        message = f"the id `{fields['id']}` is taken, in {clash[0]}"
        return Problem(clash[1].spot.place, "edit", message)
    data = tidy_map(fields, _field(keys))
    sources = [source_of(part) for part in reading.parts.values()]
    broken = next((each for each in sources if isinstance(each, Problem)), None)
    if broken or not sources:
        return broken or Problem(Place(str(reading.path)), "edit", "there is no file to write in")
    reached = [_reached(each, keys) for each in sources if isinstance(each, SourceText)]
    # The last of the files that come nearest, but the head before files that have nothing of it.
    depth = max(depth for depth, _, _ in reached)
    near = [each for each in reached if each[0] == depth]
    return _written(near[-1] if depth else near[0], keys, data)


_Reached: TypeAlias = tuple[int, SourceText, FoundNode | None]


def _reached(source: SourceText, keys: tuple[str, ...]) -> _Reached:
    """How far the keys exist in a file, and what they hold; None for an empty file."""
    found = FoundNode(source, root(), (), source.node) if source.node else None
    depth = 0
    while found and depth < len(keys) and (inner := follow(found, keys[depth])):
        found, depth = inner, depth + 1
    return depth, source, found


def _written(reached: _Reached, keys: tuple[str, ...], data: Mapping[str, Data]) -> Edit | Problem:
    depth, source, found = reached
    if found is None:
        return _in_empty(source, keys, data)
    if depth == len(keys):
        return appended(found, data)
    inner: Data = [data] if depth == len(keys) - 1 else {keys[-1]: [data]}
    return added(found, keys[depth], inner, block=True)


def _in_empty(
    source: SourceText, keys: tuple[str, ...], data: Mapping[str, Data]
) -> Edit | Problem:
    """Begin a file that holds nothing, or comments alone."""
    whole: Mapping[str, Data] = {keys[-1]: [data]}
    for key in reversed(keys[:-1]):
        whole = {key: whole}
    at = len(source.text)
    first_end = "\n" if at and not source.text.endswith("\n") else ""
    text = f"{first_end}{pairs_of(whole, Setting(), source.dash, block=True)}\n".replace(
        "\n", source.newline(at)
    )
    edit = Edit(source.file, at, at, text)
    return verified(source, [edit], bare_data(whole), Place(source.file))


def _field(keys: tuple[str, ...]) -> Field:
    found = root()
    for key in keys:
        found = found[key]
    return found

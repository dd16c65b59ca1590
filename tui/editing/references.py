"""The keys of the format whose value is the id of another record."""

from functools import cache

from tui.brief.edit.fields import Field


@cache
def reference_keys(field: Field) -> frozenset[str]:
    """The keys that hold references wherever the format has them, and nothing else anywhere.

    A key that is a text in one record and a reference in another cannot be recognised by its line.
    """
    kinds: dict[str, set[bool]] = {}
    _gather(field, kinds)
    return frozenset(name for name, found in kinds.items() if found == {True})


def _gather(field: Field, kinds: dict[str, set[bool]]) -> None:
    for each in field.fields:
        kinds.setdefault(each.name, set()).add(each.kind == "reference")
        if each.kind != "reference":
            _gather(each, kinds)

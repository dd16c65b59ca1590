"""Under which keys of the format the id of another record stands."""

from functools import cache

from tui.brief.edit.fields import Field


@cache
def reference_keys(field: Field) -> frozenset[str]:
    """The keys that hold references wherever the format has them, and nothing else anywhere.

    Of a key that is a text in one record and a reference in another nobody can tell by the line.
    """
    kinds: dict[str, set[bool]] = {}
    _gather(field, kinds)
    return frozenset(name for name, found in kinds.items() if found == {True})


def _gather(field: Field, kinds: dict[str, set[bool]]) -> None:
    for each in field.fields:
        kinds.setdefault(each.name, set()).add(each.kind == "reference")
        if each.kind != "reference":
            _gather(each, kinds)

"""A text typed in a form as what is to be written, and what is written as such a text."""

from collections.abc import Sequence

from tui.brief.edit import Data, Field, FieldEntry


def data_of(field: Field, text: str, *, several: bool = False) -> Data:
    """What a typed text means in a field.

    A list is typed with commas; a place in a source follows its id: `s004 para 3`.
    """
    if several:
        found = [_one(field, each) for each in split(text)]
        # One who does something alone is written as one, and not as a list.
        return found[0] if field.joint and len(found) == 1 else found
    return _one(field, text.strip())


def _one(field: Field, text: str) -> Data:
    name, _, where = text.partition(" ")
    if field.to == ("sources",) and where.strip():
        return {"id": name, "at": where.strip()}
    return text


def split(text: str) -> tuple[str, ...]:
    """The items of a list typed with commas."""
    return tuple(each.strip() for each in text.split(",") if each.strip())


def typed(parts: Sequence[Sequence[FieldEntry]]) -> str | None:
    """References to sources as they are typed; None if one has more than an id and a place.

    A comma in a place would part it in two.
    """
    made = []
    for part in parts:
        texts = {each.field.name: each.text for each in part if each.written}
        text = f"{texts.get('id', '')} {texts.get('at', '')}".strip()
        if not texts.keys() <= {"id", "at"} or "id" not in texts or "," in text:
            return None
        made.append(text)
    return ", ".join(made)

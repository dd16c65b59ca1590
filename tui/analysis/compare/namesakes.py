"""Records under two ids that the register tells to be one: by name, alias or script."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from tui.analysis.compare.ground import Ground
from tui.analysis.compare.spellings import Spellings, words
from tui.brief.model import Organization, Party, Person, Venue
from tui.brief.record import Record
from tui.brief.roots import party_of


def are_one(a: Record, b: Record, ground: Ground) -> bool:
    """Whether two records are of one kind and share a name in some spelling or script.

    People and bodies of two parties are two, whatever they are called.
    """
    found = namesakes(ground)
    if type(a) is not type(b) or found.get(a.id, a.id) != found.get(b.id, b.id):
        return False
    one, other = (party_of(each, ground.known) for each in (a, b))
    return isinstance(a, Party | Venue) or one is None or other is None or one is other


@lru_cache(maxsize=4)
def namesakes(ground: Ground) -> Mapping[str, str]:
    """Id of each record that shares a spelling with another → the first of their ids."""
    first: dict[tuple[type, str], str] = {}
    found: dict[str, str] = {}
    aliases = Spellings(ground.aliases)
    named = (e for e in ground.known.by_key.values() if isinstance(e, _NAMED))
    for record in sorted(named, key=lambda each: each.id):
        written = {(type(record), each) for each in _spellings(record, aliases)}
        known = sorted({first[each] for each in written if each in first})
        one = known[0] if known else record.id
        first |= {each: one for each in written if each not in first}
        if known:
            found |= {record.id: one, one: one}
    return found


_NAMED = (Organization, Party, Person, Venue)


def _spellings(record: Record, aliases: Spellings) -> set[str]:
    """A name in all its forms; family name first or last is one form."""
    names: Mapping[str, str] = getattr(record, "names", {})
    forms: Iterable[str] = (
        getattr(record, "name", ""), getattr(record, "abbreviation", ""),
        *getattr(record, "aliases", ()), *names.values(),
    )  # fmt: skip
    spelled = (" ".join(sorted(words(form, aliases))) for form in forms)
    return {each for each in spelled if each}

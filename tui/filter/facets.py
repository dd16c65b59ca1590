"""What a record can be asked for: its words, its fields, its dates, what can be said of it.

A date passes where it may lie: of an uncertain one, or one known by the month, every day counts,
so that no filter hides what may be meant. What has no date of its own has that of its round.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tui.brief.instants import Stretch, stretch
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.roots import party_of
from tui.brief.when import When
from tui.filter.aliases import other_spellings
from tui.filter.flat import flat, texts
from tui.filter.said import ACTORS, VOICES, Said, called, said
from tui.filter.states import states_of
from tui.telling.view import View, title_of


@dataclass(frozen=True, slots=True)
class Facets:
    """One record, as filters see it. Holds texts and dates only, and can be pickled."""

    own: str = "__"
    """What it says itself, as `tui.filter.flat.texts` has it."""
    text: str = "__"
    """The same with the names and aliases of whom and what it refers to."""
    fields: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Field → flat ids and words, and flat names between two `_`."""
    dates: tuple[Stretch, ...] = ()
    states: frozenset[str] = frozenset()
    """Of `tui.filter.query.STATES`."""
    home: str = ""
    """The zone in which a date of a filter is meant."""


def facets(view: View, record: Record) -> Facets:
    """The facets of a record of the register; worked out once for a view."""
    made = _made(view)
    if record.key not in made:
        made[record.key] = _facets(view, record, said(record), _dates(view, record))
    return made[record.key]


def facets_of_part(view: View, record: Record, part: Said) -> Facets:
    """The facets of one value of a record: its own words and voices, the record's all else."""
    whole = facets(view, record)
    fields = {**whole.fields, "by": _voices(view, part), "source": _sources(view, record, part)}
    own = texts((*part.words, *_flat_all((record.id, title_of(record)))))
    return replace(whole, own=own, text=_all_words(view, part, own), fields=fields)


def whens_of(view: View, record: Record) -> Iterator[tuple[str, When]]:
    """Every date of a record, each with the key its row has in the timeline."""
    from tui.analysis.dated.entries import entries_of  # noqa: PLC0415  (not for the first screen)

    for entry in entries_of(record, view.register, view.home):
        for when in entry.fact.claimed.values if entry.fact else (entry.when,):
            yield entry.key, when


@lru_cache(maxsize=2)
def _made(_view: View) -> dict[str, Facets]:
    return {}


def _facets(view: View, record: Record, told: Said, dates: tuple[Stretch, ...]) -> Facets:
    own = texts(tuple(told.words))
    fields = {
        "party": _parties(view, record, told),
        "by": _voices(view, told),
        "source": _sources(view, record, told),
        "status": frozenset(_flat_all(_statuses(record))),
        "kind": frozenset(_flat_all(_kinds(record))),
        "tag": frozenset(_flat_all(told.tags)),
        "id": frozenset(_flat_all((record.id, record.key))),
        "person": _named(view, "people", record, told),
        "round": _named(view, "rounds", record, told),
        "venue": _venues(view, record, told),
    }
    states = states_of(view, record, told)
    return Facets(own, _all_words(view, told, own), fields, dates, states, view.home)


def _flat_all(words: Iterable[str]) -> list[str]:
    return [each for word in words if (each := flat(word))]


def _all_words(view: View, told: Said, own: str) -> str:
    refs = {ref.id for _, ref in told.refs} | {ref.of for _, ref in told.refs}
    found = (view.register.find(each) for each in sorted(refs - {""}))
    names = sorted({name.strip("_") for record in found if record for name in called(record)})
    text = own + texts((*names, *_flat_all(sorted(refs))))
    return text + other_spellings(view.brief.aliases, text)


def _parties(view: View, record: Record, told: Said) -> frozenset[str]:
    """Whom it concerns: every party it names, or names somebody of."""
    whom: list[Reference | Record] = [*(ref for _, ref in told.refs), record]
    found = {id(party): party for who in whom if (party := party_of(who, view.register))}
    return _spelt(view, found.values())


def _voices(view: View, told: Said) -> frozenset[str]:
    """Who says or does it, with the bodies and the party they belong to."""
    refs = [ref for name, ref in told.refs if name in VOICES]
    found = {id(each): each for ref in refs for each in _upwards(view, ref, "of")}
    unnamed = {f"_{flat(ref.unnamed)}_" for ref in refs if ref.unnamed}
    return _spelt(view, found.values()) | unnamed


def _upwards(view: View, ref: Reference, by: str) -> Iterator[Record]:
    """What a reference leads to, and what that belongs to or lies in."""
    record = view.register.find(ref) or view.register.find(ref.of)
    seen: set[int] = set()
    while record is not None and id(record) not in seen:
        seen.add(id(record))
        yield record
        record = view.register.find(getattr(record, by, None))


def _sources(view: View, record: Record, told: Said) -> frozenset[str]:
    ids = told.sources or [ref.id for ref in view.brief.src]
    found = {id(each): each for name in ids if (each := view.register.find(name))}
    if record.key.startswith("sources/"):
        found[id(record)] = record
    return _spelt(view, found.values()) | set(_flat_all(ids))


def _named(view: View, section: str, record: Record, told: Said) -> frozenset[str]:
    """Records of a section it names; the record itself, where it is one of them."""
    found = {id(each): each for _, ref in told.refs if (each := view.register.find(ref))}
    whole = [*found.values(), record]
    return _spelt(view, (each for each in whole if each.key.startswith(f"{section}/")))


def _venues(view: View, record: Record, told: Said) -> frozenset[str]:
    """Where it was or is to be, with the larger places that lies in."""
    near = [ref for _, ref in told.refs if not _is_actor(view, ref)]
    whole = (*near, Reference(record.id))
    found = {id(each): each for ref in whole for each in _upwards(view, ref, "part_of")}
    venues = (each for each in found.values() if each.key.startswith("venues/"))
    return _spelt(view, venues) | {f"_{each}_" for each in _flat_all(told.places)}


def _is_actor(view: View, ref: Reference) -> bool:
    return isinstance(view.register.find(ref), ACTORS)


def _spelt(view: View, records: Iterable[Record]) -> frozenset[str]:
    """The names of records, in every spelling the brief knows of."""
    names = {name for record in records for name in called(record)}
    others = {other_spellings(view.brief.aliases, n) for n in names if n[:1] == "_"}
    return frozenset(names | others - {""})


def _statuses(record: Record) -> Iterator[str]:
    """What holds now: the last of a history, of a paper the last for each party."""
    now = getattr(record, "status", ())
    if isinstance(now, str):
        yield now
    elif now:
        yield now[-1].status
    latest = {state.party: state.status for state in getattr(record, "states", ())}
    yield from latest.values()


def _kinds(record: Record) -> Iterator[str]:
    """What it is: the list it stands in, also as one of it, and the kind that is written."""
    section = record.key.partition("/")[0]
    yield section
    yield _ONE.get(section, section.removesuffix("s"))
    for name in ("kind", "type", "sub_type"):
        yield getattr(record, name, "")


_ONE = {"people": "person", "parties": "party", "third_parties": "third_party"}


def _dates(view: View, record: Record) -> tuple[Stretch, ...]:
    whens = dict.fromkeys(when for _, when in whens_of(view, record))
    if not whens:
        from tui.analysis.backlinks import date_of  # noqa: PLC0415  (not for the first screen)

        borrowed = date_of(record, view.register)
        whens = dict.fromkeys((borrowed,) if borrowed else ())
    return stretches(view, whens)


def stretches(view: View, whens: Iterable[When]) -> tuple[Stretch, ...]:
    """What dates may mean; those that say nothing are left out."""
    return tuple(stretch(when, view.home) for when in whens if when.start or when.end)

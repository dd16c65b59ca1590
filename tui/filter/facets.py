"""What a record can be asked for: its words, its fields, its dates, what can be said of it.

A date passes where it may lie: of an uncertain one, or one known by the month, every day counts,
so that no filter hides what may be meant. What has no date has that of its round.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from tui.brief.instants import Stretch, stretch
from tui.brief.model import Status, Venue
from tui.brief.record import Record
from tui.brief.refs import Reference
from tui.brief.roots import party_of
from tui.brief.when import When
from tui.filter.flat import flat, texts
from tui.filter.lexicon import Lexicon, lexicon
from tui.filter.record_text import VOICES, RecordText, record_text
from tui.filter.states import states_of
from tui.presentation.names import title_of
from tui.presentation.states import now
from tui.presentation.view import View


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
        made[record.key] = _facets(view, record, record_text(record), _dates(view, record))
    return made[record.key]


def facets_of_part(view: View, record: Record, part: RecordText) -> Facets:
    """The facets of one value of a record: its own words and voices, the record's all else."""
    whole, names = facets(view, record), lexicon(view)
    sources = _sources(names, view, record, part)
    fields = {**whole.fields, "by": _voices(names, part), "source": sources}
    own = texts((*part.words, *flat_all((record.id, title_of(record)))))
    return replace(whole, own=own, text=_all_words(names, part, own), fields=fields)


def whens_of(view: View, record: Record) -> Iterator[tuple[str, When]]:
    """Every date of a record, each with the key its row has in the timeline."""
    from tui.analysis.dated.entries import entries_of  # noqa: PLC0415  (not for the first screen)

    for entry in entries_of(record, view.register, view.home):
        for when in entry.fact.claimed.values if entry.fact else (entry.when,):
            yield entry.key, when


@lru_cache(maxsize=2)
def _made(_view: View) -> dict[str, Facets]:
    return {}


def _facets(view: View, record: Record, content: RecordText, dates: tuple[Stretch, ...]) -> Facets:
    own, names = texts(tuple(content.words)), lexicon(view)
    fields = {
        "party": _parties(names, record, content),
        "by": _voices(names, content),
        "source": _sources(names, view, record, content),
        "status": frozenset(flat_all(statuses(view, record))),
        "kind": frozenset(flat_all(kinds(record))),
        "tag": frozenset(flat_all(content.tags)),
        "id": frozenset(flat_all((record.id, record.key))),
        "person": _named(names, "people/", record, content),
        "round": _named(names, "rounds/", record, content),
        "venue": _venues(names, record, content),
    }
    states = states_of(view, record, content)
    return Facets(own, _all_words(names, content, own), fields, dates, states, view.home)


def flat_all(words: Iterable[str]) -> list[str]:
    """Words flat, without the empty ones."""
    return [each for word in words if (each := flat(word))]


def _all_words(names: Lexicon, content: RecordText, own: str) -> str:
    referred = sorted({names.words(ref) for _, ref in content.refs})
    return "".join((own, *referred, names.spellings.others(own)))


def _parties(names: Lexicon, record: Record, content: RecordText) -> frozenset[str]:
    """Whom it concerns: every party it names, or names somebody of."""
    own = party_of(record, names.register)
    named = [names.party(ref) for _, ref in content.refs]
    return frozenset().union(*named, names.called(own) if own else ())


def _voices(names: Lexicon, content: RecordText) -> frozenset[str]:
    """Who says or does it, with the bodies and the party they belong to."""
    refs = [ref for name, ref in content.refs if name in VOICES]
    unnamed = {f"_{flat(ref.unnamed)}_" for ref in refs if ref.unnamed}
    return frozenset(unnamed).union(*(names.above(ref, "of") for ref in refs))


def _sources(names: Lexicon, view: View, record: Record, content: RecordText) -> frozenset[str]:
    ids = content.sources or [ref.id for ref in view.brief.src]
    found = [each for name in dict.fromkeys(ids) if (each := names.register.find(name))]
    own = [record] if record.key.startswith("sources/") else []
    return names.all_called((*found, *own)) | set(flat_all(ids))


def _named(names: Lexicon, section: str, record: Record, content: RecordText) -> frozenset[str]:
    """Records of a section it names; the record itself, where it is one of them."""
    found = [each for _, ref in content.refs if (each := names.register.find(ref))]
    return names.all_called(each for each in (*found, record) if each.key.startswith(section))


def _venues(names: Lexicon, record: Record, content: RecordText) -> frozenset[str]:
    """Where it was or is to be, with the larger places that lies in."""
    near = [ref for _, ref in content.refs if isinstance(names.register.find(ref), Venue)]
    own = [Reference(record.id)] if isinstance(record, Venue) else []
    places = frozenset(f"_{each}_" for each in flat_all(content.places))
    return places.union(*(names.above(ref, "part_of") for ref in (*near, *own)))


def statuses(view: View, record: Record) -> Iterator[str]:
    """What holds now, by everybody who says so; of a paper for each party."""
    found: tuple[Status, ...] | str = getattr(record, "status", ())
    if isinstance(found, str):
        yield found
    else:
        yield from (state.status for state in now(view, found))
    held: dict[Reference | None, list[Status]] = {}
    for state in getattr(record, "states", ()):
        held.setdefault(state.party, []).append(state)
    for states in held.values():
        yield from (state.status for state in now(view, states))


def kinds(record: Record) -> Iterator[str]:
    """What it is: the list it stands in, also as one of it, and the kind that is written."""
    section = record.key.partition("/")[0]
    yield section
    yield _ONE.get(section, section.removesuffix("s"))
    for name in ("kind", "type", "sub_type"):
        yield getattr(record, name, "")


_ONE = {"people": "person", "parties": "party", "third_parties": "third_party"}


def _dates(view: View, record: Record) -> tuple[Stretch, ...]:
    whens = [when for _, when in whens_of(view, record)]
    if not whens:
        from tui.analysis.backlinks import date_of  # noqa: PLC0415  (not for the first screen)

        borrowed = date_of(record, view.register)
        whens = [borrowed] if borrowed else []
    return stretches(view, whens)


def stretches(view: View, whens: Iterable[When]) -> tuple[Stretch, ...]:
    """What dates may mean; those that say nothing are left out."""
    return tuple(stretch(when, view.home) for when in whens if when.start or when.end)

"""What a brief rests on: its facts by source, and the origins that remain."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from tui.analysis.coverage.facts import Sourced, sourced
from tui.brief.model import Brief, Source
from tui.brief.register import Register
from tui.brief.roots import origin_of


@dataclass(frozen=True, slots=True)
class Origin:
    """Sources that count as one: copies of one wire, or drawn from one of them."""

    name: str
    sources: tuple[Source, ...]
    echoes: tuple[Sourced, ...]
    """Facts that name several of them and nobody else: several papers, one origin."""


@dataclass(frozen=True)
class Coverage:
    """All facts of a brief. The order of claims, sources and records changes no count."""

    facts: tuple[Sourced, ...]
    origins: tuple[Origin, ...]
    """Those of two or more sources."""
    apart: int
    """How many origins remain when the sources of one are counted once."""
    undated: tuple[Source, ...]

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Sourced, ...]]:
        """Id of a source → the facts that rest on it."""
        found: dict[str, list[Sourced]] = defaultdict(list)
        for fact in self.facts:
            for name in fact.sources:
                found[name].append(fact)
        return {name: tuple(each) for name, each in found.items()}

    @cached_property
    def unattributed(self) -> tuple[Sourced, ...]:
        """Facts for which no source is named anywhere."""
        return tuple(fact for fact in self.facts if not fact.refs)

    @cached_property
    def single(self) -> tuple[Sourced, ...]:
        """Facts that rest on one source."""
        return tuple(fact for fact in self.facts if len(fact.sources) == 1)

    @cached_property
    def echoed(self) -> tuple[Sourced, ...]:
        """Facts of several sources which all come down to one voice."""
        return tuple(f for f in self.facts if len(f.sources) > 1 and len(f.voices) == 1)

    @cached_property
    def one_sided(self) -> tuple[Sourced, ...]:
        """Facts told by voices of one side of the conflict and nobody else."""
        return tuple(fact for fact in self.facts if fact.side)


def coverage(brief: Brief, known: Register) -> Coverage:
    """Find what each fact of a brief rests on, in time linear in the brief."""
    found = tuple(sourced(brief, known))
    name_of = cache(lambda name: origin_of(name, known))
    by_origin: dict[str, list[Source]] = defaultdict(list)
    for source in brief.sources:
        by_origin[name_of(source.id)].append(source)
    echoes: dict[str, list[Sourced]] = defaultdict(list)
    for fact in found:
        if len(fact.sources) > 1 and len({name_of(name) for name in fact.sources}) == 1:
            echoes[name_of(fact.sources[0])].append(fact)
    groups = (
        Origin(_named(n, s), tuple(s), tuple(echoes[n])) for n, s in by_origin.items() if len(s) > 1
    )
    undated = tuple(each for each in brief.sources if each.published is None)
    return Coverage(found, tuple(groups), len(by_origin), undated)


def _named(origin: str, sources: list[Source]) -> str:
    """What an origin is called: as its sources write it, else by the source it comes from."""
    written = (each.origin for each in sources if each.origin)
    wires = (each.publisher for each in sources if each.kind == "wire" and each.publisher)
    return min(written, default=min(wires, default=origin))

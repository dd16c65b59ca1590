"""Rules about ids, references and the head of the brief."""

import re
from collections.abc import Iterable, Iterator

from tui.brief.checked import Checked, error, warning_at
from tui.brief.place import Problem, Repair
from tui.brief.record import Record
from tui.brief.refs import Mention
from tui.brief.spelling import fold, nearest

FORMAT = 1
"""The version of the format this program reads."""

_COMPARISONS = 200_000
"""Of ids, to guess what was meant, about a second; many guesses would never be seen."""
_KINDS = {"people": "person", "parties": "party", "series": "series", "*": "record"}


def version(checked: Checked) -> Iterator[Problem]:
    """The brief says a version of the format that this program does not know."""
    written = checked.brief.parley
    if written is not None and written != FORMAT:
        message = f"the brief is in version {written} of the format; this program reads {FORMAT}"
        yield Problem(checked.brief.spot.field("parley"), "version", message)


def duplicate_id(checked: Checked) -> Iterator[Problem]:
    """Two records have one id; references lead to the first."""
    for first, second in checked.register.twice:
        message = f"the id `{second.id}` is taken, in line {first.spot.field('id').line}"
        yield error(second, "id", "id", message)


def reference_to_nowhere(checked: Checked) -> Iterator[Problem]:
    """A reference names an id that no record has, or one of another kind than its field takes."""
    by_id = checked.register.by_id
    reported = 0
    for mention in checked.mentions:
        found = by_id.get(mention.id)
        if found is None:
            reported += 1
            few = reported * len(by_id) < _COMPARISONS
            guess = _meant(checked, mention) if few else ""
            hint = f", did you mean `{guess}`?" if guess else ""
            message = f"no {_kinds(mention.to)} has the id `{mention.id}`{hint}"
            repair = Repair(mention.id, guess) if guess else None
            yield Problem(mention.place, "reference", message, "error", repair)
        elif mention.to != ("*",) and found[0] not in mention.to:
            message = f"`{mention.id}` is in {found[0]}; a {_kinds(mention.to)} belongs here"
            yield Problem(mention.place, "reference", message)


def _meant(checked: Checked, mention: Mention) -> str:
    """The id of whom the text names, or the id most like it; "" where neither is plain."""
    named = _among(checked.named.get(fold(mention.id), ()), mention.to)
    if named:
        return named[0] if len(named) == 1 else ""
    by_id = checked.register.by_id
    known = _among(((each, section) for each, (section, _) in by_id.items()), mention.to)
    # `r3` is no slip for `r2`: another number is another thing.
    return nearest(mention.id, (e for e in known if _numbers(e) == _numbers(mention.id)))


def _among(ids: Iterable[tuple[str, str]], to: tuple[str, ...]) -> list[str]:
    """Of some ids with their sections, those a reference may lead to."""
    return [each for each, section in ids if to == ("*",) or section in to]


def _numbers(name: str) -> list[int]:
    return [int(each) for each in re.findall("[0-9]+", name)]


def _kinds(to: tuple[str, ...]) -> str:
    return " or ".join(_KINDS.get(each, each.removesuffix("s")) for each in to)


def circle(checked: Checked) -> Iterator[Problem]:
    """Something is part of itself by way of others."""
    for field in ("part_of", "of", "parent"):
        done: set[int] = set()
        for record in checked.register.by_key.values():
            for each in _round_trip(checked, record, field, done):
                yield error(each, field, "circle", f"`{each.id}` is part of itself")


def _round_trip(checked: Checked, record: Record, field: str, done: set[int]) -> list[Record]:
    """The records of a circle above this one; each record is `done` after one visit."""
    way: list[Record] = []
    here: Record | None = record
    while here is not None and id(here) not in done:
        done.add(id(here))
        way.append(here)
        here = checked.register.find(getattr(here, field, None))
    return next((way[at:] for at, each in enumerate(way) if each is here), [])


def next_round(checked: Checked) -> Iterator[Problem]:
    """The outcome of a round names a next one that is neither a round nor a date."""
    from tui.brief.when import When  # noqa: PLC0415

    for record in checked.brief.rounds:
        outcome = record.outcome
        if not outcome or not outcome.next or checked.register.find(outcome.next):
            continue
        try:
            When.from_text(outcome.next, outcome.spot.place)
        except ValueError:
            message = f"`next: {outcome.next}` is neither a round nor a date"
            yield warning_at(outcome.spot.field("next"), "reference", message)

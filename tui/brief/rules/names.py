"""Rules about ids, references and the head of the brief."""

from collections.abc import Iterator

from tui.brief.checked import Checked, error, warning_at
from tui.brief.place import Problem
from tui.brief.record import Record
from tui.brief.spelling import nearest

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
            guess = nearest(mention.id, _candidates(checked, mention.to)) if few else ""
            hint = f", did you mean `{guess}`?" if guess else ""
            message = f"no {_kinds(mention.to)} has the id `{mention.id}`{hint}"
            yield Problem(mention.place, "reference", message)
        elif mention.to != ("*",) and found[0] not in mention.to:
            message = f"`{mention.id}` is in {found[0]}; a {_kinds(mention.to)} belongs here"
            yield Problem(mention.place, "reference", message)


def _candidates(checked: Checked, to: tuple[str, ...]) -> list[str]:
    by_id = checked.register.by_id
    return [each for each, (section, _) in by_id.items() if to == ("*",) or section in to]


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

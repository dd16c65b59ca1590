"""Making the obvious repairs of problems, each tried on the brief before anybody is offered it.

A repair counts only if its problem is gone and no new one has come. What it brings to light may be
repaired with it: once `state: planned` is `status: planned`, its word can be `scheduled`.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tui.brief.edit.scalar import Setting, scalar
from tui.brief.edit.source import SourceText, source_of
from tui.brief.edit.span import Edit, applied
from tui.brief.edit.write import key_of
from tui.brief.load import load
from tui.brief.nodes import Fields, Items, Node, Text
from tui.brief.place import Place, Problem, Repair
from tui.brief.reading import Reading

_ROUNDS = 4
"""How often what a repair brings to light is repaired with it."""
_INSIDE = Setting(flow=True)
"""How anything is written: what is right inside brackets is right everywhere."""


def repairable(reading: Reading) -> tuple[Problem, ...]:
    """The problems with an obvious repair, in files that are written as a brief is."""
    files = {str(path) for path in reading.parts}
    return tuple(p for p in reading.all_problems if p.repair and p.place.file in files)


def repaired(reading: Reading, problems: Sequence[Problem]) -> Reading | Problem:
    """The brief as it would be with some problems mended; a problem says why it cannot be."""
    now, todo = reading, problems
    for _ in range(_ROUNDS):
        contents = _contents(now, todo)
        if isinstance(contents, Problem):
            return contents
        now = load(reading.path, now, contents)
        fresh, new = _fresh(reading, now), _new(reading, now)
        if not new:
            return now if _gone(reading, now, problems) else _refused(problems[0], "nothing by it")
        todo = [each for each in repairable(now) if each in fresh]
        if not todo:
            return _refused(problems[0], f"then another would come: {new[0].message}")
    return _refused(problems[0], "one repair brings the next")


def all_repaired(reading: Reading) -> Reading:
    """The brief with every problem mended that can be; itself where none can."""
    for _ in range(_ROUNDS):
        before, reading = reading, _as_many(reading, repairable(reading))
        if reading is before:
            break
    return reading


def _as_many(reading: Reading, problems: Sequence[Problem]) -> Reading:
    """The brief with as many of some problems mended as can be: together, or in halves."""
    if not problems:
        return reading
    now = repaired(reading, problems)
    if isinstance(now, Reading):
        return now
    if len(problems) == 1:
        return reading
    half = len(problems) // 2
    now = _as_many(reading, problems[:half])
    # What stood right of a repair has moved within its line.
    left = {_in_line(each) for each in problems[half:]}
    return _as_many(now, [each for each in repairable(now) if _in_line(each) in left])


def changes(before: Reading, after: Reading) -> dict[Path, tuple[bytes, bytes]]:
    """The files that are other in one state of a brief than in another, with both their bytes."""
    files = {path: (part.data, after.parts[path].data) for path, part in before.parts.items()}
    return {path: both for path, both in files.items() if both[0] != both[1]}


def _contents(reading: Reading, problems: Sequence[Problem]) -> Mapping[Path, bytes] | Problem:
    """The bytes of all files of a brief after the repairs of some problems."""
    edits: dict[Path, set[Edit]] = {}
    for problem in problems:
        path = Path(problem.place.file)
        source = source_of(reading.parts[path])
        edit = source if isinstance(source, Problem) else _edit(source, problem)
        if isinstance(edit, Problem):
            return edit
        edits.setdefault(path, set()).add(edit)
    contents = dict(reading.paths)
    for path, each in edits.items():
        try:
            contents[path] = applied(contents[path], each)
        except ValueError:
            return _refused(problems[0], "another repair is at the same place")
    return contents


def _edit(source: SourceText, problem: Problem) -> Edit | Problem:
    repair, place = problem.repair or Repair(""), problem.place
    if repair.end:
        start, end = source.offset(place.line, place.column), source.offset(*repair.end)
        return Edit(source.file, start, end, scalar(source.text[start:end], _INSIDE, '"'))
    at = (place.line, place.column)
    found = [each for each in _texts_at(source.node, at) if each[0].value == repair.old]
    if found:
        node, is_key = found[0]
        text = key_of(repair.new) if is_key else scalar(repair.new, _INSIDE, source.sign(node))
        return Edit(source.file, source.content(node), source.end(node), text)
    for node, _ in _texts_at(source.node, at):
        start, written = source.content(node), source.text[source.content(node) : source.end(node)]
        if written.count(repair.old) == 1:
            start += written.index(repair.old)
            return Edit(source.file, start, start + len(repair.old), repair.new)
    return _refused(problem, "it is not written there as it is read")


def _texts_at(node: Node | None, at: tuple[int, int]) -> Iterator[tuple[Text, bool]]:
    """The text at a place, or the texts of the map that begins there; whether each is a key."""
    inner: list[tuple[Text, bool]] = []
    todo = [node]
    while todo:
        here = todo.pop()
        if isinstance(here, Items):
            todo += here.values
        elif isinstance(here, Fields):
            begins = here.span[:2] == at
            for key, value in here.pairs:
                if key.span[:2] == at:
                    yield key, True
                if begins and isinstance(value, Text):
                    inner.append((value, False))
                todo.append(value)
        elif here is not None and here.span[:2] == at:
            yield here, False
    yield from inner


def _fresh(before: Reading, after: Reading) -> list[Problem]:
    """The problems that say what none said before in their file."""
    more = Counter(_message_key(each) for each in after.all_problems)
    more -= Counter(_message_key(each) for each in before.all_problems)
    return [each for each in after.all_problems if more[_message_key(each)]]


def _new(before: Reading, after: Reading) -> list[Problem]:
    """Of these, those of kinds that there are more of than there were: others are the same, moved.

    `ua takes part and has no delegation` is nothing new where `Ukraine` had none.
    """
    more = Counter(_kind(each) for each in after.all_problems)
    more -= Counter(_kind(each) for each in before.all_problems)
    return [each for each in _fresh(before, after) if more[_kind(each)]]


def _gone(before: Reading, after: Reading, problems: Sequence[Problem]) -> bool:
    known = Counter(_message_key(each) for each in before.all_problems)
    known.subtract(_message_key(each) for each in problems)
    left = Counter(_message_key(each) for each in after.all_problems)
    return all(left[each] <= known[each] for each in map(_message_key, problems))


def _kind(problem: Problem) -> tuple[str, str]:
    return problem.place.file, problem.code


def _message_key(problem: Problem) -> tuple[str, str, str]:
    return problem.place.file, problem.code, problem.message


def _in_line(problem: Problem) -> tuple[str, int, str, str]:
    return problem.place.file, problem.place.line, problem.code, problem.message


def _refused(problem: Problem, why: str) -> Problem:
    place = Place(*problem.place)
    return Problem(place, "edit", f"this is not mended: {why}", "warning")

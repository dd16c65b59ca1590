"""How many problems are shown."""

from collections.abc import Iterable

from tui.brief.place import Place, Problem

SHOWN_PROBLEMS = 50
"""Problems told of one file, mistakes before oddities; the rest are counted."""


def limit_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by place, once each; of one file's many, tell the first and count the rest."""
    files: dict[str, list[Problem]] = {}
    for problem in dict.fromkeys(problems):
        files.setdefault(problem.place.file, []).append(problem)
    kept = (problem for each in files.values() for problem in _first(each))
    return tuple(sorted(kept, key=_order))


def _first(problems: list[Problem]) -> list[Problem]:
    if len(problems) <= SHOWN_PROBLEMS:
        return problems
    problems.sort(key=lambda each: (each.severity != "error", _order(each)))
    kept, rest = problems[:SHOWN_PROBLEMS], problems[SHOWN_PROBLEMS:]
    last = max((each.place for each in kept), key=_position)
    return [*kept, Problem(last, "more", f"… and {len(rest):,} more", rest[0].severity)]


def _position(place: Place) -> tuple[str, int, int]:
    return place.file, place.line, place.column


def _order(problem: Problem) -> tuple[str, int, int, bool, str, str]:
    more = problem.code == "more"  # the count comes after the problems it adds to
    return *_position(problem.place), more, problem.code, problem.message

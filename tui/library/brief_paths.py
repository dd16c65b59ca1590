"""Which briefs a path means: one brief, a folder brief, or every brief of a library."""

from pathlib import Path
from typing import NamedTuple

from tui.brief.files import list_yaml
from tui.brief.folder import HEAD, is_folder_brief
from tui.brief.place import Place, Problem


class BriefPaths(NamedTuple):
    """The briefs some paths mean, in order, and what was wrong with the paths."""

    briefs: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()
    folders: tuple[Path, ...] = ()
    """Libraries among the paths: what is added to them later belongs here too."""


def find_briefs(paths: tuple[Path, ...]) -> BriefPaths:
    """Find the briefs some paths mean. A library is looked through one level deep."""
    briefs: list[Path] = []
    problems: list[Problem] = []
    folders: list[Path] = []
    for path in paths:
        if path.is_dir() and not is_folder_brief(path):
            found, wrong = _in_library(path)
            folders.append(path)
            problems += wrong
            if not found and not wrong:
                what = f"no brief here: no .yaml file, and no folder with a {HEAD}"
                problems.append(Problem(Place(str(path)), "library", what))
            briefs += found
        else:
            briefs.append(path)
    return BriefPaths(tuple(dict.fromkeys(briefs)), tuple(problems), tuple(folders))


def _in_library(folder: Path) -> tuple[list[Path], list[Problem]]:
    files, problems = list_yaml(folder)
    found = [Path(each) for each in files]
    try:
        found += [each for each in folder.iterdir() if each.is_dir() and is_folder_brief(each)]
    except OSError as error:
        what = f"cannot be listed: {error.strerror}"
        problems = (*problems, Problem(Place(str(folder)), "file", what))
    return sorted(found, key=lambda each: each.name), list(problems)

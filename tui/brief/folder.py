"""Which files a brief is made of, and what makes a folder one."""

from pathlib import Path

from tui.brief.files import list_yaml
from tui.brief.place import Problem

YAML = {".yaml", ".yml"}
HEAD = "brief.yaml"
"""The file that makes a folder a brief."""


def is_folder_brief(path: Path) -> bool:
    """Whether a folder is one brief, and not a library of briefs."""
    return (path / HEAD).is_file()


def files_of(path: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """The files a brief is made of, the head of a folder brief first, be it there or not."""
    if not path.is_dir():
        return (path,), ()
    found, problems = list_yaml(path)
    paths = sorted(Path(each) for each in found)
    head = path / HEAD
    return (head, *(each for each in paths if each != head)), problems

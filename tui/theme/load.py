"""Folders of theme files → themes that can be used, and what is wrong with the others."""

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tui.brief.files import list_yaml
from tui.brief.lazy_regex import late
from tui.brief.parse import Parse, parse
from tui.brief.place import Place, Problem
from tui.brief.spelling import nearest
from tui.theme.build import ResolvedTheme, build, extend, resolve_builtin
from tui.theme.file import ThemeFile, read_theme_file
from tui.theme.loaded import LoadedTheme, LoadedThemes
from tui.theme.textual_themes import BUILTIN

FILES_LIMIT = 200
_NAME = late(r"[a-z0-9_-]{1,40}", re.ASCII)


def load_themes(
    folders: Sequence[Path], stems: Collection[str] = (), parse: Parse = parse
) -> LoadedThemes:
    """Read the themes of some folders; one in a later folder takes precedence over its namesake.

    With `stems` only the files of these names are read: at a start, the one theme that is used.
    A missing folder holds no themes. A file with an error gives no theme, so that a sound namesake
    in an earlier folder stays; warnings do not prevent a theme.
    """
    loader = _Loader(parse)
    for folder in folders:
        if folder.is_dir():
            loader.add(folder, stems)
    for name in loader.files:
        loader.load(name)
    return LoadedThemes(MappingProxyType(loader.themes), tuple(sorted(set(loader.problems))))


class _Loader:
    """The files found so far, and the themes made of them."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self.files: dict[str, tuple[ThemeFile, ...]] = {}
        """Those of the last folder first."""
        self.resolved: dict[str, ResolvedTheme | None] = {}
        self.themes: dict[str, LoadedTheme] = {}
        self.problems: list[Problem] = []

    def add(self, folder: Path, stems: Collection[str] = ()) -> None:
        """Read the files of a folder, and keep those without errors."""
        paths, problems = list_yaml(folder, FILES_LIMIT)
        self.problems += problems
        here: dict[str, ThemeFile] = {}
        for path in map(Path, paths):
            if stems and path.stem not in stems:
                continue
            file = read_theme_file(path, self.parse)
            self.problems += file.problems
            problem = self._name_problem(file, here)
            if problem and not file.failed:
                self.problems.append(problem)
            if not problem and not file.failed:
                here[file.name] = file
        for name, file in here.items():
            self.files[name] = (file, *self.files.get(name, ()))

    def _name_problem(self, file: ThemeFile, here: Mapping[str, ThemeFile]) -> Problem | None:
        name, place = file.name, file.place("name")
        if not _NAME.fullmatch(name):
            message = "a theme's name is up to 40 of a-z, 0-9, - and _"
        elif name in BUILTIN:
            message = f"`{name}` is a theme of Textual's own; choose another name"
        elif name in here:
            message = f"`{here[name].path.name}` holds a theme named `{name}` already"
        else:
            return None
        return Problem(place, "theme", message)

    def load(self, name: str, trail: tuple[str, ...] = ()) -> ResolvedTheme | None:
        """Make the theme of a name and those it extends; None if that is impossible."""
        if name in self.resolved:
            return self.resolved[name]
        made = (self._build(file, (*trail, name)) for file in self.files[name])
        self.resolved[name] = next((each for each in made if each), None)
        return self.resolved[name]

    def _build(self, file: ThemeFile, trail: tuple[str, ...]) -> ResolvedTheme | None:
        resolved = self._resolve(file, trail)
        if resolved is None:
            return None
        theme, problems = build(resolved, file)
        self.problems += problems
        if theme is None:
            return None
        self.themes[file.name] = theme
        return resolved

    def _resolve(self, file: ThemeFile, trail: tuple[str, ...]) -> ResolvedTheme | None:
        base = file.keys.extends
        if not base:
            return extend(ResolvedTheme(), file, self.problems)
        place = file.place("extends")
        if base in trail:
            way = " → ".join((*trail[trail.index(base) :], base))
            self.problems.append(Problem(place, "theme", f"themes extend each other: {way}"))
            return None
        if base in BUILTIN:
            return extend(resolve_builtin(base), file, self.problems)
        if base not in self.files:
            self.problems.append(_no_such(base, place, (*self.files, *sorted(BUILTIN))))
            return None
        parent = self.load(base, trail)
        if parent is None:
            message = f"the theme `{base}` it extends cannot be used"
            self.problems.append(Problem(place, "theme", message))
            return None
        return extend(parent, file, self.problems)


def _no_such(name: str, place: Place, known: tuple[str, ...]) -> Problem:
    guess = nearest(name, known)
    hint = f", did you mean `{guess}`?" if guess else ""
    return Problem(place, "theme", f"there is no theme `{name}`{hint}")

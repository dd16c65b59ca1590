"""The themes there are, and putting one on: at the start, by a key, or as its file is saved."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.app import App

from tui.brief.files import list_yaml, read_bytes
from tui.brief.place import Problem
from tui.brief.value import EMPTY
from tui.theme.worn import ParleyTheme, Themes


class Wish(NamedTuple):
    """The theme to begin with."""

    folders: Sequence[Path]
    """Where theme files lie; one in a later folder goes before its namesake."""
    name: str
    known: Mapping[str, Themes] = EMPTY
    """What some files were found to hold already, by their names without the ending."""


class Wardrobe:
    """The theme files of some folders, for one application."""

    def __init__(self, app: App[None], folders: Sequence[Path]) -> None:
        self._app = app
        self.folders = tuple(folders)
        self.themes = Themes({})

    def start(self, wish: Wish) -> None:
        """Wear a theme from the first paint on. Only its own file is read, if that is enough."""
        name = wish.name
        self._know(wish.known[name] if name in wish.known else self._read({name}))
        if name not in self._app.available_themes:
            # Its name is not that of its file, or it rests on another file.
            self._know(self._read())
        if name in self._app.available_themes:
            self._app.theme = name

    def wear(self, name: str) -> tuple[Problem, ...]:
        """Put a theme on as its file is now; one that cannot be worn leaves the old one."""
        self._know(self._read())
        problem = self.try_on(name)
        return (problem,) if problem else self.themes.problems

    def names(self) -> list[str]:
        """The themes there are at this moment."""
        return sorted(self._read().themes)

    def shelf(self) -> Mapping[str, ParleyTheme]:
        """The themes there are at this moment, each to be tried on."""
        self._know(self._read())
        return self.themes.themes

    def try_on(self, name: str) -> Problem | None:
        """Put a theme on as it was last read; one that cannot be worn leaves the old one."""
        from tui.theme.live import apply  # noqa: PLC0415  (nothing is tried before the first paint)

        worn = self.themes.themes.get(name)
        return apply(self._app, worn) if worn else None

    def files(self) -> Iterator[tuple[Path, bytes]]:
        """The files as they are, so that only later changes of them count."""
        for folder in self.folders:
            for path in map(Path, list_yaml(folder)[0] if folder.is_dir() else ()):
                if isinstance(data := read_bytes(path), bytes):
                    yield path, data

    def _read(self, stems: Collection[str] = ()) -> Themes:
        from tui.theme.load import load_themes  # noqa: PLC0415  (a start has it read elsewhere)

        return load_themes(self.folders, stems)

    def _know(self, themes: Themes) -> None:
        self.themes = themes
        for each in themes.themes.values():
            if each.name not in self._app.available_themes:
                self._app.register_theme(each.theme)

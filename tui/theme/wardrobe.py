"""The themes there are, and putting one on: at the start, by a key, or as its file is saved."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from textual.app import App

from tui.brief.files import list_yaml, read_bytes
from tui.brief.parse import Parse
from tui.brief.place import Problem
from tui.theme.live import apply
from tui.theme.load import ParleyTheme, Themes, load_themes


class Wardrobe:
    """The theme files of some folders, for one application."""

    def __init__(self, app: App[None], folders: Sequence[Path]) -> None:
        self._app = app
        self.folders = tuple(folders)
        self.themes = Themes({})

    def start(self, name: str, parse: Parse) -> None:
        """Wear a theme from the first paint on. Only its own file is read, if that is enough."""
        self._know(load_themes(self.folders, {name}, parse))
        if name not in self._app.available_themes:
            # Its name is not that of its file, or it rests on another file.
            self._know(load_themes(self.folders))
        if name in self._app.available_themes:
            self._app.theme = name

    def wear(self, name: str) -> tuple[Problem, ...]:
        """Put a theme on as its file is now; one that cannot be worn leaves the old one."""
        self._know(load_themes(self.folders))
        worn = self.themes.themes.get(name)
        problem = apply(self._app, worn) if worn else None
        return (problem,) if problem else self.themes.problems

    def names(self) -> list[str]:
        """The themes there are at this moment."""
        return sorted(load_themes(self.folders).themes)

    def shelf(self) -> Mapping[str, ParleyTheme]:
        """The themes there are at this moment, each to be tried on."""
        self._know(load_themes(self.folders))
        return self.themes.themes

    def try_on(self, name: str) -> Problem | None:
        """Put a theme on as it was last read; one that cannot be worn leaves the old one."""
        worn = self.themes.themes.get(name)
        return apply(self._app, worn) if worn else None

    def files(self) -> Iterator[tuple[Path, bytes]]:
        """The files as they are, so that only later changes of them count."""
        for folder in self.folders:
            for path in map(Path, list_yaml(folder)[0] if folder.is_dir() else ()):
                if isinstance(data := read_bytes(path), bytes):
                    yield path, data

    def _know(self, themes: Themes) -> None:
        self.themes = themes
        for each in themes.themes.values():
            if each.name not in self._app.available_themes:
                self._app.register_theme(each.theme)

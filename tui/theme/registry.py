"""The themes of an application: loading, applying and previewing them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from textual.app import App

from tui.brief.files import list_yaml, read_bytes
from tui.brief.place import Problem
from tui.brief.value import EMPTY
from tui.theme.loaded import LoadedTheme, LoadedThemes
from tui.theme.to_textual import to_textual


class InitialTheme(NamedTuple):
    """The theme to start with."""

    folders: Sequence[Path]
    """Folders of theme files; one in a later folder takes precedence over its namesake."""
    name: str
    preloaded: Mapping[str, LoadedThemes] = EMPTY
    """What was loaded already, by the name of the file without its ending."""


class ThemeRegistry:
    """The theme files of some folders, for one application."""

    def __init__(self, app: App[None], folders: Sequence[Path]) -> None:
        self._app = app
        self.folders = tuple(folders)
        self.loaded = LoadedThemes({})
        """The themes as they were when they were last read."""

    @property
    def active(self) -> str:
        """The name of the theme in use."""
        return self._app.theme

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong in the files when they were last read."""
        return self.loaded.problems

    def start(self, initial: InitialTheme) -> None:
        """Use a theme from the first paint on. Only its own file is read, if that is enough."""
        name = initial.name
        self._register(initial.preloaded[name] if name in initial.preloaded else self._load({name}))
        if name not in self._app.available_themes:
            # Its name is not that of its file, or it extends another file.
            self.reload()
        if name in self._app.available_themes:
            self._app.theme = name

    def reload(self) -> Mapping[str, LoadedTheme]:
        """Read all theme files again, and return the themes by name."""
        self._register(self._load())
        return self.loaded.themes

    def names(self) -> list[str]:
        """The names of the themes there are at this moment."""
        return sorted(self._load().themes)

    def apply(self, name: str) -> tuple[Problem, ...]:
        """Apply a theme as its file is now; one that cannot be used leaves the active one."""
        self.reload()
        problem = self.preview(name)
        return (problem,) if problem else self.problems

    def preview(self, name: str) -> Problem | None:
        """Apply a theme as it was last read; one that cannot be used leaves the active one."""
        from tui.theme.live import apply  # noqa: PLC0415  (not needed for the first paint)

        theme = self.loaded.themes.get(name)
        return apply(self._app, theme) if theme else None

    def files(self) -> Iterator[tuple[Path, bytes]]:
        """The files as they are, so that only later changes of them count."""
        for folder in self.folders:
            for path in map(Path, list_yaml(folder)[0] if folder.is_dir() else ()):
                if isinstance(data := read_bytes(path), bytes):
                    yield path, data

    def _load(self, stems: Collection[str] = ()) -> LoadedThemes:
        from tui.theme.load import load_themes  # noqa: PLC0415  (a start may have preloaded them)

        return load_themes(self.folders, stems)

    def _register(self, loaded: LoadedThemes) -> None:
        self.loaded = loaded
        for each in loaded.themes.values():
            if each.name not in self._app.available_themes:
                self._app.register_theme(to_textual(each))

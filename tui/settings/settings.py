"""The configuration while Parley runs: what holds now, what is wrong in it, changing it."""

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tui.brief.files import read_bytes
from tui.brief.model import Brief
from tui.brief.place import Problem
from tui.brief.reading import Part, Reading
from tui.brief.register import register
from tui.commands import Command, registry
from tui.presentation.view import View
from tui.settings.config import Config, Configured, load_config, theme_for, wrong_theme

if TYPE_CHECKING:
    from tui.settings.keymap import Keymap


class Settings:
    """The last configuration that could be read, and what the command line adds to it."""

    def __init__(
        self, loaded: Configured, *, read_only: bool = False, followed: bool = True
    ) -> None:
        """`followed`: whether changes of the file count while Parley runs."""
        self._loaded = loaded
        self._read_only = read_only or loaded.config.read_only
        self.followed = followed
        self.problems: tuple[Problem, ...] = loaded.problems
        """What is wrong in the file as it is now."""
        self._rebound = False

    @property
    def config(self) -> Config:
        """The settings themselves."""
        return self._loaded.config

    @property
    def path(self) -> Path:
        """Where the file is, or would be."""
        return self._loaded.path

    @property
    def read_only(self) -> bool:
        """Whether nothing may be written; decided at the start."""
        return self._read_only

    @property
    def zone(self) -> str:
        """The reader's own time zone; empty where nobody knows it."""
        from tui.presentation.dates import local_zone  # noqa: PLC0415  (reads a file)

        return self.config.zone or local_zone()

    @property
    def animated(self) -> bool:
        """Whether rows that just changed may stand out for a moment."""
        return self.config.animations != "none"

    @property
    def filters(self) -> Mapping[str, str]:
        """The reader's own filters, by name."""
        return self.config.filters

    @property
    def themes(self) -> tuple[str, ...]:
        """What the configuration says of themes."""
        return (self.config.theme, self.config.dark, self.config.light)

    def view(self) -> View:
        """The configuration as though it were a brief: its problems are shown the same way."""
        data = read_bytes(self.path)
        part = Part(self.path, data if isinstance(data, bytes) else b"", Brief())
        parts = {self.path: part}
        return View(Reading(self.path, Brief(), register(Brief()), self.problems, parts))

    def theme_for(self, *, dark: bool) -> str:
        """The theme for a dark or a light background."""
        return theme_for(self.config, dark=dark)

    def reload(self) -> bool:
        """Read the file again. False: it cannot be read, and the last configuration holds."""
        found = load_config(self.path)
        self.problems = found.problems
        if not found.broken:
            self._loaded = found
        return not found.broken

    def check_themes(self, names: Callable[[], Collection[str]]) -> bool:
        """Note where a theme is none of those there are; return whether all of them are."""
        wrong = tuple(wrong_theme(self.config, names())) if self.config.themes else ()
        self._note(wrong)
        return not wrong

    def keymap(self) -> "Keymap | None":
        """The keys of commands that were given others, or None where nothing changes."""
        if not (self.config.keys.wishes or self._rebound):
            return None
        from tui.settings.keymap import keymap  # noqa: PLC0415

        found = keymap(self.config.keys, registry())
        self._note(found.problems)
        self._rebound = bool(found.keys)
        return found

    def commands(self) -> tuple[Command, ...]:
        """Every command, with the keys it has now."""
        from tui.settings.keymap import keymap  # noqa: PLC0415  (only where keys are configured)

        keys = keymap(self.config.keys, registry()).keys
        return tuple(
            each._replace(keys=",".join(keys[each.id])) if each.id in keys else each
            for each in registry().values()
        )

    def rewrite(self, change: Callable[[bytes], bytes | Problem]) -> Problem | None:
        """Change the file; return what was in the way. Whoever calls reloads."""
        from tui.saving.rewrite import rewrite  # noqa: PLC0415  (rarely asked for)

        return rewrite(self.path, change)

    def _note(self, problems: Collection[Problem]) -> None:
        self.problems = tuple(sorted({*self.problems, *problems}))

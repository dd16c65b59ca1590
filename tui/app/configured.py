"""An application as its user wants it: its theme, keys and zone, while the file changes."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual.signal import Signal

from tui.app.dressed import DressedApp
from tui.brief.files import read_bytes
from tui.brief.model import Brief
from tui.brief.place import Problem
from tui.brief.reading import Part, Reading
from tui.brief.register import register
from tui.brief.shown import shown
from tui.brief.value import NO_NAMES
from tui.commands import Command, registry
from tui.presentation.dates import local_zone
from tui.presentation.view import View
from tui.settings.config import FILE, Config, Configured, load_config, theme_for, wrong_theme
from tui.theme.wardrobe import Wish
from tui.widgets.keys import bound_here

if TYPE_CHECKING:
    from tui.watch import Fingerprint, Watch

STILL = "none"
"""The word of `animations` that lets nothing move."""
TOLD = 1
"""Faults told in full; more notices would cover a narrow screen, and a list has them all."""


class ConfiguredApp(DressedApp, part=True):
    """Uses what its user wrote, as it is saved, and says what is wrong with it."""

    def __init__(self, wish: Wish, configured: Configured | None) -> None:
        self.configured = configured or Configured(Config(), Path(FILE))
        """The last configuration that could be read."""
        super().__init__(wish)
        self.view_changed = Signal(self, "view_changed")
        self.follows_config = configured is not None
        self.moves = self._config.animations != STILL
        self.faults: tuple[Problem, ...] = self.configured.problems
        """What is wrong in it as it is now."""
        self._rebound = False
        self.here = ""
        """The reader's own time zone."""
        self.editor = ""
        """The command of the reader's own editor, where the configuration says one."""
        self.filters: Mapping[str, str] = NO_NAMES
        """The reader's own filters, by name."""

    def theme_for(self, *, dark: bool) -> str:
        """What the configuration says for a background, else Parley's own."""
        return theme_for(self._config, dark=dark)

    def settle_config(self) -> None:
        """Use what only a running application can be given; say what is wrong."""
        self._use_keys()
        self.faults = tuple(sorted((*self.faults, *wrong_theme(self._config, self._themes()))))
        self._tell_faults()

    def own_files(self) -> tuple[tuple["Watch", ...], dict[Path, "Fingerprint"]]:
        """What to follow beside briefs, and what of it was read."""
        from tui.watch import Watch, fingerprint  # noqa: PLC0415  (not for the first paint)

        watches = [Watch(folder, "folder") for folder in self.wardrobe.folders]
        known = {path: fingerprint(data) for path, data in self.wardrobe.files()}
        path = self.configured.path
        if self.follows_config:
            watches.append(Watch(path))
            if isinstance(data := read_bytes(path), bytes):
                known[path] = fingerprint(data)
        return tuple(watches), known

    def take(self, files: set[Path]) -> bool:
        """Use those of some changed files that are no briefs; say whether to tell all anew."""
        if not {file.parent for file in files}.isdisjoint(self.wardrobe.folders):
            self.warn(*self.wardrobe.wear(self.theme))
        return self.configured.path in files and self.reconfigure()

    def reconfigure(self) -> bool:
        """Read the configuration again and use it; False: it is broken, and the last one holds."""
        found = load_config(self.configured.path)
        self.faults = found.problems
        if not found.broken:
            before, self.configured = self._config, found
            self.editor = found.config.editor
            self.filters = found.config.filters
            self.moves = found.config.animations != STILL
            self.here = found.config.zone or local_zone()
            self._use_keys()
            wrong = tuple(wrong_theme(found.config, self._themes()))
            self.faults = tuple(sorted((*self.faults, *wrong)))
            if _taste(found.config) != _taste(before) and not wrong:
                self.wear(found.config.theme)
        self._tell_faults()
        self.view_changed.publish(self._view_of_config())
        return not found.broken

    @property
    def _config(self) -> Config:
        return self.configured.config

    def _themes(self) -> Sequence[str]:
        """The names a theme may have; without one there is no need to know them."""
        return self.wardrobe.names() if self._config.themes else ()

    def _use_keys(self) -> None:
        """Give the actions the keys that were wished for; without any wish nothing is loaded."""
        if not (self._config.keys.wishes or self._rebound):
            return
        from tui.settings.keymap import keymap  # noqa: PLC0415

        found = keymap(self._config.keys, registry())
        self.faults = tuple(sorted((*self.faults, *found.problems)))
        self.set_keymap(found.for_textual())
        self._rebound = bool(found.keys)

    def all_actions(self) -> tuple[Command, ...]:
        """Every action there is, with the keys that were wished for."""
        from tui.settings.keymap import keymap  # noqa: PLC0415

        keys = keymap(self._config.keys, registry()).keys
        return tuple(
            each._replace(keys=",".join(keys[each.id])) if each.id in keys else each
            for each in registry().values()
        )

    async def rewrite_config(self, change: Callable[[bytes], bytes | Problem]) -> Problem | None:
        """Change the file of the configuration and use it; say what was in the way."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        from tui.saving.rewrite import rewrite  # noqa: PLC0415  (rarely asked for)

        wrong = await asyncio.to_thread(rewrite, self.configured.path, change)
        if wrong is None:
            self.reconfigure()
        return wrong

    def _tell_faults(self) -> None:
        self.warn(*self.faults[:TOLD])
        if len(self.faults) > TOLD:
            keys = {each.id: each.told for each in bound_here(self.screen)}
            how = " ".join((*keys.get("app.config", ())[:1], "shows them all"))
            more = f"{len(self.faults) - TOLD} more in {FILE}; {how}"
            self.notify(more, severity="warning", timeout=10)

    def action_config(self) -> None:
        """Show what is wrong in the configuration, or say that nothing is."""
        from tui.screens.problems import ProblemsScreen  # noqa: PLC0415  (rarely wanted)

        if self.faults:
            self.clear_notifications()
            self.push_screen(ProblemsScreen(self._view_of_config()))
            return
        path = self.configured.path
        there = f"nothing is wrong in {path}" if path.exists() else f"there is no {path}"
        self.notify(shown(f"{there}; `parley config --init` writes one"))

    def _view_of_config(self) -> View:
        """The configuration as though it were a brief: its problems are shown the same way."""
        path = self.configured.path
        data = read_bytes(path)
        part = Part(path, data if isinstance(data, bytes) else b"", Brief())
        return View(Reading(path, Brief(), register(Brief()), self.faults, {path: part}))


def _taste(config: Config) -> tuple[str, ...]:
    return (config.theme, config.dark, config.light)

"""From the command line to the running application.

Everything before `_run` is quick and loads nothing of Textual, which takes longer than all the
rest of a start.
"""

import gc
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple, cast

from tui.brief.shown import shown
from tui.package_data import default_library, shipped
from tui.startup.prefetch import Prefetch
from tui.startup.terminal import letters_of, turns_words, unfit
from tui.startup.terminal_background import AUTO, StartTheme
from tui.state.names import memory_path
from tui.state.positions import Recalled, recall

if TYPE_CHECKING:
    from tui.rendering.charset import Charset
    from tui.settings.config import LoadedConfig
    from tui.settings.settings import Settings
    from tui.theme.loaded import LoadedThemes


class Options(NamedTuple):
    """The options of the command line."""

    theme: str = ""
    read_only: bool = False
    linear: bool = False
    ascii: bool = False
    fresh: bool = False
    """Neither recall anything of earlier starts nor remember anything of this one."""


class Preloaded(NamedTuple):
    """What a start needs besides its briefs."""

    recalled: Recalled
    configured: "LoadedConfig"
    folders: tuple[Path, ...]
    """Folders of theme files."""
    themes: "Mapping[str, LoadedThemes]"
    """The themes that may be needed, by the names of their files."""


def launch(words: Sequence[str | Path], options: Options | None = None) -> int:
    """Run the application; returns its exit code, or 2 if it cannot run here.

    Each word is a path, which may end in `#` and the id of a record.
    """
    options = options or Options()
    targets = tuple(map(_target, words))
    paths = tuple(path for path, _ in targets)
    missing = [path for path in paths if not path.exists()]
    wrong = _missing(missing[0]) if missing else unfit()
    if wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    # Collecting garbage while everything is being made finds none, and takes a tenth of a start.
    gc.disable()
    # With the kitty protocol ctrl+q on a Russian layout arrives as ctrl+й; Textual reads this once.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    memory = None if options.fresh else memory_path()
    theme = StartTheme(options.theme)
    prefetch = Prefetch(paths, partial(_preload, memory, paths, theme.guesses))
    _load_asyncio()
    try:
        return _run(targets, theme, prefetch, memory, options)
    finally:
        theme.close()


def _run(
    targets: Sequence[tuple[Path, str]],
    theme: StartTheme,
    prefetch: Prefetch[Preloaded],
    memory: Path | None,
    options: Options,
) -> int:
    from tui.app.app import ParleyApp, StartOptions  # noqa: PLC0415  (Textual takes the longest)
    from tui.session.session import Session  # noqa: PLC0415
    from tui.settings.settings import Settings  # noqa: PLC0415
    from tui.startup.terminal_input import install_parser  # noqa: PLC0415
    from tui.state.state import State  # noqa: PLC0415

    recalled, configured, folders, themes = prefetch.loaded
    settings = Settings(configured, read_only=options.read_only)
    session = Session(
        tuple(path for path, _ in targets) or (default_library(settings.config.library),),
        State(memory, recalled),
        zone=settings.zone,
        read_early=prefetch.reading,
        ladder=settings.config.ladder,
    )
    start = StartOptions(
        theme=_theme_name(theme, settings, recalled),
        theme_folders=folders,
        themes=themes,
        follows_terminal=theme.auto,
        dark_terminal=theme.dark,
        linear=options.linear,
        charset=_charset("yes" if options.ascii else settings.config.ascii),
        turns_words=turns_words(os.environ),
        start_at=_first(targets),
    )
    app = ParleyApp(session, settings, start)
    install_parser(theme.typed())
    if theme.named not in {"", AUTO, *app.themes.loaded.themes}:
        return _unknown_theme(theme.named, app.themes.loaded.themes)
    theme.follow()
    app.run()
    return app.return_code or 0


def _first(targets: Sequence[tuple[Path, str]]) -> tuple[Path, str] | None:
    """The first path that names a record to begin at."""
    return next(((path, name) for path, name in targets if name), None)


def _unknown_theme(name: str, known: Iterable[str]) -> int:
    names = ", ".join(sorted(known))
    sys.stderr.write(f"there is no theme `{shown(name)}`; there are {names}\n")
    return 2


def _theme_name(theme: StartTheme, settings: "Settings", recalled: Recalled) -> str:
    named = settings.config.theme
    chosen = recalled.theme_over(named) or named
    return theme.name(chosen, settings.theme_for(dark=True), settings.theme_for(dark=False))


def _charset(ascii_only: str) -> "Charset | None":
    """What the terminal can show, None: all. What is typed is read as the terminal sends it."""
    from tui.startup.terminal_input import set_input_encoding  # noqa: PLC0415  (Textual's)

    stream = cast("TextIOWrapper", sys.__stderr__)  # a terminal's: `unfit` has checked it
    letters = letters_of(os.environ, ascii_only, stream)
    set_input_encoding(letters.encoding)
    if not any(letters):
        return None
    from tui.rendering.charset import in_encoding, in_font  # noqa: PLC0415  (few need it)

    return in_encoding(letters.encoding) if letters.encoding else in_font(letters.font)


def _preload(memory: Path | None, paths: Sequence[Path], guesses: Iterable[str]) -> Preloaded:
    from tui.settings.config import config_path, load_config  # noqa: PLC0415  (in a second process)
    from tui.theme.load import load_themes  # noqa: PLC0415

    found = load_config(config_path())
    recalled = _recalled(memory, paths)
    folders = (shipped("themes"), found.path.parent / "themes")
    named = {recalled.theme, *(name for _, name in found.config.themes), *guesses} - {"", AUTO}
    themes = {name: load_themes(folders, {name}) for name in named}
    return Preloaded(recalled, found, folders, themes)


def _load_asyncio() -> None:
    """Load it as on a Python without TLS, which it supports: OpenSSL takes 15 ms of a start.

    Nothing here makes a connection. A later import of `ssl` works as ever.
    """
    if not {"asyncio", "ssl"} & sys.modules.keys():
        sys.modules["ssl"] = cast("ModuleType", None)
        try:
            import_module("asyncio")
        finally:
            del sys.modules["ssl"]


def _missing(path: Path) -> str:
    name = shown(str(path))
    begins = f"; `parley new {name}` begins a brief there" if path.suffix == ".yaml" else ""
    return f"{name}: there is no such file or folder{begins}"


def _recalled(memory: Path | None, paths: Sequence[Path]) -> Recalled:
    """What is remembered of earlier starts."""
    if memory is None or not memory.exists():
        return Recalled()
    from tui.state.store import Memory  # noqa: PLC0415  (SQLite, where there is something)

    known = Memory(memory)
    found = recall(known, paths)
    known.close()
    return found


def _target(word: str | Path) -> tuple[Path, str]:
    """A path, and the id or key after its `#`; an existing file takes precedence."""
    path, mark, name = str(word).partition("#")
    if not mark or not path or Path(word).exists():
        return Path(word), ""
    return Path(path), name

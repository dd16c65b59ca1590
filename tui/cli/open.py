"""Open briefs on screen: parley [PATH …]

A PATH is a brief, a folder brief or a library. Without one: the library of the configuration,
else ./briefs, else the briefs that come with Parley. PATH#ID begins at the record with that id.
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

from tui.app.first_theme import FirstTheme
from tui.brief.shown import shown
from tui.package_data import shipped
from tui.startup.prefetch import Ahead
from tui.startup.terminal import letters_of, turns_words, unfit
from tui.startup.terminal_background import AUTO
from tui.state.names import memory_path
from tui.state.positions import Recalled, recall

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from tui.rendering.charset import Charset
    from tui.settings.config import Configured
    from tui.theme.worn import Themes


def arguments(parser: "ArgumentParser") -> None:
    """Add what `open` takes."""
    parser.add_argument("path", nargs="*", type=Path, help="a brief, or a folder of briefs")
    parser.add_argument("--theme", default="", help="name of the theme to wear")
    parser.add_argument("--linear", action="store_true", help="one column, for screen readers")
    parser.add_argument("--ascii", action="store_true", help="signs and letters in ASCII")
    parser.add_argument("--read-only", action="store_true", help="no key writes a file")
    parser.add_argument(
        "--fresh", action="store_true", help="begin as if for the first time, and remember nothing"
    )


def main(args: "Namespace") -> int:
    """Open what the command line names."""
    ways = {"read_only": args.read_only, "linear": args.linear, "ascii": args.ascii}
    return open_paths(args.path, args.theme, fresh=args.fresh, **ways)


class Ways(NamedTuple):
    """How the command line wants it shown."""

    read_only: bool = False
    linear: bool = False
    ascii: bool = False


def open_paths(
    words: Sequence[str | Path],
    theme: str = "",
    *,
    read_only: bool = False,
    linear: bool = False,
    ascii: bool = False,  # noqa: A002  (as the option is called)
    fresh: bool = False,
) -> int:
    """Run the application; its exit code, or 2 where it cannot be run here."""
    parted = tuple(map(_parted, words))
    paths = tuple(path for path, _ in parted)
    missing = [path for path in paths if not path.exists()]
    wrong = _missing(missing[0]) if missing else unfit()
    if wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    # Collecting garbage while everything is being made finds none, and takes a tenth of a start.
    gc.disable()
    # With the kitty protocol ctrl+q on a Russian layout arrives as ctrl+й; Textual reads this once.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    memory = None if fresh else memory_path()
    first = FirstTheme(theme)
    ahead = Ahead(paths, partial(_begin, memory, paths, first.guesses))
    _load_asyncio()
    try:
        return _run(parted, first, ahead, memory, Ways(read_only, linear, ascii))
    finally:
        first.close()


def _run(
    parted: Sequence[tuple[Path, str]],
    first: FirstTheme,
    ahead: Ahead["Begun"],
    memory: Path | None,
    ways: Ways,
) -> int:
    paths = tuple(path for path, _ in parted)
    from tui.app.app import Options, ParleyApp  # noqa: PLC0415  (Textual costs more than the rest)
    from tui.session.session import Session  # noqa: PLC0415
    from tui.settings.settings import Settings  # noqa: PLC0415
    from tui.state.state import State  # noqa: PLC0415

    recalled, found, folders, known = ahead.begun
    settings = Settings(found, read_only=ways.read_only)
    session = Session(
        paths or (default_path(found.config.library),),
        State(memory, recalled),
        zone=settings.zone,
        read_early=ahead.reading,
    )
    options = Options(
        theme=first.name(found.config, recalled.theme_over(found.config.theme)),
        theme_folders=folders,
        themes=known,
        follows_background=first.auto,
        dark_background=first.dark,
        linear=ways.linear,
        charset=_charset("yes" if ways.ascii else found.config.ascii),
        turns_words=turns_words(os.environ),
        start_at=next(((path, name) for path, name in parted if name), None),
    )
    app = ParleyApp(session, settings, options)
    if first.named not in {"", AUTO, *app.themes.themes.themes}:
        names = ", ".join(sorted(app.themes.themes.themes))
        sys.stderr.write(f"there is no theme `{shown(first.named)}`; there are {names}\n")
        return 2
    first.hand_over()
    app.run()
    return app.return_code or 0


def _charset(wish: str) -> "Charset | None":
    """What the terminal can show, None: all; what is typed is read as the terminal sends it."""
    from tui.startup.terminal_input import hear_in  # noqa: PLC0415  (Textual's)

    stream = cast("TextIOWrapper", sys.__stderr__)  # a terminal's: looked at in `unfit`
    letters = letters_of(os.environ, wish, stream)
    hear_in(letters.encoding)
    if not any(letters):
        return None
    from tui.rendering.charset import in_encoding, in_font  # noqa: PLC0415  (few need it)

    return in_encoding(letters.encoding) if letters.encoding else in_font(letters.font)


class Begun(NamedTuple):
    """What a start needs beside its briefs; found out while Textual is loaded."""

    recalled: Recalled
    configured: "Configured"
    folders: tuple[Path, ...]
    """Where theme files lie."""
    themes: "Mapping[str, Themes]"
    """Themes that may be worn, by the names of their files."""


def _begin(memory: Path | None, paths: Sequence[Path], guesses: Iterable[str]) -> Begun:
    from tui.settings.config import config_path, load_config  # noqa: PLC0415  (in the other process)
    from tui.theme.load import load_themes  # noqa: PLC0415

    found = load_config(config_path())
    recalled = _recalled(memory, paths)
    folders = (shipped("themes"), found.path.parent / "themes")
    wished = {recalled.theme, *(name for _, name in found.config.themes), *guesses} - {"", AUTO}
    return Begun(recalled, found, folders, {name: load_themes(folders, {name}) for name in wished})


def _load_asyncio() -> None:
    """Load it as on a Python without TLS, which it is made for: OpenSSL takes 15 ms of a start.

    Nothing here makes a connection. Whoever asks for `ssl` later gets it.
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
    """What is remembered of the reader."""
    if memory is None or not memory.exists():
        return Recalled()
    from tui.state.store import Memory  # noqa: PLC0415  (SQLite, where there is something)

    known = Memory(memory)
    found = recall(known, paths)
    known.close()
    return found


def _parted(word: str | Path) -> tuple[Path, str]:
    """A path, and the id or key after its `#`; a file with such a name goes before that."""
    path, mark, name = str(word).partition("#")
    if not mark or not path or Path(word).exists():
        return Path(word), ""
    return Path(path), name


def default_path(library: str) -> Path:
    """What is opened where no path is given."""
    if library:
        return Path(library).expanduser()
    here = Path("briefs")
    return here if here.is_dir() else shipped("briefs")

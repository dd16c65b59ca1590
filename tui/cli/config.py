"""Say where the configuration lies and what is wrong in it, or write a first one.

Exit codes: 0 nothing is wrong; 1 something is; 2 it could not be read or written.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path

from tui.brief.edit.manual import manual_of
from tui.brief.place import Problem
from tui.brief.shown import shown
from tui.brief.value import NO_NAMES
from tui.cli.check import UNREADABLE, line
from tui.package_data import shipped
from tui.settings.config import (
    NO_KEY,
    Config,
    KeyOverrides,
    LoadedConfig,
    config_path,
    load_config,
    wrong_theme,
)

HEAD = """\
# The configuration of Parley. Every line may be left out; what is taken up here in comments is
# what holds without it. Saved while Parley runs, it counts at once; only `library`,
# `handling_levels` and `read_only` wait for the next start.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `config` takes."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument("--path", action="store_true", help="print its path and nothing else")
    one.add_argument("--init", action="store_true", help="write one that explains every setting")


def main(args: argparse.Namespace) -> int:
    """Print the path and what is wrong."""
    path = config_path()
    if args.init:
        return _write(path)
    sys.stdout.write(f"{shown(str(path))}\n")
    if args.path:
        return 0
    configured = load_config(path)
    problems = tuple(sorted((*configured.problems, *_wrong(configured))))
    for problem in problems:
        sys.stdout.write(f"{line(problem)}\n")
    if not path.exists():
        sys.stdout.write("not there; `parley config --init` writes one\n")
    if any(problem.code in UNREADABLE for problem in configured.problems):
        return 2
    return int(any(problem.severity == "error" for problem in problems))


def _wrong(configured: LoadedConfig) -> Iterator[Problem]:
    """What can only be said with the themes, the folders and the actions there are."""
    config = configured.config
    if config.themes:
        from tui.theme.load import load_themes  # noqa: PLC0415  (only where one is named)

        folders = (shipped("themes"), configured.path.parent / "themes")
        yield from wrong_theme(config, load_themes(folders).themes)
    if config.library and not Path(config.library).expanduser().is_dir():
        what = f"there is no folder `{config.library}`"
        yield Problem(config.spot.field("library"), "folder", what)
    if config.keys.overrides:
        from tui.commands import registry  # noqa: PLC0415  (loads Textual)
        from tui.settings.keymap import keymap  # noqa: PLC0415

        yield from keymap(config.keys, registry()).problems


def _write(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8") as file:  # noqa: PTH123  (refuses what is there)
            file.write(first_config())
    except FileExistsError:
        sys.stderr.write(f"{shown(str(path))}: is there already, and was left as it is\n")
        return 2
    except OSError as error:
        sys.stderr.write(f"{shown(str(path))}: {error.strerror}\n")
        return 2
    sys.stdout.write(f"{shown(str(path))}\n")
    return 0


def first_config() -> str:
    """A file in which every setting is explained, and none is made."""
    manual = manual_of(Config)
    parts = [HEAD]
    for each in fields(Config):
        if each.name in manual:
            parts.append(f"\n# {manual[each.name]}\n")
            default = each.default if each.default is not MISSING else ""
            parts.append(
                _keys() if default == KeyOverrides() else f"# {each.name}: {_plain(default)}\n"
            )
    return "".join(parts)


def _plain(default: object) -> str:
    if isinstance(default, bool):
        return "yes" if default else "no"
    if isinstance(default, tuple):
        return f"[{', '.join(default)}]"
    return "{}" if default == NO_NAMES else str(default) or "''"


def _keys() -> str:
    """Every command with its keys; a line counts once its `#` and that of `keys:` are taken off."""
    from tui.commands import registry  # noqa: PLC0415  (loads Textual)
    from tui.settings.keymap import as_written  # noqa: PLC0415

    lines = ["# keys:"]
    for command in registry().values():
        written = ", ".join(as_written(command.key_names))
        keys = f"{command.id}: [{written}]" if written else f"{command.id}: {NO_KEY}"
        lines.append(f"#   {keys:44} # {command.help}")
    return "\n".join(lines) + "\n"

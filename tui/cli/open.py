"""Open briefs on screen: parley [PATH …]

A PATH is a brief, a folder brief or a library. Without one: the library of the configuration,
else ./briefs, else the briefs that come with Parley.
"""

import argparse
import gc
import sys
from pathlib import Path

from tui.brief.shown import shown
from tui.shipped import shipped
from tui.terminal import unfit


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `open` takes."""
    parser.add_argument("path", nargs="*", type=Path, help="a brief, or a folder of briefs")
    parser.add_argument("--theme", default="", help="name of the theme to wear")


def main(args: argparse.Namespace) -> int:
    """Run the application; its exit code, or 2 where it cannot be run here."""
    missing = [path for path in args.path if not path.exists()]
    wrong = f"{shown(str(missing[0]))}: there is no such file or folder" if missing else unfit()
    if wrong:
        sys.stderr.write(f"{wrong}\n")
        return 2
    # Collecting garbage while everything is being made finds none, and takes a tenth of a start.
    gc.disable()
    from tui.app import ParleyApp  # noqa: PLC0415  (Textual costs more than all the rest)
    from tui.desk import Desk  # noqa: PLC0415
    from tui.telling.dates import local_zone  # noqa: PLC0415

    desk = Desk(tuple(args.path) or _default())
    app = ParleyApp(
        desk, themes=(shipped("themes"),), theme=args.theme or "parley-dark", here=local_zone()
    )
    if args.theme and args.theme not in app.parley_themes.themes:
        known = ", ".join(sorted(app.parley_themes.themes))
        sys.stderr.write(f"there is no theme `{shown(args.theme)}`; there are {known}\n")
        return 2
    app.run()
    return app.return_code or 0


def _default() -> tuple[Path, ...]:
    here = Path("briefs")
    return (here if here.is_dir() else shipped("briefs"),)

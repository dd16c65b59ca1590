"""Open briefs on screen: parley [PATH …]

A PATH is a brief, a folder brief or a library. Without one: the library of the configuration,
else ./briefs, else the briefs that come with Parley. PATH#ID begins at the record with that id.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from tui.launch import Options, launch

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def arguments(parser: "ArgumentParser") -> None:
    """Add what `open` takes."""
    parser.add_argument("path", nargs="*", type=Path, help="a brief, or a folder of briefs")
    parser.add_argument("--theme", default="", help="name of the theme to use")
    parser.add_argument("--linear", action="store_true", help="one column, for screen readers")
    parser.add_argument("--ascii", action="store_true", help="signs and letters in ASCII")
    parser.add_argument("--read-only", action="store_true", help="no key writes a file")
    parser.add_argument(
        "--fresh", action="store_true", help="begin as if for the first time, and remember nothing"
    )


def main(args: "Namespace") -> int:
    """Open what the command line names."""
    options = Options(args.theme, args.read_only, args.linear, args.ascii, args.fresh)
    return launch(args.path, options)

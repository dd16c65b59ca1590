"""The command line: one module per command, found by its name; without one, `open`.

Exit codes: 0 done and nothing wrong; 1 the briefs have mistakes; 2 something could not be read,
or the command line or the terminal is not what it has to be.
"""

import argparse
import os
import sys
from importlib import import_module
from pkgutil import iter_modules

from tui import __version__

OPEN = "open"


def run(words: list[str]) -> int:
    """Run the command the words name. Returns its exit code; raises SystemExit for usage."""
    names = {each.name.rstrip("_"): each.name for each in iter_modules(__path__)}
    if words[:1] in (["-h"], ["--help"]):
        return _help(names)
    if words[:1] == ["--version"]:
        sys.stdout.write(f"parley {__version__}\n")
        return 0
    name, rest = (words[0], words[1:]) if words and words[0] in names else (OPEN, words)
    module = import_module(f"{__name__}.{names[name]}")
    prog = "parley" if name == OPEN else f"parley {name}"
    parser = argparse.ArgumentParser(prog, description=module.__doc__, allow_abbrev=False)
    module.arguments(parser)
    try:
        code = int(module.main(parser.parse_args(rest)))
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has left (`parley print … | head`): no mistake of anybody's.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def _help(names: dict[str, str]) -> int:
    lines = ["usage: parley [PATH …]", "       parley COMMAND …", ""]
    for name, module in sorted(names.items()):
        doc = import_module(f"{__name__}.{module}").__doc__ or ""
        lines.append(f"  {name:8} {doc.splitlines()[0]}")
    lines += ["", "  parley COMMAND --help   what a command takes", "  parley --version"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0

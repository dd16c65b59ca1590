"""The command line: one module per command, found by its name; without one, `open`.

Exit codes: 0 done and nothing wrong; 1 the briefs have mistakes; 2 something could not be read,
or the command line or the terminal is not what it has to be; 70 Parley itself failed.
"""

import errno
import os
import sys
from codecs import register_error
from functools import partial
from importlib import import_module
from io import TextIOWrapper

from tui import __version__
from tui.discovery import modules_in
from tui.startup.terminal import encoding_of

OPEN = "open"
SPELT = "parley.spelt"
"""Our way with letters an output does not have begins so, among Python's own."""


def run(words: list[str]) -> int:
    """Run the command the words name. Returns its exit code; raises SystemExit for usage."""
    _steady()
    try:
        code = _run(words)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has left (`parley print … | head`): no mistake of anybody's.
        _drop_output()
        return 0
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _drop_output()
        sys.stderr.write("parley: the output could not be written, the disk is full\n")
        return 2
    except KeyboardInterrupt:
        return 130
    return code


def _run(words: list[str]) -> int:
    names = {each.rstrip("_"): each for each in modules_in(__path__)}
    if words[:1] in (["-h"], ["--help"]):
        return _help(names)
    if words[:1] == ["--version"]:
        sys.stdout.write(f"parley {__version__}\n")
        return 0
    name, rest = (words[0], words[1:]) if words and words[0] in names else (OPEN, words)
    module = import_module(f"{__name__}.{names[name]}")
    if name == OPEN and not any(word.startswith("-") for word in rest):
        # Only paths: the way nearly every start goes needs no parser of options.
        return int(module.launch(rest))
    from argparse import ArgumentParser  # noqa: PLC0415

    prog = "parley" if name == OPEN else f"parley {name}"
    parser = ArgumentParser(prog, description=module.__doc__, allow_abbrev=False)
    module.arguments(parser)
    return int(module.main(parser.parse_args(rest)))


def _steady() -> None:
    """See that no letter the output cannot hold, and no output closed before, ends us."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  (to the end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            known = encoding_of(os.environ, stream.encoding) if stream.isatty() else ""
            encoding = known or stream.encoding
            register_error(f"{SPELT}.{encoding}", partial(_spelt, encoding))
            stream.reconfigure(encoding=encoding, errors=f"{SPELT}.{encoding}")


def _spelt(encoding: str, error: UnicodeError) -> tuple[str | bytes, int]:
    """What stands for letters an output has not; a letter without a likeness as its number.

    The error itself does not always know the encoding: of KOI8-R it says `charmap`.
    """
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from tui.rendering.charset import UNKNOWN, in_encoding  # noqa: PLC0415  (few outputs need it)

    charset = in_encoding(encoding)
    letters = error.object[error.start : error.end]
    twins = (twin if (twin := charset.text(each)) != UNKNOWN else _number(each) for each in letters)
    return "".join(twins), error.end


def _number(letter: str) -> str:
    return letter.encode("ascii", "backslashreplace").decode("ascii")


def _drop_output() -> None:
    """Send what is still held back nowhere: Python would write it once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _help(names: dict[str, str]) -> int:
    lines = ["usage: parley [PATH …]", "       parley COMMAND …", ""]
    for name, module in sorted(names.items()):
        doc = import_module(f"{__name__}.{module}").__doc__ or ""
        lines.append(f"  {name:8} {doc.splitlines()[0]}")
    lines += ["", "  parley COMMAND --help   what a command takes", "  parley --version"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0

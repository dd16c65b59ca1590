"""Which way a text goes to the clipboard, and what can honestly be said of it afterwards."""

from collections.abc import Mapping
from typing import NamedTuple

from tui.brief.shown import without_unsafe
from tui.clipboard.native import TMUX, Tool, hand, tools
from tui.clipboard.osc52 import MOST, fits, sequence

SHORT = 60
"""Characters of a text that is shown whole."""
_MISSING = "no program here sets a clipboard (wl-copy, xclip, xsel, pbcopy)"


class CopyResult(NamedTuple):
    """What was done with a text."""

    message: str
    sure: bool
    """Whether it is certain that the text can be pasted now."""
    sequence: str = ""
    """What is still to be written to the terminal."""


def put(text: str, mode: str, env: Mapping[str, str]) -> CopyResult:
    """Put a text into the clipboard. May wait for other programs: not to be called where one draws.

    `auto` takes a program that sets the clipboard, then tmux, then the terminal; `native` programs
    alone, `osc52` the terminal alone, `off` nothing.
    """
    text = clean(text)
    if mode == "off":
        return CopyResult("Copying is off in the configuration (copy: off)", sure=False)
    failed = []
    if mode != "osc52":
        for tool in (*tools(env), *((TMUX,) if TMUX.reaches(env) else ())):
            failed.append(hand(tool, text, env))
            if not failed[-1]:
                return _done(tool, text)
    if mode == "native":
        return CopyResult(f"Not copied: {failed[-1] if failed else _MISSING}", sure=False)
    if not fits(text):
        size = len(text.encode("utf-8", "replace"))
        return CopyResult(f"Not copied: {size:,} bytes, and terminals take {MOST:,}", sure=False)
    how = f"Sent to the terminal (OSC 52): {amount(text)}. It does not say whether it took it"
    how = f"{failed[-1]}. {how}" if failed else how
    return CopyResult(how, sure=False, sequence=sequence(text, env))


def _done(tool: Tool, text: str) -> CopyResult:
    if tool is TMUX:
        return CopyResult(
            f"In tmux's buffer, and sent on to its terminal: {amount(text)}", sure=True
        )
    return CopyResult(f"Copied with {tool.name}: {amount(text)}", sure=True)


def clean(text: str) -> str:
    """A text without anything that would act on the terminal it is pasted into."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join("\t".join(map(without_unsafe, line.split("\t"))) for line in lines)


def amount(text: str) -> str:
    """How much it is: a short text itself, else its lines."""
    count = text.strip("\n").count("\n") + 1
    if count == 1:
        return f"“{text.strip()}”" if len(text.strip()) <= SHORT else "1 line"
    return f"{count:,} lines"

"""One text as YAML, in the hand of the author where that gives the text back.

What is fit is not guessed: every way of writing is tried on the reader itself, in a small sample
with the same surroundings, and the first that reads back as the text is taken.
"""

import re
import textwrap
from collections.abc import Iterator
from typing import NamedTuple

from tui.brief.nodes import Fields, Items, Text
from tui.brief.parse import parse

WIDTH = 100
"""Columns a new line of prose may reach."""

_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SHORT = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


class Setting(NamedTuple):
    """The surroundings of a text."""

    column: int = 0
    """Characters before the key or the dash it belongs to."""
    flow: bool = False
    """Inside brackets."""
    item: bool = False
    """An item of a list, and not the value of a key."""
    quoted: bool = False
    """No blocks: where nothing, or a blank line, follows, a block cannot say how it ends."""


def scalar(text: str, setting: Setting, sign: str = "", wrapped: bool = False) -> str:
    """A text as it is written after `key: ` or `- `; its line ends are LF.

    `sign` is the first character of what it replaces: quotes, `|` and `>` are kept where they can
    be, any other means a plain text; "" leaves the choice. `wrapped`: it went over several lines.
    """
    ways = _ways(text, setting, sign, wrapped)
    return next((each for each in ways if _reads_back(each, text, setting)), _doubled(text))


def _ways(text: str, setting: Setting, sign: str, wrapped: bool) -> Iterator[str]:
    blocks = not (setting.flow or setting.quoted)
    if sign in ("|", ">") and blocks:
        yield _folded(text, setting) if sign == ">" else _literal(text, setting)
    elif sign and "\n" not in text:
        quote = {"'": _single, '"': _doubled}.get(sign, str)
        if wrapped:
            yield _broken(quote(text), setting)
        yield quote(text)
    if "\n" in text:
        if blocks:
            yield _literal(text, setting)
        return
    if len(text) + setting.column > WIDTH and blocks:
        yield _folded(text, setting)
    yield text
    if '"' not in text and "\\" not in text:
        yield _doubled(text)
    yield _single(text)


def _reads_back(way: str, text: str, setting: Setting) -> bool:
    pad = " " * setting.column
    if setting.flow:
        sample = f"[{way}, z]" if setting.item else f"{{k: {way}, z: z}}"
    else:
        sample = f"{pad}- {way}\n{pad}- z\n" if setting.item else f"{pad}k: {way}\n{pad}z: z\n"
    try:
        parsed = parse(sample.encode(), "")
    except UnicodeEncodeError:  # half a character; what is made of it is refused later
        return False
    values: tuple[object, ...] = ()
    if isinstance(parsed.node, Items):
        values = parsed.node.values
    elif isinstance(parsed.node, Fields):
        values = tuple(value for _, value in parsed.node.pairs)
    if parsed.failed or len(values) != 2 or any(p.code == "anchor" for p in parsed.problems):
        return False
    read = values[0]
    return isinstance(read, Text) and read.value == text and not read.empty


def _single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _doubled(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_UNSEEN.sub(_escape, escaped)}"'


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return _SHORT.get(found[0]) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def _literal(text: str, setting: Setting) -> str:
    body = text.rstrip("\n")
    return _header("|", text, body) + _under(body.split("\n"), text, body, setting)


def _folded(text: str, setting: Setting) -> str:
    body = text.rstrip("\n")
    rows: list[str] = []
    for line in re.sub("\n+", lambda breaks: breaks[0] + "\n", body).split("\n"):
        rows += _wrap(line, setting) or [""]
    return _header(">", text, body) + _under(rows, text, body, setting)


def _broken(quoted: str, setting: Setting) -> str:
    return ("\n" + " " * (setting.column + 2)).join(_wrap(quoted, setting))


def _wrap(line: str, setting: Setting) -> list[str]:
    """Break at spaces; the sample shows where that loses one."""
    return textwrap.wrap(
        line,
        max(WIDTH - setting.column - 2, 40),
        expand_tabs=False,
        replace_whitespace=False,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _header(sign: str, text: str, body: str) -> str:
    indent = "2" if body.lstrip("\n").startswith(" ") else ""
    ends = len(text) - len(body)
    return sign + indent + ("-" if not ends else "+" if ends > 1 else "")


def _under(rows: list[str], text: str, body: str, setting: Setting) -> str:
    pad = " " * (setting.column + 2)
    lines = "".join(f"\n{pad}{row}" if row else "\n" for row in rows)
    return lines + "\n" * max(len(text) - len(body) - 1, 0)

"""What a parser's complaint means to who wrote the file.

Both parsers name the same slips in other words, so a rule looks for the words they share and at the
line itself. The most telling rule comes first.
"""

import re
from typing import NamedTuple

from yaml.error import MarkedYAMLError

from tui.brief.lazy_regex import late

_MERGE_MARK = late(r"^(<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
_COLON = late(r":(?=\s)")
_LINE_ENDS = ("expected key", "expected <block end>", "'-' indicator")
_QUOTE = {'"': late(r'(?<!\\)"'), "'": late("'")}
_OPENING = {'"': late(r'(?:^|[:,\-\[{])\s*"'), "'": late(r"(?:^|[:,\-\[{])\s*'")}
_ENDS = {"sequence": "]", "mapping": "}"}


class Slip(NamedTuple):
    """Where the reader gave up and why; lines and columns from 1, inside the file."""

    line: int
    column: int
    code: str
    message: str


class _Scene(NamedTuple):
    """What the parser said, and the place it said it of."""

    problem: str
    context: str
    origin: tuple[int, int]
    """Where the thing began that could not be ended; the place itself where nothing was begun."""
    line: int
    column: int
    row: str
    begun: str
    """What follows the beginning in its line."""

    @property
    def before(self) -> str:
        return self.row[: self.column - 1]

    @property
    def after(self) -> str:
        return self.row[self.column - 1 :]


def explain(error: MarkedYAMLError, text: str) -> Slip:
    """Put a parser's error in plain words, at the place to mend."""
    rows = text.split("\n")
    mark = _MERGE_MARK.search(text)
    if mark:
        line = text.count("\n", 0, mark.start()) + 1
        message = (
            f"`{mark[1]}` is left of an unfinished merge; keep one of the two versions and "
            "remove the three marks"
        )
        return Slip(line, 1, "syntax", message)
    scene = _scene(error, rows)
    if "could not find expected ':'" in scene.problem:
        # The parser notices one line late.
        line, column = scene.origin
        return Slip(line, column, "syntax", "this line has no `key: value`; is a colon missing?")
    if scene.context.endswith(" a tag") or "tag handle" in scene.problem:
        message = "a text that begins with `!` must be quoted (tags are not used in a brief)"
        return Slip(*scene.origin, "tag" if "handle" in scene.problem else "syntax", message)
    if "nesting depth" in scene.problem:
        # libyaml from 0.2.6 on gives up at a thousand levels, long before its first event.
        return Slip(scene.line, scene.column, "depth", "nested far deeper than a brief can be")
    if opened := _forgotten_quote(scene, rows):
        message = f"this quote is closed only in line {scene.line}; is its other half missing?"
        return Slip(*opened, "syntax", message)
    found = next(filter(None, (rule(scene) for rule in _RULES)), "")
    message = found or f"this cannot be read ({scene.problem})"
    return Slip(scene.line, scene.column, "syntax", message)


def _scene(error: MarkedYAMLError, rows: list[str]) -> _Scene:
    mark = error.problem_mark or error.context_mark
    asked = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    line, column = _inside(rows, *asked)
    origin = (line, column)
    if error.context_mark:
        origin = _inside(rows, error.context_mark.line + 1, error.context_mark.column + 1)
    begun = rows[origin[0] - 1][origin[1] - 1 :]
    words = error.problem or "", error.context or ""
    return _Scene(*words, origin, line, column, rows[line - 1], begun)


def _inside(rows: list[str], line: int, column: int) -> tuple[int, int]:
    """Move a place past the end of the file to the end of its last line."""
    last = len(rows) - 1 if len(rows) > 1 and not rows[-1] else len(rows)
    if line > last:
        line, column = last, len(rows[last - 1].removesuffix("\r")) + 1
    return line, min(column, len(rows[line - 1]) + 1)


def _tab(scene: _Scene) -> str | None:
    if not scene.after.startswith("\t") and "tab character" not in scene.problem:
        return None
    if scene.before.strip():
        return "a tab stands here; put a space instead"
    return "this line is indented with a tab; use spaces"


def _no_break_space(scene: _Scene) -> str | None:
    if "\u00a0" not in scene.row[: len(scene.row) - len(scene.row.lstrip())]:
        return None
    return "this line is indented with a no-break space (U+00A0); use plain spaces"


def _first_character(scene: _Scene) -> str | None:
    for name, sign in (("an alias", "*"), ("an anchor", "&")):
        if scene.context.endswith(name):
            return f"a text that begins with `{sign}` must be quoted"
    if "cannot start any token" not in scene.problem:
        return None
    return f"a text that begins with `{scene.after[:1]}` must be quoted"


def _colon(scene: _Scene) -> str | None:
    in_flow = "flow" in scene.context and scene.origin[0] == scene.line
    if "unexpected ':'" in scene.problem or (in_flow and scene.after.startswith(":")):
        return "a text with a colon in it must be quoted inside `[ ]` and `{ }`"
    if "mapping values are not allowed" not in scene.problem:
        return None
    if scene.column > 1024:
        return "a key may have at most 1,024 characters"
    if _COLON.search(scene.before):
        return 'a text with a colon and a space in it must be quoted: key: "one: two"'
    return (
        "no key can stand here: does this line begin in the column of the keys it belongs to, "
        "and has the line above its colon?"
    )


def _escape(scene: _Scene) -> str | None:
    if "unknown escape" in scene.problem:
        return (
            "in double quotes a backslash begins an escape; put a text with backslashes, "
            r"such as a Windows path, in single quotes: 'C:\new'"
        )
    if "hex" in scene.problem or "escape code" in scene.problem:
        return "this escape names no character; to write a backslash, use single quotes"
    return None


def _quote(scene: _Scene) -> str | None:
    if "quoted scalar" in scene.context or "double-quoted" in scene.context:
        return f"the quote opened in line {scene.origin[0]} is not closed"
    return None


def _flow(scene: _Scene) -> str | None:
    kind = next((k for k in _ENDS if scene.context.endswith(f"flow {k}")), None)
    if kind is None:
        return None
    end = _ENDS[kind]
    if scene.after.startswith("?"):
        return f"a text with `?` before the `{end}` must be quoted"
    sign = "[" if kind == "sequence" else "{"
    if (
        scene.origin[0] < scene.line
        and " #" in scene.begun
        and end not in scene.begun.split(" #")[0]
    ):
        return (
            f"the `{sign}` of line {scene.origin[0]} is not closed: what follows ` #` there is a "
            "comment; quote the text that has it"
        )
    return f"the `{sign}` of line {scene.origin[0]} is not closed: here a comma or `{end}` is due"


def _forgotten_quote(scene: _Scene, rows: list[str]) -> tuple[int, int] | None:
    """Where a quote begins that was meant to end in its own line, and took in those below.

    It ends at the first quote below, which was to begin another text.
    """
    before = scene.before.rstrip()
    sign = before[-1:]
    if not any(words in scene.problem for words in _LINE_ENDS) or sign not in _OPENING:
        return None
    if len(_QUOTE[sign].findall(before)) % 2 == 0:
        return None
    for line in range(scene.line - 1, 0, -1):
        row = rows[line - 1]
        found = _OPENING[sign].search(row)
        if found and len(_QUOTE[sign].findall(row)) % 2:
            return line, found.end()
    return None


def _after_quote(scene: _Scene) -> str | None:
    if not any(words in scene.problem for words in _LINE_ENDS):
        return None
    before = scene.before.rstrip()
    if before[-1:] in {'"', "'"}:
        return (
            "text goes on after the closing quote; quote the whole text, "
            "and write a quote inside single quotes twice"
        )
    if before[-1:] in {"]", "}"}:
        return f"text goes on after the `{before[-1]}`; quote the whole text, or remove the rest"
    return None


def _indent(scene: _Scene) -> str | None:
    if "'-' indicator" in scene.problem or scene.context.endswith("block collection"):
        return (
            "here another `- ` of the list is due, in the column of the others; "
            "a key of the item above stands in the column of its keys"
        )
    if "expected key" in scene.problem or "expected <block end>" in scene.problem:
        return "this line stands in no column of the lines above; check the spaces before it"
    return None


def _simple(scene: _Scene) -> str | None:
    return next((hint for words, hint in _SIMPLE if words in scene.problem), None)


_SIMPLE = (
    ("sequence entries are not allowed", "a list begins on the line below its key, each with `- `"),
    ("mapping keys are not allowed", "a text that begins with `? ` must be quoted"),
    ("comment or", "the text of `|` or `>` begins on the next line; or quote this text"),
    ("indentation indicator", "the text of `|` or `>` begins on the next line; or quote this text"),
    ("chomping or", "the text of `|` or `>` begins on the next line; or quote this text"),
    ("<document start>", "after `...` the file must end"),
    ("node content", "no text can begin like this; quote it"),
)

_RULES = (
    _tab,
    _no_break_space,
    _first_character,
    _colon,
    _escape,
    _quote,
    _flow,
    _after_quote,
    _indent,
    _simple,
)

"""Lines of spans as they are read aloud: signs, arrows, dots and sources of ours as words.

What a text of a file says is left as written.
"""

import re

from tui.blocks import SIGNS, Line, Sign, Span

BETWEEN = Span(", ")
NOTHING = "nothing told"
"""Read for a dot alone in a cell of a table."""

_SIGNS = {sign.glyph: sign for sign in SIGNS}
_ALONE = re.compile(rf"(^| +)([{''.join(_SIGNS)}])(?![^\s.,;:]) *")
_WIDE = re.compile(r" {3,}|^ {2,}$|(?<=\S) {2,}$")
_INNER = re.compile(r"(?<=\S) {2,}(?=\S)")
_ASIDE = re.compile(r"^ {2,}(?=\S)")
"""Parts that are set apart on a page."""
_SOURCE = re.compile(r"(?P<id>.+?)(?:¶(?P<at>[^¶]+))?", re.DOTALL)
_ENDED = (",", ":", ";", ".", "?", "!")
_LEADS = {"● ": "", "○ ": "", "↑ ": "", "↓ ": "", "= ": "", "+ ": "", "— ": "says ", "→ ": "see "}
"""What a text of ours begins with, and the word for it where the sign says what no word beside it
does."""


_PARTING = {"·": ", ", "—": ", says ", "→": " to "}
"""Signs of ours alone between two parts of a line."""


def in_words(line: Line) -> Line:
    """A line without signs; the dots between parts of a line are commas."""
    made: list[Span] = []
    for span in line:
        bare = span.text.lstrip()
        sign = _SIGNS.get(bare[:1])
        if word := _PARTING.get(span.text.strip()):
            made.append(span._replace(text=word))
        elif sign and span.role == sign.role:
            made += _signed(span, bare, sign)
        elif span.role == "source" and "¶" in bare:
            made.append(span._replace(text=_placed(span.text)))
        else:
            made.append(span._replace(text=_plainly(span)))
    return _tidy(made)


def _plainly(span: Span) -> str:
    text = _without_signs(_aside(span.text.replace(" · ", ", ")))
    return _WIDE.sub(", ", _INNER.sub(", ", text) if span.role == "quiet" else text)


def _aside(text: str) -> str:
    """A part set apart, after a comma; a mark of ours in front of it as a word."""
    parted = _ASIDE.sub("", text)
    comma = ", " if parted != text else ""
    first_two = parted[:2]
    if first_two in _LEADS and (comma or first_two in {"● ", "○ ", "→ ", "— "}):
        return comma + _LEADS[first_two] + parted[2:]
    if parted.startswith("·  "):
        return f"{comma}{NOTHING}: {parted[3:]}"
    return comma + parted


def _without_signs(text: str) -> str:
    """A sign within a text: the text after it is what it is about."""

    def sign_word(found: re.Match[str]) -> str:
        head = text[: found.start()].rstrip()
        before = found[1] if not head or head.endswith(_ENDED) else ", "
        return f"{before}{_SIGNS[found[2]].word}{': ' if text[found.end() :].strip() else ''}"

    return _ALONE.sub(sign_word, text)


def _signed(span: Span, bare: str, sign: Sign) -> tuple[Span, Span]:
    """The text before a sign, and the word for it with what belongs to it."""
    before = span.text[: -len(bare)]
    rest = bare[1:].strip()
    stop = ": " if bare != bare.rstrip() and not rest else ""
    if rest in {"", ".", ",", ";", sign.word}:
        word = f"{sign.word}{stop or bare[1:].replace(sign.word, '')}"
    else:
        word = f"{sign.word}: {rest}{' ' if bare != bare.rstrip() else ''}"
    return Span(", " if len(before) > 1 else before), Span(word, span.role, span.link)


def _tidy(spans: list[Span]) -> Line:
    """No comma at the beginning, nor behind what ended already."""
    made: list[Span] = []
    for span in spans:
        text = span.text
        before = made[-1].text if made else ""
        begun = any(each.text.strip() for each in made)
        if text.startswith(", ") and (not begun or before.rstrip().endswith(_ENDED)):
            text = text[2:] if not begun or before.endswith(" ") else f" {text[2:]}"
        if text:
            made.append(span._replace(text=text))
    return tuple(made)


def sources(margin: Line) -> Line:
    """The sources of a value: `source: s000, paragraph 4`. A margin of anything else as it is."""
    named = [span for span in margin if span.text.strip()]
    if not named or any(span.role != "source" for span in named):
        return margin
    made: list[Span] = [Span("sources: " if len(named) > 1 else "source: ", "quiet")]
    for span in named:
        made += [Span("; ")] if len(made) > 1 else []
        made.append(span._replace(text=_placed(span.text)))
    return tuple(made)


def _placed(text: str) -> str:
    found = _SOURCE.fullmatch(text.strip())
    if found is None or not found["at"]:
        return text.strip()
    at = found["at"].replace(",", ", ")
    several = "," in at or "-" in at or "–" in at
    return f"{found['id']}, paragraph{'s' if several else ''} {at}"


def sentences(*parts: Line) -> Line:
    """Parts that say something, each ended before the next begins."""
    made: list[Span] = []
    for part in parts:
        if not "".join(span.text for span in part).strip():
            continue
        if made:
            last = made[-1]
            ended = last.text.rstrip()
            stop = " " if ended.endswith((".", "?", "!", ":")) else ". "
            # A name that leads on ends before the stop.
            made[-1:] = [last, Span(stop)] if last.link else [last._replace(text=ended + stop)]
        made += part
    return tuple(made)


def listed(parts: tuple[Line, ...]) -> Line:
    """Parts after each other."""
    made: list[Span] = []
    for part in parts:
        made += (BETWEEN, *part) if made else part
    return tuple(made)

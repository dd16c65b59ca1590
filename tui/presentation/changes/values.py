"""Any value of a brief in a few words, and what its field is called."""

from collections.abc import Mapping
from typing import Any

from tui.blocks import Line, Span
from tui.brief.claims import Claim, Claimed
from tui.brief.model import Roster
from tui.brief.record import Extra, Record
from tui.brief.refs import SourceRef
from tui.brief.value import Names
from tui.brief.when import When
from tui.presentation import dates
from tui.presentation.facts import value as claim_value
from tui.presentation.names import humanize, name_links, title_of
from tui.presentation.view import View

_LABELS = {
    "bluf": "bottom line", "src": "source", "held": "verdict", "why": "reason", "of": "belongs to",
    "as_written": "wording", "parley": "version", "n": "number", "from": "since", "to": "to",
    "party_to_conflict": "speaks for a party", "lang": "language", "confidential": "handling",
    "characterised_as": "called", "rows": "points", "display_zone": "zone", "aliases": "spellings",
}  # fmt: skip
SHORT = 60
"""Characters up to which a text is shown whole in one line with others."""


def label(name: str) -> str:
    """What a field is called."""
    return _LABELS.get(name, humanize(name))


def one(name: str) -> str:
    """What a single thing of a list is called: a member, a category."""
    text = label(name)
    if text.endswith("ies") and text != "series":
        return f"{text[:-3]}y"
    return text.removesuffix("s") if text not in {"status", "basis", "series"} else text


def format_value(view: View, value: Any) -> Line:
    """A value in words, names of records as links to them; empty for none."""
    match value:
        case None | "" | () | Names() if not value:
            return ()
        case Claimed(claims=claims):
            return _joined([_claim(view, claim) for claim in claims], " / ")
        case tuple():
            return _joined([format_value(view, each) for each in value], ", ")
        case Claim():
            return _claim(view, value)
        case Record():
            return _record(view, value)
    return _plain(view, value)


def _plain(view: View, value: Any) -> Line:
    match value:
        case bool():
            return (Span("yes" if value else "no"),)
        case Mapping():
            return (Span(", ".join(f"{name}: {text}" for name, text in value.items())),)
        case SourceRef():
            found = view.register.find(value.id)
            return (Span(value.id, "source", found.key if found else ""), *_at(value))
        case Extra():
            return (Span(value.text),)
    return _value(view, Claim(value=value))


def _value(view: View, claim: Claim[Any]) -> Line:
    """The value of a claim without emphasis, and a time without what it is elsewhere."""
    if isinstance(claim.value, When):
        return (Span(dates.format_when(claim.value, view.home)),)
    spans = (span for span in claim_value(view, claim) if span.text)
    return tuple(span._replace(role="") if span.role == "strong" else span for span in spans)


def _at(ref: SourceRef) -> Line:
    at = (Span(f", {ref.at}"),) if ref.at else ()
    return (*at, Span(f"  “{ref.quote}”", "quote")) if ref.quote else at


def _claim(view: View, claim: Claim[Any]) -> Line:
    """What is claimed, and by whom where that is given."""
    line = _value(view, claim)
    return (*line, Span(" — ", "quiet"), *name_links(view, (claim.by,))) if claim.by else line


def _record(view: View, record: Record) -> Line:
    """A record within a record: its own text, else all that tells it from its neighbours."""
    if isinstance(record, Roster):
        read_in = dict.fromkeys(ref.id for ref in record.src)
        return (Span(f"list of {' and '.join(read_in) or 'no source'}"),)
    if own := getattr(record, record.SHORT or "id"):
        return format_value(view, own)
    names = [format_value(view, getattr(record, name)) for name in record.KEY]
    return _joined([name for name in names if name], ", ") or (Span(title_of(record)),)


def _joined(lines: list[Line], between: str) -> Line:
    joined: list[Span] = []
    for line in lines:
        joined += [*([Span(between, "quiet")] if joined else []), *line]
    return tuple(joined)


def cut(line: Line, length: int = SHORT) -> Line:
    """A line with at most so many characters, on one line; what is left out is a `…`."""
    kept: list[Span] = []
    for span in line:
        text = " ".join(span.text.split()) if "\n" in span.text else span.text
        if len(text) > length:
            short = text[:length].rpartition(" ")[0] or text[:length]
            return (*kept, Span(f"{short} …", span.role, span.link))
        kept.append(span._replace(text=text))
        length -= len(text)
    return tuple(kept)

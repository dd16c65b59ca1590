"""What a typed text means: a date in words, a name, or the mistake in it."""

from collections.abc import Callable, Mapping

from tui.blocks import Line, Span
from tui.brief.edit import Field, Kind, choices
from tui.brief.instants import zone_of
from tui.brief.place import Place
from tui.brief.quantity import Quantity
from tui.brief.spelling import fold, nearest
from tui.brief.when import When
from tui.editing.form.given import split
from tui.presentation import dates, figures
from tui.presentation.view import View

ZONES = {"zone", "display_zone", "assume"}


def describe(field: Field, text: str, view: View) -> Line:
    """What a text in a field would mean; the manual of the field if nothing is typed yet."""
    if not text.strip():
        example = _EXAMPLES.get(value_field(field).kind, "")
        return (Span(example or field.doc or field.label, "quiet"),)
    field = value_field(field)
    describe_kind = _BY_KIND.get(field.kind, _plain)
    try:
        return describe_kind(field, text, view)
    except ValueError as error:
        return (Span(str(error), "problem"),)


def value_field(field: Field) -> Field:
    """The field a text typed for this one is a value of."""
    if field.kind in {"record", "claim"} and field.short:
        found = field.field(field.short)
        return found or field
    return field


def _good(text: str) -> Line:
    return (Span("= ", "quiet"), Span(text, "good"))


def _date(_field: Field, text: str, view: View) -> Line:
    when = When.from_text(text, Place(""))
    line = _good(dates.format_when(when, view.home))
    other = dates.format_elsewhere(when, view.home, view.here)
    return (*line, Span(f" = {other}", "quiet")) if other else line


def _word(field: Field, text: str, _view: View) -> Line:
    unknown = [each for each in split(text) if fold(each) not in map(fold, field.words)]
    if not unknown:
        return (Span(field.doc, "quiet"),)
    guess = nearest(unknown[0], field.words)
    hint = f"; did you mean `{guess}`?" if guess else ""
    return (Span(f"`{unknown[0]}` is no word of the format{hint}", "warning"),)


def _reference(field: Field, text: str, view: View) -> Line:
    known = {each.id: each.name for each in choices(view.reading, field)}
    texts = split(text) if field.many else (text.strip(),)
    if field.to == ("sources",):
        # The place in a source follows its id.
        texts = tuple(each.split(" ")[0] for each in texts)
    unknown = [each for each in texts if each not in known]
    if unknown:
        return (Span(f"nothing here has the id `{unknown[0]}`", "problem"),)
    return _good(", ".join(known[each] or each for each in texts))


def _quantity(_field: Field, text: str, _view: View) -> Line:
    return _good(figures.format_quantity(Quantity.from_text(text, Place(""))))


def _number(_field: Field, text: str, _view: View) -> Line:
    if not text.strip().isdecimal():
        raise ValueError("should be a whole number")
    return ()


def _flag(_field: Field, text: str, _view: View) -> Line:
    if text.strip().casefold() not in {"yes", "no", "true", "false"}:
        raise ValueError("should be `yes` or `no`")
    return ()


def _plain(field: Field, text: str, _view: View) -> Line:
    if field.name in ZONES and zone_of(text.strip()) is None:
        raise ValueError(f"no time zone is called `{text}`")
    return (Span(field.doc, "quiet"),)


_BY_KIND: Mapping[Kind, Callable[[Field, str, View], Line]] = {
    "date": _date, "quantity": _quantity, "number": _number, "flag": _flag,
    "reference": _reference, "word": _word,
}  # fmt: skip

_EXAMPLES: Mapping[Kind, str] = {
    "date": "2025-06-02, 2025-06-02T13:00+03:00, 2025-05, after 2025-05-16, 2025-06~",
    "quantity": "472, over 40, 4–5, about 1000, 30 days, several",
}

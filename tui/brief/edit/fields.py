"""What an author may write in a record: its fields, as a form or a completion needs them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from tui.brief.claims import Claim, Claimed
from tui.brief.edit.manual import manual_of
from tui.brief.fields import REQUIRED, SEVERAL, To, Words
from tui.brief.model import Brief
from tui.brief.quantity import Quantity
from tui.brief.record import Record
from tui.brief.refs import Location, Reference, SourceRef
from tui.brief.register import INNER
from tui.brief.when import When

Kind = Literal[
    "text", "long", "word", "number", "flag", "date", "quantity", "reference", "place", "names",
    "claim", "record",
]  # fmt: skip
"""`long` is prose of several lines; `names` a map of texts; `claim` one figure of a measure."""

_KINDS: dict[Any, Kind] = {
    str: "text", int: "number", bool: "flag", When: "date", Quantity: "quantity",
    Reference: "reference", SourceRef: "reference", Location: "place",
}  # fmt: skip
_LONG = {
    "note", "text", "bluf", "quote", "gist", "why", "as_written", "assumes", "would_change",
    "indicator", "interest", "red_line", "flexibility", "position", "significance", "question",
    "why_it_matters", "would_settle", "answer", "leverage", "consent", "about", "outcome",
}  # fmt: skip
"""Fields of prose."""
_OURS = frozenset({"extra", "key", "spot", "point", "rows", "together"})
_COMMON = ("src", "note", "tags", "as_written", "confidential")
"""What any record may carry: written after what the record is about."""
_LABELS = {"bluf": "Bottom line", "id": "Id", "url": "URL", "src": "Sources", "as_of": "As of"}


@dataclass(frozen=True, slots=True)
class Field:
    """One key an author may write, in the order the model has it."""

    name: str
    """The key as it is written."""
    kind: Kind
    """What one value of it is."""
    many: bool = False
    """Whether a list is allowed here."""
    joint: bool = False
    """Whether the list is of those who do one thing together; most often there is one."""
    claimed: bool = False
    """Whether several may claim it, each another value; `fields` are then those of a claim."""
    required: bool = False
    words: tuple[str, ...] = ()
    """Its vocabulary; other words are kept, with a warning."""
    to: tuple[str, ...] = ()
    """The sections a reference may name; `*`: any."""
    fields: tuple["Field", ...] = ()
    """What its map may hold; of a place or a reference, the long form."""
    short: str = ""
    """The field of its map that a bare text means."""
    doc: str = ""
    """What an author writes there, from the model; may be empty."""

    @property
    def label(self) -> str:
        """The key as a person would say it."""
        return _LABELS.get(self.name) or self.name.replace("_", " ").capitalize()

    def field(self, name: str) -> "Field | None":
        """One of the fields of its map."""
        return next((each for each in self.fields if each.name == name), None)

    def __getitem__(self, name: str) -> "Field":
        found = self.field(name)
        if found is None:
            raise KeyError(name)
        return found


def fields_for(section: str) -> tuple[Field, ...]:
    """The fields of a record of a section: `events`, `overview`; "" is the head of the brief.

    Raises KeyError for a section the format does not have.
    """
    if not section:
        return tuple(each for each in root().fields if each.kind != "record")
    found = root()
    for name in outer_of(section):
        found = found[name]
    return found.fields


def outer_of(section: str) -> tuple[str, ...]:
    """The keys of the list of a section: `conflict`, `events`. Raises KeyError."""
    if root().field(section):
        return (section,)
    for name in INNER:
        if root()[name].field(section):
            return (name, section)
    raise KeyError(section)


@cache
def root() -> Field:
    """The brief as a whole: its head and its sections."""
    return Field("", "record", fields=_fields_of(Brief))


@cache
def _fields_of(cls: Any, argument: Any = None) -> tuple[Field, ...]:
    docs = manual_of(cls)
    made = []
    for each in fields(cls):
        if each.name not in _OURS:
            hint = argument if argument and each.name == "value" else each.type
            made.append(_field(each.name.rstrip("_"), hint, docs.get(each.name, "")))
    if not issubclass(cls, Record):
        return tuple(made)
    return tuple(sorted(made, key=lambda each: each.name in _COMMON))


def _field(name: str, hint: Any, doc: str) -> Field:
    hint, about = _bare(hint)
    required = any(each is REQUIRED for each in about)
    made = _of_type(name, hint)
    words = next((each.known for each in about if isinstance(each, Words)), made.words)
    to = next((each.sections for each in about if isinstance(each, To)), made.to)
    joint = SEVERAL in about
    kind: Kind = "word" if words and made.kind == "text" else made.kind
    if kind == "text" and name in _LONG:
        kind = "long"
    if kind != "reference":
        to = ()
    own = tuple(replace(f, to=to) if f.name == "value" else f for f in made.fields)
    return replace(
        made,
        kind=kind,
        many=made.many or joint,
        joint=joint,
        words=words,
        to=to,
        fields=own,
        required=required,
        doc=doc,
    )


def _of_type(name: str, hint: Any) -> Field:
    """The field of a type without what is annotated to it."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is tuple:
        return replace(_field(name, arguments[0], ""), many=True)
    if origin is Mapping:
        return Field(name, "names")
    if origin is Claim:
        return Field(name, "claim", fields=_fields_of(Claim, arguments[0]), short="value")
    if origin is Claimed:
        inner = _field(name, arguments[0], "")
        claim = _fields_of(Claim, arguments[0])
        return replace(inner, claimed=True, fields=claim, short="value")
    kind = _KINDS.get(hint, "record")
    long = _long_form(hint)
    if hint is Reference:
        others = dict(zip(("of", "maybe"), (to for _, to in Reference().others), strict=True))
        long = tuple(
            replace(f, kind="reference", to=others[f.name]) if f.name in others else f for f in long
        )
    to = ("sources",) if hint is SourceRef else ("*",) if hint is Reference else ()
    return Field(name, kind, to=to, fields=long, short=getattr(hint, "SHORT", ""))


def _long_form(hint: Any) -> tuple[Field, ...]:
    if hasattr(hint, "from_form"):
        return _fields_of(get_type_hints(hint.from_form)["form"])
    form: Any = hint
    return _fields_of(form) if is_dataclass(hint) else ()


def _bare(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Take `Annotated` and `| None` off a hint; return it with what was annotated."""
    about: tuple[Any, ...] = ()
    while True:
        if get_origin(hint) is Annotated:
            about, hint = (*about, *hint.__metadata__), hint.__origin__
        elif get_origin(hint) in (Union, UnionType):
            hint = next(arg for arg in get_args(hint) if arg is not NoneType)
        else:
            return hint, about


VERDICT = tuple(each for each in _fields_of(Claimed) if each.name in {"held", "why", "note"})
"""What the writer may add to a claimed value as a whole."""

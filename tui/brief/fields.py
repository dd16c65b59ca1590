"""What a field of the model says of itself beside its type; written in `Annotated`."""

from tui.brief.value import Value, positional


@positional
class Words(Value):
    """The vocabulary of a field. Other words are kept and shown, with a warning."""

    known: tuple[str, ...]
    older: tuple[str, ...] = ()
    """Words read without a warning, since they were known once, and no longer offered."""

    def __init__(self, *known: str, older: tuple[str, ...] = ()) -> None:
        object.__setattr__(self, "known", known)
        object.__setattr__(self, "older", older)


@positional
class To(Value):
    """The sections of the brief a reference may lead to, by their names."""

    sections: tuple[str, ...]

    def __init__(self, *sections: str) -> None:
        object.__setattr__(self, "sections", sections)


@positional
class Required(Value):
    """A field its record cannot do without; where it is missing the record is kept and marked."""


REQUIRED = Required()


@positional
class Several(Value):
    """A reference that may name several who do one thing together, as a list of them."""


SEVERAL = Several()


@positional
class Ordered(Value):
    """A list whose order is its writer's own; all others are sorted by `tui.brief.order`."""


ORDERED = Ordered()

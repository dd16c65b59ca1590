"""Values with many fields, all named: one constructor and one comparison for every class of them.

`@dataclass` compiles six methods for each class, which took 45 ms of every start for the classes
of the format. Here they are dataclasses in all else: `fields` and `replace` work on them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, dataclass_transform

T = TypeVar("T")
_declare: Callable[[type[Any]], type[Any]] = dataclass(init=False, repr=False, eq=False)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def value(cls: type[T]) -> type[T]:
    """Make a subclass of `Value` a dataclass: frozen, every field by its name."""
    return _declare(cls)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def positional(cls: type[T]) -> type[T]:
    """The same for small values, whose fields may be given in their order."""
    return _declare(cls)


class Value:
    """What frozen values share. A field that was not given is looked up as the class's default."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __init__(self, *given: Any, **values: Any) -> None:
        if given:
            cls: Any = type(self)
            values |= zip(_named(cls), given, strict=False)
        if not values.keys() <= self.__dataclass_fields__.keys():
            unknown = sorted(values.keys() - self.__dataclass_fields__.keys())
            raise TypeError(f"{type(self).__name__} has no field {', '.join(unknown)}")
        self.__dict__.update(values)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        cls: Any = type(self)
        content = _content(cls)
        return self is other or bool(content(self) == content(other))

    def __hash__(self) -> int:
        cls: Any = type(self)
        return hash(_content(cls)(self))

    def __repr__(self) -> str:
        cls: Any = type(self)
        given = (f"{n}={self.__dict__[n]!r}" for n in _repr_names(cls) if n in self.__dict__)
        return f"{type(self).__qualname__}({', '.join(given)})"

    def __setattr__(self, name: str, to: Any) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")


class Itself(Value):
    """A frozen value that equals nothing but itself: too large to be compared or copied."""

    __eq__ = object.__eq__
    __hash__ = object.__hash__


@cache
def _named(cls: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(cls))


@cache
def compared(cls: Any) -> tuple[str, ...]:
    """The fields that tell one value of a class from another: places never do."""
    return tuple(each.name for each in fields(cls) if each.compare)


@cache
def _content(cls: Any) -> Callable[[Any], Any]:
    """What reads those fields of a value, all at once: values are compared more than anything."""
    return attrgetter(*(compared(cls) or ("__class__",)))


@cache
def _repr_names(cls: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(cls) if each.repr)


class Names(Mapping[str, str]):
    """Texts by name, as a value: a plain map has no hash, and could be changed."""

    __slots__ = ("_texts",)

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self._texts = dict(texts or {})

    def __getitem__(self, name: str) -> str:
        return self._texts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __hash__(self) -> int:
        return hash(frozenset(self._texts.items()))

    def __repr__(self) -> str:
        return f"Names({self._texts!r})"


NO_NAMES = Names()
EMPTY: Mapping[Any, Any] = NO_NAMES
"""A map of anything with nothing in it; it can be the default of a field."""

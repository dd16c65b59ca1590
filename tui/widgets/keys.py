"""The keys that work where the focus is, as they are bound now: for hints, help and palette."""

from typing import Any, NamedTuple

from textual.binding import ActiveBinding, Binding
from textual.dom import DOMNode
from textual.keys import format_key
from textual.screen import Screen

from tui.commands import registry
from tui.widgets.host import HostApp

NO_KEY = "<"
"""What the name of a key begins with that nobody can press: that of an action without keys."""
FIRST = ("enter", "escape", "space", "tab")
ARROWS = ("up", "down", "left", "right")
_WORDS = {"⏎": "enter", "⌫": "backspace", "↑": "up", "↓": "down", "←": "left", "→": "right"}


class Bound(NamedTuple):
    """An action that can be asked for here, with all its keys; the handiest key comes first."""

    id: str
    name: str
    about: str
    """What it does, in a sentence."""
    keys: tuple[str, ...]
    """As Textual names them. Empty: it has none, and is reached by the palette alone."""
    shown: tuple[str, ...]
    """The keys as they are shown."""
    binding: Binding
    node: DOMNode
    """Who acts."""


def bound_here(screen: Screen[Any]) -> tuple[Bound, ...]:
    """The actions available on a screen, those nearest to the focus first.

    In read-only mode commands that write are left out, and so are keys that the focused widget
    would take as letters. Bindings without an id are
    Textual's own: scrolling sideways and the like.
    """
    found: dict[str, list[ActiveBinding]] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        known = registry().get(binding.id or "")
        refused = known is not None and known.writes and _is_read_only(screen)
        named = binding.id and binding.description
        if named and active.enabled and not binding.system and not refused:
            found.setdefault(str(binding.id), []).append(active)
    return tuple(_bound(actives, screen) for actives in found.values())


def _is_read_only(screen: Screen[Any]) -> bool:
    return isinstance(screen.app, HostApp) and screen.app.read_only


def _bound(actives: list[ActiveBinding], screen: Screen[Any]) -> Bound:
    _, binding, _, _ = first = actives[0]
    signs: dict[str, str] = {}
    plain = isinstance(screen.app, HostApp) and screen.app.typesetter.plain
    for active in sorted(actives, key=lambda each: handiness(each.binding.key)):
        key = active.binding.key
        if not key.startswith(NO_KEY) and not _is_typed(key, screen):
            sign = active.binding.key_display or format_key(key)
            signs[key] = in_words(sign) if plain else sign
    about = binding.tooltip
    keys, shown = tuple(signs), tuple(dict.fromkeys(signs.values()))
    name = str(binding.id)
    return Bound(name, binding.description, about, keys, shown, binding, first.node)


def in_words(sign: str) -> str:
    """The name of a key without a sign in it, as it is said."""
    return f"ctrl+{sign[1:]}" if sign[:1] == "^" and len(sign) > 1 else _WORDS.get(sign, sign)


def _is_typed(key: str, screen: Screen[Any]) -> bool:
    focused = screen.focused
    return focused is not None and focused.check_consume_key(key, character(key) or None)


def character(key: str) -> str:
    """The character a key types; empty for a key that types none."""
    # Textual's own `key_to_character` knows neither `slash` nor `minus`.
    sign = "" if "+" in key or key in (*FIRST, *ARROWS, "backspace") else format_key(key)
    return sign if len(sign) == 1 else ""


def handiness(key: str) -> tuple[int, str]:
    """Sorts the keys of one action: named keys, letters, then what takes two hands or a reach."""
    if key in FIRST:
        return (0, key)
    if key in ARROWS:
        return (2, key)
    if "+" in key:
        return (3, key)
    return (1, key) if character(key) else (4, key)

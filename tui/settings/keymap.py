"""The keys a user chose for actions: parsed, checked for conflicts, and handed to Textual."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from tui.brief.place import Place, Problem
from tui.brief.spelling import nearest
from tui.settings.config import NO_KEY, KeyOverride, KeyOverrides

VITAL = "app.quit"
"""The action that never goes without a key."""
ALIASES = {
    "esc": "escape", "return": "enter", "pgdn": "pagedown", "pgup": "pageup", "page_up": "pageup",
    "page_down": "pagedown", "del": "delete", "ins": "insert", "backtab": "shift+tab", "↑": "up",
    "↓": "down", "←": "left", "→": "right", "control": "ctrl", "cmd": "super", "option": "alt",
    "meta": "alt",
}  # fmt: skip
MODIFIERS = ("ctrl", "alt", "shift", "super")
NAMED = frozenset(each.value for each in Keys if re.fullmatch(r"[a-z]+\d*", each.value)) | {
    _name
    for _character in map(chr, range(33, 127))
    if not _character.isalnum()
    for _name in [unicodedata.name(_character).lower().replace("-", "_").replace(" ", "_")]
    for _name in [KEY_NAME_REPLACEMENTS.get(_name, _name)]
}
"""Names of keys that type no letter or digit, as Textual has them."""
FAILING = (
    (r"alt\+.", "many terminals type it as a letter"),
    (r"(ctrl\+shift|shift\+ctrl)\+.*", "most terminals send it without the shift"),
    (r"ctrl\+enter", "tmux and others do not pass it on"),
    (r"ctrl\+h", "it is backspace in most terminals"),
    (r"ctrl\+(i|left_square_bracket)", "it is tab, or escape, in most terminals"),
    (r"ctrl\+[mj]", "it is enter in most terminals"),
    (r"super\+.*", "few terminals send it"),
)
"""Keys that do not arrive, and why."""


EVERYWHERE = 2


class Action(NamedTuple):
    """Something a key can be bound to."""

    id: str
    name: str
    about: str
    keys: tuple[str, ...]
    """By default, as Textual names them."""
    places: frozenset[str] = frozenset()
    """Names of the classes it is bound in: two actions of one class are always at hand together."""
    level: int = 0
    """0 for what has the focus, 1 for a screen, 2 for the application: a nearer one goes first."""
    within: frozenset[str] = frozenset()
    """Of what has the focus: the screens it may be on."""

    def meets(self, other: "Action") -> bool:
        """Whether both may be asked for at one place."""
        if self.level == other.level:
            return bool(self.places & other.places)
        nearer, farther = sorted((self, other), key=lambda each: each.level)
        return farther.level == EVERYWHERE or bool(nearer.within & farther.places)


@dataclass
class Keymap:
    """The keys of the actions, and what is wrong with the configured ones."""

    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of the actions whose keys are configured."""
    problems: list[Problem] = field(default_factory=list)

    def for_textual(self) -> dict[str, str]:
        """As `App.set_keymap` takes it. An empty text would change nothing there."""
        return {name: ",".join(keys) or f"<{name}>" for name, keys in self.keys.items()}


def key_named(text: str) -> str:
    """The key as Textual names it, however it was written: `?`, `Ctrl+D`, `PgDn`; else ""."""
    text = text.strip()
    if len(text) < 2:
        return _of_character(text)
    *modifiers, base = [part.strip() for part in re.split(r"\+(?=.)", text)]
    if len(base) > 1 or modifiers:
        base = base if len(base) == 1 else base.lower().replace(" ", "_")
    base = ALIASES.get(base, base)
    held = [ALIASES.get(each.lower(), each.lower()) for each in modifiers]
    if not set(held) <= set(MODIFIERS):
        return ""
    if len(base) == 1:
        base = base.upper() if held == ["shift"] else base.lower() if held else base
        held = [] if held == ["shift"] else held
        base = _of_character(base)
    elif base not in NAMED and base.rpartition("+")[2] not in NAMED:
        return ""
    key = "+".join([*(each for each in MODIFIERS if each in held), base]) if base else ""
    return "ctrl+@" if key == "ctrl+at" else key  # the one name Textual does not spell out


def _of_character(character: str) -> str:
    if not character or not character.isprintable() or character == " ":
        return "space" if character == " " else ""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


def failing(key: str) -> str:
    """Why a key does not arrive in many terminals; empty for one that does."""
    return next((why for form, why in FAILING if re.fullmatch(form, key)), "")


def keymap(overrides: KeyOverrides, actions: tuple[Action, ...]) -> Keymap:
    """Give the actions the configured keys, as far as each key has one meaning.

    A key stays with another action that has it where both are available, unless that one is
    configured as well. An action left without any keeps those of its default keys that are free.
    """
    known = {each.id: each for each in actions}
    found = Keymap()
    # Configured actions give up their default keys first: two of them may swap keys.
    found.keys = {override.id: () for override in overrides.overrides if override.id in known}
    lines: dict[str, int] = {}
    for override in overrides.overrides:
        if override.id not in known:
            found.problems.append(_unknown(override, known))
            continue
        action = known[override.id]
        for text, place in override.keys:
            if key := _understood(text, place, found):
                other = _holder(key, action, actions, found)
                if other is None:
                    found.keys[override.id] = (*found.keys[override.id], key)
                else:
                    found.problems.append(_conflict(text, place, other, lines))
        lines[override.id] = override.place.line
        if not found.keys[override.id]:
            _fall_back(override, action, actions, found)
    return found


def _unknown(override: KeyOverride, known: dict[str, Action]) -> Problem:
    guess = nearest(override.id, known)
    hint = f", did you mean `{guess}`?" if guess else "; `parley config --init` lists them all"
    return Problem(override.place, "unknown", f"unknown action `{override.id}`{hint}")


def _understood(text: str, place: Place, found: Keymap) -> str:
    key = key_named(text)
    if not key:
        guess = nearest(text, (*NAMED, *ALIASES, NO_KEY))
        hint = f", did you mean `{guess}`?" if guess else "; write it as `ctrl+d`, `f5` or `?`"
        found.problems.append(Problem(place, "word", f"unknown key `{text}`{hint}"))
    elif why := failing(key):
        message = f"`{text}` may never arrive: {why}"
        found.problems.append(Problem(place, "swallowed", message, "warning"))
    return key


def _holder(key: str, action: Action, actions: tuple[Action, ...], found: Keymap) -> Action | None:
    """Another action that has a key in the same place, unless both have it by default."""
    for other in actions:
        shared = key in other.keys and key in action.keys
        keys = found.keys.get(other.id, other.keys)
        if other.id != action.id and key in keys and not shared and other.meets(action):
            return other
    return None


def _conflict(text: str, place: Place, other: Action, lines: dict[str, int]) -> Problem:
    where = f"in line {lines[other.id]}" if other.id in lines else "by default"
    message = (
        f"`{text}` already means `{other.id}` ({other.name}), {where}; "
        f"give one of them another key, or `{NO_KEY}`"
    )
    return Problem(place, "conflict", message)


def _fall_back(
    override: KeyOverride, action: Action, actions: tuple[Action, ...], found: Keymap
) -> None:
    if not override.keys and override.id != VITAL:
        return
    if not override.keys:
        message = f"`{VITAL}` keeps its keys: without one there is no way out"
        found.problems.append(Problem(override.place, "conflict", message))
    free = (key for key in action.keys if _holder(key, action, actions, found) is None)
    found.keys[override.id] = tuple(free)


def as_written(keys: tuple[str, ...]) -> Iterator[str]:
    """Keys as you write them in the configuration."""
    for key in keys:
        character = _characters().get(key, key)
        quote = '"' if character == "'" else "'"
        plain = character.isalnum() or len(character) > 1
        yield character if plain else f"{quote}{character}{quote}"


def _characters() -> dict[str, str]:
    return {_of_character(c): c for c in map(chr, range(33, 127))}

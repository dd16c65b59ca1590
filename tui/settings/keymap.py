"""The keys a user wants for actions: understood, held against each other, and told to Textual."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from textual.keys import KEY_NAME_REPLACEMENTS, Keys

from tui.brief.place import Place, Problem
from tui.brief.spelling import nearest
from tui.commands import Command
from tui.settings.config import NO_KEY, Wish, Wishes

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


@dataclass
class Keymap:
    """What keys the actions have, and what is wrong with the wishes for others."""

    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of the actions that were given others than their own."""
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


def keymap(wishes: Wishes, commands: Mapping[str, Command]) -> Keymap:
    """Give the actions the keys that were wished for, as far as each key has one meaning.

    A key that another action has where both are at hand stays with that one, unless it is given
    others too. An action left without any keeps those of its own that are free.
    """
    found = Keymap()
    # Those that are given others give up their own first: two actions may change places.
    found.keys = {wish.id: () for wish in wishes.wishes if wish.id in commands}
    lines: dict[str, int] = {}
    for wish in wishes.wishes:
        if wish.id not in commands:
            found.problems.append(_unknown(wish, commands))
            continue
        action = commands[wish.id]
        for text, place in wish.keys:
            if key := _understood(text, place, found):
                other = _holder(key, action, commands, found)
                if other is None:
                    found.keys[wish.id] = (*found.keys[wish.id], key)
                else:
                    found.problems.append(_conflict(text, place, other, lines))
        lines[wish.id] = wish.place.line
        if not found.keys[wish.id]:
            _fall_back(wish, action, commands, found)
    return found


def _unknown(wish: Wish, known: Mapping[str, Command]) -> Problem:
    guess = nearest(wish.id, known)
    hint = f", did you mean `{guess}`?" if guess else "; `parley config --init` lists them all"
    return Problem(wish.place, "unknown", f"unknown action `{wish.id}`{hint}")


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


def _holder(
    key: str, action: Command, commands: Mapping[str, Command], found: Keymap
) -> Command | None:
    """Who else has a key where an action is at hand; two that share one by default may."""
    for other in commands.values():
        shared = key in other.key_names and key in action.key_names
        keys = found.keys.get(other.id, other.key_names)
        if other.id != action.id and key in keys and not shared and other.meets(action):
            return other
    return None


def _conflict(text: str, place: Place, other: Command, lines: dict[str, int]) -> Problem:
    where = f"in line {lines[other.id]}" if other.id in lines else "by default"
    message = (
        f"`{text}` already means `{other.id}` ({other.title}), {where}; "
        f"give one of them another key, or `{NO_KEY}`"
    )
    return Problem(place, "conflict", message)


def _fall_back(wish: Wish, action: Command, commands: Mapping[str, Command], found: Keymap) -> None:
    if not wish.keys and wish.id != VITAL:
        return
    if not wish.keys:
        message = f"`{VITAL}` keeps its keys: without one there is no way out"
        found.problems.append(Problem(wish.place, "conflict", message))
    free = (key for key in action.key_names if _holder(key, action, commands, found) is None)
    found.keys[wish.id] = tuple(free)


def told(keys: tuple[str, ...]) -> Iterator[str]:
    """Keys as one would write them in the configuration."""
    for key in keys:
        character = _characters().get(key, key)
        quote = '"' if character == "'" else "'"
        plain = character.isalnum() or len(character) > 1
        yield character if plain else f"{quote}{character}{quote}"


def _characters() -> dict[str, str]:
    return {_of_character(c): c for c in map(chr, range(33, 127))}

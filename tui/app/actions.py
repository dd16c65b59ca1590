"""All actions there are, wherever one may be: what a configuration can give other keys."""

import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from inspect import getmembers, isclass
from types import ModuleType

from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

import tui.screens
import tui.screens.acts
import tui.screens.editor
import tui.screens.form
import tui.widgets
from tui.discovery import modules_in
from tui.settings.keymap import Action

PACKAGES = (
    tui.widgets, tui.screens.acts, tui.screens.editor, tui.screens.form, tui.screens,
)  # fmt: skip
APPLICATION = "tui.app.app"
"""Stands above this module, and is asked by its name."""


@cache
def actions() -> tuple[Action, ...]:
    """Every action that has an id, those of the application first.

    Loads every screen: asked only where keys are configured, or to list them.
    """
    found: dict[str, Action] = {}
    kinds = tuple(_kinds())
    held = {kind: _held(kind) for kind in kinds if issubclass(kind, Screen)}
    for kind in kinds:
        screens = frozenset(_name(each) for each, parts in held.items() if kind in parts)
        for binding in _bindings(kind):
            name = str(binding.id)
            before = found.get(name)
            places = (before.places if before else frozenset()) | {_name(kind)}
            within = (before.within if before else frozenset()) | screens
            told = (name, binding.description, binding.tooltip, _keys(binding))
            found[name] = Action(*told, places, _level(kind), within)
    return tuple(sorted(found.values(), key=lambda each: (-each.level, each.id)))


def _name(kind: type[DOMNode]) -> str:
    """Two classes may share the last part of it."""
    return f"{kind.__module__}.{kind.__qualname__}"


def _kinds() -> Iterator[type[DOMNode]]:
    """Every class of ours that something can be asked of, whatever it takes from another one."""
    seen: set[type] = set()
    for module in _modules():
        for _, each in getmembers(module, isclass):
            if each.__module__.startswith("tui.") and each not in seen:
                seen.add(each)
                if issubclass(each, DOMNode):
                    yield each


def _held(screen: type[DOMNode]) -> set[type]:
    """The widgets a screen can be made of: those its module names, and what theirs do in turn."""
    found: set[type] = set()
    waiting = [each for each in screen.__mro__ if each.__module__.startswith("tui.")]
    while waiting:
        module = sys.modules[waiting.pop().__module__]
        for each in vars(module).values():
            widget = isclass(each) and issubclass(each, Widget) and not issubclass(each, Screen)
            if widget and each.__module__.startswith("tui.") and each not in found:
                found.add(each)
                waiting.append(each)
    return found


def _modules() -> Iterator[ModuleType]:
    yield import_module(APPLICATION)
    for package in PACKAGES:
        for name in modules_in(package.__path__):
            yield import_module(f"{package.__name__}.{name}")


def _bindings(kind: type[DOMNode]) -> Iterator[Binding]:
    for base in kind.__mro__:
        for binding in vars(base).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id:
                yield binding


def _keys(binding: Binding) -> tuple[str, ...]:
    return tuple(BindingsMap([binding]).key_to_bindings)


def _level(kind: type[DOMNode]) -> int:
    return 2 if issubclass(kind, App) else 1 if issubclass(kind, Screen) else 0

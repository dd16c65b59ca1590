"""Commands: all that a reader can do, each a value with its keys, its help and what runs.

A module of this package holds the commands of one subject in `COMMANDS` and is found by being
there. A command says in which *scopes* it applies: everywhere, on a screen, or in a widget that
has the focus. Screens and widgets take theirs by `bindings("scope")`. Key map, footer, palette,
help, `config --init` and the README read the same values, and no screen is built for it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from textual.binding import Binding, BindingsMap

from tui.discovery import modules_in

EVERYWHERE = "everywhere"
WIDGETS_OF: Mapping[str, frozenset[str]] = {
    screen: frozenset(widgets)
    for screen, widgets in {
        "brief": ("list", "page", "filter", "search", "jump"),
        "library": ("list", "page", "filter", "search", "jump"),
        "dossier": ("page", "search", "jump"),
        "changes": ("list", "page", "search", "jump"),
        "problems": ("list", "page", "search", "jump"),
        "links": ("list", "page", "search", "jump"),
        "references": ("list", "page", "search", "jump"),
        "peek": ("page", "search", "jump"),
        "copied": ("page", "search"),
        "search all": ("list", "page"),
        "bookmarks": ("list",),
        "saved filters": ("list",),
        "themes": ("list", "page"),
        "palette": ("list",),
        "open": ("list",),
        "help": ("page",),
        "name": (),
        "editor": ("text", "list", "page", "search", "jump"),
        "form": ("answer", "long answer", "list", "page", "search", "jump"),
    }.items()
}
"""The screens, each with the widgets whose keys work on it while they have the focus."""


class Command(NamedTuple):
    """One command."""

    id: str
    """What the configuration calls it."""
    keys: str
    """Its keys unless the configuration gives it others, as Textual names them, with commas.

    Empty: it has none, and is reached by the palette alone.
    """
    title: str
    """A word or two, for the footer and the palette."""
    help: str
    """What it does, in a sentence."""
    run: str
    """`module:function` of `tui.actions`, called with the application; imported when first used.

    Without a colon: an action of the screen or widget that lists the command, `move(1)`.
    """
    where: tuple[str, ...] = ()
    """Its scopes."""
    heading: str = ""
    """The group it belongs to in help."""
    footer: int = 0
    """Its place in the footer, the smallest number first; 0: it is not shown there."""
    writes: bool = False
    """Whether it leads to writing a file; not available in read-only mode."""
    sign: str | None = None
    """The key as it is shown, where Textual's own way is too long."""
    priority: bool = False
    """Whether it takes precedence over what has the focus."""

    @property
    def key_names(self) -> tuple[str, ...]:
        """The keys, one by one."""
        return tuple(BindingsMap([self.binding()]).key_to_bindings) if self.keys else ()

    def binding(self) -> Binding:
        """The command as a Textual binding."""
        action = f"app.command('{self.id}')" if ":" in self.run else self.run
        shown = bool(self.footer)
        keys = self.keys or f"<{self.id}>"  # nobody can press it
        return Binding(
            keys, action, self.title, shown, self.sign, self.priority, self.help, self.id
        )

    @property
    def level(self) -> int:
        """0 for a widget, 1 for a screen, 2 for everywhere: what is nearer takes precedence."""
        if EVERYWHERE in self.where:
            return 2
        return int(any(scope in WIDGETS_OF for scope in self.where))

    def meets(self, other: "Command") -> bool:
        """Whether both may apply at one time."""
        nearer, farther = sorted((self, other), key=lambda each: each.level)
        if nearer.level == farther.level:
            return not set(self.where).isdisjoint(other.where)
        if farther.level == 2:
            return True
        return any(set(WIDGETS_OF[screen]) & set(nearer.where) for screen in farther.where)


def group(where: str, heading: str, *commands: Command) -> tuple[Command, ...]:
    """Commands of the same scopes, which are separated by commas, under the same heading."""
    scopes = tuple(scope.strip() for scope in where.split(","))
    return tuple(each._replace(where=scopes, heading=heading) for each in commands)


@cache
def registry() -> Mapping[str, Command]:
    """Every command by its id; those that apply everywhere come first, then those of screens."""
    modules = (import_module(f"{__name__}.{name}") for name in modules_in(__path__))
    found: Iterable[Command] = (each for module in modules for each in module.COMMANDS)
    return {each.id: each for each in sorted(found, key=lambda each: (-each.level, each.id))}


def commands_of(scope: str) -> Iterator[Command]:
    """The commands that apply in a scope."""
    return (each for each in registry().values() if scope in each.where)


def bindings(scope: str) -> list[Binding]:
    """The commands of a scope, for the `BINDINGS` of its screen or widget."""
    return [each.binding() for each in commands_of(scope)]

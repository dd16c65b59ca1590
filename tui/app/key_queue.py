"""Keys typed faster than the screen follows: each finds what the one before it brought about.

Textual hands a key to whatever has the focus at that moment. Where the previous key is still on its
way to open a tab, a line to type in or another screen, the next one would go to the old place or
be lost: a burst over a slow line, or quick fingers on a big brief.
"""

from collections import deque
from collections.abc import Awaitable, Callable
from functools import partial
from time import monotonic
from typing import Any

from textual.app import App
from textual.dom import DOMNode
from textual.events import Event, Key
from textual.timer import Timer

LIMIT = 4.0
"""Seconds after which a key is handed on whatever became of the previous one."""
STEP = 0.01
"""Seconds between looks for a focus that is on its way."""


class KeyQueue:
    """Holds a key back until the previous one has had its effect, the focus included."""

    def __init__(self, app: App[Any], deliver: Callable[[Event], Awaitable[None]]) -> None:
        """`deliver` hands an event to the application, as Textual does."""
        self._app = app
        self._deliver = deliver
        self._held: deque[Key] = deque()
        self._under_way: Key | None = None
        self._patience: Timer | None = None
        self._since = 0.0
        """When the key under way was handed on."""

    async def put(self, event: Key) -> None:
        """Hand a key from the keyboard on, or hold it back."""
        if self._under_way is not None:
            self._held.append(event)
            self._patience = self._patience or self._app.set_timer(LIMIT, self._give_up)
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: Key) -> None:
        if not self._app.is_running:
            return  # the screens are being taken apart: no key means anything any more
        self._under_way, self._since = event, monotonic()
        target = self._app.focused or self._app.screen
        await self._deliver(event)
        self._follow(target, event)

    def _follow(self, node: DOMNode, event: Key) -> None:
        """Go the way the key goes, behind it: from what has the focus up to the application."""

        def passed() -> None:
            if node.parent is None:
                self._arrived(event)
            else:
                self._follow(node.parent, event)

        if not node.call_later(passed):
            self._arrived(event)

    def _arrived(self, event: Key) -> None:
        """The key was heeded by all; what it put in front may not have the focus yet.

        Waited for also while no key is held: the next one may come before the focus does.
        """
        if self._under_way is not event or not self._app.is_running:
            return
        if self._awaits_focus() and monotonic() - self._since < LIMIT:
            self._app.set_timer(STEP, partial(self._arrived, event))
        else:
            self._next()

    def _awaits_focus(self) -> bool:
        """Whether something on screen is to have the keys that has them not yet."""
        heeds_keys = getattr(self._app.screen, "HEEDS_KEYS", False)
        return self._app.focused is None and not heeds_keys

    def _give_up(self) -> None:
        self._patience = None
        if self._held:
            self._next()

    def _next(self) -> None:
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        self._under_way = self._held.popleft() if self._held else None
        if self._under_way is not None:
            self._app.call_later(self._hand_on, self._under_way)
        if self._held:
            self._patience = self._app.set_timer(LIMIT, self._give_up)

"""Keys typed faster than the screen follows: each finds what the one before it brought about.

Textual hands a key to whatever has the focus at that moment. Where the key before it is still on
its way to open a tab, a line to write in or another screen, the next one would go to the old place
or be lost: a burst over a slow line, or quick fingers on a big brief.
"""

from collections import deque
from functools import partial
from time import monotonic

from textual.dom import DOMNode
from textual.events import Event, Key
from textual.timer import Timer

from tui.app.safe import SafeApp

LIMIT = 4.0
"""Seconds after which a key is handed on whatever became of the one before."""
STEP = 0.01
"""Seconds between looks for a focus that is on its way."""


class InOrderApp(SafeApp, part=True):
    """Holds a key back until the one before has had its effect, the focus included."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[Key] = deque()
        self._under_way: Key | None = None
        self._patience: Timer | None = None
        self._since = 0.0
        """When the key under way was handed on."""

    async def on_event(self, event: Event) -> None:
        """Take a key from the keyboard, or let it wait; all else goes its way."""
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
        elif self._under_way is not None:
            self._held.append(event)
            self._patience = self._patience or self.set_timer(LIMIT, self._give_up)
        else:
            await self._hand_on(event)

    async def _hand_on(self, event: Key) -> None:
        if not self.is_running:
            return  # the screens are being taken apart: no key means anything any more
        self._under_way, self._since = event, monotonic()
        target = self.focused or self.screen
        await super().on_event(event)
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
        if self._under_way is not event or not self.is_running:
            return
        if self._awaits_focus() and monotonic() - self._since < LIMIT:
            self.set_timer(STEP, partial(self._arrived, event))
        else:
            self._next()

    def _awaits_focus(self) -> bool:
        """Whether something on screen is to have the keys that has them not yet."""
        return self.focused is None and not getattr(self.screen, "HEEDS_KEYS", False)

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
            self.call_later(self._hand_on, self._under_way)
        if self._held:
            self._patience = self.set_timer(LIMIT, self._give_up)

"""The part of the application that reads briefs, and remembers what of them its reader has read."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import RLock
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from textual import work

from tui.app.finding import FindingApp
from tui.brief.shown import shown
from tui.presentation.view import View
from tui.screens.brief import BriefScreen
from tui.screens.messages import ExternalEdit, MarkRead, Reload, TakeBack
from tui.settings.config import Configured
from tui.theme.wardrobe import Wish
from tui.widgets.keys import bound_here

if TYPE_CHECKING:
    from tui.brief.place import Problem
    from tui.brief.reading import Reading
    from tui.saving.save import Conflict, Saved
    from tui.state.store import Memory
    from tui.state.unread import Unread

NOTHING: Mapping[str, Any] = MappingProxyType({})


class MarkedApp(FindingApp, part=True):
    """Hands each screen its view of a brief, with what is unread in it."""

    def __init__(
        self,
        wish: Wish,
        configured: Configured | None,
        memory: Path | None,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(wish, configured)
        self.here = ""
        """The reader's own time zone; empty: not told."""
        self.screens_of: dict[Path, BriefScreen] = {}
        self.shrunk: frozenset[Path] = frozenset()
        """Files taken although they look cut off."""
        self.differing: dict[Path, bool] = {}
        """Briefs nobody has opened: whether each is other than when it was last read."""
        self._clock = clock
        self.memory_at = memory
        """Where the memory lies; None: nothing is kept beyond the end of the program."""
        self._memory: Memory | None = None
        self._making = RLock()
        self._unread: Unread | None = None

    @property
    def memory(self) -> "Memory":
        """What is remembered; opened when it is first asked. May be asked from any thread."""
        from tui.state.store import Memory  # noqa: PLC0415  (SQLite is not for the first paint)

        with self._making:
            if self._memory is None:
                self._memory = Memory(self.memory_at)
            return self._memory

    @property
    def unread(self) -> "Unread":
        """What is unread; never asked before the first paint."""
        from tui.state.unread import Unread  # noqa: PLC0415

        with self._making:
            if self._unread is None:
                self._unread = Unread(self.memory)
            return self._unread

    def view_of(self, path: Path) -> View:
        """A brief as it stands, for this reader."""
        news = self._unread.news(path) if self._unread else None
        return View(
            self.desk.readings[path],
            self.here,
            news.changes if news else NOTHING,
            news.known if news else NOTHING,
            reach=self.screens_of[path].reach if path in self.screens_of else View.reach,
            now=self._clock(),
        )

    def tell(self, path: Path) -> None:
        """Hand a brief as it stands to the screens that show something of it."""
        if not self.is_running:
            return  # the screens are being taken apart
        view = self.view_of(path)
        if screen := self.screens_of.get(path):
            screen.view = view
            screen.shrunk = bool(self.shrunk)
        self.view_changed.publish(view)

    async def read_again(
        self, paths: Sequence[Path], contents: Mapping[Path, bytes] | None = None
    ) -> None:
        """Read briefs and tell of them. What changed is told at once, unless all is new to us."""
        import asyncio  # noqa: PLC0415  (Textual has imported it long before)

        for path in paths:
            known = self._unread is not None and self._unread.news(path) is not None
            reading = await asyncio.to_thread(self.desk.read, path, contents)
            if known:
                await asyncio.to_thread(self._look, reading)
            self.tell(path)
            if not known and path in self.screens_of:
                self.find_unread()

    @work(exclusive=True, group="unread")
    async def find_unread(self) -> None:
        """Find what is unread in the briefs that were opened and not looked at yet."""
        import asyncio  # noqa: PLC0415

        for path, screen in tuple(self.screens_of.items()):
            reading = self.desk.readings.get(path)
            if reading is None:
                continue
            if not self._unread or self._unread.news(path) is None:
                await asyncio.to_thread(self._look, reading)
                self._say_trouble()
            news = self.unread.news(path)
            if news and news.changes and (not screen.view or screen.view.changes != news.changes):
                self.tell(path)

    def keep_theme(self, name: str) -> None:
        """Remember a theme until the configuration names another."""
        from tui.state.theme_choice import keep_theme  # noqa: PLC0415  (not for the first paint)

        keep_theme(self.unread.memory, name, self.configured.config.theme)
        self._say_trouble()

    def _look(self, reading: "Reading") -> None:
        news = self.unread.look(reading, self._clock())
        if news.trouble:
            self.call_later(self._say, news.trouble)

    def look_from_afar(self, states: Mapping[Path, str]) -> None:
        """Find out whether briefs that are only listed are other than when they were last read."""
        self.differing.update(self.unread.differing(states))

    def unread_in(self, path: Path) -> int | None:
        """How many changes of a brief are unread; None: some, and nobody has counted them."""
        news = self._unread.news(path) if self._unread else None
        if news is not None:
            return len(news.changes)
        return None if self.differing.get(path) else 0

    async def save_own(
        self, known: "Sequence[Reading]", path: Path, data: bytes, base: bytes | None
    ) -> "Saved | Conflict | Problem":
        """Save what the reader wrote in a file of a brief; it is not unread. See `memory.own`."""
        import asyncio  # noqa: PLC0415

        from tui.state.own import save_own  # noqa: PLC0415  (not for the first paint)

        now = self._clock()
        return await asyncio.to_thread(save_own, self.unread, known, path, data, base, now)

    def _say(self, text: str) -> None:
        self.notify(shown(text), severity="warning", timeout=10)

    def _say_trouble(self) -> None:
        """Say once why nothing will be remembered."""
        memory = self.unread.memory
        if memory.trouble:
            self._say(memory.trouble[:1].upper() + memory.trouble[1:])
            memory.trouble = ""

    async def on_reload(self, event: Reload) -> None:
        if event.edit is not None and event.path in self.desk.readings:
            await self._take_as_own(event.path, event.edit)
        await self.read_again((event.path,))

    async def _take_as_own(self, path: Path, edit: ExternalEdit) -> None:
        """What came while an editor had the terminal is taken for the reader's own, and told."""
        import asyncio  # noqa: PLC0415

        from tui.state.own import own_change  # noqa: PLC0415  (not for the first paint)

        file, before, after, editor = edit
        known = (self.desk.readings[path],)
        take = partial(own_change, self.unread, known, file, (before, after), undo=True)
        if count := await asyncio.to_thread(take, self._clock()):
            told = f"{count} changed while {editor} was open: taken as read; "
            more = f"{self._key('take_back')} takes it back"
            self.notify(shown(told + more), title="Editor")

    async def on_mark_read(self, event: MarkRead) -> None:
        import asyncio  # noqa: PLC0415

        now = self._clock()
        if event.keys:
            await asyncio.to_thread(self.unread.mark, event.path, event.keys, now)
        else:
            count = self.unread_in(event.path)
            await asyncio.to_thread(self.unread.mark_all, event.path, now)
            self.notify(f"{count} taken as read; {self._key('take_back')} takes it back")
        self.tell(event.path)
        self._say_trouble()

    def _key(self, action: str) -> str:
        """The key of an action as it is bound now; its name where it has none."""
        found = (b for b in bound_here(self.screen) if b.id.endswith(f".{action}") and b.told)
        return next((bound.told[0] for bound in found), "the palette")

    async def on_take_back(self, event: TakeBack) -> None:
        import asyncio  # noqa: PLC0415

        if await asyncio.to_thread(self.unread.take_back, event.path, self._clock()):
            self.tell(event.path)
        else:
            self.notify("There is no mark to take back")

    def on_unmount(self) -> None:
        if self._memory is not None:
            self._memory.close()


def now() -> datetime:
    """The moment, with a zone."""
    return datetime.now(UTC)

"""What is known of every brief of a library, kept while the application runs."""

from collections.abc import Iterable
from pathlib import Path

from tui.blocks import Row
from tui.brief.handling import LADDER, Ladder
from tui.library.listing import Listing
from tui.library.news import News, news
from tui.library.store import index_path, named


class Catalogue:
    """An entry for each brief that is in the index; the briefs themselves are not held."""

    def __init__(self, paths: tuple[Path, ...], ladder: Ladder = LADDER) -> None:
        self.index = index_path(paths, ladder)
        self._turn = 0
        self._entries: dict[bytes, Listing] = {}
        self._glanced: dict[bytes, Listing] = {}
        """Of briefs that were read for want of an index."""
        self.rows: dict[Path, tuple[Listing | None, int | None, Row]] = {}
        """The row of each brief, with what it was made of and the count of what is unread."""
        self._names: dict[Path, bytes] = {}

    def look(self) -> News:
        """News of the index since the last update; safe in any thread, as it changes nothing."""
        return news(self.index, self._turn)

    def update(self, what: News) -> bool:
        """Apply news from the index; returns whether there were any."""
        if what.restarted:
            self._entries.clear()
        for name in what.briefs:
            self._glanced.pop(name, None)
        self._entries.update(what.briefs)
        self._turn = what.turn
        return bool(what.briefs) or what.restarted

    def note(self, path: Path, listed: Listing) -> None:
        """Keep the entry of a brief that was read because the index has none."""
        self._glanced[named(path)] = listed

    def forget(self, paths: Iterable[Path]) -> None:
        """Leave out what files said that were read for want of an index, as they are others now."""
        for path in paths:
            for each in (path, path.parent):
                self._glanced.pop(named(each), None)

    def states(self, what: News, paths: Iterable[Path]) -> dict[Path, str]:
        """The states of the briefs there is news of; those broken for the moment have none."""
        pairs = ((path, what.briefs.get(self._name(path))) for path in paths)
        return {path: each.state for path, each in pairs if each and each.state}

    def of(self, path: Path) -> Listing | None:
        """What is known of a brief."""
        name = self._name(path)
        return self._glanced.get(name) or self._entries.get(name)

    def _name(self, path: Path) -> bytes:
        return self._names.get(path) or self._names.setdefault(path, named(path))

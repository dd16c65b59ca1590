"""What of a brief its reader has not read since it changed.

Of each brief the memory knows the state in which all of it was last read, and for each record read
since then the state it was read in. What is other than in these states is unread; so a change
undone is not, nor what only moved, and a record that changed again tells what came since.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from threading import RLock

from tui.brief.diff import Change, reading_changes
from tui.brief.reading import Reading
from tui.presentation.view import GONE, Known
from tui.state import states
from tui.state.news import ALL, KIND, ReadMark, UnreadChanges
from tui.state.store import Memory

LOST = (
    "What changed since you last read is not known: the brief was larger than 8 MB, "
    "or what was remembered is damaged. All of it is taken as read"
)


class Unread:
    """The unread changes of the open briefs. May be used from several threads."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.lock = RLock()
        """Held, nobody finds anything unread."""
        self._now: dict[Path, Reading] = {}
        """Each brief as it was last looked at."""
        self._states: dict[Path, dict[str, Reading]] = {}
        """The states marks refer to, as far as they were needed, by brief and hash."""
        self._before: dict[Path, tuple[dict[str, bytes], dict[str, bytes]]] = {}
        """What was remembered of a brief before the last mark, so that it can be taken back."""
        self._news: dict[Path, UnreadChanges] = {}
        self._broken: dict[Path, tuple[str, Reading]] = {}
        """What the reader wrote that cannot be read, with the state before it."""

    def news(self, path: Path) -> UnreadChanges | None:
        """What is unread in a brief as it was last looked at; None: it never was."""
        return self._news.get(path)

    def look(self, reading: Reading, at: datetime) -> UnreadChanges:
        """Find what is unread in a brief. One never seen before is taken as read.

        A brief that cannot be read at this moment leaves what was unread as it is.
        """
        with self.lock:
            if reading.stale:
                return self._news.get(reading.path, UnreadChanges())
            self._now[reading.path] = reading
            return self._look(reading, at)

    def changed(self, found: Mapping[Path, str]) -> dict[Path, bool]:
        """Whether briefs in some states are other than when all of each was read.

        Nothing is parsed for it, and the memory is asked once for all of them.
        """
        kept = self.memory.everywhere(KIND)
        marks = {brief: bytes(value).decode("utf-8", "replace") for brief, name, value in kept
                 if name == ALL}  # fmt: skip
        if not marks:
            return dict.fromkeys(found, False)
        read = {path: marks.get(states.name_of(path), state) for path, state in found.items()}
        return {path: read[path].partition(" ")[0] != state for path, state in found.items()}

    def mark(self, path: Path, keys: Iterable[str], at: datetime) -> None:
        """Remember that some records are read as they are now, here or gone."""
        with self.lock:
            reading = self._now.get(path)
            if reading is None:
                return
            brief, unread = states.name_of(path), set(self.news_keys(path))
            now = ReadMark(reading.state, at.isoformat())
            # Whatever else was read is as it was then: it, too, is read as it is now.
            old = (key for key in self._marks(path) if key not in unread | {ALL})
            self.remember_before(path)
            with self.memory.together():
                values = dict.fromkeys((*old, *keys), " ".join(now).encode())
                self.memory.put_all(KIND, brief, values)
                states.keep(self.memory, brief, reading)
            self._states.setdefault(path, {})[now.state] = reading
            self._look(reading, at)

    def own(self, before: Reading, after: Reading, at: datetime) -> int:
        """Remember that the reader made one state out of another; say of how many records.

        What that changed is read as it is afterwards. Where somebody else has changed the same
        record, before or since, it stays unread. What cannot be read counts with what mends it.
        """
        with self.lock:
            path, (state, mended) = before.path, self._broken.pop(before.path, ("", before))
            if before.stale and before.state == state:
                before = mended
            if before.stale or before.state == after.state:
                return 0
            if after.stale:
                self._broken[path] = after.state, before
                return 0
            if path not in self._now:
                self.look(before, at)
            ours = self._take_over(before, after, at)
            if self._now[path].state == before.state:
                self._now[path] = after
            self._look(self._now[path], at)
            return ours

    def _take_over(self, before: Reading, after: Reading, at: datetime) -> int:
        path, marks = before.path, self._marks(before.path)
        theirs = {change.key for _, change, _ in self._unread(before, before.state, marks)}
        ours = {change.key for change in reading_changes(before, after)} - theirs
        if not theirs:
            self._all_read(after, at)
            return len(ours)
        mark = " ".join(ReadMark(after.state, at.isoformat())).encode()
        with self.memory.together():
            values = dict.fromkeys(ours | (marks.keys() - theirs - {ALL}), mark)
            self.memory.put_all(KIND, states.name_of(path), values)
            states.keep(self.memory, states.name_of(path), after)
        self._states.setdefault(path, {})[after.state] = after
        return len(ours)

    def mark_all(self, path: Path, at: datetime) -> None:
        """Remember that all of a brief is read as it is now."""
        with self.lock:
            if reading := self._now.get(path):
                self.remember_before(path)
                self._all_read(reading, at)

    def take_back(self, path: Path, at: datetime) -> bool:
        """Undo the last mark; say whether there was one."""
        with self.lock:
            reading, before = self._now.get(path), self._before.pop(path, None)
            if reading is None or before is None:
                return False
            brief = states.name_of(path)
            with self.memory.together():
                for kind, values in zip((KIND, states.KIND), before, strict=True):
                    self.memory.drop(kind, brief)
                    self.memory.put_all(kind, brief, values)
            self._look(reading, at)
            return True

    def news_keys(self, path: Path) -> tuple[str, ...]:
        """Keys of the records with something unread."""
        news = self._news.get(path)
        return tuple(change.key for change in news.changes.values()) if news else ()

    # --- finding ------------------------------------------------------------------------------

    def _look(self, reading: Reading, at: datetime) -> UnreadChanges:
        now = reading.state
        marks = self._marks(reading.path)
        whole = marks.get(ALL)
        if whole is None or (whole.state == now and len(marks) == 1):
            return self._all_read(reading, at)
        if self._state(reading, now, whole.state) is None:
            return self._all_read(reading, at, LOST)
        marks = {k: mark for k, mark in marks.items() if self._state(reading, now, mark.state)}
        found = {n: (change, mark) for n, change, mark in self._unread(reading, now, marks)}
        if not found:
            return self._all_read(reading, at)
        self._prune(reading.path, {mark.state for mark in marks.values()})
        known = {
            name: Known(old, mark.when)
            for name, (_, mark) in found.items()
            if (old := self._state(reading, now, mark.state))
        }
        news = UnreadChanges({name: change for name, (change, _) in found.items()}, known)
        self._news[reading.path] = news
        return news

    def _unread(
        self, reading: Reading, now: str, marks: Mapping[str, ReadMark]
    ) -> Iterator[tuple[str, Change, ReadMark]]:
        """Each change since its record was read."""
        for state in dict.fromkeys(mark.state for mark in marks.values()):
            old = self._state(reading, now, state)
            if state == now or old is None:
                continue
            for change in reading_changes(old, reading):
                mark = marks.get(change.key, marks[ALL])
                if mark.state == state:
                    name = change.key if change.kind != "removed" else GONE + change.key
                    yield name, change, mark

    def _state(self, reading: Reading, now: str, state: str) -> Reading | None:
        """A brief in an earlier state; read once."""
        if state == now:
            return reading
        known = self._states.setdefault(reading.path, {})
        if state not in known:
            brief = states.name_of(reading.path)
            old = states.recall(self.memory, brief, reading.path, state)
            if old is None:
                return None
            known[state] = old
        return known[state]

    # --- remembering --------------------------------------------------------------------------

    def _marks(self, path: Path) -> dict[str, ReadMark]:
        """What is remembered of a brief now; another Parley may have written it."""
        kept = self.memory.all(KIND, states.name_of(path))
        pairs = ((key, value.decode("utf-8", "replace").split()) for key, value in kept.items())
        return {
            key: ReadMark(*words) for key, words in pairs if len(words) == len(ReadMark._fields)
        }

    def _all_read(self, reading: Reading, at: datetime, trouble: str = "") -> UnreadChanges:
        brief, now = states.name_of(reading.path), reading.state
        with self.memory.together():
            self.memory.drop(KIND, brief)
            self.memory.put(KIND, brief, ALL, f"{now} {at.isoformat()}".encode())
            if now not in self.memory.names(states.KIND, brief):
                states.keep(self.memory, brief, reading)
            states.forget(self.memory, brief, {now})
        self._states[reading.path] = {now: reading}
        news = self._news[reading.path] = UnreadChanges(trouble=trouble)
        return news

    def _prune(self, path: Path, used: set[str]) -> None:
        known = self._states.get(path, {})
        for state in known.keys() - used:
            del known[state]
        states.forget(self.memory, states.name_of(path), used)

    def remember_before(self, path: Path) -> None:
        """Make what is marked next what can be taken back."""
        brief = states.name_of(path)
        self._before[path] = (self.memory.all(KIND, brief), self.memory.all(states.KIND, brief))

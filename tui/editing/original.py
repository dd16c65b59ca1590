"""A file as lines to edit, and back: every byte nobody touched stays as it was.

A text area knows one kind of line end for a whole text and takes a dozen characters for one. Here
each line keeps the end it was read with, so that mixed ends, a missing last one, a byte order mark
and bytes that are no UTF-8 come back as they were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was when it was opened, or last saved."""

    data: bytes
    lines: tuple[str, ...]
    """Without their ends; the last one is empty where the file ends in a line end."""
    ends: tuple[str, ...]
    """What each line ends in; nothing after the last one."""

    @property
    def mixed(self) -> bool:
        """Whether its lines end in several ways."""
        return len(set(self.ends[:-1])) > 1

    @property
    def newline(self) -> str:
        """What most lines end in: a new one does too."""
        found = self.ends[:-1]
        return max(set(found), key=found.count) if found else "\n"

    def written(self, lines: Sequence[str]) -> bytes:
        """The bytes of these lines, each line of the file with the end it had."""
        if tuple(lines) == self.lines:
            return self.data
        ends = self._ends_of(lines) if self.mixed else [self.newline] * len(lines)
        ends[-1] = ""
        text = "".join(part for pair in zip(lines, ends, strict=True) for part in pair)
        bom = _BOM if self.data.startswith(_BOM) else b""
        return bom + text.encode("utf-8", "surrogateescape")

    def _ends_of(self, lines: Sequence[str]) -> list[str]:
        """The end of each line, where they are mixed: found by what is before and behind a change.

        Lines that are alike cannot be distinguished by their texts, so where as many lines were
        written as taken away, each new one has the end of the old one.
        """
        old, new = len(self.lines), len(lines)
        most = min(old, new)
        first = next((i for i in range(most) if self.lines[i] != lines[i]), most)
        rest = most - first
        last = next((i for i in range(rest) if self.lines[-1 - i] != lines[-1 - i]), rest)
        changed = list(self.ends[first : old - last])
        if old != new:
            changed = self._matched(slice(first, old - last), lines[first : new - last])
        ends = [*self.ends[:first], *changed, *self.ends[old - last :]]
        # A line that was the last one has an end now.
        return [end or self.newline for end in ends]

    def _matched(self, old: slice, new: Sequence[str]) -> list[str]:
        was, had = self.lines[old], self.ends[old]
        ends = [self.newline] * len(new)
        for i, j, size in SequenceMatcher(None, was, new, autojunk=False).get_matching_blocks():
            ends[j : j + size] = had[i : i + size]
        return ends


def original(data: bytes) -> Original:
    """Take a file apart into lines, as a text area does."""
    body = data[len(_BOM) :] if data.startswith(_BOM) else data
    kept = body.decode("utf-8", "surrogateescape").splitlines(keepends=True)
    lines = [line.splitlines()[0] for line in kept]
    ends = [line[len(bare) :] for line, bare in zip(kept, lines, strict=True)]
    if not ends or ends[-1]:
        lines.append("")
        ends.append("")
    return Original(data, tuple(lines), tuple(ends))

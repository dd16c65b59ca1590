"""Going through a brief until nothing in it refers to what was left out."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from tui.brief.load import load_contents
from tui.brief.nodes import Fields, Items, Node, Text, TextRange
from tui.brief.parse import parse
from tui.brief.place import Place, Problem
from tui.brief.reading import Reading
from tui.brief.record import Record
from tui.brief.redact.emit import yaml_text
from tui.brief.redact.gone import Gone
from tui.brief.redact.prune import LeftOut, Pruning, is_mark
from tui.brief.redact.tables import redacted_table

HEAD = ("id", "title")
"""What no brief can do without."""
REDACTED = "redacted"
_NOWHERE = TextRange(1, 1, 1, 1)


class Redaction(NamedTuple):
    """A brief to be handed on."""

    files: Mapping[str, bytes]
    """The bytes of each file by its name within the brief; of a brief that is one file, by ""."""
    left_out: tuple[LeftOut, ...]


def redact(reading: Reading, level: str = "") -> Redaction | Problem:
    """A brief without what is above a level; without one, above that of the brief itself.

    A problem says why there is none: the brief has mistakes, is itself above the level, or rests
    as a whole on what would be left out.
    """
    if wrong := next((each for each in reading.problems if each.severity == "error"), None):
        message = f"{wrong.message}; what cannot be read cannot be judged, mend it first"
        return Problem(wrong.place, wrong.code, message)
    redacting = _Redacting.begin(reading, level)
    return redacting if isinstance(redacting, Problem) else redacting.run()


@dataclass
class _Redacting:
    """What is known of a brief that is gone through again and again."""

    reading: Reading
    level: str
    rank: int
    roots: Mapping[Path, Fields]
    mentions: Mapping[Place, tuple[str, ...]]
    records: Mapping[Place, Record]
    gone: Gone

    @classmethod
    def begin(cls, reading: Reading, level: str) -> "_Redacting | Problem":
        parsed = {path: parse(part.data, str(path)).node for path, part in reading.parts.items()}
        roots = {path: node for path, node in parsed.items() if isinstance(node, Fields)}
        ladder = reading.ladder
        level = level or reading.brief.handling or ladder.levels[0]
        rank = ladder.rank(level)
        for path, root in roots.items():
            for key, value in root.pairs:
                word = value.value if isinstance(value, Text) else ""
                if is_mark(key.value) and ladder.rank(word or "?") > rank:
                    place = Place(str(path), value.span.line, value.span.column)
                    message = f"the brief itself is `{word}`, and so all of it is above `{level}`"
                    return Problem(place, "handling", message)
        mentions: defaultdict[Place, list[str]] = defaultdict(list)
        for part in reading.parts.values():
            for mention in part.mentions:
                mentions[mention.place].append(mention.id)
        records = {each.spot.place: each for each in reading.register.by_key.values()}
        found = {place: tuple(ids) for place, ids in mentions.items()}
        return cls(reading, level, rank, roots, found, records, Gone(reading))

    def run(self) -> Redaction | Problem:
        """Leave out what has to be, until what is left stands by itself."""
        while True:
            pruning = self._pruning()
            kept = {path: self._root(pruning, path, root) for path, root in self.roots.items()}
            if not pruning.keys <= self.gone.keys:
                self.gone = replace(self.gone, keys=self.gone.keys | pruning.keys)
                continue
            if wrong := self._baseless(kept):
                return wrong
            made = self._made(pruning, kept)
            places = self._unsound(made, kept)
            if not places:
                return made
            why = "cannot stand without what is left out"
            more = {**self.gone.places, **dict.fromkeys(places, why)}
            if more == self.gone.places:
                return Problem(places[0], "handling", "this cannot be left out by itself")
            self.gone = replace(self.gone, places=more)

    def _pruning(self, file: str = "") -> Pruning:
        ids = frozenset(self.reading.register.by_id)
        ladder = self.reading.ladder
        return Pruning(file, self.rank, ladder, self.gone, self.mentions, self.records, ids)

    def _root(self, pruning: Pruning, path: Path, root: Fields) -> Fields:
        pruning.file = str(path)
        found = pruning.pruned(root, outermost=True)
        return found if isinstance(found, Fields) else root._replace(pairs=())

    def _baseless(self, kept: Mapping[Path, Fields]) -> Problem | None:
        for path, root in self.roots.items():
            src = next((value for key, value in root.pairs if key.value == "src"), None)
            if src and not any(key.value == "src" for key, _ in kept[path].pairs):
                place = Place(str(path), src.span.line, src.span.column)
                return Problem(place, "handling", "the whole brief rests on what is left out")
        return None

    def _made(self, pruning: Pruning, kept: Mapping[Path, Fields]) -> Redaction:
        """The files of what is kept, each with its tables."""
        names = self._names(kept)
        texts = {name: yaml_text(kept[path]).encode() for path, name in names.items()}
        tables, out = self._tables(pruning, texts)
        left_out = tuple(sorted({*pruning.left_out, *out}))
        head = next(iter(names))
        whole = self._headed(kept[head], len(left_out))
        return Redaction(texts | {names[head]: yaml_text(whole).encode()} | tables, left_out)

    def _names(self, kept: Mapping[Path, Fields]) -> dict[Path, str]:
        """Files that still say something, by names that say nothing of what is left out."""
        if self.reading.path in kept:
            return {self.reading.path: ""}
        head, *others = kept
        names = {head: head.name}
        for number, path in enumerate((each for each in others if kept[each].pairs), 1):
            words = path.stem.replace("-", " ").replace("_", " ")
            named = self.gone.named_in(path.stem) or self.gone.named_in(words)
            names[path] = f"part-{number}{path.suffix}" if named else path.name
        return names

    def _headed(self, root: Fields, count: int) -> Fields:
        """The head with what it has to say, and with how much was left out."""
        before = self.reading.brief.redacted
        count += (before.left_out or 0) if before else 0
        pairs = [pair for pair in root.pairs if pair[0].value != REDACTED]
        written = {key.value for key, _ in pairs}
        pairs += [(_key(name), _key(REDACTED)) for name in HEAD if name not in written]
        note = Fields(((_key("level"), Text(self.level, _NOWHERE, plain=False)),
                       (_key("left_out"), _key(str(count)))), _NOWHERE)  # fmt: skip
        at = next(i for i, (key, _) in enumerate(pairs, 1) if key.value == "title")
        return root._replace(pairs=(*pairs[:at], (_key(REDACTED), note), *pairs[at:]))

    def _tables(
        self, pruning: Pruning, texts: dict[str, bytes]
    ) -> tuple[dict[str, bytes], tuple[LeftOut, ...]]:
        """The tables that are still read; a series that had rows and has none is left out."""
        tables = {table.name: table for table in self.reading.tables.values()}
        if not tables:
            return {}, ()
        found = self._loaded({name: table.data for name, table in tables.items()} | texts)
        series = found.brief.conflict.series if found.brief.conflict else ()
        made: dict[str, bytes] = {}
        out: list[LeftOut] = []
        for name, table in tables.items():
            readers = [e for e in series if e.file and str(Path(e.file)) == str(Path(name))]
            if readers:
                made[name], left_out = redacted_table(table, readers, pruning)
                out += left_out
        return made, tuple(out)

    def _loaded(self, files: Mapping[str, bytes]) -> Reading:
        contents = {self._path(name): data for name, data in files.items()}
        return load_contents(self.reading.path, contents, ladder=self.reading.ladder)

    def _path(self, name: str) -> Path:
        """Where a file of the new brief would lie, were it in the place of the old one."""
        path = self.reading.path
        folder = path.parent if path in self.roots else path
        return folder / name if name else path

    def _unsound(self, made: Redaction, kept: Mapping[Path, Fields]) -> list[Place]:
        """What cannot stand without what was left out: where the reader finds something wrong."""
        found = self._loaded(made.files)
        wrong = [each.place for each in found.problems if each.severity == "error"]
        wrong += self._emptied(found)
        head = next(iter(kept))
        places = []
        for path, name in self._names(kept).items():
            file = str(self._path(name))
            here = [place for place in wrong if place.file == file]
            read = parse(made.files[name], file).node if here else None
            meant = kept[path] if path != head else self._headed(kept[head], len(made.left_out))
            for place in here:
                span = _holder(read, meant, place).span
                places.append(Place(str(path), span.line, span.column))
        return places

    def _emptied(self, found: Reading) -> Iterator[Place]:
        """Series that had figures and have none."""
        before = self.reading.brief.conflict
        had = {each.key for each in before.series if each.all_points} if before else set()
        for each in found.brief.conflict.series if found.brief.conflict else ():
            if each.key in had and not each.all_points:
                yield each.spot.place


def _key(text: str) -> Text:
    return Text(text, _NOWHERE)


def _holder(read: Node | None, meant: Node, place: Place) -> Node:
    """The smallest map or item around a place of a file, as it was before it was written."""
    best, point = meant, (place.line, place.column)
    outermost = True
    while True:
        if isinstance(read, Fields) and isinstance(meant, Fields):
            best = best if outermost else meant
            before = [n for n, (key, _) in enumerate(read.pairs) if key.span[:2] <= point]
            if not before:
                return best
            read, meant = read.pairs[before[-1]][1], meant.pairs[before[-1]][1]
        elif isinstance(read, Items) and isinstance(meant, Items):
            before = [n for n, each in enumerate(read.values) if each.span[:2] <= point]
            if not before:
                return best
            read, meant = read.values[before[-1]], meant.values[before[-1]]
            best = meant
        else:
            return best
        if outermost:
            best, outermost = meant, False

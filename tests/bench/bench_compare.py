"""What reading, comparing and printing a brief costs, as a share of what it costs elsewhere.

Two checkouts take turns, each in a process of its own, so that a busy machine slows both. Each
process reads the brief, compares, and prints every tab; the processor's time of each is held
against that of the other checkout right after it, and the median of these ratios is printed.
Briefs: one of RECORDS records with claims of every kind, and the one named with --brief.
Run: python tests/bench/bench_compare.py OTHER_CHECKOUT [--rounds N] [--records N] [--brief PATH]
"""

import argparse
import gc
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[2]
BAR = 1.1
IN_A_FILE = 1500
"""Records, as a file may have so many values and no more."""
PRINTED = 10
"""Of so many records of a brief one is printed: what printing costs is told by a smaller one."""
STEPS = ("load", "disputes", "island", "tracks", "coverage", "print")
PARTIES = ("north", "south", "lake", "hill")
WORDS = (  # noqa: SIM905
    "border ceasefire convoy corridor council delegation draft envoy exchange figure grain "
    "guarantee harbour hospital line list mediator ministry monitor observer office police "
    "power press prisoner proposal region report river road school session station text"
).split()
POSTS = (
    "Minister of Defence", "Defence Minister", "Deputy Minister of Defence", "head of the service",
    "director of the service", "adviser to the President", "assistant to the President",
    "former chief of staff", "chief of the general staff", "member of parliament",
)  # fmt: skip
STATES = ("announced", "prepared", "sent", "received", "not received", "discussed", "rejected")
UNITS = (("people", "killed"), ("people", "wounded"), ("km", "taken"), ("drones", "launched"))


class Writer:
    """Writes a brief of some records, the same for the same number."""

    def __init__(self, records: int) -> None:
        self.dice = random.Random(12)
        shares = {"events": 0.35, "documents": 0.1, "rounds": 0.05, "contacts": 0.1, "people": 0.2}
        self.count = {name: max(1, int(records * share)) for name, share in shares.items()}
        self.count["statements"] = max(1, records - sum(self.count.values()))
        self.sources = max(4, records // 50)

    def write(self, folder: Path) -> None:
        """The whole brief: what others refer to, then files of each kind of record."""
        (folder / "brief.yaml").write_text("".join(self.head()), encoding="utf-8")
        for name, count in self.count.items():
            for begin in range(0, count, IN_A_FILE):
                part = range(begin, min(begin + IN_A_FILE, count))
                text = "".join(self.section(name, part))
                (folder / f"{name}-{begin:06}.yaml").write_text(text, encoding="utf-8")

    def head(self) -> Iterator[str]:
        yield "parley: 1\nid: generated\ntitle: Generated\nas_of: 2031-01-01\n"
        yield "display_zone: Europe/Zurich\naliases: {Harbor: Harbour, Kiev: Kyiv}\nparties:\n"
        zones = ("Europe/Kyiv", "Europe/Moscow", "", "")
        for name, zone in zip(PARTIES, zones, strict=True):
            stance = "belligerent" if zone else "mediator"
            yield f"  - {{id: {name}, name: {name.title()}land, kind: state, stance: {stance}"
            yield f", zone: {zone}}}\n" if zone else "}\n"
        yield "organizations:\n"
        for n in range(20):
            yield f"  - {{id: o{n}, name: {self.some(3)} {n}, of: {self.dice.choice(PARTIES)}}}\n"
        yield "sources:\n"
        for n in range(self.sources):
            above = f", derived_from: [s{n // 2}]" if n and n % 3 == 0 else ""
            yield f"  - {{id: s{n}, kind: article, publisher: Gazette {n}, published: {self.day()}"
            yield f"{above}}}\n"
        yield "venues:\n"
        for n in range(40):
            inner = f", part_of: v{n // 2}" if n % 2 else ", zone: Europe/Istanbul"
            yield f"  - {{id: v{n}, name: Hall {n}, city: Lakeside{inner}}}\n"

    def section(self, name: str, part: range) -> Iterator[str]:
        """Some records of one kind."""
        write: Callable[[int], str] = getattr(self, f"{name}_of")
        top = {"events": "conflict:\n  ", "contacts": "mediation:\n  "}.get(name, "")
        yield f"{top}{name}:\n"
        margin = "    " if top else "  "
        for n in part:
            yield "".join(f"{margin}{line}\n" for line in write(n).splitlines())

    def people_of(self, n: int) -> str:
        body = self.dice.choice((*PARTIES, *(f"o{each}" for each in range(20))))
        title = self.claims(lambda: f"value: {self.dice.choice(POSTS)}")
        return f"- id: p{n}\n  name: Ada {self.some(1)} {n}\n  of: {body}\n  title: {title}\n"

    def rounds_of(self, n: int) -> str:
        venue = self.claims(lambda: f"value: v{self.dice.randrange(40)}")
        return (
            f"- id: r{n}\n  title: Round {n}\n  status: concluded\n  when: {self.dates()}\n"
            f"  venue: {venue}\n  level: {self.claims(self.level)}\n  parties: [north, south]\n"
            f"  outcome: {{agreed: [{self.some(5)}, {self.some(5)}]}}\n  src: {self.src()}\n"
        )

    def documents_of(self, n: int) -> str:
        states = "".join(
            f"    - {{status: {self.dice.choice(STATES)}, party: {self.dice.choice(PARTIES[:2])}, "
            f"by: {self.dice.choice(PARTIES[:2])}, {self.dated()}src: {self.src()}}}\n"
            for _ in range(self.dice.randint(2, 6))
        )
        return (
            f"- id: d{n}\n  title: Paper {n}\n  kind: memorandum\n  author: north\n"
            f"  states:\n{states}  scope: {self.prose()}\n  src: {self.src()}\n"
        )

    def statements_of(self, n: int) -> str:
        return (
            f"- id: st{n}\n  speaker: {self.person()}\n  when: {self.day()}\n"
            f"  gist: {self.some(20)}\n  about: [e{self.dice.randrange(self.count['events'])}]\n"
            f"  src: {self.src()}\n"
        )

    def events_of(self, n: int) -> str:
        figures = "".join(
            f"    - name: {predicate}\n      claims: {self.figures(unit, predicate)}\n"
            for unit, predicate in self.dice.sample(UNITS, 2)
        )
        actor = self.claims(lambda: f"value: {self.dice.choice(PARTIES[:2])}")
        return (
            f"- id: e{n}\n  title: {self.some(3)} {n}\n  when: {self.dates()}\n  actor: {actor}\n"
            f"  text: {self.prose()}\n  measures:\n{figures}  src: {self.src()}\n"
        )

    def contacts_of(self, n: int) -> str:
        return (
            f"- id: c{n}\n  title: {self.some(3)}\n  kind: call\n  who: [{self.person()}]\n"
            f"  with: [{self.person()}]\n  when: {self.dates()}\n  outcome: {self.prose()}\n"
            f"  src: {self.src()}\n"
        )

    def claims(self, value: Callable[[], str]) -> str:
        """One to three claims of a value, two in the middle."""
        made = (f"{{{value()}, {self.voice()}}}" for _ in range(self.dice.choice((1, 2, 2, 3))))
        return f"{{claims: [{', '.join(made)}]}}"

    def figures(self, unit: str, predicate: str) -> str:
        about = f"unit: {unit}, predicate: {predicate}"
        values = (str(self.dice.randint(2, 4000)), "over 30", "about 1200", "several", "40-50")
        return self.claims(lambda: f"value: {self.dice.choice(values)}, {about}")[9:-1]

    def dates(self) -> str:
        day = self.day()
        values = (day, day, f"{day}T10:00Z", f"{day} evening", f"{day}T09:30", day[:7], self.day())
        return self.claims(lambda: f"value: {self.dice.choice(values)}")

    def prose(self) -> str:
        text = self.some(12)
        return self.claims(lambda: f"value: {self.dice.choice((text, self.some(9)))}")

    def level(self) -> str:
        return f"value: {self.dice.choice(('heads', 'ministers', 'technical'))}"

    def voice(self) -> str:
        by = f"by: {self.dice.choice((*PARTIES, self.person()))}, "
        return f"{by if self.dice.random() < 0.7 else ''}src: {self.src()}"

    def dated(self) -> str:
        return f"when: {self.day()}, " if self.dice.random() < 0.7 else ""

    def src(self) -> str:
        number = self.dice.randrange(self.sources)
        return f"[{{id: s{number}, at: para {self.dice.randint(1, 40)}}}]"

    def person(self) -> str:
        return f"p{self.dice.randrange(self.count['people'])}"

    def day(self) -> str:
        year, month, day = (self.dice.randint(*each) for each in ((2030, 2031), (1, 12), (1, 28)))
        return f"{year}-{month:02}-{day:02}"

    def some(self, count: int) -> str:
        return " ".join(self.dice.choices(WORDS, k=count)).capitalize()


def measure(path: Path, steps: list[str]) -> dict[str, float]:
    """Seconds of processor time of each step, in the order in which a start takes them."""
    from tui.analysis.agreement import island
    from tui.analysis.coverage import coverage
    from tui.analysis.deliverables import tracks
    from tui.analysis.disputes import disputes
    from tui.brief.load import load

    reading, loaded = timed(lambda: load(path))
    gc.freeze()  # as Parley does after a large load
    brief, known = reading.brief, reading.register
    does: dict[str, Callable[[], Any]] = {
        each.__name__: partial(each, brief, known) for each in (disputes, island, tracks, coverage)
    }
    does["print"] = printer(reading)
    return {step: timed(does[step])[1] if step in does else loaded for step in steps}


def printer(reading: Any) -> Callable[[], str]:
    """What prints all tabs; it has other names in older checkouts."""
    from tui.sections import sections

    try:
        from tui.presentation.view import View
        from tui.rendering.text import brief_text
    except ImportError:
        from tui.output.text import told as brief_text  # type: ignore[import-not-found,no-redef]
        from tui.telling.view import View  # type: ignore[import-not-found,no-redef]
    view = View(reading, now=datetime.now(UTC))
    return lambda: brief_text(view, tuple(sections()), 100, registers=True)


def timed(step: Callable[[], Any]) -> tuple[Any, float]:
    begun = time.process_time()
    found = step()
    return found, time.process_time() - begun


def run(checkout: Path, path: Path, steps: tuple[str, ...]) -> dict[str, float]:
    """Measure in a process of a checkout."""
    command = [sys.executable, __file__, "--measure", str(path), *steps]
    env = {**os.environ, "PYTHONPATH": str(checkout)}
    done = subprocess.run(command, env=env, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def compare(other: Path, path: Path, rounds: int, steps: tuple[str, ...] = STEPS) -> None:
    """Print the median of both and of their ratio, step by step."""
    pairs = []
    for n in range(rounds):  # who is first changes, as the second finds its files read
        order = (HERE, other) if n % 2 else (other, HERE)
        made = {checkout: run(checkout, path, steps) for checkout in order}
        pairs.append((made[HERE], made[other]))
    for step in steps:
        now, before = ([pair[at][step] for pair in pairs] for at in (0, 1))
        ratio = statistics.median(a / b for a, b in zip(now, before, strict=True))
        print(
            f"{step:<10} {statistics.median(now) * 1000:8.1f} ms  "
            f"before {statistics.median(before) * 1000:8.1f} ms  ratio {ratio:5.2f}"
            f"{'' if ratio <= BAR else f'  (bar: {BAR})'}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("other", type=Path, nargs="?", help="another checkout of this project")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--brief", type=Path, default=HERE / "briefs/kenya-2008")
    parser.add_argument("--measure", nargs="+", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.measure:
        print(json.dumps(measure(Path(args.measure[0]), args.measure[1:])))
        return
    if not args.other:
        parser.error("which other checkout?")
    other = args.other.resolve()
    with tempfile.TemporaryDirectory(prefix="parley-compare-") as folder:
        for records, steps in ((args.records, STEPS[:-1]), (args.records // PRINTED, STEPS[-1:])):
            made = Path(folder) / str(records)
            made.mkdir()
            Writer(records).write(made)
            print(f"a brief of {records:,} records:")
            compare(other, made, args.rounds, steps)
    print(f"{args.brief.name}:")
    compare(other, args.brief, args.rounds)


if __name__ == "__main__":
    main()

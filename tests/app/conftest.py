import asyncio
from collections.abc import Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from itertools import count, cycle
from pathlib import Path
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest

from tui.app import terminal_app
from tui.app.app import ParleyApp, StartOptions
from tui.brief.claims import Claimed
from tui.brief.load import load
from tui.brief.model import Brief
from tui.brief.nodes import Fields, Items, Text
from tui.brief.parse import parse
from tui.brief.refs import Reference
from tui.commands import EVERYWHERE, commands_of
from tui.screens.brief import BriefScreen
from tui.sections import sections
from tui.session.session import Session
from tui.settings.config import FILE, Config, LoadedConfig
from tui.settings.settings import Settings
from tui.state.state import State
from tui.widgets import footer
from tui.widgets.page import Page
from tui.widgets.row_list import RowList

ROOT = Path(__file__).parents[2]
ISTANBUL = ROOT / "briefs" / "istanbul-2025.yaml"
TABS = tuple(each.title for each in sections())


class Reader:
    """A person at the screen: presses keys, reads what stands there, waits until it does."""

    def __init__(self, app, pilot):
        self.app, self.pilot = app, pilot

    @property
    def text(self):
        """The screen as text. The compositor's name is private: this is the one place with it."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def lines(self):
        return self.text.split("\n")

    async def until(self, holds, seconds=20):
        try:
            async with asyncio.timeout(seconds):
                while not holds():
                    await asyncio.sleep(0.01)
                    await self.pilot.pause()
        except TimeoutError:
            pytest.fail(f"still not so after {seconds} s; on screen:\n{self.text}")

    async def sees(self, *texts):
        await self.until(lambda: all(text in self.text for text in texts))

    async def no_longer_sees(self, text):
        await self.until(lambda: text not in self.text)

    async def press(self, *keys):
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def open_tab(self, number):
        digit, steps = min(number, 9), max(number - 9, 0)
        await self.press(str(digit), *["right_square_bracket"] * steps)
        await self.until(lambda: self.pane is not None and self.pane.is_mounted)
        await self.until(lambda: self.focus is not None and self.pane in self.focus.ancestors)

    async def move_to(self, key):
        """Move the cursor down until it is on the row with a key."""
        await self.press("g")
        for _ in self.list.rows:
            if self.row == key:
                return
            await self.press("j")
        assert self.row == key

    @property
    def screen(self):
        return self.app.screen

    @property
    def focus(self):
        return self.app.focused

    @property
    def pane(self):
        assert isinstance(self.screen, BriefScreen)
        return self.screen.pane

    @property
    def list(self):
        return self.pane.query_one(RowList)

    @property
    def page(self):
        return self.pane.query_one(Page)

    @property
    def row(self):
        return self.list.current.key if self.list.current else None

    @property
    def page_text(self):
        return read_through(self.page)


def read_through(drawn):
    """The whole text of a list or a page, in view or not."""
    lines = (drawn.line_at(y) for y in range(drawn.virtual_size.height))
    return "\n".join("".join(span.text for span in line) for line in lines)


@pytest.fixture(name="read_through")
def read_through_fixture():
    return read_through


@cache
def shipped(path):
    """What the brief that no test writes to says: frozen, and so read once for all tests."""
    return load(path)


def surroundings(
    paths, theme="parley-dark", *, configured=None, memory=None, recalled=None,
    here="Europe/London",
    clock=lambda: datetime(2025, 6, 2, 9, 30, tzinfo=UTC), read_only=False, **options,
):  # fmt: skip
    """What an application is given: the same folder of themes, place and time for every test."""
    session = Session(
        tuple(paths), State(memory, recalled), zone=here, clock=clock,
        read_early=lambda path: shipped(path) if path == ISTANBUL else None,
    )  # fmt: skip
    found = configured or LoadedConfig(Config(), Path(FILE))
    settings = Settings(found, read_only=read_only, followed=configured is not None)
    given = {"theme": theme, "theme_folders": (ROOT / "themes",), **options}
    return session, settings, StartOptions(**given)


@pytest.fixture(autouse=True)
def what_is_said_stays(monkeypatch):
    """On a machine with much to do, five seconds are over before a test has looked."""
    monkeypatch.setattr(terminal_app, "LASTING", 60.0)
    monkeypatch.setattr(footer, "LASTING", 60.0)
    monkeypatch.setattr(ParleyApp, "NOTIFICATION_TIMEOUT", 60.0)


@pytest.fixture
def app_of():
    """An application with some briefs that does not run yet."""
    return lambda *paths, **options: ParleyApp(*surroundings(paths, **options))


@pytest.fixture
def reader_of():
    """The person at the screen of an application that somebody else runs."""
    return lambda pilot: Reader(pilot.app, pilot)


@pytest.fixture
def sit():
    """Sit down before some briefs: `async with sit(path, size=(120, 40)) as reader`."""

    @asynccontextmanager
    async def sit_down(*paths, size=(120, 40), theme="parley-dark", app_class=ParleyApp, **options):
        app = app_class(*surroundings(paths, theme, **options))
        async with app.run_test(size=size, notifications=True) as pilot:
            reader = Reader(app, pilot)
            await reader.until(lambda: app.screen.is_mounted and app.focused is not None)
            yield reader

    return sit_down


@pytest.fixture
def istanbul():
    return ISTANBUL


@pytest.fixture
def tabs():
    return TABS


@pytest.fixture
def actions_of_brief():
    """The ids of all actions one can ask for on a brief, its list and its page."""
    places = (EVERYWHERE, "brief", "list", "page")
    return {each.id for place in places for each in commands_of(place)}


@pytest.fixture
def rewrite():
    """Write a file as careful programs do: beside it, then over it in one step."""

    def write(path, text):
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)

    return write


BAD = ROOT.parent / "shared" / "corpus" / "bad-inputs"


def _texts(node):
    match node:
        case Text():
            yield node.value
        case Items():
            for each in node.values:
                yield from _texts(each)
        case Fields():
            for key, each in node.pairs:
                yield key.value
                yield from _texts(each)


@pytest.fixture
def corpus_texts():
    """The different texts of the files of one folder of the corpus that can be read."""

    def texts(group):
        found = {}
        for path in sorted((BAD / group).glob("*.yaml")):
            node = parse(path.read_bytes(), path.name).node
            found.update(dict.fromkeys(_texts(node) if node else ()))
        return [text for text in found if text.strip() and len(text) < 2000]

    return texts


class Filling:
    """A brief with something in every field of the model, its texts taken from a list in turn."""

    def __init__(self, texts):
        self.texts, self.ids = cycle(texts), count()

    def text(self):
        """YAML that can hold any text: quoted, with everything but plain ASCII as escapes."""
        safe = (
            c if " " <= c <= "~" and c not in '"\\' else f"\\U{ord(c):08x}"
            for c in next(self.texts)
        )
        return f'"{"".join(safe)}"'

    def record(self, cls):
        told = []
        for name, hint in get_type_hints(cls, include_extras=True).items():
            if name not in {"KEY", "SHORT", "extra", "key", "spot", "point", "parley"}:
                value = self.id() if name == "id" else self.value(hint)
                told.append(f"{name.rstrip('_')}: {value}")
        return "{" + ", ".join(told) + "}"

    def id(self):
        return f'{self.text()[:-1]}{next(self.ids)}"'

    def value(self, hint):
        while hasattr(hint, "__metadata__") or get_origin(hint) in (Union, UnionType):
            hint = (
                getattr(hint, "__origin__", hint)
                if hasattr(hint, "__metadata__")
                else next(each for each in get_args(hint) if each is not NoneType)
            )
        origin, args = get_origin(hint), get_args(hint)
        if origin is tuple:
            return f"[{self.value(args[0])}]"
        if origin is Claimed:
            claims = (self.claim(args[0]) for _ in range(2))
            return f"{{claims: [{', '.join(claims)}], why: {self.text()}, note: {self.text()}}}"
        if origin is Mapping:
            return f"{{{self.text()}: {self.text()}}}"
        if hint is Reference:
            return f"{{unnamed: {self.text()}}}"
        if hasattr(hint, "__dataclass_fields__") and not hasattr(hint, "from_form"):
            return self.record(hint)
        return self.text()

    def claim(self, hint):
        by = f"{{unnamed: {self.text()}}}"
        written = f"as_written: {self.text()}, note: {self.text()}, unit: {self.text()}"
        return f"{{value: {self.value(hint)}, by: {by}, {written}}}"

    def brief(self, rounds):
        told = ["parley: 1"]
        for name, hint in get_type_hints(Brief, include_extras=True).items():
            if name in {"extra", "spot", "parley"}:
                continue
            if get_origin(hint) is tuple:
                items = [self.value(get_args(hint)[0]) for _ in range(rounds)]
                told += [f"{name}:", *(f"  - {item}" for item in items)]
            else:
                told.append(f"{name}: {self.id() if name == 'id' else self.value(hint)}")
        return "\n".join(told) + "\n"


@pytest.fixture
def brief_of():
    """A brief of every kind of record, with the given texts wherever a text may stand."""

    def make(texts, rounds=1):
        return Filling(texts).brief(rounds)

    return make

import asyncio
import shutil
import tempfile
from pathlib import Path

import pytest

from tui.watch import WatchedPath, fingerprint, follow


def read(path):
    try:
        return path.read_bytes()
    except OSError:
        return None


class Following:
    def __init__(self, *watches, known=None, reader=read):
        self.changes, self.state, self.gone, self._turn = (
            [],
            dict(known or {}),
            set(),
            asyncio.Event(),
        )
        known = {path: fingerprint(content) for path, content in self.state.items()}
        self.task = asyncio.create_task(self._collect(follow(watches, read=reader, known=known)))

    async def _collect(self, changes):
        async for change in changes:
            self.changes.append(change)
            self.state.update(change.contents)
            for path in change.gone:
                self.state.pop(path, None)
            self.gone = (self.gone | change.gone) - change.contents.keys()
            self._turn.set()

    async def until(self, holds, seconds=10):
        async with asyncio.timeout(seconds):
            while not holds():
                if self.task.done():
                    self.task.result()
                self._turn.clear()
                await self._turn.wait()

    async def sees(self, path, content, seconds=10):
        await self.until(lambda: self.state.get(path) == content, seconds)

    def contents(self, path):
        return [c.contents[path] for c in self.changes if path in c.contents]

    async def stop(self):
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


@pytest.fixture
def place():
    # Not under /tmp: vim and emacs make no backup of files there and so save in another way.
    try:
        folder = Path(tempfile.mkdtemp(prefix=".parley-test-", dir=Path.home()))
    except OSError:
        pytest.skip("no folder outside the temp folder can be written")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
async def following():
    started = []

    def start(*watches, **options):
        started.append(Following(*watches, **options))
        return started[-1]

    yield start
    for one in started:
        await one.stop()


@pytest.fixture
def brief(place):
    folder = place / "briefs"
    folder.mkdir()
    path = folder / "talks.yaml"
    path.write_bytes(text(0))
    return path


@pytest.fixture
async def one(brief, following):
    start = following(WatchedPath(brief), known={brief: text(0)})
    await asyncio.to_thread(replace, brief, text(99))
    await start.sees(brief, text(99))
    return start


def text(number, rounds=400):
    return b"".join(b"- round: %d-%d\n" % (number, i) for i in range(rounds))


def replace(path, content):
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)


@pytest.fixture(name="text")
def text_fixture():
    return text


@pytest.fixture(name="replace")
def replace_fixture():
    return replace

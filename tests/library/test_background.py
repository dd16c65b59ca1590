import asyncio
from contextlib import suppress

import pytest

from tui.library.background import indexing

BRIEF = "parley: 1\nid: a\ntitle: The talks\n"


@pytest.fixture
def library(tmp_path):
    folder = tmp_path / "briefs"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.yaml").write_text(BRIEF.replace("id: a", f"id: {name}"))
    return folder


async def test_it_tells_how_far_it_is(library, tmp_path):
    told = [each async for each in indexing(tmp_path / "index.db", (library,))]
    assert told[-1] == (3, 3)


async def test_what_cannot_be_made_is_an_error(library, tmp_path):
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(OSError, match="index"):
        async for _ in indexing(tmp_path / "taken" / "index.db", (library,)):
            pass


@pytest.mark.parametrize("steps", [*range(1, 12), 40])
async def test_it_ends_whenever_it_is_cancelled(library, tmp_path, steps):
    async def all_of_it():
        async for _ in indexing(tmp_path / "index.db", (library,)):
            pass

    task = asyncio.create_task(all_of_it())
    for _ in range(steps):
        await asyncio.sleep(0)
    task.cancel()
    async with asyncio.timeout(30):
        with suppress(asyncio.CancelledError):
            await task
    assert task.done()

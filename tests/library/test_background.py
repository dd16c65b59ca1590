import asyncio
from threading import Thread

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
def test_it_ends_whenever_the_loop_is_closed(library, tmp_path, steps):
    """A loop that closes cancels all there is, and waits for it."""

    async def all_of_it():
        async for _ in indexing(tmp_path / "index.db", (library,)):
            pass

    async def begin():
        task = asyncio.create_task(all_of_it())
        for _ in range(steps):
            await asyncio.sleep(0)
        return task

    # In a thread, as one that never ends must not keep the others from being told.
    closing = Thread(target=asyncio.run, args=(begin(),), daemon=True)
    closing.start()
    closing.join(30)
    assert not closing.is_alive()

import asyncio
import os
import pty
import select
import shutil
import time

import pytest

from tui.watch import WatchedPath


async def test_three_saves_are_seen(savers_here, place, following, text, replace, need):
    """All ways to save at once, each on a file of its own, so that their pauses are waited once."""

    async def save_three_times(save, folder):
        brief = folder / "briefs" / "talks.yaml"  # some write beside the folder first
        brief.parent.mkdir(parents=True)
        brief.write_bytes(text(0))
        one = following(WatchedPath(brief), known={brief: text(0)})
        await asyncio.to_thread(replace, brief, text(99))
        await one.sees(brief, text(99))
        for number in (1, 2, 3):
            await asyncio.to_thread(save, brief, text(number))
            await one.sees(brief, text(number))
        assert set(one.contents(brief)) <= {text(n) for n in (0, 1, 2, 3, 99)}
        assert not one.gone

    savers, absent = savers_here
    all_at_once = (save_three_times(save, place / str(n)) for n, save in enumerate(savers.values()))
    became = await asyncio.gather(*all_at_once, return_exceptions=True)
    wrong = {name: error for name, error in zip(savers, became, strict=True) if error}
    assert wrong == {}
    for tool in absent:
        need(tool)


class Screen:
    def __init__(self, *command):
        self.pid, self.end = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, {**os.environ, "TERM": "xterm", "LANG": "C"})

    def shows(self, wanted, seconds=10):
        seen, end = b"", time.monotonic() + seconds
        while wanted not in seen:
            ready, _, _ = select.select([self.end], [], [], max(0, end - time.monotonic()))
            assert ready, f"{wanted!r} never shown"
            seen += os.read(self.end, 65536)

    def send(self, keys):
        os.write(self.end, keys)

    def close(self):
        os.close(self.end)
        os.waitpid(self.pid, 0)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # fork beside threads
@pytest.mark.skipif(not shutil.which("nano"), reason="nano is not installed")
async def test_nano(one, brief, text):
    screen = Screen("nano", "-I", str(brief))
    try:
        await asyncio.to_thread(screen.shows, b"round")
        typed = b""
        for key in (b"# c", b"# b", b"# a"):
            screen.send(key + b"\x13")
            await asyncio.to_thread(screen.shows, b"Wrote")
            typed += key
            await one.sees(brief, typed + text(99))
    finally:
        screen.send(b"\x18")
        screen.close()


async def test_a_save_in_pieces_is_never_seen_half_done(one, brief, text):
    def in_pieces(content):
        with brief.open("wb", buffering=0) as file:
            for start in range(0, len(content), len(content) // 5 + 1):
                file.write(content[start : start + len(content) // 5 + 1])
                select.select([], [], [], 0.12)  # the pause of the writer is what is tested

    for number in (1, 2, 3):
        await asyncio.to_thread(in_pieces, text(number))
        await one.sees(brief, text(number))
    assert one.contents(brief) == [text(n) for n in (99, 1, 2, 3)]
    assert not any(change.truncated for change in one.changes)


async def test_a_file_made_again_in_pieces_is_never_seen_half_done(one, brief, text):
    def in_pieces(content):
        brief.unlink()
        with brief.open("wb", buffering=0) as file:
            for start in range(0, len(content), 1000):
                file.write(content[start : start + 1000])
                select.select([], [], [], 0.02)

    for number in (1, 2):
        await asyncio.to_thread(in_pieces, text(number))
        await one.sees(brief, text(number))
    assert one.contents(brief) == [text(n) for n in (99, 1, 2)]


async def test_a_storm_is_coalesced_and_its_end_is_seen(one, brief, text, replace):
    before = len(one.changes)
    begin = time.monotonic()

    def storm():
        for number in range(500):
            replace(brief, text(number, 50))

    await asyncio.to_thread(storm)
    await one.sees(brief, text(499, 50))
    assert len(one.changes) - before <= 2 + 4 * (time.monotonic() - begin)


async def test_a_storm_in_place_ends_with_the_last_state(one, brief, text):
    def storm():
        for number in range(500):
            brief.write_bytes(text(number))

    await asyncio.to_thread(storm)
    await one.sees(brief, text(499))
    brief.write_bytes(text(500))
    await one.sees(brief, text(500))


async def test_touch_and_chmod_are_no_change(one, brief, text, replace):
    before = len(one.changes)
    os.utime(brief)
    brief.chmod(0o600)
    await asyncio.to_thread(replace, brief, text(1))
    await one.sees(brief, text(1))
    assert len(one.changes) == before + 1


async def test_a_shortened_file_is_taken_after_a_while_and_said(one, brief, text, replace):
    brief.write_bytes(text(99, 100))
    await one.sees(brief, text(99, 100))
    assert one.changes[-1].truncated == {brief}
    brief.write_bytes(text(99, 300))
    await one.sees(brief, text(99, 300))
    assert not one.changes[-1].truncated

import asyncio
import os
import shutil
import threading
import time
from pathlib import Path

import pytest

from tui.watch import WatchedPath


@pytest.fixture(autouse=True)
def short_grace(monkeypatch):
    monkeypatch.setattr("tui.watch.settle.GRACE", 0.5)


@pytest.fixture
def quick_sweep(monkeypatch):
    monkeypatch.setattr("tui.watch.ledger.SWEEP", 0.3)


async def test_what_is_known_is_not_told_again(brief, following, text):
    other = brief.with_name("other.yaml")
    start = following(WatchedPath(brief.parent, "folder"), known={brief: text(0)})
    other.write_bytes(b"title: Other\n")
    await start.sees(other, b"title: Other\n")
    assert not start.contents(brief)


async def test_a_write_before_the_start_is_seen(brief, following, text):
    start = following(WatchedPath(brief), known={brief: text(7)})
    await start.sees(brief, text(0))


async def test_a_file_that_vanished_before_the_start_is_gone(brief, following, text):
    brief.unlink()
    start = following(WatchedPath(brief), known={brief: text(0)})
    await start.until(lambda: start.gone == {brief})


async def test_deleted_and_made_again(one, brief, text):
    for number in (1, 2):
        brief.unlink()
        await one.until(lambda: brief in one.gone)
        brief.write_bytes(text(number))
        await one.sees(brief, text(number))


async def test_an_unreadable_file_is_gone_until_it_can_be_read(brief, following, text):
    shut = set()
    start = following(
        WatchedPath(brief),
        known={brief: text(0)},
        reader=lambda path: None if path in shut else path.read_bytes(),
    )
    brief.write_bytes(text(1))
    await start.sees(brief, text(1))
    shut.add(brief)
    brief.chmod(0o600)
    await start.until(lambda: brief in start.gone)
    shut.clear()
    brief.chmod(0o644)
    await start.sees(brief, text(1))


@pytest.mark.parametrize("kind", ["file", "folder"])
async def test_folder_renamed_away_and_back(kind, brief, following, text, replace):
    start = following(WatchedPath(brief if kind == "file" else brief.parent, kind))
    await start.sees(brief, text(0))
    away = brief.parent.with_name("away")
    for number in (1, 2, 3):
        brief.parent.rename(away)
        replace(away / brief.name, text(number))
        away.rename(brief.parent)
        await start.sees(brief, text(number))
        replace(brief, text(number + 10))
        await start.sees(brief, text(number + 10))
    assert not start.gone


@pytest.mark.parametrize("kind", ["file", "folder", "library"])
async def test_folder_deleted_and_made_again(quick_sweep, kind, brief, following, text):
    start = following(WatchedPath(brief if kind == "file" else brief.parent, kind))
    await start.sees(brief, text(0))
    for number in (1, 2):
        shutil.rmtree(brief.parent)
        brief.parent.mkdir()
        brief.write_bytes(text(number))
        await start.sees(brief, text(number))
        brief.write_bytes(text(number + 10))
        await start.sees(brief, text(number + 10))


async def test_a_link_that_points_elsewhere(quick_sweep, place, following, text):
    for number in (0, 1, 2):
        (place / f"..data{number}").mkdir()
        (place / f"..data{number}" / "talks.yaml").write_bytes(text(number))
    (place / "..data").symlink_to("..data0")
    link = place / "talks.yaml"
    link.symlink_to("..data/talks.yaml")
    start = following(WatchedPath(link))
    await start.sees(link, text(0))
    for number in (1, 2):
        (place / "..new").symlink_to(f"..data{number}")
        (place / "..new").replace(place / "..data")
        await start.sees(link, text(number))
    (place / "..data2" / "talks.yaml").write_bytes(text(3))
    await start.sees(link, text(3))


async def test_a_watched_link_to_a_folder(quick_sweep, place, following, text, replace):
    for name in ("a", "b"):
        (place / name).mkdir()
        (place / name / "talks.yaml").write_bytes(text(ord(name)))
    (place / "link").symlink_to("a")
    talks = place / "link" / "talks.yaml"
    start = following(WatchedPath(place / "link", "folder"))
    await start.sees(talks, text(ord("a")))
    replace(place / "a" / "talks.yaml", text(1))
    await start.sees(talks, text(1))
    (place / "new").symlink_to("b")
    (place / "new").replace(place / "link")
    await start.sees(talks, text(ord("b")))
    replace(place / "b" / "talks.yaml", text(2))
    await start.sees(talks, text(2))


async def test_places_that_are_not_there_yet(place, following):
    config, themes = place / "config" / "parley" / "config.yaml", place / "data" / "themes"
    start = following(WatchedPath(config), WatchedPath(themes, "folder"))
    config.parent.mkdir(parents=True)
    config.write_bytes(b"theme: dark\n")
    await start.sees(config, b"theme: dark\n")
    themes.mkdir(parents=True)
    (themes / "dark.yaml").write_bytes(b"name: dark\n")
    await start.sees(themes / "dark.yaml", b"name: dark\n")
    for number in (1, 2):
        config.write_bytes(b"theme: %d\n" % number)
        await start.sees(config, b"theme: %d\n" % number)


async def test_one_file_by_two_watches(brief, following, text, replace):
    start = following(WatchedPath(brief), WatchedPath(brief.parent, "folder"))
    for number in (1, 2, 3):
        replace(brief, text(number))
        await start.sees(brief, text(number))


async def test_a_library_of_files(brief, following, text, replace):
    library = brief.parent
    start = following(WatchedPath(library, "library"), known={brief: text(0)})
    replace(library / "new.yml", b"title: New\n")
    await start.sees(library / "new.yml", b"title: New\n")
    (library / "new.yml").rename(library / "newer.yml")
    await start.sees(library / "newer.yml", b"title: New\n")
    await start.until(lambda: library / "new.yml" in start.gone)
    for name in (".hidden.yaml", "notes.txt", "new.yaml~", "4913"):
        (library / name).write_bytes(b"x")
    brief.unlink()
    await start.until(lambda: brief in start.gone)
    assert start.state.keys() == {library / "newer.yml"}


async def test_a_library_of_folders(place, following):
    library = place / "library"
    start = following(WatchedPath(library, "library"))
    main, part = library / "a" / "brief.yaml", library / "a" / "rounds.yaml"
    main.parent.mkdir(parents=True)
    main.write_bytes(b"title: A\n")
    await start.sees(main, b"title: A\n")
    part.write_bytes(b"rounds: 1\n")
    await start.sees(part, b"rounds: 1\n")
    moved = place / "elsewhere"
    moved.mkdir()
    (moved / "rounds.yaml").write_bytes(b"rounds: 1\n")
    moved.rename(library / "b")
    (library / "b" / "brief.yaml").write_bytes(b"title: B\n")
    await start.sees(library / "b" / "rounds.yaml", b"rounds: 1\n")
    (library / "b").rename(library / "c")
    await start.sees(library / "c" / "brief.yaml", b"title: B\n")
    await start.until(lambda: library / "b" / "brief.yaml" in start.gone)
    for number in (1, 2, 3):
        part.write_bytes(b"rounds: %d, more\n" % number)
        await start.sees(part, b"rounds: %d, more\n" % number)
    shutil.rmtree(library / "a")
    await start.until(lambda: {main, part} <= start.gone)


async def test_files_beside_no_brief_are_not_told(place, following):
    (place / "notes").mkdir()
    start = following(WatchedPath(place, "library"))
    (place / "notes" / "other.yaml").write_bytes(b"a: 1\n")
    (place / "last.yaml").write_bytes(b"a: 1\n")
    await start.sees(place / "last.yaml", b"a: 1\n")
    assert start.state.keys() == {place / "last.yaml"}


async def test_a_name_that_is_not_utf8_stops_nothing(one, brief, text, replace):
    odd = os.fsencode(brief.parent) + b"/\xff.yaml"
    for number in (1, 2, 3, 4):
        os.close(os.open(odd, os.O_CREAT | os.O_WRONLY))
        Path(os.fsdecode(odd)).unlink()
        replace(brief, text(number))
        await one.sees(brief, text(number))


async def test_events_that_fail_for_good_are_replaced_by_polling(
    brief, following, monkeypatch, text, replace
):
    def fails(*paths, **options):
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr("watchfiles.watch", fails)
    monkeypatch.setattr("tui.watch.POLL", 0.2)
    start = following(WatchedPath(brief), known={brief: text(0)})
    await start.until(lambda: any("limit reached" in c.notice for c in start.changes))
    for number in (1, 2, 3):
        replace(brief, text(number))
        await start.sees(brief, text(number))


async def test_lost_events_are_made_up_for(quick_sweep, brief, following, monkeypatch, text):
    monkeypatch.setattr("tui.watch.listen.FolderListener.on_heard", lambda self, _: self.wake.set())
    start = following(WatchedPath(brief), known={brief: text(0)})
    for number in (1, 2):
        brief.write_bytes(text(number))
        await start.sees(brief, text(number))


async def test_cancelling_ends_it_at_once(one):
    begin = time.monotonic()
    await one.stop()
    assert time.monotonic() - begin < 0.3
    ears = [thread for thread in threading.enumerate() if thread.name == "listen"]
    for ear in ears:
        await asyncio.to_thread(ear.join, 1)
    assert not any(ear.is_alive() for ear in ears)

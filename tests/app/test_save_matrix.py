"""Every way to save, on every shape a brief can have: seen, in place, and never half."""

import asyncio

import pytest

from tui.screens.brief import BriefScreen

ROUNDS = 60
LONG = " ".join(f"word{n}" for n in range(300))
HEAD = "parley: 1\nid: talks\ntitle: {title}\nas_of: 2031-03-10\n"


def head(title):
    return HEAD.format(title=title)


def rounds(title, first=0):
    lines = (
        f"  - {{id: r{n}, title: Round {n} as of {title}, "
        f"status: concluded, when: 2031-01, note: {LONG}}}\n"
        for n in range(first, first + ROUNDS)
    )
    return "rounds:\n" + "".join(lines)


class States:
    """What was on screen, state by state: each must be one that somebody wrote, whole."""

    def __init__(self, monkeypatch):
        self.seen = []
        watch_view = BriefScreen.watch_view

        def note(screen, before, view):
            if view is not None and not view.reading.stale:
                brief = view.brief
                self.seen.append((brief.title, tuple(each.title for each in brief.rounds)))
            watch_view(screen, before, view)

        monkeypatch.setattr(BriefScreen, "watch_view", note)

    def check(self, counts=(ROUNDS,)):
        assert self.seen
        for _, titles in self.seen:
            assert len(titles) in counts
            assert len({title.partition(" as of ")[2] for title in titles[:ROUNDS]}) == 1


@pytest.fixture
def states(monkeypatch):
    return States(monkeypatch)


@pytest.fixture
def place(sit):
    async def take(reader):
        """Sit in the middle of the page of a round in the middle."""
        await reader.open_tab(1)
        await reader.move_to("rounds/r5")
        await reader.press("enter")
        for _ in range(60):
            if "word30 " in top_line(reader):
                break
            await reader.press("j")
        assert kept(reader)

    return take


def top_line(reader):
    """What one reads first: a mark at the head of the page may move it, not push it away."""
    return "".join(span.text for span in reader.page.line_at(reader.page.scroll_offset.y))


def kept(reader):
    return (reader.row, reader.focus is reader.page) == ("rounds/r5", True) and (
        "word30 " in top_line(reader)
    )


async def save_in_all_ways(reader, savers, path, text):
    """Save another text in each way, one after the other; each is seen, and the place is kept."""
    for name, save in savers.items():
        await asyncio.to_thread(save, path, text(name).encode())
        await reader.until(lambda name=name: f"Round 5 as of {name}" in reader.page_text)
        assert kept(reader), name
        assert "live" in reader.text, name


async def test_a_brief_of_one_file(sit, savers, states, place, tmp_path):
    path = tmp_path / "work" / "talks.yaml"
    path.parent.mkdir()
    path.write_text(head("start") + rounds("start"))
    async with sit(path) as reader:
        await place(reader)
        await save_in_all_ways(reader, savers, path, lambda name: head(name) + rounds(name))
    states.check()


async def test_a_part_of_a_folder_brief(sit, savers, states, place, tmp_path):
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "brief.yaml").write_text(head("start"))
    (folder / "rounds.yaml").write_text(rounds("start"))
    async with sit(folder) as reader:
        await place(reader)
        await save_in_all_ways(reader, savers, folder / "rounds.yaml", rounds)
    states.check()


async def test_a_file_that_comes_new_and_goes(sit, savers, states, place, tmp_path):
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "brief.yaml").write_text(head("start"))
    (folder / "rounds.yaml").write_text(rounds("start"))
    async with sit(folder) as reader:
        await place(reader)
        # Not those that change a file which is there; and of each kind one, as a file that has
        # gone is waited for.
        for name in ("rename", "in pieces", "syncthing", "vim", "rsync"):
            new = folder / "later.yaml"
            await asyncio.to_thread(savers[name], new, rounds(name, first=ROUNDS).encode())
            await reader.until(lambda: len(reader.list.rows) == 2 * ROUNDS)
            assert kept(reader), name
            new.unlink()
            await reader.until(lambda: len(reader.list.rows) == ROUNDS)
            assert kept(reader), name
    states.check((ROUNDS, 2 * ROUNDS))


async def test_deleted_and_written_again(sit, savers, states, place, tmp_path):
    path = tmp_path / "work" / "talks.yaml"
    path.parent.mkdir()
    path.write_text(head("start") + rounds("start"))
    async with sit(path) as reader:
        await place(reader)
        for name in ("rename", "in pieces", "cp", "vim", "rsync"):
            path.unlink()
            await reader.sees("stale")
            assert kept(reader), name
            await asyncio.to_thread(savers[name], path, (head(name) + rounds(name)).encode())
            await reader.until(lambda name=name: f"Round 5 as of {name}" in reader.page_text)
            await reader.sees("● live")
            assert kept(reader), name
    states.check()


async def test_renamed_changed_and_renamed_back(sit, savers, states, place, tmp_path):
    path = tmp_path / "work" / "talks.yaml"
    path.parent.mkdir()
    path.write_text(head("start") + rounds("start"))
    other = path.with_name("other.txt")
    async with sit(path) as reader:
        await place(reader)
        for name, save in savers.items():
            path.rename(other)
            await asyncio.to_thread(save, other, (head(name) + rounds(name)).encode())
            other.rename(path)
            await reader.until(lambda name=name: f"Round 5 as of {name}" in reader.page_text)
            assert kept(reader), name
    states.check()

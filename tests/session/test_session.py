import threading

import pytest

from tui.brief import load as loading
from tui.session.session import SMALL, Session
from tui.watch import FileChange

HEAD = "parley: 1\nid: {id}\ntitle: The {id} talks\n"
ROUND = "  - {{id: {id}, title: {title}, status: concluded, when: 2031-02-01}}\n"


def text(*rounds, brief="river"):
    told = "".join(ROUND.format(id=each[0], title=each) for each in rounds)
    return HEAD.format(id=brief) + ("rounds:\n" + told if rounds else "")


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "river.yaml"
    path.write_text(text("alpha", "beta"))
    return path


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "lake"
    path.mkdir()
    (path / "brief.yaml").write_text(HEAD.format(id="lake"))
    (path / "rounds.yaml").write_text("rounds:\n" + ROUND.format(id="a", title="alpha"))
    return path


def test_read_remembers(brief):
    desk = Session((brief,))
    reading = desk.read(brief)
    assert desk.readings == {brief: reading}
    assert reading.brief.title == "The river talks"


def test_a_broken_file_keeps_what_it_said(brief):
    desk = Session((brief,))
    desk.read(brief)
    brief.write_text("rounds: [")
    reading = desk.read(brief)
    assert reading.stale
    assert len(reading.brief.rounds) == 2


def test_contents_at_hand_are_not_read_again(brief):
    desk = Session((brief,))
    reading = desk.read(brief, {brief: HEAD.format(id="other").encode()})
    assert reading.brief.title == "The other talks"


def test_two_readings_of_one_brief_do_not_overtake_each_other(brief, monkeypatch):
    desk = Session((brief,))
    began, go_on = threading.Event(), threading.Event()
    load = loading.load
    asked = []

    def slow(path, before, *rest, **named):
        reading = load(path, before, *rest, **named)
        asked.append(before)
        if len(asked) == 1:
            began.set()
            assert go_on.wait(30)
        return reading

    monkeypatch.setattr(loading, "load", slow)
    first = threading.Thread(target=desk.read, args=(brief,))
    first.start()
    assert began.wait(30)
    brief.write_text(text("alpha", brief="newer"))
    second = threading.Thread(target=desk.read, args=(brief,))
    second.start()
    go_on.set()
    first.join(30)
    second.join(30)
    assert desk.readings[brief].brief.id == "newer"
    assert asked[1] is not None


def test_two_briefs_are_read_at_the_same_time(brief, folder, monkeypatch):
    desk = Session((brief, folder))
    both = threading.Barrier(2, timeout=30)
    load = loading.load

    def meet(*args, **named):
        both.wait()
        return load(*args, **named)

    monkeypatch.setattr(loading, "load", meet)
    threads = [threading.Thread(target=desk.read, args=(each,)) for each in (brief, folder)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert set(desk.readings) == {brief, folder}


def test_small_is_told_by_bytes(brief, folder, tmp_path):
    desk = Session((tmp_path,))
    assert desk.is_small(brief)
    assert desk.is_small(folder)
    assert desk.is_small(tmp_path / "gone.yaml")
    (folder / "more.yaml").write_bytes(b"#" * SMALL)
    assert not desk.is_small(folder)
    brief.write_bytes(b"#" * (SMALL + 1))
    assert not desk.is_small(brief)


def test_touched_are_the_opened_briefs_of_the_files(brief, folder, tmp_path):
    desk = Session((tmp_path,))
    for path in (brief, folder):
        desk.read(path)
    assert desk.touched(FileChange({brief: b""})) == (brief,)
    assert desk.touched(FileChange({folder / "rounds.yaml": b""})) == (folder,)
    assert desk.touched(FileChange(gone=frozenset({folder / "brief.yaml"}))) == (folder,)
    assert desk.touched(FileChange({tmp_path / "other.yaml": b""})) == ()


def test_a_brief_not_read_is_not_touched(brief):
    assert Session((brief,)).touched(FileChange({brief: b""})) == ()


def test_the_shelf_follows_the_library(brief, folder, tmp_path):
    desk = Session((tmp_path,))
    assert [each.name for each in desk.paths_found.briefs] == ["lake", "river.yaml"]
    added = tmp_path / "sea.yaml"
    added.write_text(HEAD.format(id="sea"))
    assert added not in desk.paths_found.briefs
    desk.touched(FileChange({added: added.read_bytes()}))
    assert added in desk.paths_found.briefs
    added.unlink()
    desk.touched(FileChange(gone=frozenset({added})))
    assert added not in desk.paths_found.briefs


def test_a_folder_brief_added_to_the_library(tmp_path):
    desk = Session((tmp_path,))
    assert [each.code for each in desk.problems()] == ["library"]
    (tmp_path / "sea").mkdir()
    head = tmp_path / "sea" / "brief.yaml"
    head.write_text(HEAD.format(id="sea"))
    desk.touched(FileChange({head: head.read_bytes()}))
    assert desk.paths_found.briefs == (head.parent,)
    assert desk.problems() == ()


def test_what_is_watched(brief, folder, tmp_path):
    def kinds(desk):
        return {(watch.path, watch.kind) for watch in desk.watches()}

    assert kinds(Session((brief, folder))) == {(brief, "file"), (folder, "folder")}
    assert kinds(Session((tmp_path,))) == {(tmp_path, "library")}


def test_a_folder_brief_is_watched_as_a_folder_when_it_is_gone(folder):
    desk = Session((folder,))
    desk.read(folder)
    folder.rename(folder.with_name("away"))
    assert {watch.kind for watch in desk.watches()} == {"folder"}


def test_known_are_the_bytes_read(brief, folder):
    desk = Session((brief, folder))
    assert desk.known() == {}
    for path in (brief, folder):
        desk.read(path)
    known = desk.known()
    assert set(known) == {brief, folder / "brief.yaml", folder / "rounds.yaml"}
    assert known[brief].size == brief.stat().st_size


def test_a_table_belongs_to_the_briefs_that_name_it(brief):
    table = brief.with_name("shots.csv")
    named = "conflict: {series: [{name: shots, file: shots.csv}]}\n"
    brief.write_text(HEAD.format(id="river") + named)
    table.write_text("date,value\n2031-03-01,4\n")
    desk = Session((brief,))
    desk.read(brief)
    assert desk.tables == {table}
    assert any(watch.path == table for watch in desk.watches())
    assert table in desk.known()
    assert desk.touched(FileChange({table: b""})) == (brief,)
    assert desk.touched(FileChange({brief.with_name("other.csv"): b""})) == ()
    reading = desk.read(brief, {table: b"date,value\n2031-03-01,5\n"})
    assert str(reading.brief.conflict.series[0].rows[0].value.best) == "5"
    table.unlink()
    assert desk.read(brief).tables[table].stale
    # It is told of once it is there again, whatever it says.
    assert table not in desk.known()


def test_a_brief_with_a_large_table_is_not_small(brief):
    table = brief.with_name("shots.csv")
    brief.write_text(HEAD.format(id="river") + "conflict: {series: [{file: shots.csv}]}\n")
    desk = Session((brief,))
    assert desk.is_small(brief)
    table.write_text("date,value\n" + "2031-03-01,4\n" * 9_000)
    assert not desk.is_small(brief)

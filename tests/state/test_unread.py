from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.brief.load import load
from tui.state import states
from tui.state.store import Memory
from tui.state.unread import LOST, Unread

NOW = datetime(2025, 6, 6, 14, 2, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
HEAD = "parley: 1\nid: talks\ntitle: Talks\nrounds:\n"


def text(**rounds):
    return HEAD + "".join(f"  - {{id: {name}, title: {title}}}\n" for name, title in rounds.items())


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(text(a="alpha", b="beta"))
    return path


@pytest.fixture
def memory(tmp_path):
    opened = []

    def open_one():
        opened.append(Memory(tmp_path / "state" / "memory.db"))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


def seen(unread, path, at=NOW):
    return set(unread.look(load(path), at).changes)


def test_a_brief_never_seen_is_read(brief, memory):
    unread = Unread(memory())
    assert unread.news(brief) is None
    assert seen(unread, brief) == set()
    assert unread.news(brief) is not None


def test_what_changed_is_unread_until_it_is_marked(brief, memory):
    unread = Unread(memory())
    seen(unread, brief)
    brief.write_text(text(a="alpha", b="bravo", c="gamma"))
    assert seen(unread, brief) == {"rounds/b", "rounds/c"}
    unread.mark(brief, ["rounds/b"], LATER)
    assert set(unread.news(brief).changes) == {"rounds/c"}
    unread.mark_all(brief, LATER)
    assert not unread.news(brief).changes


def test_a_restart_forgets_nothing(brief, memory):
    first = Unread(memory())
    seen(first, brief)
    brief.write_text(text(a="alef", b="bravo"))
    again = Unread(memory())
    assert seen(again, brief) == {"rounds/a", "rounds/b"}
    again.mark(brief, ["rounds/a"], LATER)
    third = Unread(memory())
    assert seen(third, brief) == {"rounds/b"}
    known = third.news(brief).known["rounds/b"]
    assert known.at == NOW
    assert [each.title for each in known.reading.brief.rounds] == ["alpha", "beta"]


def test_a_change_undone_is_not_unread(brief, memory):
    unread = Unread(memory())
    seen(unread, brief)
    before = brief.read_bytes()
    brief.write_text(text(a="alpha", b="bravo"))
    seen(unread, brief)
    brief.write_bytes(before)
    assert seen(unread, brief) == set()


def test_only_moved_text_is_read_and_becomes_what_was_read(brief, memory):
    unread = Unread(memory())
    seen(unread, brief)
    brief.write_text("# a remark\n" + text(a="alpha", b="beta"))
    assert seen(unread, brief, LATER) == set()
    brief.write_text(text(a="alpha", b="bravo"))
    seen(unread, brief)
    assert unread.news(brief).known["rounds/b"].at == LATER


def test_what_changes_again_tells_what_came_since(brief, memory):
    unread = Unread(memory())
    seen(unread, brief)
    brief.write_text(text(a="alef", b="bravo"))
    seen(unread, brief)
    unread.mark(brief, ["rounds/b"], LATER)
    brief.write_text(text(a="alef", b="bis"))
    for each in (unread, Unread(memory())):
        assert seen(each, brief) == {"rounds/a", "rounds/b"}
        news = each.news(brief)
        assert [(f.old, f.new) for f in news.changes["rounds/b"].fields] == [("bravo", "bis")]
        assert [(f.old, f.new) for f in news.changes["rounds/a"].fields] == [("alpha", "alef")]
        assert news.known["rounds/b"].at == LATER


def test_what_was_read_and_then_undone_is_unread(brief, memory):
    unread = Unread(memory())
    seen(unread, brief)
    brief.write_text(text(a="alef", b="bravo"))
    seen(unread, brief)
    unread.mark(brief, ["rounds/b"], LATER)
    brief.write_text(text(a="alef", b="beta"))
    assert seen(unread, brief) == {"rounds/a", "rounds/b"}
    change = unread.news(brief).changes["rounds/b"]
    assert [(f.old, f.new) for f in change.fields] == [("bravo", "beta")]


def test_what_is_gone_stays_listed_until_it_is_read(brief, memory):
    unread = Unread(memory())
    seen(unread, brief)
    brief.write_text(text(a="alef"))
    assert seen(unread, brief) == {"rounds/a", "gone/rounds/b"}
    unread.mark(brief, ["rounds/b"], LATER)
    assert set(unread.news(brief).changes) == {"rounds/a"}
    brief.write_text(text(a="alef", b="beta"))
    assert seen(unread, brief) == {"rounds/a", "rounds/b"}


def test_a_record_read_when_it_was_new_and_then_gone(brief, memory):
    unread = Unread(memory())
    seen(unread, brief)
    brief.write_text(text(a="alef", b="beta", c="gamma"))
    seen(unread, brief)
    unread.mark(brief, ["rounds/c"], LATER)
    brief.write_text(text(a="alef", b="beta"))
    assert seen(unread, brief) == {"rounds/a", "gone/rounds/c"}


def test_a_broken_file_changes_nothing(brief, memory):
    unread = Unread(memory())
    reading = load(brief)
    unread.look(reading, NOW)
    brief.write_text(text(a="alef", b="beta"))
    reading = load(brief, reading)
    unread.look(reading, NOW)
    brief.write_text("rounds: [")
    assert set(unread.look(load(brief, reading), NOW).changes) == {"rounds/a"}
    unread.mark_all(brief, LATER)
    brief.write_text(text(a="alef", b="beta"))
    assert seen(unread, brief) == set()


def test_a_broken_file_is_not_the_state_that_was_read(brief, memory):
    good = brief.read_bytes()
    brief.write_text("rounds: [")
    unread = Unread(memory())
    assert seen(unread, brief) == set()
    brief.write_bytes(good)
    assert seen(unread, brief) == set()


def test_the_last_mark_makes_all_of_it_read(brief, memory):
    kept = memory()
    unread = Unread(kept)
    seen(unread, brief)
    for turn in range(5):
        brief.write_text(text(a=f"alef{turn}", b=f"bis{turn}"))
        assert len(seen(unread, brief)) == 2
        unread.mark(brief, ["rounds/a"], LATER)
        assert len(kept.names(states.KIND, states.name_of(brief))) == 2
        unread.mark(brief, ["rounds/b"], LATER)
        assert len(kept.names(states.KIND, states.name_of(brief))) == 1
        assert kept.names("read", states.name_of(brief)) == ("",)


def test_what_is_kept_does_not_grow(brief, memory):
    kept = memory()
    unread = Unread(kept)
    seen(unread, brief)
    for turn in range(8):
        brief.write_text(text(a=f"alef{turn}", b="bravo"))
        seen(unread, brief)
        unread.mark(brief, ["rounds/a"], LATER)
        assert len(kept.names(states.KIND, states.name_of(brief))) == 2


def test_marks_are_taken_back(brief, memory):
    unread = Unread(memory())
    seen(unread, brief)
    assert not unread.take_back(brief, LATER)
    brief.write_text(text(a="alef", b="bravo"))
    both = seen(unread, brief)
    unread.mark_all(brief, LATER)
    assert unread.take_back(brief, LATER)
    assert set(unread.news(brief).changes) == both
    assert unread.news(brief).known["rounds/a"].at == NOW
    assert not unread.take_back(brief, LATER)
    unread.mark(brief, ["rounds/a"], LATER)
    assert unread.take_back(brief, LATER)
    assert seen(Unread(memory()), brief) == both


def test_two_at_once_on_one_brief(brief, memory):
    one, other = Unread(memory()), Unread(memory())
    seen(one, brief)
    seen(other, brief)
    brief.write_text(text(a="alef", b="bravo"))
    assert seen(one, brief) == seen(other, brief) == {"rounds/a", "rounds/b"}
    one.mark(brief, ["rounds/a"], LATER)
    assert seen(other, brief) == {"rounds/b"}
    one.mark_all(brief, LATER)
    assert seen(other, brief) == set()


def test_a_folder_brief(tmp_path, memory):
    folder = tmp_path / "lake"
    folder.mkdir()
    (folder / "brief.yaml").write_text("parley: 1\nid: lake\ntitle: Lake\n")
    (folder / "rounds.yaml").write_text("rounds:\n  - {id: a, title: alpha}\n")
    seen(Unread(memory()), folder)
    (folder / "rounds.yaml").write_text("rounds:\n  - {id: a, title: alef}\n")
    (folder / "more.yaml").write_text("rounds:\n  - {id: b, title: beta}\n")
    (folder / "brief.yaml").write_text("parley: 1\nid: lake\ntitle: Sea\n")
    assert seen(Unread(memory()), folder) == {"brief", "rounds/a", "rounds/b"}


def test_a_link_is_the_brief_it_leads_to(brief, memory, tmp_path):
    seen(Unread(memory()), brief)
    brief.write_text(text(a="alef", b="beta"))
    link = tmp_path / "link.yaml"
    link.symlink_to(brief)
    assert seen(Unread(memory()), link) == {"rounds/a"}


def test_a_brief_over_the_limit_is_followed_while_the_program_runs(brief, memory, monkeypatch):
    monkeypatch.setattr(states, "LIMIT", 20)
    unread = Unread(memory())
    seen(unread, brief)
    brief.write_text(text(a="alef", b="beta"))
    assert seen(unread, brief) == {"rounds/a"}
    news = Unread(memory()).look(load(brief), LATER)
    assert (dict(news.changes), news.trouble) == ({}, LOST)


@pytest.mark.parametrize("damage", [b"", b"not zlib", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_a_damaged_state_is_said(brief, memory, damage):
    kept = memory()
    seen(Unread(kept), brief)
    name = states.name_of(brief)
    for each in kept.names(states.KIND, name):
        kept.put(states.KIND, name, each, damage)
    brief.write_text(text(a="alef", b="beta"))
    news = Unread(kept).look(load(brief), LATER)
    assert (dict(news.changes), news.trouble) == ({}, LOST)
    brief.write_text(text(a="alef", b="bravo"))
    assert seen(Unread(kept), brief) == {"rounds/b"}


def test_a_damaged_mark_is_as_none(brief, memory):
    kept = memory()
    unread = Unread(kept)
    seen(unread, brief)
    brief.write_text(text(a="alef", b="bravo"))
    seen(unread, brief)
    unread.mark(brief, ["rounds/a"], LATER)
    name = states.name_of(brief)
    kept.put("read", name, "rounds/a", b"nonsense")
    assert seen(Unread(kept), brief) == {"rounds/a", "rounds/b"}
    kept.put("read", name, "rounds/a", b"nostate 2025-06-06")
    assert seen(Unread(kept), brief) == {"rounds/a", "rounds/b"}


def test_bytes_that_are_no_text_are_kept(brief, memory):
    kept = memory()
    brief.write_bytes(text(a="alpha").encode() + b"# \xff\n")
    reading = load(brief)
    name = states.name_of(brief)
    states.keep(kept, name, reading)
    packed = kept.get(states.KIND, name, reading.state)
    assert packed is not None
    assert states.recall(kept, name, brief, reading.state) is None


def test_other_is_told_without_reading(brief, memory):
    def differs(unread):
        return unread.changed({brief: load(brief).state})[brief]

    unread = Unread(memory())
    assert not differs(unread)
    seen(unread, brief)
    assert not differs(unread)
    brief.write_text(text(a="alef", b="beta"))
    assert differs(Unread(memory()))


def test_a_name_that_is_no_text(tmp_path, memory):
    path = tmp_path / "t\udcffalks.yaml"
    path.write_text(text(a="alpha"))
    seen(Unread(memory()), path)
    path.write_text(text(a="alef"))
    assert seen(Unread(memory()), path) == {"rounds/a"}


def state(brief, reading=None, **rounds):
    return load(brief, reading, {brief: text(**rounds).encode()})


def test_what_a_reader_wrote_is_read_and_the_rest_is_not(brief, memory):
    unread = Unread(memory())
    seen(unread, brief)
    theirs = state(brief, a="alef", b="beta")
    assert set(unread.look(theirs, NOW).changes) == {"rounds/a"}
    ours = state(brief, a="alef", b="bravo")
    assert unread.own(theirs, ours, LATER) == 1
    assert set(unread.news(brief).changes) == {"rounds/a"}
    brief.write_text(text(a="alef", b="bravo"))
    assert seen(Unread(memory()), brief) == {"rounds/a"}


def test_what_others_changed_in_the_same_reload_stays_unread(brief, memory):
    unread = Unread(memory())
    before = load(brief)
    unread.look(before, NOW)
    brief.write_text(text(a="alef", b="bravo!"))
    unread.own(before, state(brief, a="alpha", b="bravo"), LATER)
    assert not unread.news(brief).changes
    changes = unread.look(load(brief), LATER).changes
    assert set(changes) == {"rounds/a", "rounds/b"}
    assert changes["rounds/b"].old.title == "bravo"


def test_a_record_somebody_else_changed_too_stays_unread(brief, memory):
    unread = Unread(memory())
    unread.look(load(brief), NOW)
    theirs = state(brief, a="alef", b="beta")
    unread.look(theirs, NOW)
    assert unread.own(theirs, state(brief, a="alef!", b="beta"), LATER) == 0
    assert unread.news(brief).changes["rounds/a"].old.title == "alpha"


def test_a_text_of_ours_that_could_not_be_read_counts_with_what_mends_it(brief, memory):
    unread = Unread(memory())
    before = load(brief)
    unread.look(before, NOW)
    broken = load(brief, before, {brief: text(a="alef", b="[").encode()})
    assert broken.stale
    assert unread.own(before, broken, NOW) == 0
    mended = load(brief, broken, {brief: text(a="alef", b="bravo").encode()})
    assert unread.own(broken, mended, LATER) == 2
    assert not unread.look(mended, LATER).changes


@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from("ab"), st.sampled_from("xyz")), max_size=6)
)
def test_only_what_others_wrote_is_unread(steps):
    path = Path("talks.yaml")
    unread = Unread(Memory(None))
    now, theirs = {"a": "x", "b": "x"}, {}
    reading = state(path, **now)
    unread.look(reading, NOW)
    for own, name, title in steps:
        before, now = reading, {**now, name: title}
        reading = state(path, **now)
        if own:
            unread.own(before, reading, NOW)
            if name not in theirs and f"rounds/{name}" in unread.news(path).changes:
                pytest.fail("our own change is told")
        else:
            theirs.setdefault(name, before.register.by_key[f"rounds/{name}"].title)
            unread.look(reading, NOW)
        theirs = {n: was for n, was in theirs.items() if now[n] != was}
        assert set(unread.news(path).changes) == {f"rounds/{n}" for n in theirs}
    unread.memory.close()


def test_a_table_is_remembered_with_its_brief(brief, memory):
    brief.write_text(
        "parley: 1\nid: talks\ntitle: Talks\n"
        "conflict: {series: [{id: d, name: drones, file: data/d.csv}]}\n"
    )
    table = brief.parent / "data" / "d.csv"
    table.parent.mkdir()
    table.write_text("date,value\n2031-03-01,472\n")
    assert seen(Unread(memory()), brief) == set()
    table.write_text("date,value\n2031-03-01,479\n")
    # Another start: what it said then is read from the memory alone.
    (change,) = Unread(memory()).look(load(brief), NOW).changes.values()
    (field,) = change.fields
    assert field.path[0] == "rows"
    assert (str(field.old.best), str(field.new.best)) == ("472", "479")

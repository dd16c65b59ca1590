"""The collector never runs while a brief is read, nor over what was read; nothing leaks by that."""

import gc
from threading import Event, Thread
from types import SimpleNamespace

import pytest

from tui.brief.collector import Collector
from tui.brief.load import load

HEAD = "parley: 1\nid: b\ntitle: B\n"


class FakeGc(SimpleNamespace):
    """A collector that notes what it is asked for."""

    def __init__(self, monkeypatch):
        super().__init__(enabled=True, frozen=0, live=100, calls=[])
        monkeypatch.setattr("tui.brief.collector.gc", self)

    def isenabled(self):
        return self.enabled

    def enable(self):
        self.enabled = True
        self.calls.append("enable")

    def disable(self):
        self.enabled = False
        self.calls.append("disable")

    def freeze(self):
        self.frozen = self.live
        self.calls.append("freeze")

    def unfreeze(self):
        self.frozen = 0

    def collect(self):
        self.live = 100
        self.calls.append("collect")

    def get_freeze_count(self):
        return self.frozen


@pytest.fixture
def fake(monkeypatch):
    return FakeGc(monkeypatch)


def test_what_was_read_is_frozen_before_the_collector_goes_on(fake):
    collector = Collector()
    collector.start()
    fake.calls.clear()
    with collector.paused():
        with collector.paused():  # reading a brief pauses too
            pass
        collector.freeze()
    assert fake.calls == ["disable", "freeze", "enable"]


def test_all_is_looked_through_once_much_more_is_frozen(fake):
    collector = Collector()
    collector.start()
    fake.live = 299
    collector.freeze()
    assert "collect" not in fake.calls
    fake.live = 301
    collector.freeze()
    assert fake.calls[-3:] == ["freeze", "collect", "freeze"]
    fake.live = 299
    collector.freeze()
    assert fake.calls.count("collect") == 1


def test_of_two_threads_the_last_one_lets_it_go_on(fake):
    collector, inside, leave = Collector(), Event(), Event()

    def other():
        with collector.paused():
            inside.set()
            leave.wait(20)

    with collector.paused():
        thread = Thread(target=other)
        thread.start()
        assert inside.wait(20)
    assert not fake.enabled
    leave.set()
    thread.join()
    assert fake.enabled


def test_a_collector_that_is_off_stays_off(fake):
    fake.enabled = False
    with Collector().paused():
        pass
    assert not fake.enabled


def test_a_reading_holds_no_cycles(tmp_path):
    """Frozen, one with cycles would never go: it has to go when nobody holds it any more."""
    brief = tmp_path / "b.yaml"
    people = "".join(f"  - {{id: p{i}, name: P, title: Envoy}}\n" for i in range(200))
    brief.write_text(f"{HEAD}people:\n{people}")
    load(brief)
    was = gc.isenabled()
    gc.disable()
    try:
        gc.collect()
        reading = load(brief)
        assert len(reading.brief.people) == 200
        del reading
        assert gc.collect() < 200
    finally:
        if was:
            gc.enable()

import pytest

from tui.failure import report
from tui.failure.guard import guarded, guarded_page
from tui.failure.report import LIMIT, MARK, log_path, write_log
from tui.rendering.text import plain


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return log_path()


def fail(message="planted"):
    def work():
        raise LookupError(message)

    return work


def test_what_succeeds_is_returned(log):
    assert guarded("this", lambda: 1, lambda _: 2) == 1
    assert not log.exists()


def test_the_same_error_in_the_same_place_is_written_once(log, monkeypatch):
    guarded("this page", fail(), lambda _: 0)
    written, first = log.read_text(), log.stat().st_mtime_ns
    guarded("this page", fail(), lambda _: 0)
    assert (log.read_text(), log.stat().st_mtime_ns) == (written, first)
    guarded("this tab", fail(), lambda _: 0)
    assert [each.split(",")[0] for each in log.read_text().split(MARK)[1:]] == [
        "this page",
        "this tab",
    ]


def test_of_each_place_the_newest_stays(log):
    for number in range(50):
        guarded("this page", fail(f"number {number}"), lambda _: 0)
    assert log.read_text().count("Traceback") == 1
    assert "number 49" in log.read_text()


def test_it_is_written_again_where_the_log_is_gone(log):
    guarded("this page", fail(), lambda _: 0)
    log.unlink()
    guarded("this page", fail(), lambda _: 0)
    assert "LookupError: planted" in log.read_text()


def test_the_log_stays_small_and_ours_alone(log):
    log.parent.mkdir(parents=True)
    log.write_text("something else\n" * 100_000)
    log.chmod(0o644)
    for number in range(20):
        guarded(f"place {number}", fail("x" * 100_000 + "end"), lambda _: 0)
    text = log.read_text()
    assert len(text) < LIMIT + 2000
    assert "place 19," in text
    assert "place 0," not in text
    assert text.rstrip().endswith("end")
    assert log.stat().st_mode & 0o777 == 0o600


def test_nothing_in_it_acts_on_a_terminal(log):
    failure = guarded("this\x1b[2J", fail("\x1b]0;title\x07"), lambda failure: failure)
    assert "\x1b" not in log.read_text()
    assert "\x1b" not in failure.error
    assert "\x1b" not in plain(failure.page, 80)


def test_no_log_can_be_written(tmp_path, monkeypatch):
    (tmp_path / "state").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert write_log("this page", LookupError()).startswith("no log could be written: ")
    page = plain(guarded_page("this page", fail()), 200)
    assert "This page could not be worked out" in page
    assert "LookupError: planted" in page
    assert "No log could be written" in page


@pytest.mark.parametrize("error", [RecursionError, MemoryError, UnicodeError, AssertionError])
def test_whatever_goes_wrong(log, error):
    def work():
        raise error

    assert guarded("this", work, lambda failure: failure.error) == error.__name__


def test_an_end_from_outside_is_no_error(log):
    def work():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        guarded("this", work, lambda _: 0)
    assert report.CODE == 70

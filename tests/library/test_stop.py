import threading

from tui.library.index_query import ask
from tui.library.search import IndexSearch


def test_a_search_that_is_stopped_finds_nothing(briefs, library):
    briefs("alpha", "rounds:\n  - {id: r1, title: apple}\n")
    library.update().close()
    search = IndexSearch()
    assert search.run(library.path, ask("apple")).total == 1
    search.stop()
    assert search.stopped
    assert search.run(library.path, ask("apple")).total == 0


def test_a_search_ends_where_it_is_when_it_is_stopped(briefs, library, monkeypatch):
    briefs("alpha", "rounds:\n  - {id: r1, title: apple}\n")
    library.update().close()
    begun = threading.Event()

    def endless(db, *_):
        begun.set()
        counting = "SELECT 1 UNION ALL SELECT i + 1 FROM n"
        query = f"WITH RECURSIVE n(i) AS ({counting}) SELECT max(i) FROM n"
        return db.execute(query).fetchone()

    monkeypatch.setattr("tui.library.search.search", endless)
    search = IndexSearch()
    thread = threading.Thread(target=search.run, args=(library.path, ask("apple")))
    thread.start()
    assert begun.wait(30)
    while thread.is_alive():
        search.stop()
        thread.join(0.05)
    assert search.stopped

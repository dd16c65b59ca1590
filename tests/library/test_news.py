from tui.library.catalogue import Catalogue
from tui.library.news import news

ROUNDS = "rounds:\n  - {id: r1, title: one}\n"


def told(library, since=0):
    found = news(library.path, since)
    return {path.rsplit(b"/", 1)[1].decode(): each.title for path, each in found.briefs.items()}


def test_only_what_came_since_is_news(briefs, library):
    briefs("alpha", ROUNDS)
    briefs("beta", ROUNDS)
    library.update().close()
    first = news(library.path)
    assert set(told(library)) == {"alpha.yaml", "beta.yaml"}
    library.update().close()
    assert news(library.path, first.turn) == type(first)({}, first.turn)
    briefs("beta", ROUNDS + "as_of: 2031-03-10\n")
    library.update().close()
    assert set(told(library, first.turn)) == {"beta.yaml"}
    assert news(library.path, first.turn).turn > first.turn


def test_a_brief_broken_for_the_moment_keeps_what_it_said(briefs, library):
    path = briefs("alpha", ROUNDS + "as_of: 2031-03-10\n")
    good = path.read_bytes()
    library.update().close()
    (before,) = news(library.path).briefs.values()
    path.write_text("rounds: [")
    library.update().close()
    (broken,) = news(library.path).briefs.values()
    assert (broken.title, broken.day, broken.rounds) == (before.title, before.day, 1)
    assert broken.stale
    assert broken.errors
    path.write_bytes(good)
    library.update().close()
    (mended,) = news(library.path).briefs.values()
    assert not mended.stale
    assert mended.errors == before.errors


def test_an_index_made_anew_is_told_whole(briefs, library):
    briefs("alpha", ROUNDS)
    library.update().close()
    assert news(library.path, 99).restarted
    assert set(told(library, 99)) == {"alpha.yaml"}


def test_without_an_index_there_is_no_news(tmp_path):
    assert news(tmp_path / "none.db", 3).turn == 3
    assert not Catalogue((tmp_path,)).update(news(tmp_path / "none.db"))

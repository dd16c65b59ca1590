import pytest

from tui.library.build import update
from tui.library.index_query import ask
from tui.library.search import search


@pytest.fixture
def briefs(tmp_path):
    """A library to write briefs to: `briefs("alpha", "rounds: …")`."""
    folder = tmp_path / "briefs"
    folder.mkdir()

    def write(name, body="", title=""):
        path = folder / f"{name}.yaml"
        head = f"parley: 1\nid: {name}\ntitle: {title or name}\n"
        path.write_text(head + body, encoding="utf-8", errors="surrogateescape")
        return path

    write.folder = folder
    return write


class Library:
    """An index of a folder that one can bring up to date and ask."""

    def __init__(self, folder, path):
        self.folder, self.path = folder, path
        self.told = []

    def update(self):
        self.told = []
        return update(self.path, (self.folder,), lambda *counts: self.told.append(counts))

    def find(self, words, near=None):
        db = self.update()
        try:
            return search(db, ask(words), near)
        finally:
            db.close()

    def titles(self, words, near=None):
        return [hit.title for hit in self.find(words, near).hits]


@pytest.fixture
def library(briefs, tmp_path):
    return Library(briefs.folder, tmp_path / "cache" / "find.db")

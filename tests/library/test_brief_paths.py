import os
import sys
from pathlib import Path

import pytest

from tui.library import find_briefs


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name in ("b.yaml", "a.yml", "notes.txt", ".hidden.yaml"):
        (tmp_path / name).write_text("id: x\n")
    for name in ("folder", "empty"):
        (tmp_path / name).mkdir()
    (tmp_path / "folder" / "brief.yaml").write_text("id: x\n")
    (tmp_path / "folder" / "more.yaml").write_text("people: []\n")
    (tmp_path / "empty" / "more.yaml").write_text("people: []\n")
    return tmp_path


def test_a_library_is_looked_through_one_level_deep(library: Path) -> None:
    shelf = find_briefs((library,))
    assert [path.name for path in shelf.briefs] == ["a.yml", "b.yaml", "folder"]
    assert shelf.folders == (library,)
    assert not shelf.problems


def test_a_path_is_a_brief_whether_it_is_there_or_not(library: Path) -> None:
    paths = (library / "folder", library / "b.yaml", library / "gone.yaml", library / "b.yaml")
    shelf = find_briefs(paths)
    assert shelf.briefs == paths[:3]
    assert shelf.folders == ()
    assert not shelf.problems


def test_a_folder_without_briefs(library: Path) -> None:
    (library / "empty" / "more.yaml").unlink()
    shelf = find_briefs((library / "empty",))
    assert shelf.briefs == ()
    assert [p.code for p in shelf.problems] == ["library"]
    assert shelf.folders == (library / "empty",)


def test_what_is_passed_over_in_a_library_is_said(library: Path) -> None:
    (library / "c.yaml").mkdir()
    shelf = find_briefs((library,))
    assert [(p.code, p.severity) for p in shelf.problems] == [("file", "warning")]
    assert len(shelf.briefs) == 3


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may list every folder"
)
def test_a_library_that_may_not_be_listed(library: Path) -> None:
    library.chmod(0o000)
    shelf = find_briefs((library,))
    library.chmod(0o700)
    assert shelf.briefs == ()
    assert shelf.problems


def test_a_library_that_goes_while_it_is_read(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    shelf = find_briefs((library,))
    assert [path.name for path in shelf.briefs] == ["a.yml", "b.yaml"]
    assert [p.message for p in shelf.problems] == ["cannot be listed: Permission denied"]

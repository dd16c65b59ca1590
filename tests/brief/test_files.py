import os
import socket
from pathlib import Path

import pytest

from tui.brief.files import list_yaml, read_bytes
from tui.brief.place import Problem

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def refused(path: str | Path, limit: int = 1000) -> Problem:
    answer = read_bytes(path, limit)
    assert isinstance(answer, Problem), answer
    assert answer.place.file == os.fspath(path)
    assert (answer.place.line, answer.place.column) == (1, 1)
    return answer


def test_reads_a_regular_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\r\n\xff")
    assert read_bytes(path) == b"a: 1\r\n\xff"
    assert read_bytes(str(path)) == b"a: 1\r\n\xff"


def test_limit_is_inclusive(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * 1000)
    assert read_bytes(path, 1000) == b"x" * 1000
    assert refused(path, 999).code == "size"


def test_sparse_file_of_5_tb(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    try:
        with path.open("wb") as file:
            file.truncate(5 * 10**12)
    except OSError:
        pytest.skip("this file system has no sparse files of 5 TB")
    problem = refused(path, 8 * 1024 * 1024)
    assert problem.message == "file is 5000000.0 MB; the limit is 8.4 MB"


def test_file_that_says_it_is_empty() -> None:
    path = Path("/proc/self/status")
    if not path.exists():
        pytest.skip("needs /proc")
    answer = read_bytes(path, 100_000)
    assert isinstance(answer, bytes)
    assert answer.startswith(b"Name:")
    assert refused(path, 10).code == "size"


def test_pipe_without_writer(tmp_path: Path) -> None:
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    assert refused(path).message == "this is a pipe, not a file"


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_device(path: str) -> None:
    assert refused(path).code == "file"


def test_folder_and_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(tmp_path).message == "this is a folder, not a file"
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("s.yaml")
        assert refused("s.yaml").code == "file"


def test_names_that_lead_nowhere(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.yaml").code == "missing"
    (tmp_path / "dangling.yaml").symlink_to("nowhere")
    assert refused(tmp_path / "dangling.yaml").message.startswith("this link leads")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    assert refused(tmp_path / "loop.yaml").message == "the link leads back to itself"
    (tmp_path / "plain").write_text("x")
    assert refused(tmp_path / "plain" / "a.yaml").code == "missing"
    assert refused("x" * 5000).code == "file"
    assert refused("a\0b").code == "file"


@pytest.mark.skipif(ROOT, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1")
    path.chmod(0)
    assert refused(path).message == "no permission to read this file"


def test_every_os_error_is_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1")

    def fail(handle: int, size: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "read", fail)
    assert refused(path).message.startswith("this file cannot be read")


def test_name_that_is_not_utf8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.yaml"
    try:
        Path(os.fsdecode(name)).write_bytes(b"a: 1")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    paths, problems = list_yaml(tmp_path)
    assert problems == ()
    assert paths == (os.fsdecode(name),)
    assert read_bytes(paths[0]) == b"a: 1"
    assert refused(paths[0], 1).place.file == os.fsdecode(name)


def test_list_takes_yaml_files_only(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.txt", ".hidden.yaml", "d.yaml~", "4913"):
        (tmp_path / name).write_text("a: 1")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "e.yaml").write_text("a: 1")
    (tmp_path / "link.yaml").symlink_to("b.yaml")
    (tmp_path / "deep.yaml").symlink_to("inner/e.yaml")
    paths, problems = list_yaml(tmp_path)
    assert [Path(p).name for p in paths] == ["a.yml", "b.yaml", "deep.yaml", "link.yaml"]
    assert problems == ()


def test_list_says_what_it_passes_over(tmp_path: Path) -> None:
    folder = tmp_path / "briefs"
    folder.mkdir()
    (tmp_path / "briefs-private.yaml").write_text("secret")
    (folder / "out.yaml").symlink_to("../briefs-private.yaml")
    (folder / "dangling.yaml").symlink_to("nowhere")
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    paths, problems = list_yaml(folder)
    assert paths == ()
    found = {Path(p.place.file).name: p.code for p in problems}
    assert found == {
        "out.yaml": "link",
        "dangling.yaml": "missing",
        "folder.yaml": "file",
        "pipe.yaml": "file",
    }
    assert {p.severity for p in problems} == {"warning"}
    assert str(tmp_path / "briefs-private.yaml") in problems[2].message


def test_list_through_a_linked_folder(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (real / "a.yaml").write_text("a: 1")
    (real / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "link").symlink_to("real")
    paths, problems = list_yaml(tmp_path / "link")
    assert len(paths) == 2
    assert problems == ()


def test_list_stops_at_its_limit(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.yaml").write_text("")
    paths, problems = list_yaml(tmp_path, limit=3)
    assert [Path(p).name for p in paths] == ["0.yaml", "1.yaml", "2.yaml"]
    assert problems[0].message == "this folder holds 5 briefs; only the first 3 are read"


def test_list_of_no_folder(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    messages = [list_yaml(tmp_path / n)[1][0].message for n in ("plain", "none", "a\0b")]
    assert messages == [
        "this is not a folder",
        "there is no such folder",
        "no folder can have this name",
    ]

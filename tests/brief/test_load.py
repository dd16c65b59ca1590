from collections.abc import Callable
from pathlib import Path

import pytest

from tui.brief.folder import HEAD, files_of, is_folder_brief
from tui.brief.load import load
from tui.brief.reading import Reading

HEAD_TEXT = "parley: 1\nid: talks\ntitle: Talks\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "talks"
    path.mkdir()
    (path / HEAD).write_text(HEAD_TEXT + "people: [{id: p1, name: One}]\n")
    (path / "a.yaml").write_text(
        "people: [{id: p2, name: Two}]\nstatements: [{speaker: p1, gist: x}]\n"
    )
    (path / "b.yaml").write_text("people: [{id: p3, name: Three, of: ru}]\n")
    (path / "c.yml").write_text("parties: [{id: ru, name: Russia}]\n")
    return path


def people(reading: Reading) -> list[str]:
    return [each.id for each in reading.brief.people]


def codes(reading: Reading) -> list[tuple[str, str]]:
    return [(Path(p.place.file).name, p.code) for p in reading.problems]


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(HEAD_TEXT)
    reading = load(path)
    assert (reading.brief.title, reading.problems, reading.stale) == ("Talks", (), ())
    assert reading.usable
    assert list(reading.parts) == [path]
    assert reading.lines(str(path)) == HEAD_TEXT.splitlines()
    assert reading.lines("elsewhere.yaml") == []


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"# nothing yet\n", "empty"),
        (b"- a\n- b\n", "type"),
        (b"just text\n", "type"),
        (b"title: [a\n", "syntax"),
        (b"\xff\xfe", "encoding"),
        (None, "missing"),
    ],
)
def test_a_file_that_says_nothing(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "x.yaml"
    if content is not None:
        path.write_bytes(content)
    reading = load(path)
    assert [p.code for p in reading.problems] == [code]
    assert reading.stale == reading.problems
    assert not reading.usable


@pytest.mark.parametrize("now", [b"", b"title: [a\n", b"- a\n", None])
def test_a_broken_file_keeps_what_it_said_last(tmp_path: Path, now: bytes | None) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(HEAD_TEXT + "odd: 1\npeople: [{id: p1, of: nobody}]\n")
    good = load(path)
    assert [p.code for p in good.problems] == ["unknown", "required", "reference"]
    if now is None:
        path.unlink()
    else:
        path.write_bytes(now)
    bad = load(path, good)
    assert bad.brief == good.brief
    assert bad.usable
    assert bad.stale
    # Only what is wrong on disk is told: places in the older text would point nowhere.
    assert bad.problems == bad.stale
    path.write_text(HEAD_TEXT)
    mended = load(path, bad)
    assert (mended.stale, mended.problems, people(mended)) == ((), (), [])


def test_a_file_that_comes_back_as_it_was_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(HEAD_TEXT)
    good = load(path)
    path.unlink()
    gone = load(path, good)
    path.write_text(HEAD_TEXT)
    assert not load(path, gone).stale


def test_contents_at_hand_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    assert load(path, contents={path: HEAD_TEXT.encode()}).brief.title == "Talks"


def test_a_folder_is_one_brief(folder: Path) -> None:
    reading = load(folder)
    assert is_folder_brief(folder)
    assert not reading.problems
    assert sorted(people(reading)) == ["p1", "p2", "p3"]
    assert [path.name for path in reading.parts] == [HEAD, "a.yaml", "b.yaml", "c.yml"]
    assert reading.brief.title == "Talks"
    assert reading.brief.spot.file == str(folder / HEAD)
    assert reading.register.by_key["people/p3"].spot.file == str(folder / "b.yaml")


def test_only_what_changed_is_read_again(folder: Path) -> None:
    first = load(folder)
    (folder / "a.yaml").write_text("people: [{id: p2, name: Other}]\n")
    second = load(folder, first)
    same = {path.name for path in first.parts if second.parts[path] is first.parts[path]}
    assert same == {HEAD, "b.yaml", "c.yml"}
    assert second.brief.people[1].name == "Other"


def test_files_come_and_go(folder: Path) -> None:
    first = load(folder)
    (folder / "d.yaml").write_text("people: [{id: p4, name: Four}]\n")
    (folder / "a.yaml").unlink()
    assert sorted(people(load(folder, first))) == ["p1", "p3", "p4"]


def test_one_broken_file_of_a_folder(folder: Path) -> None:
    first = load(folder)
    (folder / "b.yaml").write_text("people: [\n")
    second = load(folder, first)
    assert sorted(people(second)) == ["p1", "p2", "p3"]
    assert codes(second) == [("b.yaml", "syntax")]
    assert second.brief == first.brief


def test_a_file_never_read_makes_no_false_references(folder: Path) -> None:
    (folder / "c.yml").write_text("parties: [\n")
    reading = load(folder)
    assert sorted(people(reading)) == ["p1", "p2", "p3"]
    assert codes(reading) == [("c.yml", "syntax")]


def test_a_folder_whose_head_is_gone_for_a_moment(folder: Path) -> None:
    first = load(folder)
    (folder / HEAD).unlink()
    second = load(folder, first)
    assert second.brief == first.brief
    assert codes(second) == [(HEAD, "missing")]


def test_a_folder_that_is_gone(folder: Path) -> None:
    first = load(folder)
    folder.rename(folder.with_name("elsewhere"))
    second = load(folder, first)
    assert second.brief == first.brief
    assert {code for _, code in codes(second)} == {"missing"}
    folder.with_name("elsewhere").rename(folder)
    assert not load(folder, second).stale


def test_a_folder_without_a_brief(tmp_path: Path) -> None:
    reading = load(tmp_path)
    assert codes(reading) == [(HEAD, "missing")]
    assert not reading.usable
    assert files_of(tmp_path) == ((tmp_path / HEAD,), ())


def test_a_folder_with_something_odd_in_it(folder: Path) -> None:
    (folder / "e.yaml").mkdir()
    reading = load(folder)
    assert codes(reading) == [("e.yaml", "file")]
    assert reading.errors == 0
    assert sorted(people(reading)) == ["p1", "p2", "p3"]


def test_the_head_of_a_folder_says_what_a_brief_must(folder: Path) -> None:
    (folder / HEAD).write_text("note: no head\npeople: [{id: p1, name: One}]\n")
    reading = load(folder)
    assert [p.message for p in reading.problems] == [
        "`id:` is missing", "`parley:` is missing", "`title:` is missing",
    ]  # fmt: skip
    assert all(p.place.file == str(folder / HEAD) for p in reading.problems)


def test_what_may_stand_once_stands_once(folder: Path) -> None:
    (folder / "a.yaml").write_text("parley: 1\ntitle: Other\noverview: {bluf: One, watch: [a]}\n")
    (folder / "b.yaml").write_text("overview: {bluf: Two, watch: [{text: b}]}\ntags: [x]\n")
    reading = load(folder)
    clashes = [p for p in reading.problems if p.code == "twice"]
    assert [(Path(p.place.file).name, p.place.line, p.message) for p in clashes] == [
        ("a.yaml", 2, "`title:` stands in another file of this brief already"),
        ("b.yaml", 1, "`bluf:` stands in another file of this brief already"),
    ]
    assert reading.brief.title == "Talks"
    assert reading.brief.tags == ("x",)
    assert reading.brief.overview is not None
    assert reading.brief.overview.bluf == "One"
    assert [each.as_written or each.text for each in reading.brief.overview.watch] == ["a", "b"]


def test_fifty_problems_of_a_file_and_a_count(load_text: Callable[[str], Reading]) -> None:
    wrong = "\n".join(f"wrong{n}: 1" for n in range(70))
    reading = load_text(HEAD_TEXT + wrong)
    assert len(reading.problems) == 51
    assert reading.problems[-1].code == "more"
    assert reading.problems[-1].message == "… and 20 more"
    assert reading.errors == 0


def test_mistakes_are_told_before_oddities(load_text: Callable[[str], Reading]) -> None:
    odd = "\n".join(f"wrong{n}: 1" for n in range(70))
    reading = load_text(HEAD_TEXT + odd + "\nas_of: soon\n")
    assert reading.errors == 1
    assert reading.problems[-2].code == "value"
    assert reading.problems[-1].message == "… and 21 more"
    assert list(reading.problems) == sorted(
        reading.problems, key=lambda p: (p.place.line, p.code == "more")
    )


def test_moved_text_is_no_change(folder: Path, tmp_path: Path) -> None:
    text = (folder / "a.yaml").read_text()
    first = load(folder)
    (folder / "a.yaml").write_text(f"# moved\n\n\n{text}")
    second = load(folder, first)
    assert second.brief == first.brief
    assert second.register.by_key.keys() == first.register.by_key.keys()
    assert [each.spot for each in second.brief.people] != [each.spot for each in first.brief.people]
    assert second != first

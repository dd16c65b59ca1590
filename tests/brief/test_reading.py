from pathlib import Path

from tui.brief.load import load
from tui.brief.reading import Reading
from tui.brief.record import NOWHERE, Spot


def test_problems_of_a_record(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    people:
      - {id: p1, name: A}
      - id: p2
        name: B
        odd: 1
        born: soon
    """
    first, second = reading.brief.people
    assert reading.problems_in(first) == ()
    assert [p.code for p in reading.problems_in(second)] == ["unknown", "value"]
    assert reading.problems_at(second.spot) == reading.problems
    assert reading.problems_at(Spot("elsewhere.yaml", 1, 1, 99)) == ()
    assert reading.problems_at(NOWHERE) == ()
    assert reading.errors == 1


def test_lines_of_a_file_in_any_encoding(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfparley: 1\nid: caf\xe9\n")
    assert load(path).lines(str(path)) == ["parley: 1", "id: caf\ufffd"]


def test_two_readings_of_one_file_are_two(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("parley: 1\nid: a\ntitle: A\n")
    assert load(path) != load(path)
    assert load(path).brief == load(path).brief

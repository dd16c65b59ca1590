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


def test_a_problem_is_not_that_of_the_record_before(tmp_path):
    """A record that ends in a text as a block ends before the next one begins."""
    path = tmp_path / "b.yaml"
    path.write_text(
        "parley: 1\nid: b\ntitle: B\nrounds:\n"
        "  - id: r1\n    status: concluded\n    when: 2031-01\n"
        "    note: >-\n      a long\n      text\n"
        "\n  - id: r2\n    status: [\n"
    )
    first = load(path)
    path.write_text(path.read_text().replace("status: [", "status: scheduled\n    wehn: 2031"))
    reading = load(path, first)
    one, two = reading.brief.rounds
    assert reading.problems_in(one) == ()
    assert {problem.place.line for problem in reading.problems_in(two)} == {12, 14}
    at_dash = path.read_text().replace("  - id: r2", "  - idd: r2")
    path.write_text(at_dash)
    one, two = (reading := load(path)).brief.rounds
    assert reading.problems_in(one) == ()
    assert 12 in {problem.place.line for problem in reading.problems_in(two)}

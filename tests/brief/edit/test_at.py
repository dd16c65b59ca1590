from pathlib import Path

import pytest

from tui.brief.edit import record_at
from tui.brief.load import load

ROOT = Path(__file__).parents[3]
BRIEFS = sorted((ROOT / "briefs").iterdir())


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_the_first_character_of_a_record_is_in_it(path):
    reading = load(path)
    for key, record in reading.register.by_key.items():
        spot = record.spot
        assert record_at(reading, spot.file, spot.line, spot.column)[0] == key
        for name, (line, column) in list(spot.fields.items())[:3]:
            found, steps = record_at(reading, spot.file, line, column)
            assert (found, steps[0]) == (key, name)


TEXT = """
# nothing yet
parley: 1
rounds:
  - id: r1
    venue:
      claims:
        - value: palace
        - {value: office, by: ru}

  - id: r2
    tags: [a, b]
conflict:
  name: war
  events:
  - id: e1
""".lstrip("\n")


@pytest.mark.parametrize(
    ("line", "column", "expected"),
    [
        (1, 3, None),
        (2, 9, ("", ("parley",))),
        (4, 3, ("rounds/r1", ())),
        (5, 6, ("rounds/r1", ("venue",))),
        (7, 20, ("rounds/r1", ("venue", "claims", 0, "value"))),
        (8, 28, ("rounds/r1", ("venue", "claims", 1, "by"))),
        (9, 1, ("rounds/r1", ("venue", "claims", 1, "by"))),
        (10, 3, ("rounds/r2", ())),
        (11, 12, ("rounds/r2", ("tags", 0))),
        (11, 15, ("rounds/r2", ("tags", 1))),
        (13, 4, ("conflict", ("name",))),
        (15, 5, ("events/e1", ("id",))),
    ],
)
def test_the_field_under_a_cursor(tmp_path, line, column, expected):
    path = tmp_path / "b.yaml"
    path.write_text(TEXT)
    found = record_at(load(path), str(path), line, column)
    assert found == expected


def test_a_broken_file_answers_as_it_was(tmp_path):
    path = tmp_path / "b.yaml"
    path.write_text(TEXT)
    reading = load(path)
    path.write_text(TEXT.replace("tags: [a, b]", "tags: [a, b"))
    reading = load(path, reading)
    assert reading.stale
    assert record_at(reading, str(path), 11, 9) == ("rounds/r2", ("tags",))
    assert record_at(reading, "other.yaml", 1, 1) is None

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.editing.lines import commented, deeper, indented, shallower

lines = st.lists(st.text(alphabet="ab: -", max_size=8), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("line", "depth"),
    [
        ("rounds:", 2),
        ("  - id: r1", 4),
        ("  - claims:", 6),
        ("  -", 4),
        ("    when: 2025", 4),
        ("    note: >-", 6),
        ("    a: b:c", 4),
        ("    outcome:   # what came of it", 6),
        ("  # see: this", 2),
        ("", 0),
    ],
)
def test_a_new_line_is_as_deep_as_it_should_be(line, depth):
    assert indented(line, len(line)) == " " * depth


def test_a_line_broken_in_its_indent_keeps_it():
    assert indented("    a: b", 2) == "  "


@given(lines)
def test_deeper_and_back(old):
    if any(line.strip() for line in old):
        new = deeper(old)
        assert [line for line in shallower(new) if line.strip()] == [
            line for line in old if line.strip()
        ]


@given(lines)
def test_a_comment_and_back(old):
    assert commented(commented(old)) == old


def test_lines_are_commented_at_one_column():
    assert commented(["  a:", "", "    b: 1"]) == ["  # a:", "", "  #   b: 1"]

from hypothesis import given
from hypothesis import strategies as st

from tui.brief.parse import parse
from tui.editing.items import copy_of, dash_column, item_around
from tui.editing.whole import new_record, next_empty

TEXT = """\
sources:
  - id: s1
    kind: article

  # about the next
  - {id: s2, kind: post}
rounds:
  - id: r1
    when:
      claims:
        - value: 2031-03-10
          by: s1
        - value: 2031-03-11
    title: One
""".splitlines()


def test_the_innermost_item_is_found():
    assert item_around(TEXT, 2) == (1, 3, 2)
    assert item_around(TEXT, 11) == (10, 12, 8)
    assert item_around(TEXT, 12) == (12, 13, 8)
    assert item_around(TEXT, 13) == (7, 14, 2)
    assert item_around(TEXT, 5) == (5, 6, 2)
    assert item_around(TEXT, 0) is None
    assert item_around(TEXT, 3) is None


def test_a_copy_has_an_id_of_its_own():
    taken = frozenset({"s1", "s1-2", "s2", "r1"})
    assert copy_of(TEXT, item_around(TEXT, 1), taken) == ["  - id: s1-3", "    kind: article"]
    assert copy_of(TEXT, item_around(TEXT, 5), taken) == ["  - {id: s2-2, kind: post}"]
    assert copy_of(TEXT, item_around(TEXT, 11), taken) == TEXT[10:12]


def test_a_dash_goes_where_its_list_is():
    assert dash_column([*TEXT[:12], " " * 10], 12) == 8
    assert dash_column([*TEXT[:10], " " * 8], 10) == 8
    assert dash_column([*TEXT, "    "], len(TEXT)) == 2
    assert dash_column(["rounds:", "  "], 1) == 2


def test_on_to_the_next_empty_field():
    lines = ["- value: 3", "  by:", "  note: x", "  src: []", "  when:", "    start: 1", "other:"]
    assert next_empty(lines, 0) == (1, 5)
    assert next_empty(lines, 1) == (3, 8)
    assert next_empty(lines, 3) is None


def test_a_new_record_at_the_end_of_its_section():
    made = new_record(TEXT, "sources", "s3")
    assert made.row == 6
    assert made.lines == [
        "  - id: s3",
        "    kind: ",
        "    publisher:",
        "    title:",
        "    published:",
    ]
    assert made.cursor == (7, 10)


def test_a_blank_line_stands_where_the_others_have_one():
    lines = ["venues:", "  - id: a", "", "  - id: b", "", "rounds:"]
    made = new_record(lines, "venues", "c")
    assert (made.row, made.lines[:2]) == (4, ["", "  - id: c"])


@given(st.sampled_from(["sources", "people", "venues", "parties", "organizations"]))
def test_the_text_holds_the_record_wherever_the_section_is(section):
    for lines in (TEXT, ["parley: 1", ""], [*TEXT, "venues:", "- id: v", "  name: V", "", "# end"]):
        made = new_record(lines, section, "new1")
        text = "\n".join([*lines[: made.row], *made.lines, *lines[made.row :]])
        node = parse(text.encode(), "x").node
        found = next(value for key, value in node.pairs if key.value == section)
        last = found.values[-1]
        assert last.pairs[0][1].value == "new1"

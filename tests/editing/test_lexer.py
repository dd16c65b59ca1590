from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui.brief.nodes import Fields, Items, Text
from tui.brief.parse import parse
from tui.editing.lexer import block_lines, marks

ROOT = Path(__file__).parents[2]


def told(line):
    return [(line[m.start : m.end], m.kind) for m in marks(line)]


def test_the_parts_of_a_line():
    assert told("  - {id: gazette, at: 'para 2'}  # seen") == [
        ("-", "mark"), ("{", "mark"), ("id", "key"), (":", "mark"), ("gazette", "word"),
        (",", "mark"), ("at", "key"), (":", "mark"), ("'para 2'", "text"), ("}", "mark"),
        ("# seen", "comment"),
    ]  # fmt: skip
    assert ("2025-06-02T10:00Z", "date") in told("when: 2025-06-02T10:00Z")
    assert ("#4", "word") not in told("a: b#4")
    assert told('title: "half') == [("title", "key"), (":", "mark"), ('"half', "text")]


@given(st.text(alphabet=st.sampled_from("ab: -#'\"[]{},|>&*!?%\\0\t"), max_size=40))
def test_any_line_is_taken_apart_in_order(line):
    end = 0
    for mark in marks(line):
        assert end <= mark.start < mark.end <= len(line)
        end = mark.end


def test_a_text_in_a_block_is_no_key():
    lines = ["note: >-", "  to be: or not", "", "  # no comment", "id: a", "- text: |", "    b: c"]
    assert block_lines(lines) == {1, 2, 3, 6}


def keys_of(node):
    if isinstance(node, Fields):
        for key, value in node.pairs:
            yield key
            yield from keys_of(value)
    elif isinstance(node, Items):
        for value in node.values:
            yield from keys_of(value)


def plain(node):
    return isinstance(node, Text)


def test_every_key_of_the_briefs_is_one():
    for path in ROOT.glob("briefs/**/*.yaml"):
        lines = path.read_text("utf-8").splitlines()
        block = block_lines(lines)
        found = {
            (number, mark.start)
            for number, line in enumerate(lines)
            for mark in marks(line, block=number in block)
            if mark.kind == "key"
        }
        keys = {
            (k.span.line - 1, k.span.column - 1)
            for k in keys_of(parse(path.read_bytes(), "x").node)
        }
        assert keys <= found
        # A colon in a text over several lines is taken for a key now and then.
        assert len(found - keys) <= 5

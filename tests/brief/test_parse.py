import gc
import subprocess
import sys
from typing import Any

import pytest

from tui.brief.limits import Limits
from tui.brief.nodes import Fields, Items, Node, Text
from tui.brief.parse import Parsed, parse

BRIEF = """\
title: "Talks on the river"
places: &p [Geneva, 'Aswan']
rounds:
  - id: r-1
    opened: 13:00
    venue: *p
    note: |
      First line.
      Second: line.
  - {id: r-2, seats: 010, "quoted": NO}
# end
status:
"""


def read(text: str, **more: Any) -> Parsed:
    return parse(text.encode(), "x.yaml", **more)


def native(node: Node | None) -> Any:
    match node:
        case Text(value):
            return value
        case Items(values):
            return [native(v) for v in values]
        case Fields(pairs):
            return {k.value: native(v) for k, v in pairs}
    return None


def errors(text: str, **more: Any) -> list[tuple[str, int, int]]:
    found = read(text, **more).problems
    return [(p.code, p.place.line, p.place.column) for p in found if p.severity == "error"]


def pairs(node: Node | None) -> dict[str, Node]:
    assert isinstance(node, Fields)
    return {k.value: v for k, v in node.pairs}


def test_brief_stays_text() -> None:
    parsed = read(BRIEF)
    assert parsed.problems == ()
    assert native(parsed.node) == {
        "title": "Talks on the river",
        "places": ["Geneva", "Aswan"],
        "rounds": [
            {
                "id": "r-1",
                "opened": "13:00",
                "venue": ["Geneva", "Aswan"],
                "note": "First line.\nSecond: line.\n",
            },
            {"id": "r-2", "seats": "010", "quoted": "NO"},
        ],
        "status": "",
    }


def test_spans_and_styles() -> None:
    top = pairs(read("a: é\U0001f600 b\nl:\n  - x\n  - [y,\n     z]\n\n\ne:\nq: ''\n").node)
    spans = {
        k: (v.span.line, v.span.column, v.span.end_line, v.span.end_column) for k, v in top.items()
    }
    assert spans["a"] == (1, 4, 1, 8)
    assert spans["l"] == (3, 3, 5, 8)
    assert isinstance(top["e"], Text)
    assert top["e"].empty
    assert isinstance(top["q"], Text)
    assert not top["q"].empty


def test_text_alias_stands_at_its_own_place() -> None:
    top = pairs(read("a: &x one\nb: *x\n").node)
    assert native(top["b"]) == "one"
    assert (top["b"].span.line, top["b"].span.column) == (2, 4)


def test_byte_order_mark_and_newlines() -> None:
    parsed = parse(b"\xef\xbb\xbfa: 1\r\nb: {c: d, c: e}\r\n", "x")
    assert parsed.bom
    assert parsed.newline == "\r\n"
    assert [(p.place.line, p.place.column) for p in parsed.problems] == [(2, 11)]
    assert parse(b"a: 1\r\nb: 2\n", "x").newline == "mixed"


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n# comments\n", "\ufeff"])
def test_nothing_there(text: str) -> None:
    parsed = read(text)
    assert parsed.node is None
    assert parsed.problems == ()


def test_all_slips_in_one_pass() -> None:
    text = "a: 1\na: 2\nb: !!int 3\n<<: {c: 1}\n? [k]\n: v\nd: *none\ne: &e [*e]\nf: last\n"
    parsed = read(text)
    assert [p.code for p in parsed.problems] == [
        "duplicate", "tag", "merge", "key", "alias", "cycle",
    ]  # fmt: skip
    assert native(parsed.node) == {"a": "1", "b": "3", "d": "*none", "e": ["*e"], "f": "last"}
    assert parsed.problems[0].message == "`a` is already written in line 1; keep one of them"


def test_second_document_is_refused_and_first_kept() -> None:
    parsed = read("a: 1\n---\nb: 2\n")
    assert errors("a: 1\n---\nb: 2\n") == [("documents", 2, 1)]
    assert native(parsed.node) == {"a": "1"}


def test_inner_anchor_of_the_same_name_counts() -> None:
    assert native(read("a: &x {b: &x 1, c: *x}\nd: *x\n").node) == {
        "a": {"b": "1", "c": "1"},
        "d": "1",
    }


@pytest.mark.parametrize(
    ("limits", "text", "code"),
    [
        (Limits(file=3), "a: 1", "size"),
        (Limits(depth=2), "a: {b: {c: d}}", "depth"),
        (Limits(depth=2), "a: &a {b: c}\nd: [*a]", "depth"),
        (Limits(nodes=4), "[a, b, c, d]", "nodes"),
        (Limits(nodes=9), "[&a [x, y, z], *a, *a]", "aliases"),
        (Limits(aliases=1), "[&a x, *a, *a]", "aliases"),
    ],
)
def test_limits_stop(limits: Limits, text: str, code: str) -> None:
    parsed = read(text, limits=limits)
    assert parsed.node is None
    assert [p.code for p in parsed.problems] == [code]


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (Limits(depth=3), "a: {b: {c: d}}"),
        (Limits(depth=3), "a: &a {b: c}\nd: [*a]"),
        (Limits(nodes=5), "[a, b, c, d]"),
        (Limits(nodes=13), "[&a [x, y, z], *a, *a]"),
    ],
)
def test_limits_are_inclusive(limits: Limits, text: str) -> None:
    assert read(text, limits=limits).problems == ()


def test_long_text_is_cut() -> None:
    limits = Limits(text=10, lines=2)
    parsed = read('a: abcdefghijklm\nb: "1\\n2\\n3\\n4"\nc: ok\n', limits=limits)
    assert [p.code for p in parsed.problems] == ["long", "long"]
    assert native(parsed.node) == {"a": "abcdefghij", "b": "1\n2", "c": "ok"}


@pytest.mark.parametrize("text", ['"\\ud800"', '"\\U0011ffff"', '"\\UFFFFFFFF"', "!<%ff> x"])
@pytest.mark.parametrize("pure", [False, True])
def test_escapes_that_name_nothing(text: str, pure: bool) -> None:
    assert read(f"a: {text}\n", pure=pure).node is None


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"a: caf\xe9", "encoding", "`é` in Windows-1252"),
        ("a: b".encode("utf-16"), "encoding", "UTF-16"),
        ("a: b".encode("utf-32"), "encoding", "UTF-32"),
        (b"\x1f\x8b\x08", "encoding", "gzip"),
        (b"a\x00b\x00", "control", "1 more"),
        (b"a\rb", "control", "old Macs"),
        (b"%YAML 1.2\n---\na: b", "directive", "`%`"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, code: str, words: str) -> None:
    parsed = parse(data, "x")
    assert parsed.node is None
    assert parsed.problems[0].code == code
    assert words in parsed.problems[0].message


@pytest.mark.parametrize("state", [True, False])
def test_collector_is_left_as_it_was(state: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if state else gc.disable)()
        read("a: [")
        assert gc.isenabled() is state
    finally:
        (gc.enable if before else gc.disable)()


def test_import_does_not_load_pyyaml() -> None:
    code = "import sys, tui.brief.parse; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

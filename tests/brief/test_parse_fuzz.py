from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.brief.nodes import Fields, Items, Node, Text
from tui.brief.parse import Parsed, parse
from tui.brief.shown import shown, unsafe

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


def native(node: Node | None) -> Any:
    match node:
        case Text(value):
            return value
        case Items(values):
            return [native(v) for v in values]
        case Fields(pairs):
            return {k.value: native(v) for k, v in pairs}
    return None


SPICE = [
    *(b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b",", b"#", b" #", b"&a ", b"*a", b"!", b":"),
    *(b"!!int ", b">", b"|", b"'", b'"', b"%", b"@", b"`", b"\\", b"\\x", b"\\U", b"!<%", b"<<: "),
    *(b"\t", b"\n", b"\r", b"\r\n", b"\x00", b"\x1b", b"\xff", b"\xc3", b"\xe2\x80\xa8", b"  "),
    *(b"\xef\xbb\xbf", b"---\n", b"...\n"),
]


def read(text: str) -> Parsed:
    return parse(text.encode(), "x.yaml")


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    data = BRIEF.encode()
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(data)))
        gone = draw(st.sampled_from([0, 0, 1, 2, 20]))
        new = draw(st.one_of(st.sampled_from(SPICE), st.binary(max_size=3)))
        data = data[:at] + new * draw(st.sampled_from([1, 1, 2, 40])) + data[at + gone :]
    return data


@settings(max_examples=300, deadline=None)
@given(mutated(), st.booleans())
def test_mutated_brief_gives_problems_only(data: bytes, pure: bool) -> None:
    parsed = parse(data, "x.yaml", pure=pure)
    rows = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").split("\n")
    for problem in parsed.problems:
        assert 1 <= problem.place.line <= len(rows), problem
        assert 1 <= problem.place.column <= len(rows[problem.place.line - 1]) + 1, problem
        assert not unsafe(shown(problem.message))
    if parsed.node is None and not parsed.failed:
        assert all(not row.strip() or row.lstrip().startswith("#") for row in rows)


printable = st.text(
    st.characters(
        exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufeff\ufffe\uffff"
    )
)


@settings(deadline=None)
@given(printable)
def test_quoted_texts_come_back(text: str) -> None:
    single = read("'" + text.replace("'", "''") + "'").node
    assert native(single) == text
    double = "".join(f"\\U{ord(c):08x}" for c in text)
    assert native(read(f'"{double}"').node) == text


plain = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
trees = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(plain, inner, max_size=4),
    max_leaves=20,
)


@settings(deadline=None)
@given(trees, st.sampled_from([None, False, True]))
def test_agrees_with_base_loader(tree: Any, flow: bool | None) -> None:
    text = yaml.dump(tree, allow_unicode=True, default_flow_style=flow, Dumper=NoAliases)
    parsed = read(text)
    if not parsed.failed:
        assert native(parsed.node) == yaml.load(text, yaml.BaseLoader)  # tests only


class NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True

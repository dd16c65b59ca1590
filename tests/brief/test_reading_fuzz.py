"""Whatever a file holds, it is read: the worst that comes of it is a list of problems."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.__main__ import main
from tui.brief import model
from tui.brief.load import load
from tui.brief.model import Brief
from tui.brief.reading import Reading
from tui.brief.record import Record
from tui.brief.shown import shown, unsafe
from tui.brief.walk import facts_of, within

BAD = Path(__file__).parents[3] / "shared" / "corpus" / "bad-inputs"
FILE = Path("brief.yaml")
KEYS = sorted(
    {each.name.rstrip("_") for name in model.__all__ for each in fields(getattr(model, name))}
    | {"claims", "value", "held", "start", "end", "best", "low", "unnamed", "maybe", "at"}
)
WORDS = [
    *("2025-06-02", "2025-06-02T13:00", "after 2025", "9999-12-31", "0000", "over 40", "several"),
    *("r1", "ua", "s1", "~", "", "yes", "1", "scheduled", "Europe/Istanbul", "+14:00", "C3"),
]

texts = st.sampled_from(WORDS) | st.text(max_size=20)
trees = st.recursive(
    texts,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=8), inner, max_size=6)
    ),
    max_leaves=40,
)
briefs = st.dictionaries(
    st.sampled_from([each.name for each in fields(Brief)]),
    trees | st.lists(st.dictionaries(st.sampled_from(KEYS), trees, max_size=8), max_size=4),
    max_size=8,
)


def read(data: bytes, previous: Reading | None = None) -> Reading:
    return load(FILE, previous, {FILE: data})


def written(tree: Any) -> bytes:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False).encode("utf-8", "replace")


def check_problems(reading: Reading, data: bytes) -> None:
    """Every problem lies in the file and can be printed, and none is told twice."""
    rows = data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    for problem in reading.problems:
        assert 1 <= problem.place.line <= len(rows), problem
        assert 1 <= problem.place.column <= len(rows[problem.place.line - 1]) + 1, problem
        assert not unsafe(shown(problem.message))
        assert len(problem.message) < 1000
    assert len(reading.problems) == len(set(reading.problems)) <= 51


@settings(max_examples=150, deadline=None)
@given(briefs)
def test_any_tree_is_read(tree: Any) -> None:
    data = written(tree)
    reading = read(data)
    check_problems(reading, data)
    for key, record in reading.register.by_key.items():
        assert record.key == key
        assert next(each for each in within(record) if isinstance(each, Record)) is record
        hash(record)
        repr(record)
    for fact in facts_of(reading.brief):
        assert fact.claimed.claims or fact.field == "claims"


@settings(max_examples=60, deadline=None)
@given(briefs, st.integers(1, 5))
def test_moved_text_is_no_change(tree: Any, rows: int) -> None:
    data = written(tree)
    before, after = read(data), read(b"# moved\n" + b"\n" * rows + data)
    assert after.brief == before.brief
    assert list(after.register.by_key) == list(before.register.by_key)
    assert [p.message for p in after.problems] == [p.message for p in before.problems]


@settings(max_examples=60, deadline=None)
@given(briefs, st.binary(max_size=40))
def test_whatever_comes_after_a_good_state(tree: Any, then: bytes) -> None:
    before = read(b"parley: 1\nid: a\ntitle: A\n")
    for data in (written(tree), then):
        reading = read(data, before)
        check_problems(reading, data)
        assert reading.brief == before.brief if reading.stale else reading.usable


files = sorted(path for path in BAD.rglob("*.yaml") if path.name != "expected.yaml")


@pytest.mark.parametrize("path", files, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_bad_input_is_read_to_the_end(path: Path) -> None:
    reading = load(path)
    check_problems(reading, path.read_bytes())
    if path.parent.name == "types":
        # What has no field stays a text, letter for letter.
        kept = {each.key: each.text for each in reading.brief.extra}
        plain = yaml.load(path.read_bytes(), yaml.BaseLoader)
        assert all(kept[k] == v for k, v in plain.items() if k in kept and isinstance(v, str))


SCHEMA = {
    "dangling-reference": [(2, "unknown")],
    "duplicate-ids": [(3, "id")],
    "everything-null": [],
    "mixed-list": [(1, "type"), (1, "type"), (1, "type")],
}


@pytest.mark.skipif(not files, reason="the corpus is not here")
@pytest.mark.parametrize("name", SCHEMA)
def test_shapes_only_the_schema_can_judge(name: str) -> None:
    reading = load(BAD / "schema" / f"{name}.yaml")
    found = [(p.place.line, p.code) for p in reading.problems if p.code != "required"]
    for expected in SCHEMA[name]:
        assert expected in found


@pytest.mark.skipif(not files, reason="the corpus is not here")
@pytest.mark.parametrize(
    "name", ["schema/wrong-shapes.yaml", "types/norway.yaml", "terminal", "syntax", "gone.yaml"]
)
def test_check_says_it_all(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["parley", "check", str(BAD / name)])
    assert main() in {1, 2}
    out = capsys.readouterr().out
    assert out
    assert not any(unsafe(row) for row in out.splitlines())


def test_a_big_brief_full_of_mistakes_is_read_in_good_time(tmp_path: Path) -> None:
    rows = "\n".join(f"  - {{id: p{n}, nmae: x, of: o{n}, born: soon}}" for n in range(5000))
    chain = "\n".join(f"  - {{id: o{n}x, name: x, of: o{n + 1}x}}" for n in range(5000))
    path = tmp_path / "big.yaml"
    path.write_text(f"parley: 1\nid: a\ntitle: A\npeople:\n{rows}\norganizations:\n{chain}\n")
    reading = load(path)
    assert len(reading.problems) == 51
    assert reading.problems[-1].message == "… and 19,951 more"
    assert len(reading.register.by_key) == 10_000

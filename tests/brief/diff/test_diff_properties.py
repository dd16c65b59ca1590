"""The changes applied to the old brief give the new one, whatever the two say."""

from copy import deepcopy
from dataclasses import fields
from pathlib import Path
from random import Random
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.brief.claims import Claimed
from tui.brief.diff import apply, reading_changes
from tui.brief.load import load
from tui.brief.model import Brief, Status
from tui.brief.reading import Reading
from tui.brief.value import Names, Value

ROOT = Path(__file__).parents[3]
BRIEFS = [ROOT / "briefs/istanbul-2025.yaml", *sorted((ROOT / "briefs/kenya-2008").glob("*.yaml"))]
REAL = [yaml.load(path.read_bytes(), yaml.BaseLoader) for path in BRIEFS]
FILE = Path("brief.yaml")
PARTS = ("overview", "mediation", "conflict", "positions")
SPARE = ["r1", "2031", "over 40", "", "several words that are new", {"unnamed": "an envoy"}, []]


def read(tree: Any) -> Reading:
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    return load(FILE, None, {FILE: text.encode()})


def some(tree: Any, random: Random, few: int = 3) -> Any:
    """A tree with few things in each of its upper lists."""
    if isinstance(tree, list):
        return random.sample(tree, min(len(tree), few))
    return {key: some(value, random) for key, value in tree.items()} if is_map(tree) else tree


def is_map(tree: Any) -> bool:
    return isinstance(tree, dict) and any(isinstance(each, list | dict) for each in tree.values())


def inner(tree: Any) -> list[Any]:
    """All maps and lists of a tree."""
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    found = [each for one in below for each in inner(one)]
    return [tree, *found] if isinstance(tree, dict | list) else found


def spoil(tree: Any, random: Random) -> None:
    """Change one thing: drop it, put another in its place, say it twice, shuffle the list."""
    nodes = [each for each in inner(tree) if each]
    if not nodes:
        return
    node = random.choice(nodes)
    at: Any = random.choice(list(node) if isinstance(node, dict) else range(len(node)))
    match random.randrange(5):
        case 0:
            del node[at]
        case 1:
            node[at] = deepcopy(random.choice(SPARE))
        case 2:
            node[at] = deepcopy(random.choice(nodes))
        case 3 if isinstance(node, list):
            node.append(deepcopy(node[at]))
        case _ if isinstance(node, list):
            random.shuffle(node)


def settled(value: Any) -> Any:
    """A value without the order of what has none."""
    if isinstance(value, Names):
        return sorted(value.items())
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        each = [settled(one) for one in value]
        return each if any(isinstance(one, Status) for one in value) else sorted(each, key=repr)
    if not isinstance(value, Value | Claimed):
        return value
    said = {f.name: getattr(value, f.name) for f in fields(value) if f.compare}
    told = {name: settled(each) for name, each in said.items() if each not in (None, "", ())}
    if isinstance(value, Brief):
        told = {n: each for n, each in told.items() if n not in PARTS or any(each[1].values())}
    return type(value).__name__, told


def check(old: Reading, new: Reading) -> None:
    found = reading_changes(old, new)
    assert settled(apply(old.brief, found)) == settled(new.brief)
    assert bool(found) == (settled(old.brief) != settled(new.brief))
    back = reading_changes(new, old)
    assert len([c for c in back if c.kind == "added"]) == len(
        [c for c in found if c.kind == "removed"]
    )
    places = [(change.kind, change.key) for change in found]
    assert len(places) == len(set(places))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(REAL), st.randoms(use_true_random=False), st.integers(0, 12))
def test_a_real_brief_after_some_edits(tree: Any, random: Random, edits: int) -> None:
    before = some(tree, random)
    after = deepcopy(before)
    for _ in range(edits):
        spoil(after, random)
    check(read(before), read(after))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(REAL), st.sampled_from(REAL), st.randoms(use_true_random=False))
def test_two_briefs_that_have_little_to_do_with_each_other(
    one: Any, other: Any, random: Random
) -> None:
    check(read(some(one, random, 6)), read(some(other, random, 6)))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(REAL), st.randoms(use_true_random=False))
def test_the_order_of_records_is_no_change(tree: Any, random: Random) -> None:
    before = some(tree, random, 6)
    after = deepcopy(before)
    for node in (*after.values(), *(e for p in PARTS for e in (after.get(p) or {}).values())):
        if isinstance(node, list):
            random.shuffle(node)
    assert reading_changes(read(before), read(after)) == ()

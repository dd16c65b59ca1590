"""The order of things in a file says nothing: permuting whatever has none changes no word.

Over the shipped briefs and generated ones. What keeps its order is marked `ORDERED` in the model;
`tui.brief.order` says what is sorted by what. States of one day are among what keeps it, since the
last state of a list is still taken for the present one.
"""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.brief.diff import reading_changes
from tui.brief.load import load_contents
from tui.presentation.view import View
from tui.rendering.markdown import markdown
from tui.rendering.sections_aloud import brief_aloud
from tui.rendering.text import brief_text, dossier_text
from tui.sections import sections

BRIEFS = Path(__file__).parents[2] / "briefs"
NOW = datetime(2025, 6, 10, 12, tzinfo=UTC)
OWN = {
    "judgments", "watch", "talking_points", "open_questions", "issues", "agenda", "conditions",
    "provisions", "members", "agreed", "not_agreed", "deferred",
}  # fmt: skip
"""Keys of lists that are read in the order they are written."""


def permuted(node, rng, key=""):
    """The same tree, with every list without an order of its own in another one, and every map."""
    if isinstance(node, dict):
        pairs = [(name, permuted(value, rng, name)) for name, value in node.items()]
        rng.shuffle(pairs)
        return dict(pairs)
    if isinstance(node, list):
        items = [permuted(each, rng) for each in node]
        if key not in OWN:
            rng.shuffle(items)
        return items
    return node


def read(files, tables=()):
    """A brief out of trees, each written as a file of one folder."""
    folder = Path("/brief")
    dumped = {
        folder / name: yaml.safe_dump(tree, sort_keys=False, allow_unicode=True).encode()
        for name, tree in files.items()
    }
    return load_contents(folder, {**dumped, **{folder / t.name: t.read_bytes() for t in tables}})


def texts(reading, dossiers=None):
    """All that is said of a brief: every tab, aloud too, each dossier, the export."""
    # Problems are told with their lines in the file; `check` compares what they say.
    view = View(replace(reading, problems=()), now=NOW)
    yield brief_text(view, sections(), 200, registers=True)
    yield brief_aloud(view, sections(), 0, registers=True)
    rows = [(section, row) for section in sections() for row in section.rows(view)]
    yield "\n".join(str(row._replace(spot=None)) for _, row in rows)
    yield "\n".join(markdown(section.detail(view, row.key)) for section, row in rows)
    for key in list(reading.register.by_key)[:dossiers]:
        yield dossier_text(view, key, 100)


def check(one, other, dossiers=None):
    for text, same in zip(texts(one, dossiers), texts(other, dossiers), strict=True):
        assert same == text
    assert reading_changes(one, other) == ()
    codes = [sorted((p.code, p.message) for p in each.problems) for each in (one, other)]
    assert codes[0] == codes[1]


@cache
def shipped(name):
    path = BRIEFS / name
    files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
    trees = {
        "brief.yaml" if each == path else each.name: yaml.load(
            each.read_text("utf-8"), yaml.BaseLoader
        )
        for each in files
    }
    return trees, tuple(path.glob("*.csv")) if path.is_dir() else ()


@pytest.mark.parametrize("name", ["istanbul-2025.yaml", "kenya-2008"])
@pytest.mark.parametrize("seed", [1, 2])
def test_a_shipped_brief_in_another_order_says_the_same(name, seed):
    trees, tables = shipped(name)
    rng = Random(seed)
    turned = {each: permuted(tree, rng) for each, tree in trees.items()}
    check(read(trees, tables), read(turned, tables), 40 if name == "kenya-2008" else None)


def test_which_file_a_record_stands_in_says_nothing():
    trees, tables = shipped("kenya-2008")
    names = [name for name in trees if name != "brief.yaml"]
    other = {new: trees[old] for old, new in zip(names, reversed(names), strict=True)}
    head = {"brief.yaml": trees["brief.yaml"]}
    check(read(trees, tables), read(head | other, tables), 20)


def some(strategy, most=3):
    return st.lists(strategy, min_size=0, max_size=most)


NAMES = st.sampled_from(["Hill", "Port", "Lake", "hill", "Hill 2", "Hill 10"])
PARTY = st.sampled_from(["hill", "port", "lake"])
WHO = st.sampled_from(["ayo", "bel", "hill", "port"])
SRC = some(st.sampled_from(["s1", "s2", "s10"]) | st.fixed_dictionaries(
    {"id": st.sampled_from(["s1", "s2"]), "at": st.sampled_from(["para 2", "para 10", "p. 1"])}
))  # fmt: skip
DAY = st.sampled_from([
    "2024-03-12", "2024-03-14", "2024-03", "2024-03-12/2024-03-14", "2024-03-12T10:00Z",
    "after 2024-03-10", "2024-03-12 afternoon", "2024-03-14~", "2023",
])  # fmt: skip
COUNT = st.sampled_from(["40", "70", "over 40", "50–60", "about 55", "several", "40 people"])
TEXT = st.sampled_from(["one word", "two words", "some words more", "One word"])
HELD = st.sampled_from(["accepted", "superseded", "retracted", "rejected"])


def claimed(value):
    claim = st.fixed_dictionaries({"value": value}, optional={
        "by": WHO, "src": SRC, "when": DAY, "held": HELD, "why": TEXT, "note": TEXT,
        "unit": st.just("men"), "predicate": TEXT,
    })  # fmt: skip
    several = st.fixed_dictionaries(
        {"claims": st.lists(claim, min_size=1, max_size=4)},
        optional={"held": st.sampled_from(["conflict", "unresolved", "accepted"]), "why": TEXT},
    )
    return value | several


def state(*words):
    return st.lists(st.fixed_dictionaries(
        {"status": st.sampled_from(words)},
        optional={"when": DAY, "by": WHO, "party": PARTY, "src": SRC},
    ), min_size=1, max_size=3)  # fmt: skip


ROUND = st.fixed_dictionaries(
    {"status": state("scheduled", "concluded"), "when": claimed(DAY)},
    optional={
        "title": NAMES, "venue": claimed(st.sampled_from(["inn", "fort"])), "src": SRC,
        "level": claimed(TEXT), "parties": some(PARTY), "format": some(
            st.sampled_from(["direct", "proximity", "online"])
        ),
        "proposed": some(st.fixed_dictionaries({"by": WHO, "when": claimed(DAY)})),
        "duration": claimed(COUNT), "significance": claimed(TEXT),
    },
)  # fmt: skip
MEMBER = st.fixed_dictionaries(
    {"person": st.sampled_from(["ayo", "bel"])},
    optional={"role": st.sampled_from(["head", "member"]), "title": claimed(TEXT)},
)
DELEGATION = st.fixed_dictionaries(
    {"party": PARTY, "round": st.sampled_from(["r1", "r2"])},
    optional={
        "head": claimed(st.sampled_from(["ayo", "bel"])),
        "rosters": some(st.fixed_dictionaries(
            {"src": SRC, "members": some(MEMBER)},
            optional={"list": st.sampled_from(["open", "closed"]), "as_of": DAY, "by": WHO},
        )),
    },
)  # fmt: skip
CONTACT = st.fixed_dictionaries(
    {"kind": st.just("visit"), "who": st.lists(WHO, min_size=1, max_size=3)},
    optional={"with": some(WHO), "when": claimed(DAY), "outcome": claimed(TEXT), "src": SRC,
              "place": st.sampled_from(["River Inn", "Old Fort"])},
)  # fmt: skip
MEASURE = st.fixed_dictionaries(
    {"name": NAMES, "claims": st.lists(st.fixed_dictionaries(
        {"value": COUNT}, optional={"by": WHO, "src": SRC, "when": DAY, "held": HELD, "unit": TEXT},
    ), min_size=1, max_size=4)},
    optional={"held": st.sampled_from(["conflict", "unresolved"])},
)  # fmt: skip
EVENT = st.fixed_dictionaries(
    {"when": claimed(DAY), "title": NAMES},
    optional={"actor": claimed(WHO), "target": claimed(WHO), "measures": some(MEASURE), "src": SRC,
              "places": some(st.fixed_dictionaries({"place": NAMES}, optional={"by": WHO})),
              "response_to": claimed(st.sampled_from(["e1", "e2"]))},
)  # fmt: skip
EXCHANGE = st.fixed_dictionaries({"kind": st.just("prisoners")}, optional={
    "per_side": claimed(COUNT), "agreed": claimed(DAY), "completed": claimed(DAY), "src": SRC,
    "status": state("agreed", "completed"), "categories": some(TEXT), "formula": TEXT,
    "tranches": some(st.fixed_dictionaries(
        {}, optional={"when": claimed(DAY), "count": claimed(COUNT), "by": PARTY},
    )),
})  # fmt: skip
STANCE = st.fixed_dictionaries(
    {"issue": st.sampled_from(["i1", "i2"]), "party": PARTY, "position": claimed(TEXT)},
    optional={"when": DAY, "by": WHO, "movement": st.sampled_from(["hardened", "softened"]),
              "round": st.sampled_from(["r1", "r2"]), "src": SRC},
)  # fmt: skip
STATEMENT = st.fixed_dictionaries(
    {"speaker": WHO, "gist": TEXT},
    optional={"when": claimed(DAY), "to": some(WHO), "src": SRC,
              "about": some(st.sampled_from(["i1", "i2", "r1", "ayo"]))},
)  # fmt: skip
DOCUMENT = st.fixed_dictionaries(
    {"title": NAMES, "states": state("sent", "received", "signed")},
    optional={"author": WHO, "when": claimed(DAY), "src": SRC, "signatories": some(WHO),
              "responses": some(st.fixed_dictionaries({"party": PARTY, "answer": st.sampled_from(
                  ["accepted", "rejected"])}, optional={"when": DAY}))},
)  # fmt: skip
FIXED = {
    "parley": "1", "id": "made", "title": "Made", "as_of": "2024-03-20",
    "parties": [
        {"id": "hill", "name": "Hill", "stance": "belligerent"},
        {"id": "port", "name": "Port", "stance": "belligerent"},
        {"id": "lake", "name": "Lake", "stance": "mediator"},
    ],
    "people": [{"id": "ayo", "name": "Ayo", "of": "hill"}, {"id": "bel", "name": "Bel"}],
    "venues": [
        {"id": "inn", "name": "River Inn", "lat": "10", "lon": "20"},
        {"id": "fort", "name": "Old Fort", "lat": "12", "lon": "23", "part_of": "inn"},
    ],
    "sources": [
        {"id": "s1", "publisher": "B", "published": "2024-03-15"},
        {"id": "s2", "publisher": "A", "origin": "wire"},
        {"id": "s10", "publisher": "A", "origin": "wire", "derived_from": ["s2", "s1"]},
    ],
}  # fmt: skip


@st.composite
def briefs(draw):
    """A small brief in which much is claimed by several, and much is alike."""
    tree = dict(FIXED)
    for name, kind, id_ in (
        ("rounds", ROUND, "r"), ("delegations", DELEGATION, ""), ("exchanges", EXCHANGE, ""),
        ("documents", DOCUMENT, ""), ("statements", STATEMENT, ""),
    ):  # fmt: skip
        tree[name] = named(draw(some(kind)), id_)
    tree["conflict"] = {
        "events": named(draw(some(EVENT)), "e"), "measures": draw(some(MEASURE, 2)),
    }  # fmt: skip
    tree["mediation"] = {"contacts": draw(some(CONTACT))}
    issues = [{"id": "i1", "title": "War"}, {"id": "i2", "title": "Peace"}]
    tree["positions"] = {"issues": issues, "stances": draw(some(STANCE))}
    return tree


def named(records, id_):
    """The first two with an id, so that others may refer to them."""
    first = [{"id": f"{id_}{n}", **each} for n, each in enumerate(records[:2], 1)]
    return [*(first if id_ else records[:2]), *records[2:]]


@given(briefs(), st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_a_made_brief_in_another_order_says_the_same(tree, rng):
    check(read({"brief.yaml": tree}), read({"brief.yaml": permuted(tree, rng)}), 8)

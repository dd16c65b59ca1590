from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest

from tui.analysis.exchanges import completed, progress
from tui.brief.load import load
from tui.brief.model import Exchange

HEAD = """
parley: 1
id: t
title: t
src: s0
sources: [{id: s0}]
parties: [{id: ru, name: Russia}, {id: ua, name: Ukraine}]
people: [{id: a, name: A, of: ru}, {id: b, name: B}]
"""


@pytest.fixture
def read(tmp_path: Path):
    def read(text: str):
        path = tmp_path / "t.yaml"
        path.write_text(f"{HEAD}exchanges: [{{kind: prisoners, {text}}}]\n", "utf-8")
        found = load(path)
        assert not found.errors, found.problems
        return found.brief.exchanges[0], found.register

    return read


def plain(bounds):
    return bounds and tuple(None if each is None else int(each) for each in bounds)


def claims(*figures):
    return "{claims: [" + ", ".join(f"{{value: {f}}}" for f in figures) + "]}"


CASES = [
    ("sums", "1000", ["390", "290"], (680, 680), (1000, 1000), 68),
    ("nothing agreed", "", ["390", "290"], (680, 680), None, None),
    ("all", "1000", ["1000"], (1000, 1000), (1000, 1000), 100),
    ("more than all", "1000", ["1040"], (1040, 1040), (1000, 1000), 104),
    ("a range", "1000", ["300–400", "100"], (400, 500), (1000, 1000), 40),
    ("over", "1000", ["over 300"], (300, None), (1000, 1000), 30),
    ("under", "1000", ["under 300"], (0, 300), (1000, 1000), 0),
    ("about", "about 1000", ["about 500"], (500, 500), (1000, 1000), 50),
    ("claims that differ", "1000", [claims(300, 310)], (300, 310), (1000, 1000), 30),
    (
        "a claim without an upper bound",
        "1000",
        [claims(300, "over 310")],
        (300, None),
        (1000, 1000),
        30,
    ),
    ("claims of what was agreed", claims(1000, 1200), ["600"], (600, 600), (1000, 1200), 50),
    (
        "best with its bounds",
        "1000",
        ["{best: 300, low: 250, high: 350}"],
        (250, 350),
        (1000, 1000),
        25,
    ),
    ("several", "1000", ["several", "300"], (300, 300), (1000, 1000), 30),
    ("units that agree", "1000 prisoners", ["300 Prisoners"], (300, 300), (1000, 1000), 30),
    ("other units", "1000 prisoners", ["300 bodies", "100"], (100, 100), (1000, 1000), 10),
    ("an open target", "over 1000", ["500"], (500, 500), (1000, None), 0),
    ("a target of nobody", "0", ["500"], (500, 500), (0, 0), None),
]


@pytest.mark.parametrize(
    ("agreed", "tranches", "done", "of", "percent"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_progress(read, agreed, tranches, done, of, percent):
    listed = ", ".join(f"{{count: {each}}}" for each in tranches)
    per_side = f"per_side: {agreed}, " if agreed else ""
    (found,) = progress(*read(f"{per_side}tranches: [{listed}]"))
    assert (found.giver, plain(found.done), plain(found.agreed)) == ("", done, of)
    assert (found.share and int(found.share[0] * 100)) == percent


def test_tranches_without_a_figure_are_counted_apart(read):
    (found,) = progress(*read("tranches: [{when: 2025}, {count: several}, {count: 3}]"))
    assert (found.counted, found.uncounted) == (1, 2)
    (found,) = progress(*read("per_side: 4, tranches: [{when: 2025}]"))
    assert (found.counted, plain(found.done), found.short) == (0, (0, 0), False)


def test_each_giver_has_a_sum_and_what_names_none_is_in_both(read):
    found = progress(*read(
        "per_side: 10, tranches: [{count: 4, by: ru}, {count: 1, by: a}, {count: 3, by: ua},"
        " {count: 2}, {count: 1, by: b}]"
    ))  # fmt: skip
    assert {each.giver: plain(each.done)[0] for each in found} == {"ru": 7, "ua": 5, "b": 3}


def test_no_tranches_no_progress(read):
    assert progress(*read("per_side: 10")) == ()


SHORT = [
    ("less", "10", ["4"], True), ("all", "10", ["10"], False), ("maybe all", "10", ["5–12"], False),
    ("open", "10", ["over 4"], False), ("one uncounted", "10", ["4", "several"], False),
    ("nothing agreed", "", ["4"], False),
]  # fmt: skip


@pytest.mark.parametrize(("agreed", "tranches", "short"), [case[1:] for case in SHORT],
                         ids=[case[0] for case in SHORT])  # fmt: skip
def test_short_of_what_was_agreed(read, agreed, tranches, short):
    listed = ", ".join(f"{{count: {each}}}" for each in tranches)
    per_side = f"per_side: {agreed}, " if agreed else ""
    (found,) = progress(*read(f"{per_side}tranches: [{listed}]"))
    assert found.short == short


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("status: under_way", (False, False)),
        ("status: completed", (True, False)),
        ("status: [{status: completed, when: 2025-05-25}]", (True, True)),
        ("status: under_way, completed: 2025-05-25", (True, True)),
        ("formula: 1 for 1", (False, False)),
    ],
)
def test_completion(read, text, told):
    assert completed(read(text)[0]) == told


def test_the_order_of_tranches_changes_nothing(read):
    exchange, known = read("per_side: 9, tranches: [{count: 1}, {count: 2–4}, {count: 3, by: ru}]")
    sums = set()
    for order in permutations(exchange.tranches):
        turned = Exchange(per_side=exchange.per_side, tranches=order)
        sums.add(tuple((each.giver, each.done) for each in progress(turned, known)))
    assert sums == {(("ru", (Decimal(6), Decimal(8))),)}

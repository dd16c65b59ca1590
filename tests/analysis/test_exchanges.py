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


def told(found):
    """Giver, what was handed over, what was agreed, of what, whether of both sides."""
    return [(p.giver, plain(p.done), plain(p.agreed), p.unit, p.together) for p in found]


def test_each_side_has_its_own_number(read):
    sides = "sides: [{party: ru, count: 5000}, {party: ua, count: 'up to 1,000'}]"
    parts = "tranches: [{count: 4600, by: ru}, {count: 1005, by: ua}]"
    found = progress(*read(f"{sides}, {parts}"))
    assert sorted(told(found)) == [
        ("ru", (4600, 4600), (5000, 5000), "", False),
        ("ua", (1005, 1005), (0, 1000), "", False),
    ]
    assert {each.giver: int(each.share[0] * 100) for each in found} == {"ru": 92, "ua": 100}


@pytest.mark.parametrize(
    ("formula", "own"),
    [
        ("'5,000 for 1,000'", True), ("5000 prisoners for up to 1000", True),
        ("all for all", True), ("'1,000 for 1,000'", False), ("''", True),
        ("'5,000 for 900'", False),
    ],
)  # fmt: skip
def test_the_formula_says_whether_the_claims_are_each_sides_own(read, formula, own):
    agreed = "per_side: {claims: [{value: 5000, by: ru}, {value: 1000, by: ua}]}"
    found = progress(*read(f"formula: {formula}, {agreed}, tranches: [{{count: 900, by: ua}}]"))
    assert plain(found[0].agreed) == ((1000, 1000) if own else (1000, 5000))


TOTALS = [
    ("totals", "1000", "{count: 780 from both sides}, {count: 614 from both sides}", 1394, 2000),
    ("a total beside each side", "1000", "{count: 780 from both sides}, {count: 100}", 980, 2000),
    (
        "a total beside a giver",
        "1000",
        "{count: 780 from both sides}, {count: 9, by: ru}",
        789,
        2000,
    ),
    ("a total agreed", "2000 from both sides", "{count: 300}, {count: 50, by: ua}", 650, 2000),
    ("long form", "{best: 9, per: side}", "{count: {best: 4, per: both sides}}", 4, 18),
]


@pytest.mark.parametrize(("agreed", "tranches", "done", "of"), [case[1:] for case in TOTALS],
                         ids=[case[0] for case in TOTALS])  # fmt: skip
def test_totals_of_both_sides(read, agreed, tranches, done, of):
    found = progress(*read(f"per_side: {agreed}, tranches: [{tranches}]"))
    assert told(found) == [("", (done, done), (of, of), "", True)]


def test_several_things_are_counted_apart(read):
    sides = "sides: [{party: ru, count: 1000 prisoners}, {party: ru, count: '1,212 bodies'}]"
    parts = (
        "tranches: [{count: 1000, by: ru}, {count: 600 bodies, by: ru}, {count: 3 maps, by: ru}]"
    )
    found = progress(*read(f"{sides}, {parts}"))
    assert told(found) == [
        ("ru", (1000, 1000), (1000, 1000), "prisoners", False),
        ("ru", (600, 600), (1212, 1212), "bodies", False),
    ]
    assert [each.uncounted for each in found] == [0, 1]


def test_the_dead_are_never_added_to_the_living(read):
    (found,) = progress(*read("per_side: 1000, tranches: [{count: 900}, {count: 1212 bodies}]"))
    assert (plain(found.done), found.uncounted) == ((900, 900), 1)
    (found,) = progress(*read("per_side: 1000, tranches: [{count: 900 soldiers}, {count: 9 men}]"))
    assert (plain(found.done), found.uncounted) == ((909, 909), 0)

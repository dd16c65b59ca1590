import csv
from collections import defaultdict
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from tui.analysis.compare import (
    Ground,
    Kind,
    compare,
    compare_claims,
    roots,
    standing,
)
from tui.brief.claims import Claim
from tui.brief.load import load
from tui.brief.quantity import Quantity
from tui.brief.reading import Reading
from tui.brief.register import sections
from tui.brief.walk import ClaimedField, facts

ROOT = Path(__file__).parents[2]
DATA = ROOT / "../shared/data"
HEAD = """
parley: 1
id: t
title: t
parties: [{id: ru, name: Russia, side: east}, {id: by, name: Belarus, side: east},
          {id: ua, name: Ukraine}]
organizations: [{id: un, name: United Nations}, {id: sbu, name: SBU, of: ua},
                {id: ru-mod, name: Ministry, of: ru}]
people: [{id: guterres, name: G, of: un}, {id: medinsky, name: M, of: ru},
         {id: umerov, name: U, of: ua}, {id: bevz, name: B}, {id: poklad, name: P}]
sources: [{id: s0, origin: wire}, {id: s1, origin: wire}, {id: s2}, {id: s3, derived_from: s2},
          {id: s4, of: ru-mod}, {id: s6, kind: wire, publisher: Anadolu},
         {id: s7, origin: anadolu}, {id: s8, derived_from: s7}, {id: s9, derived_from: [s0, s2]},
         {id: s10, origin: unknown}, {id: s11, origin: A.N.A.D.O.L.U.},
         {id: s12, origin: "Anadolu, by telephone"}]
"""


def reading(tmp_path: Path, text: str) -> Reading:
    path = tmp_path / "t.yaml"
    path.write_text(HEAD + text, "utf-8")
    found = load(path)
    assert not found.errors, found.problems
    return found


def measure(tmp_path: Path, *claims: str, held: str = "accepted") -> tuple[ClaimedField, Reading]:
    lines = "".join(f"        - {{{claim}}}\n" for claim in claims)
    text = f"conflict:\n  measures:\n    - name: m\n      held: {held}\n      claims:\n{lines}"
    found = reading(tmp_path, text)
    assert found.brief.conflict
    return next(facts(found.brief.conflict.measures[0])), found


VOICES = [
    ("one speaker in two papers", "one voice", ["value: 4, by: sbu, src: [s0, s2]"]),
    ("one speaker, two claims", "one voice",
     ["value: 4, by: sbu, src: [s0]", "value: 4, by: sbu, src: [s2]"]),
    ("one wire twice", "one voice", ["value: 4, src: [s0]", "value: 4, src: [s1]"]),
    ("a copy of a source", "one voice", ["value: 4, src: [s2]", "value: 4, src: [s3]"]),
    ("two sources, one origin not known", "reported by 2 sources; independence not known",
     ["value: 4, src: [s0, s2]"]),
    ("two origins stated", "confirmed by 2 independent voices", ["value: 4, src: [s0, s6]"]),
    ("a speaker and a source", "reported by 2 voices; independence not known",
     ["value: 4, by: bevz, src: [s0]", "value: 4, src: [s6]"]),
    ("two officials of one body of no side", "reported by 2 voices; independence not known",
     ["value: 4, by: guterres, src: [s0]", "value: 4, by: un, src: [s6]"]),
    ("known only through the other", "reported by 2 voices; independence not known",
     ["value: 4, by: ru, via: ua, src: [s0]", "value: 4, by: ua, src: [s6]"]),
    ("a copy of a copy of a wire", "one voice", ["value: 4, src: [s6]", "value: 4, src: [s8]"]),
    ("an agency in another spelling", "one voice", ["value: 4, src: [s6]", "value: 4, src: [s11]"]),
    ("an agency among other words", "one voice", ["value: 4, src: [s6]", "value: 4, src: [s12]"]),
    ("drawn from the same two", "reported by 2 sources; independence not known",
     ["value: 4, src: [s9]", "value: 4, src: [s2]"]),
    ("an origin said to be unknown", "reported by 2 sources; independence not known",
     ["value: 4, src: [s0]", "value: 4, src: [s10]"]),
    ("two bodies of one party", "one side only",
     ["value: 4, by: ru-mod, src: [s0]", "value: 4, by: medinsky, src: [s0]"]),
    ("two parties of one side", "one side only",
     ["value: 4, by: by, src: [s0]", "value: 4, by: ru, src: [s0]"]),
    ("a source that speaks for the party", "one side only",
     ["value: 4, by: medinsky, src: [s0]", "value: 4, src: [s4]"]),
    ("both sides", "confirmed by 2 independent voices",
     ["value: 4, by: ru, src: [s0]", "value: 4, by: ua, src: [s0]"]),
    ("unnamed, maybe the other", "one voice",
     ["value: 4, by: {unnamed: official, of: ru, maybe: medinsky}, src: [s0]",
      "value: 4, by: medinsky, src: [s2]"]),
    ("both sides, two figures", "contested",
     ["value: 4, by: ru, src: [s0]", "value: 5, by: ua, src: [s0]"]),
    ("compatible is not confirmed", "not confirmed",
     ["value: over 30, by: ru, src: [s0]", "value: over 50, by: ua, src: [s0]"]),
    ("two agree beside a finer one", "confirmed by 2 independent voices",
     ["value: 4, by: ru, src: [s0]", "value: 4, by: ua, src: [s0]", "value: over 3, src: [s2]"]),
    ("the agreeing are one side", "one side only",
     ["value: 4, by: ru, src: [s0]", "value: 4, by: by, src: [s0]",
      "value: over 3, by: ua, src: [s2]"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "claims"), [v[1:] for v in VOICES], ids=[v[0] for v in VOICES])
def test_what_a_fact_rests_on(tmp_path: Path, words: str, claims: list[str]) -> None:
    fact, found = measure(tmp_path, *claims)
    assert standing(fact, found.register, compare(fact, found.register, {})) == words


def test_roots_are_named(tmp_path: Path) -> None:
    fact, found = measure(tmp_path, "value: 4, by: sbu, src: [s0]", "value: 5, src: [s1, s3]")
    assert roots(fact, found.register) == {"by sbu", "from wire", "from s2"}


@pytest.mark.parametrize(
    ("held", "kind"),
    [("conflict", Kind.DISPUTE), ("unresolved", Kind.DISPUTE), ("accepted", Kind.WORDING)],
)
def test_the_writer_decides_on_prose(tmp_path: Path, held: str, kind: Kind) -> None:
    text = f"""
conflict:
  duration:
    claims: [{{value: over three years, src: [s0]}}, {{value: nearly three years, src: [s2]}}]
    held: {held}
"""
    found = reading(tmp_path, text)
    assert found.brief.conflict
    verdict = compare(next(facts(found.brief.conflict)), found.register, {})
    assert (verdict.kind, verdict.held) == (kind, held)
    assert [pair[2] for pair in verdict.pairs] == [Kind.WORDING]


@pytest.mark.parametrize("held", ["conflict", "unresolved", "accepted", "superseded"])
def test_the_writer_does_not_change_what_is_computed(tmp_path: Path, held: str) -> None:
    one, found = measure(tmp_path, "value: 4, src: [s0]", "value: 5, src: [s2]", held=held)
    two, _ = measure(tmp_path, "value: over 4, src: [s0]", "value: 5, src: [s2]", held=held)
    kinds = [compare(each, found.register, {}).kind for each in (one, two)]
    assert kinds == [Kind.DISPUTE, Kind.COMPATIBLE]


def test_a_title_may_change_with_time(tmp_path: Path) -> None:
    text = """
rounds: []
delegations:
  - party: ua
    round: r1
    head:
      claims: [{value: umerov, src: [s0], when: 2025-06}, {value: bevz, src: [s2], when: 2025-07}]
"""
    path = tmp_path / "t.yaml"
    title = "claims: [{value: Defence Minister, when: 2025-06}, {value: Secretary, when: 2025-07}]"
    path.write_text(f"parley: 1\nid: t\ntitle: t\npeople: [{{id: u, name: U, title: {{{title}}}}}]")
    found = load(path)
    verdict = compare(next(facts(found.brief.people[0])), found.register, {})
    assert (verdict.kind, verdict.note) == (Kind.FINER, "at different times")
    path.write_text(HEAD + text)
    found = load(path)
    verdict = compare(next(facts(found.brief.delegations[0])), found.register, {})
    assert (verdict.kind, verdict.note) == (Kind.DISPUTE, "said at different times")


def verdicts(path: Path) -> dict[str, Kind]:
    found = load(path)
    brief = found.brief
    return {
        f"{record.key}.{fact.field}": compare(fact, found.register, brief.aliases).kind
        for _, records in sections(brief)
        for record in records
        for fact in facts(record)
        if len(fact.claimed.claims) > 1
    }


def test_the_istanbul_brief_has_no_false_dispute() -> None:
    found = verdicts(ROOT / "briefs/istanbul-2025.yaml")
    assert found["rounds/r1.venue"] is found["rounds/r2.when"] is Kind.FINER
    assert found["exchanges/pow-1000.completed"] is Kind.COMPATIBLE
    assert found["people/medinsky.title"] is Kind.WORDING
    assert found["people/kyslytsya.title"] is Kind.DISPUTE, "one source says first, one does not"
    assert found["third_parties/tp-kalin.role_as_written"] is Kind.WORDING


@pytest.mark.skipif(not DATA.exists(), reason="no data beside the project")
def test_estimates_dispute_only_where_no_number_fits_both() -> None:
    by_thing: dict[tuple[str, ...], list[Quantity]] = defaultdict(list)
    path = DATA / "economist/soldier-deaths-casualties-estimates.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            ends = [row[k].replace(",", "") for k in ("estimate", "estimate_low", "estimate_high")]
            best, low, high = (Decimal(each) if each.isdecimal() else None for each in ends)
            if best or low or high:
                by_thing[row["country"], row["type"]].append(Quantity(best, low, high))
    empty = Ground(load(ROOT / "briefs/starter.yaml").register)
    pairs = [pair for group in by_thing.values() for pair in combinations(group, 2)]
    assert len(pairs) > 500
    for one, other in pairs:
        kind = compare_claims((Claim(value=one), Claim(value=other)), empty).kind
        lows = [each.bounds[0] or 0 for each in (one, other)]
        highs = [each.bounds[1] or Decimal("inf") for each in (one, other)]
        assert (kind is Kind.DISPUTE) == (max(lows) > min(highs)), (one, other)


@pytest.mark.skipif(not DATA.exists(), reason="no data beside the project")
def test_ucdp_bounds_hold_their_best() -> None:
    empty = Ground(load(ROOT / "briefs/starter.yaml").register)
    with (DATA / "ucdp/ucdp-ged-sample-1000.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        best, low, high = (Decimal(row[name]) for name in ("best", "low", "high"))
        if low <= best <= high:
            pair = Claim(value=Quantity(best, low, high)), Claim(value=Quantity(best))
            kind = Kind.AGREE if low == high else Kind.FINER
            assert compare_claims(pair, empty).kind is kind

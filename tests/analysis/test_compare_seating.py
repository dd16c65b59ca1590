from pathlib import Path

import pytest

from tui.analysis.compare import Kind, Seating, ground_of, same_people, seating
from tui.brief.load import load
from tui.brief.reading import Reading

ROOT = Path(__file__).parents[2]
HEAD = """
parley: 1
id: t
title: t
aliases: {Kiev: Kyiv, Yermak: Ermak}
parties: [{id: ua, name: Ukraine}]
sources: [{id: s0}, {id: s1}, {id: s2}]
rounds: [{id: r1, status: scheduled, when: 2025-06-02}]
people:
  - {id: umerov, name: Rustem Umerov, names: {uk: Рустем Умєров}}
  - {id: umerow, name: Рустем Умєров}
  - {id: other, name: Umerov Rustem}
  - {id: ermak, name: Andriy Ermak}
  - {id: yermak, name: Andriy Yermak}
  - {id: bevz, name: Oleksandr Bevz, aliases: [A. Bevz]}
  - {id: bevz2, name: A Bevz}
  - id: kys
    name: Sergiy Kyslytsya
    title:
      claims:
        - {value: Deputy Foreign Minister, src: [s0]}
        - {value: First Deputy Foreign Minister, src: [s1]}
        - {value: Ambassador, when: until 2020, src: [s0, s1, s2]}
"""


def reading(tmp_path: Path, rosters: str, more: str = "") -> Reading:
    path = tmp_path / "t.yaml"
    text = f"delegations: [{{party: ua, round: r1{more}, rosters: [{rosters}]}}]"
    path.write_text(HEAD + text, "utf-8")
    found = load(path)
    assert not found.errors, found.problems
    return found


def seats(tmp_path: Path, rosters: str, more: str = "") -> Seating:
    found = reading(tmp_path, rosters, more)
    ground = ground_of(found.register, found.brief.aliases)
    return seating(found.brief.delegations[0], ground)


def two(a: str, b: str, kinds: tuple[str, str] = ("open", "closed")) -> str:
    return (f"{{list: {kinds[0]}, src: [s0], members: [{a}]}},"
            f" {{list: {kinds[1]}, src: [s1], members: [{b}]}}")  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("umerov", "umerow", {"umerow": "umerov"}),
        ("umerow", "umerov", {"umerow": "umerov"}),
        ("umerov", "other", {"umerov": "other"}),
        ("umerow", "other", {"umerow": "other"}),
        ("ermak", "yermak", {"yermak": "ermak"}),
        ("bevz", "bevz2", {"bevz2": "bevz"}),
        ("bevz", "ermak", {}),
        ("umerov, umerow", "bevz", {}),
        ("umerov, bevz", "bevz, umerow", {"umerow": "umerov"}),
    ],
)
def test_two_ids_written_alike(tmp_path: Path, a: str, b: str, same: dict[str, str]) -> None:
    found = reading(tmp_path, two(a, b))
    ground = ground_of(found.register, found.brief.aliases)
    rosters = found.brief.delegations[0].rosters
    assert same_people(rosters, ground) == same
    assert same_people(rosters[::-1], ground) == same


def test_perhaps_one_person_is_no_dispute(tmp_path: Path) -> None:
    found = seats(tmp_path, two("umerov", "umerow"), ", head: {value: umerow, src: s0}")
    assert found.verdict.members.kind is Kind.AGREE
    assert found.verdict.head.kind is Kind.SINGLE
    assert [seat.person.id for seat in found.verdict.seats] == ["umerov"]
    apart = seats(tmp_path, two("umerov, umerow", "umerov"))
    assert apart.verdict.members.kind is Kind.DISPUTE


def test_a_title_of_the_register_is_that_of_the_list_with_its_source(tmp_path: Path) -> None:
    found = seats(tmp_path, two("kys", "kys"))
    (seat,) = found.verdict.seats
    assert seat.title.kind is Kind.DISPUTE
    titles = [roster.members[0].title for roster in found.rosters]
    assert [t and t.values for t in titles] == [
        ("Deputy Foreign Minister",), ("First Deputy Foreign Minister",),
    ]  # fmt: skip


def test_a_list_of_another_source_or_with_its_own_title_is_left_alone(tmp_path: Path) -> None:
    found = seats(tmp_path, "{src: [s2], members: [kys]}, {members: [{person: kys, title: Envoy}]}")
    titles = [roster.members[0].title for roster in found.rosters]
    assert titles[1] is None
    assert titles[0] is not None
    assert titles[0].values == ("Envoy",)


@pytest.mark.parametrize(
    ("more", "a", "b", "kind"),
    [
        ("", "bevz", "ermak", Kind.DISPUTE),
        ("as_of: 2025-06-0{}, ", "bevz", "ermak", Kind.FINER),
        ("basis: photo {}, ", "bevz", "ermak", Kind.INCOMPARABLE),
        ("", "{person: bevz, role: expert}", "ermak", None),
        ("", "bevz, ermak", "bevz", Kind.DISPUTE),
    ],
)
def test_what_an_absence_says(tmp_path: Path, more: str, a: str, b: str, kind: Kind | None) -> None:
    first, second = (f"{{{more.format(n)}list: {word}, src: [s{n}], members: [{members}]}}"
                     for n, word, members in ((1, "open", a), (2, "closed", b)))  # fmt: skip
    found = seats(tmp_path, f"{first}, {second}")
    gone = next(seat for seat in found.verdict.seats if 1 not in seat.listed)
    assert found.absence(gone, 1) is kind
    here = next(seat for seat in found.verdict.seats if 1 in seat.listed)
    assert found.absence(here, 1) is None


def test_the_order_of_lists_does_not_matter(tmp_path: Path) -> None:
    lists = two("umerov, kys, bevz", "umerow, kys, ermak").split("}, {")
    one = seats(tmp_path, "}, {".join(lists))
    other = seats(tmp_path, "{" + lists[1][:-1] + "}, " + lists[0] + "}")
    for kind in ("members", "head"):
        assert getattr(one.verdict, kind).kind is getattr(other.verdict, kind).kind
    told = [{s.person.id: s.title.kind for s in each.verdict.seats} for each in (one, other)]
    assert told[0] == told[1]
    assert one.same == other.same


def test_the_delegations_of_istanbul() -> None:
    found = load(ROOT / "briefs/istanbul-2025.yaml")
    ground = ground_of(found.register, found.brief.aliases)
    told = {}
    for each in found.brief.delegations:
        verdict = seating(each, ground).verdict
        told[each.id] = {s.person.id: s.title.kind for s in verdict.seats if len(s.listed) > 1}
    assert told == {
        "delegation-ua-r2": {"umerov": Kind.AGREE, "kyslytsya": Kind.DISPUTE},
        "delegation-ru-r2": {},
    }

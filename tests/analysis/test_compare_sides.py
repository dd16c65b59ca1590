from pathlib import Path

import pytest

from tui.analysis.compare import sides_of
from tui.brief.load import load
from tui.brief.walk import facts_of

HEAD = "parley: 1\nid: t\ntitle: t\n"
TALKS = """
parties:
  - {id: ru, name: Russia, stance: belligerent, side: east}
  - {id: by, name: Belarus, stance: belligerent, side: east}
  - {id: ua, name: Ukraine, stance: belligerent}
  - {id: tr, name: Türkiye, stance: mediator}
organizations: [{id: ru-mod, name: Ministry, of: ru}]
people: [{id: fidan, name: F, of: tr}, {id: nobody, name: N}]
sources: [{id: paper}, {id: post, of: ru-mod}, {id: wire}]
"""


def reading(tmp_path: Path, text: str):
    path = tmp_path / "t.yaml"
    path.write_text(HEAD + text, "utf-8")
    found = load(path)
    assert not found.errors, found.problems
    return found


@pytest.mark.parametrize(
    ("claim", "side"),
    [
        ("by: ru", "east"),
        ("by: by", "east"),
        ("by: ru-mod, src: [paper]", "east"),
        ("by: {unnamed: an official, of: ua}", "ua"),
        ("by: {unnamed: an official, maybe: fidan}", ""),
        ("by: fidan, src: [post]", ""),
        ("by: tr", ""),
        ("by: nobody", ""),
        ("src: [paper]", ""),
        ("src: [post]", "east"),
        ("src: [post, paper]", ""),
        ("note: none", ""),
    ],
)
def test_whose_voice_a_claim_is(tmp_path: Path, claim: str, side: str) -> None:
    text = f"{TALKS}conflict: {{duration: {{value: long, {claim}}}}}"
    found = reading(tmp_path, text)
    (fact,) = facts_of(found.brief)
    sides = sides_of(found.brief, found.register)
    assert list(sides.parties) == ["east", "ua"]
    assert sides.of(fact.claimed.claims[0], fact) == side


def test_voices_are_counted_by_side(tmp_path: Path) -> None:
    text = f"""{TALKS}
conflict:
  duration:
    claims:
      - {{value: long, by: ru, src: [paper]}}
      - {{value: long, by: ru, src: [wire]}}
      - {{value: long, by: ru-mod}}
      - {{value: short, by: ua}}
      - {{value: short, src: [paper, wire]}}
"""
    found = reading(tmp_path, text)
    (fact,) = facts_of(found.brief)
    assert sides_of(found.brief, found.register).voices(fact) == {"east": 2, "ua": 1, "": 2}


@pytest.mark.parametrize(
    ("parties", "sides"),
    [
        ("[{id: a, name: A}, {id: b, name: B}, {id: m, name: M, stance: mediator}]", ["a", "b"]),
        ("[{id: a, name: A, stance: belligerent}, {id: b, name: B}]", ["a"]),
        ("[{id: a, name: A, stance: other}, {id: o, name: O, stance: observer}]", ["a"]),
        ("[{id: s, name: S, stance: supporter}]", []),
        ("[]", []),
    ],
)
def test_who_is_a_side(tmp_path: Path, parties: str, sides: list[str]) -> None:
    found = reading(tmp_path, f"parties: {parties}")
    assert list(sides_of(found.brief, found.register).parties) == sides

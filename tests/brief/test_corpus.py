import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from tui.brief.parse import Parsed, parse
from tui.brief.shown import shown, unsafe

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
BAD = CORPUS / "bad-inputs"
SUITE = CORPUS / "yaml-test-suite"

EXPECTED: dict[str, dict[str, Any]] = (
    yaml.safe_load((BAD / "expected.yaml").read_text()) if BAD.is_dir() else {}
)
# The parser in Python refuses a tab after a colon; libyaml and YAML allow it.
PURE_DIFFERS = {"syntax/tab-after-colon.yaml"}

needs_corpus = pytest.mark.skipif(not BAD.is_dir(), reason="the corpus is not here")
both_parsers = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])


def check_places(parsed: Parsed, data: bytes) -> None:
    """Every problem points into the file and can be printed."""
    rows = data.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
    for problem in parsed.problems:
        place = problem.place
        assert 1 <= place.line <= len(rows), problem
        assert 1 <= place.column <= len(rows[place.line - 1]) + 1, problem
        assert not unsafe(shown(problem.message))


def timed(data: bytes, name: str, pure: bool) -> Parsed:
    """Parse; what the hostile files are made for takes minutes, on any machine."""
    start = time.process_time()
    parsed = parse(data, name, pure=pure)
    assert time.process_time() - start < 20
    return parsed


@needs_corpus
@both_parsers
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_bad_input(name: str, pure: bool) -> None:
    expected = EXPECTED[name]
    data = (BAD / name).read_bytes()
    parsed = timed(data, name, pure)
    check_places(parsed, data)
    if expected.get("code") == "theme" or (pure and name in PURE_DIFFERS):
        return
    if expected["must"] == "load":
        assert not parsed.failed, parsed.problems
        return
    found = [
        (p.code, [p.place.line, p.place.column]) for p in parsed.problems if p.severity == "error"
    ]
    at = expected.get("at")
    assert any(c == expected["code"] and at in (None, place) for c, place in found), found


@needs_corpus
def test_corpus_is_whole() -> None:
    files = {p.relative_to(BAD).as_posix() for p in BAD.glob("*/*.yaml")}
    assert files == set(EXPECTED)


@needs_corpus
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("encoding/replacement-char.yaml", "damaged"),
        ("keys/dup-nfc-nfd.yaml", "lookalike"),
        ("unicode/hangul-filler.yaml", "blank"),
        ("syntax/anchor-like-text.yaml", "anchor"),
    ],
)
def test_warned_of(name: str, code: str) -> None:
    problems = parse((BAD / name).read_bytes(), name).problems
    assert [(p.code, p.severity) for p in problems] == [(code, "warning")]


@both_parsers
def test_yaml_test_suite(pure: bool) -> None:
    if not SUITE.is_dir():
        pytest.skip("the suite is not here")
    expected = yaml.safe_load((SUITE / "expected.yaml").read_text())
    assert len(expected) == 402
    for name, row in expected.items():
        data = (SUITE / name).read_bytes()
        parsed = timed(data, name, pure)
        check_places(parsed, data)
        codes = {p.code for p in parsed.problems if p.severity == "error"} or {"load"}
        assert pure or row["parley"] in codes, (name, parsed.problems)

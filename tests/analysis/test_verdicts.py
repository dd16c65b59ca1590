"""Small briefs, each with the right answer written beside it before the program was asked.

Each file of `verdicts/` says in comments which sections to print, and in regular expressions what
the text must say (`# must:`) and must not say (`# mustnot:`), blanks folded and case ignored.
"""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from tui.analysis.disputes import disputes
from tui.brief.load import load
from tui.brief.rules import check
from tui.presentation.view import View
from tui.rendering.text import brief_text
from tui.sections import sections

BRIEFS = Path(__file__).parents[2] / "briefs"
SHIPPED = sorted(BRIEFS.iterdir())
FILES = sorted(Path(__file__).with_name("verdicts").glob("*.yaml"))


def shown(path, wanted):
    """The text of some sections of a brief, in one line."""
    view = View(load(path), now=datetime(2025, 6, 10, 12, tzinfo=UTC))
    chosen = tuple(each for each in sections() if each.name in wanted)
    return re.sub(r"\s+", " ", brief_text(view, chosen, 300, registers=False))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_brief_says_what_is_true_of_it(path):
    said = re.findall(r"^# (section|must|mustnot): (.+)$", path.read_text(encoding="utf-8"), re.M)
    wanted = {name for key, names in said if key == "section" for name in names.split()}
    expected = [(key, pattern) for key, pattern in said if key != "section"]
    assert expected, "a case without `# must:` or `# mustnot:` shows nothing"
    text = shown(path, wanted)
    for key, pattern in expected:
        found = re.search(pattern, text, re.I)
        assert bool(found) == (key == "must"), f"{key} {pattern}\n{text}"


@pytest.mark.parametrize("path", [*FILES, *SHIPPED], ids=lambda path: path.stem)
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "UTC"])
def test_no_verdict_depends_on_the_zone_that_times_are_shown_in(path, zone):
    reading = load(path)
    there = replace(reading.brief, display_zone=zone)
    told, told_there = (
        [
            (e.key, e.group, e.disputed, getattr(e, "verdict", None))
            for e in disputes(b, reading.register)
        ]
        for b in (reading.brief, there)
    )
    assert told == told_there
    assert problems_of(reading.brief, reading) == problems_of(there, reading)


def problems_of(brief, reading):
    return {(p.place, p.code) for p in check(brief, reading.register, ())}


def turned(value):
    """The same with all states in the opposite order."""
    if isinstance(value, dict):
        return {
            key: [turned(each) for each in reversed(inner)]
            if key in {"status", "states"} and isinstance(inner, list)
            else turned(inner)
            for key, inner in value.items()
        }
    return [turned(each) for each in value] if isinstance(value, list) else value


def _said(path):
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)


WITH_HISTORIES = [path for path in FILES if turned(_said(path)) != _said(path)]


@pytest.mark.parametrize("path", WITH_HISTORIES, ids=lambda path: path.stem)
def test_the_order_of_states_says_nothing(path, tmp_path):
    said = _said(path)
    wanted = {"rounds", "conflict", "deliverables", "disputes", "timeline", "overview"}
    texts = []
    for each in (said, turned(said)):
        tmp_path.joinpath("t.yaml").write_text(yaml.safe_dump(each, sort_keys=False), "utf-8")
        texts.append(shown(tmp_path / "t.yaml", wanted))
    assert texts[0] == texts[1]

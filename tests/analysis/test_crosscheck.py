"""Figures that are tied to a series are held against its points of the same time."""

import inspect

import pytest

from tui.analysis.crosscheck import crosscheck
from tui.brief.load import load

SERIES = """
  series:
    - id: drones
      name: drones
      unit: drones
      predicate: launched
      points:
        - {when: 2025-06-01, value: 472}
        - {when: 2025-06-01, value: 479, corrects: 472}
        - {when: 2025-06-02, value: 80–100}
        - {when: 2025-07, value: 5000}
"""


def told(tmp_path, measure):
    """How a measure of an event of 1 June stands to the series, claim by claim."""
    path = tmp_path / "b.yaml"
    head = "parley: 1\nid: b\ntitle: B\nconflict:\n  events:\n    - title: E\n      when: "
    path.write_text(
        head + measure + inspect.cleandoc(SERIES).replace("\n", "\n  ").join(("  ", "\n"))
    )
    reading = load(path)
    assert not reading.problems
    return [
        (relation.kind.value, str(point.value.best))
        for check in crosscheck(reading.brief, reading.register)
        for point, relation in check.found or ()
    ] or [
        ("none" if check.when else "no date", "")
        for check in crosscheck(reading.brief, reading.register)
    ]


@pytest.mark.parametrize(
    ("when", "claim", "found"),
    [
        ("2025-06-01", "{value: 479, unit: drone}", [("agree", "479")]),
        ("2025-06-01", "{value: 472}", [("dispute", "479")]),
        ("2025-06-01", "{value: about 480}", [("finer", "479")]),
        ("2025-06-01", "{value: over 500}", [("dispute", "479")]),
        ("2025-06-01", "{value: 479, unit: missiles}", [("incomparable", "479")]),
        ("2025-06-01", "{value: 479, predicate: shot down}", [("incomparable", "479")]),
        ("2025-06-01T03:00Z", "{value: 479}", [("agree", "479")]),
        ("2025-06-02", "{value: 90}", [("finer", "None")]),
        ("2025-06-03", "{value: 479}", [("none", "")]),
        ("2025-07", "{value: 5000}", [("agree", "5000")]),
        # A sum of a month says nothing of a day in it, nor a day of its month.
        ("2025-07-05", "{value: 30}", [("none", "")]),
        ("2025-06", "{value: 479}", [("none", "")]),
        ("after 2025-05-01", "{value: 479}", [("none", "")]),
    ],
)
def test_a_figure_of_an_event(tmp_path, when, claim, found):
    measure = f"{when}\n      measures: [{{name: m, series: drones, claims: [{claim}]}}]\n"
    assert told(tmp_path, measure) == found


def test_a_figure_of_its_own_needs_a_date(tmp_path):
    whole = (
        "2025-06-01\n  measures:\n    - name: m\n      series: drones\n      claims:\n"
        "        - {value: 479, when: 2025-06-01}\n"
    )
    assert told(tmp_path, whole) == [("agree", "479")]
    assert told(tmp_path, whole.replace(", when: 2025-06-01", "")) == [("no date", "")]


def test_without_a_reference_nothing_is_compared(tmp_path):
    measure = "2025-06-01\n      measures: [{name: drones, claims: [{value: 5, unit: drones}]}]\n"
    assert told(tmp_path, measure) == []

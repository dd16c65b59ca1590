from collections.abc import Callable
from pathlib import Path

import pytest

from tui.brief.load import load
from tui.brief.model import Series
from tui.brief.reading import Reading

HEAD = """parley: 1
id: talks
title: Talks
sources: [{id: s1, kind: article}, {id: s2, kind: article}]
parties: [{id: ua, name: Ukraine}]
conflict:
  series:
    - id: drones
      name: drones
      file: drones.csv
"""

Make = Callable[..., Reading]


@pytest.fixture
def table(tmp_path: Path) -> Make:
    """Read a brief with one series, whose table holds a text; `more` are further lines of it."""

    def make(text: str | bytes, more: str = "", previous: Reading | None = None) -> Reading:
        data = text if isinstance(text, bytes) else text.encode()
        (tmp_path / "drones.csv").write_bytes(data)
        path = tmp_path / "brief.yaml"
        path.write_text(HEAD + "".join(f"      {line}\n" for line in more.splitlines()))
        return load(path, previous)

    return make


def series(reading: Reading) -> Series:
    assert reading.brief.conflict
    return reading.brief.conflict.series[0]


def wrong(reading: Reading) -> list[str]:
    """What is wrong, as `file:line:column: code: message`."""
    return [
        f"{Path(p.place.file).name}:{p.place.line}:{p.place.column}: {p.code}: {p.message}"
        for p in reading.problems
    ]


def figures(reading: Reading) -> list[tuple[str, str]]:
    """The points as their days and figures, in few words."""
    return [(_day(point.when), _amount(point.value)) for point in series(reading).all_points]


def _day(when):
    if when is None or when.start is None:
        return when.as_written if when else ""
    ends = dict.fromkeys((when.start.earliest, when.end.earliest))
    return "/".join(f"{each:%Y-%m-%d}" for each in ends)


def _amount(quantity):
    if quantity is None:
        return ""
    return quantity.as_written or f"{quantity.low}≤{quantity.best}≤{quantity.high}".replace(
        "None", ""
    )

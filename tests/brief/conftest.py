import inspect
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.brief.load import load
from tui.brief.reading import Reading

_MARK = re.compile(r"# (! .*)$")


@pytest.fixture
def reading(request: pytest.FixtureRequest, tmp_path: Path) -> Reading:
    """The docstring of the test, read as a brief."""
    path = tmp_path / "brief.yaml"
    path.write_text(inspect.cleandoc(request.function.__doc__) + "\n")
    return load(path)


@pytest.fixture
def load_text(tmp_path: Path) -> Callable[[str], Reading]:
    def load_text(text: str) -> Reading:
        path = tmp_path / "text.yaml"
        path.write_text(inspect.cleandoc(text) + "\n")
        return load(path)

    return load_text


def marked(text: str) -> list[str]:
    """The messages an example expects, as `line: code: message`, from its comments `# ! …`."""
    return [
        f"{number}: {message.strip()}"
        for number, row in enumerate(text.splitlines(), 1)
        if (mark := _MARK.search(row))
        for message in mark[1].split("! ")[1:]
    ]


def told(reading: Reading) -> list[str]:
    return [f"{p.place.line}: {p.code}: {p.message}" for p in reading.problems]


@pytest.fixture
def check_faults() -> Callable[[Path], Reading]:
    """Check that exactly the problems a file announces are found in it, each on its line."""

    def check(path: Path) -> Reading:
        reading = load(path)
        expected = marked(path.read_text())
        assert expected
        assert told(reading) == expected
        return reading

    return check

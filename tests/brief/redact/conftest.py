from collections.abc import Callable
from pathlib import Path

import pytest

from tui.brief.load import load, load_contents
from tui.brief.place import Problem
from tui.brief.reading import Reading
from tui.brief.redact import Redaction, redact


def load_redacted(reading: Reading, made: Redaction) -> Reading:
    """The new brief as it is read where it was written."""
    folder = reading.path if reading.path.is_dir() else reading.path.parent
    return load_contents(
        reading.path,
        {folder / name if name else reading.path: data for name, data in made.files.items()},
    )


@pytest.fixture
def loaded() -> Callable[[Reading, Redaction], Reading]:
    return load_redacted


@pytest.fixture
def redacted(tmp_path: Path) -> Callable[..., tuple[str, Reading, Redaction]]:
    """A brief of some lines, redacted: all its bytes as text, the reading, and what is missing."""

    def redacted(text: str, level: str = "", **files: str) -> tuple[str, Reading, Redaction]:
        path = tmp_path / "brief.yaml"
        path.write_text(f"parley: 1\nid: talks-2025\ntitle: Talks\n{text}")
        for name, content in files.items():
            (tmp_path / name.replace("_", ".")).write_text(content)
        reading = load(path)
        made = redact(reading, level)
        assert not isinstance(made, Problem), made
        found = load_redacted(reading, made)
        assert [each for each in found.problems if each.severity == "error"] == []
        return "\n".join(data.decode() for data in made.files.values()), found, made

    return redacted

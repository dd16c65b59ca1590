from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tui.brief.edit import Edit, applied, undone
from tui.brief.load import load


def make(data: bytes, path: Path, change: Callable[..., Any], *arguments: Any) -> str:
    """The text of a file after a change, which is checked to be undone by its inverse."""
    path.write_bytes(data)
    edit = change(load(path), *arguments)
    assert isinstance(edit, Edit), edit
    after = applied(data, [edit])
    assert applied(after, undone(data, [edit])) == data
    return after.decode("utf-8-sig")


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., str]:
    def changed(text: str | bytes, change: Callable[..., Any], *arguments: Any) -> str:
        data = text.encode() if isinstance(text, str) else text
        return make(data, tmp_path / "b.yaml", change, *arguments)

    return changed

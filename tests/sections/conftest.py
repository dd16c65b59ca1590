from pathlib import Path

import pytest

from tui.brief.load import load
from tui.presentation.view import View

BRIEFS = Path(__file__).parents[2] / "briefs"


@pytest.fixture(scope="session")
def istanbul():
    return View(load(BRIEFS / "istanbul-2025.yaml"))


@pytest.fixture(scope="session")
def kenya():
    return View(load(BRIEFS / "kenya-2008"))

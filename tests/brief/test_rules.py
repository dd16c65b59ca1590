import inspect
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.brief.reading import Reading
from tui.brief.rules import rules

FAULTS = Path(__file__).parent / "faults"


@pytest.mark.parametrize("path", sorted(FAULTS.iterdir()), ids=lambda path: path.stem)
def test_one_mistake(path: Path, check_faults: Callable[[Path], Reading]) -> None:
    check_faults(path)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.__name__)
def test_a_rule_has_a_manual_and_a_fault(rule: Callable[..., object]) -> None:
    assert inspect.getdoc(rule)
    assert (FAULTS / f"{rule.__name__.replace('_', '-')}.yaml").is_file()

import sys
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.state.names import name_of
from tui.state.positions import (
    COMMON,
    PLACE,
    Common,
    InBrief,
    InTab,
    Recalled,
    keep_places,
    place_in,
    recall,
)
from tui.state.store import Memory
from tui.state.theme_choice import keep_theme

TEXTS = st.text(max_size=8)
IN_TABS = st.builds(
    InTab,
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
    TEXTS,
    st.integers(0, 99),
    st.integers(0, 99),
)
PLACES = st.builds(
    InBrief,
    TEXTS,
    st.dictionaries(TEXTS, IN_TABS, max_size=3),
    st.booleans(),
    st.booleans(),
    st.integers(0, 640),
)
BRIEF = Path("/briefs/a.yaml")


@pytest.fixture
def memory():
    opened = Memory(None)
    yield opened
    opened.close()


@given(PLACES, TEXTS)
def test_a_place_comes_back_as_it_was(place, front):
    memory = Memory(None)
    stops = ((front, 1, "key", True, 0, 2, 3, None, ""),)
    keep_places(memory, {BRIEF: place}, Common(front, stops, 41.7))
    found = recall(memory, [BRIEF, Path("/briefs/b.yaml")])
    assert found.places == {name_of(BRIEF): place, name_of(Path("/briefs/b.yaml")): None}
    assert found.common == Common(front, stops, 41.7)
    memory.close()


@pytest.mark.parametrize("kept", [b"", b"\xff", b"[]", b"{}", b'{"tab": 1, "tabs": {"a": [1]}}'])
def test_what_another_version_wrote_is_nothing(memory, kept):
    memory.put(PLACE, name_of(BRIEF), "", kept)
    memory.put(COMMON, "", "", kept)
    assert place_in(memory, BRIEF) is None
    assert recall(memory, [BRIEF]) == Recalled(
        places={name_of(BRIEF): None}, bookmarks={name_of(BRIEF): frozenset()}
    )


def test_a_theme_put_on_holds_until_the_configuration_names_another(memory):
    assert recall(memory, []).theme_over("sepia") == ""
    keep_theme(memory, "parley-light", "sepia")
    assert recall(memory, []).theme_over("sepia") == "parley-light"
    assert recall(memory, []).theme_over("ink") == ""
    assert recall(memory, []).theme_over("") == ""


def test_a_first_start_loads_no_database():
    code = "import sys, tui.app.app, tui.cli.open; print('sqlite3' in sys.modules)"
    done = run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"

import copy
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from tui.brief.claims import Claim
from tui.brief.model import Brief, Party, Person
from tui.brief.record import Spot
from tui.brief.value import NO_NAMES, Names


def test_a_value_is_frozen_and_compares_by_its_fields() -> None:
    party = Party(id="ua", name="Ukraine", names=Names({"uk": "Україна"}))
    same = Party(id="ua", name="Ukraine", names=Names({"uk": "Україна"}), key="x", spot=Spot("f"))
    assert party == same
    assert hash(party) == hash(same)
    assert party != replace(party, name="Україна")
    assert party != Person(id="ua", name="Ukraine")
    assert party.kind == ""
    with pytest.raises(FrozenInstanceError):
        party.name = "x"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del party.name


def test_a_value_has_only_its_fields() -> None:
    with pytest.raises(TypeError, match="Party has no field colour, size"):
        Party(size=1, colour=2)  # type: ignore[call-arg]
    assert {"id", "name", "spot"} <= {each.name for each in fields(Party)}


def test_a_value_is_told_by_what_was_given() -> None:
    party = Party(id="ua", name="Ukraine", spot=Spot("f"))
    assert repr(party) == "Party(id='ua', name='Ukraine')"
    assert repr(Claim(value=1)) == "Claim(value=1)"


def test_a_value_can_be_copied() -> None:
    brief = Brief(id="a", aliases=Names({"Kiev": "Kyiv"}))
    assert copy.deepcopy(brief) == brief
    assert pickle.loads(pickle.dumps(brief)) == brief


def test_names() -> None:
    names = Names({"a": "b"})
    assert names == {"a": "b"}
    assert (names["a"], len(names), list(names)) == ("b", 1, ["a"])
    assert not NO_NAMES
    assert hash(Names({"a": "b"})) == hash(names)
    assert repr(names) == "Names({'a': 'b'})"

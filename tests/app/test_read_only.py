from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.binding import Binding

import tui
from tui.screens.acts.writing import Writing
from tui.screens.brief import BriefScreen
from tui.screens.guarded import WHY, Guarded
from tui.widgets.keys import bound_here


def guarded():
    """Every class that names actions that write."""
    for module in walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    found = [Guarded]
    for each in found:
        found += [sub for sub in each.__subclasses__() if sub not in found]
    return [each for each in found if each.__module__.startswith("tui.")]


class Scribbling(Writing):
    WRITES = frozenset({"scribble"})
    BINDINGS = [Binding("f9", "scribble", "scribble", id="test.scribble")]
    scribbled = 0

    def action_scribble(self):
        Scribbling.scribbled += 1


def test_what_an_act_says_it_writes_is_an_action_of_its_own():
    for kind in guarded():
        for name in vars(kind).get("WRITES", ()):
            assert callable(vars(kind)[f"action_{name}"]), (kind, name)


def test_every_writing_act_names_what_writes():
    for kind in guarded():
        if vars(kind).get("BINDINGS") and kind is not BriefScreen:
            assert kind.writes(), kind


async def test_every_action_that_writes_is_refused(sit, istanbul):
    async with sit(istanbul, read_only=True) as reader:
        assert not any(reader.screen.check_action(each, ()) for each in BriefScreen.writes())
        bound = {each.binding.action for each in reader.screen.active_bindings.values()}
        assert bound.isdisjoint(BriefScreen.writes())


async def test_the_top_line_says_it(sit, istanbul):
    async with sit(istanbul, size=(80, 24), read_only=True) as reader:
        assert "read-only" in reader.lines[0]
    async with sit(istanbul) as reader:
        assert "read-only" not in reader.text


@pytest.mark.parametrize("read_only", [True, False])
async def test_a_key_that_writes(sit, istanbul, monkeypatch, read_only):
    monkeypatch.setattr(Scribbling, "scribbled", 0)
    kind = type("Screen", (Scribbling, BriefScreen), {})
    monkeypatch.setattr("tui.app.app.BriefScreen", kind)
    async with sit(istanbul, read_only=read_only) as reader:
        await reader.press("f9")
        if read_only:
            await reader.sees(WHY)
        assert Scribbling.scribbled == (not read_only)
        at_hand = {each.name for each in bound_here(reader.screen)}
        assert ("scribble" in at_hand) != read_only
        await reader.press("1")
        await reader.sees("Second round")

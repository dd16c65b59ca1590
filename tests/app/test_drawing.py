"""What is drawn for a key is what it changed: the rest of the screen is left alone."""

import pytest
from textual._compositor import Compositor
from textual.screen import Screen


@pytest.fixture
def done(monkeypatch):
    """What Textual does to draw, as it does it, and whether the pane in front has its parts."""
    done = []

    def noted(owner, name):
        inner = getattr(owner, name)

        def outer(self, *given, **named):
            pane = getattr(self.root, "pane", None) if owner is Compositor else None
            done.append((name, bool(pane and pane.list.is_mounted)))
            return inner(self, *given, **named)

        monkeypatch.setattr(owner, name, outer)

    noted(Screen, "_refresh_layout")
    for name in ("render_update", "render_full_update"):
        noted(Compositor, name)
    return done


def names(done):
    return {name for name, _ in done}


async def test_a_page_that_needs_a_scroll_bar_moves_nothing(sit, istanbul, done):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        page = reader.page
        for key, longer in (("G", True), ("g", False), ("G", True)):  # the tab has come to rest
            done.clear()
            await reader.press(key)
            await reader.until(lambda is_so=longer: is_so == (page.max_scroll_y > 0))
        assert names(done) == {"render_update"}


async def test_the_keys_going_to_the_page_and_back_draw_no_whole_screen(sit, istanbul, done):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        for key in ("enter", "escape", "enter"):  # the tab has come to rest
            done.clear()
            await reader.press(key)
            there = reader.page if key == "enter" else reader.list
            await reader.until(lambda there=there: reader.focus is there)
        assert names(done) <= {"render_update"}


async def test_a_tab_is_never_seen_empty(sit, istanbul, done):
    async with sit(istanbul) as reader:
        done.clear()
        for number in (1, 5):
            await reader.open_tab(number)
        assert {filled for name, filled in done if name == "render_update"} == {True}

"""What is drawn for a key is what it changed: the rest of the screen is left alone."""

import pytest
from textual._compositor import Compositor
from textual.screen import Screen


@pytest.fixture
def done(monkeypatch):
    """What Textual does to draw, as it does it."""
    done = []

    def noted(owner, name):
        inner = getattr(owner, name)

        def outer(self, *given, **named):
            done.append(name)
            return inner(self, *given, **named)

        monkeypatch.setattr(owner, name, outer)

    noted(Screen, "_refresh_layout")
    for name in ("render_update", "render_full_update"):
        noted(Compositor, name)
    return done


def names(done):
    return set(done)


async def test_a_page_that_needs_a_scroll_bar_moves_nothing(sit, istanbul, done):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        page = reader.page
        clean = []
        for key in "GgGgGg":  # a tab that was just opened may still come to rest
            done.clear()
            await reader.press(key)
            await reader.until(lambda key=key: (key == "G") == (page.max_scroll_y > 0))
            clean.append("_refresh_layout" not in names(done))
        assert any(clean)


async def test_the_keys_going_to_the_page_and_back_draw_no_whole_screen(sit, istanbul, done):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        clean = []
        for key in ("enter", "escape") * 3:  # a tab that was just opened may still come to rest
            done.clear()
            await reader.press(key)
            there = reader.page if key == "enter" else reader.list
            await reader.until(lambda there=there: reader.focus is there)
            clean.append("render_full_update" not in names(done))
        assert any(clean)

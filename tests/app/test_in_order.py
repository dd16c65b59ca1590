import pytest
from textual.events import Key
from textual.widgets import Input

from tui.screens.brief import BriefScreen
from tui.screens.palette import PaletteScreen
from tui.screens.quick_open import QuickOpenScreen
from tui.screens.search_all import SearchAllScreen


async def burst(reader, *keys):
    """All keys at once, as a slow line delivers them."""
    for key in keys:
        reader.app.simulate_key(key)


async def test_keys_after_a_tab_move_in_it(sit, istanbul):
    async with sit(istanbul) as reader:
        await burst(reader, "1", "j", "j")
        await reader.until(lambda: reader.pane.section.name == "rounds" and reader.list.cursor == 2)


async def test_letters_after_a_key_that_opens_a_line_are_written_there(sit, istanbul):
    async with sit(istanbul) as reader:
        await burst(reader, "4", "f", *"drone")
        await reader.until(lambda: reader.pane.filter.text == "drone")
        await burst(reader, "escape", "slash", *"10 1000")
        await reader.sees("10 1000")
        assert reader.pane.section.name == "conflict"


async def test_letters_after_a_key_that_opens_a_screen_are_written_there(sit, istanbul):
    async with sit(istanbul) as reader:
        await burst(reader, "ctrl+f", *"kalin")
        await reader.until(
            lambda: (
                isinstance(reader.screen, SearchAllScreen) and reader.screen.field.value == "kalin"
            )
        )
        await burst(reader, "escape", "1", "G")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.until(
            lambda: reader.list.cursor > 0 and reader.list.cursor == len(reader.list.rows) - 1
        )


@pytest.mark.parametrize("many", [300])
async def test_a_long_burst_comes_whole_and_in_order(sit, istanbul, many):
    letters = [chr(ord("a") + n % 26) for n in range(many)]
    async with sit(istanbul) as reader:
        await burst(reader, "f", *letters)
        await reader.until(lambda: len(reader.pane.filter.text) == many)
        assert reader.pane.filter.text == "".join(letters)


async def test_a_key_goes_on_where_nothing_takes_the_focus(sit, istanbul):
    async with sit(istanbul) as reader:
        reader.screen.set_focus(None)
        await burst(reader, "question_mark", "escape", "2")
        await reader.until(
            lambda: (
                isinstance(reader.screen, BriefScreen) and reader.pane.section.name == "delegations"
            )
        )


async def test_keys_that_are_left_when_the_screens_are_gone_mean_nothing(sit, istanbul):
    async with sit(istanbul) as reader:
        app = reader.app
    key = Key("j", "j")
    queue = app._key_queue
    queue._held.append(key)
    queue._under_way = key
    queue._arrived(key)
    await queue._hand_on(key)
    assert list(queue._held) == [key]


async def test_a_key_that_comes_before_the_new_tab_has_the_focus_waits_for_it(sit, istanbul):
    async with sit(istanbul) as reader:
        for number in (7, 8):
            # Nothing is held at the moment the tab is asked for: the next key comes a little later.
            reader.app.simulate_key(str(number))
            await reader.until(lambda: reader.focus is None or reader.list.has_focus)
            reader.app.simulate_key("G")
            await reader.until(
                lambda n=number: (
                    reader.pane.section.number == n
                    and 0 < reader.list.cursor == len(reader.list.rows) - 1
                )
            )


async def test_a_tab_one_left_does_not_take_the_keys_back(sit, istanbul):
    async with sit(istanbul) as reader:
        left = reader.pane
        await reader.open_tab(1)
        reader.screen.set_focus(None)
        left.settle_focus()
        assert reader.focus is None
        reader.pane.settle_focus()
        await reader.until(lambda: reader.focus is reader.list)


async def test_letters_after_the_key_that_opens_by_name_are_written_there(sit, istanbul):
    async with sit(istanbul) as reader:
        await burst(reader, "ctrl+o", *"kalin")
        await reader.until(
            lambda: (
                isinstance(reader.screen, QuickOpenScreen)
                and reader.screen.query_one(Input).value == "kalin"
            )
        )


async def test_letters_after_the_key_that_opens_the_palette_are_written_there(sit, istanbul):
    async with sit(istanbul) as reader:
        await burst(reader, "colon", *"redraw")
        await reader.until(
            lambda: (
                isinstance(reader.screen, PaletteScreen)
                and reader.screen.query_one(Input).value == "redraw"
            )
        )


async def test_the_second_letter_of_a_copy_does_not_wait(sit, istanbul, monkeypatch):
    monkeypatch.setattr("tui.app.key_queue.LIMIT", 600)  # what waits for it is never done here
    async with sit(istanbul) as reader:
        await burst(reader, "y", "n")
        await reader.until(lambda: bool(reader.app.copying.last))

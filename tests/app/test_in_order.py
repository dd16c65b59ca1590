import pytest
from textual.events import Key

from tui.screens.brief import BriefScreen
from tui.screens.find import FindScreen


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
        await reader.until(lambda: reader.pane.filter == "drone")
        await burst(reader, "escape", "slash", *"10 1000")
        await reader.sees("10 1000")
        assert reader.pane.section.name == "conflict"


async def test_letters_after_a_key_that_opens_a_screen_are_written_there(sit, istanbul):
    async with sit(istanbul) as reader:
        await burst(reader, "ctrl+f", *"kalin")
        await reader.until(
            lambda: isinstance(reader.screen, FindScreen) and reader.screen.field.value == "kalin"
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
        await reader.until(lambda: len(reader.pane.filter) == many)
        assert reader.pane.filter == "".join(letters)


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
    app._held.append(key)
    app._under_way = key
    app._arrived(key)
    await app._hand_on(key)
    assert list(app._held) == [key]

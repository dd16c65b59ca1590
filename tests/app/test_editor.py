import pytest

from tui.screens.editor import EditorScreen


@pytest.fixture
def copy(istanbul, tmp_path):
    path = tmp_path / "brief.yaml.yaml"
    path.write_bytes(istanbul.read_bytes())
    return path


async def inside(reader, tab=1):
    await reader.open_tab(tab)
    await reader.press("i")
    await reader.until(lambda: isinstance(reader.screen, EditorScreen))
    await reader.until(lambda: reader.screen.is_mounted and reader.focus is reader.screen.area)
    return reader.screen


async def test_it_opens_at_the_record_and_follows_what_is_typed(sit, copy):
    async with sit(copy) as reader:
        await reader.open_tab(1)
        line = reader.screen.record.spot.line
        editor = await inside(reader)
        assert editor.area.cursor_location[0] == line - 1
        assert editor.page.blocks

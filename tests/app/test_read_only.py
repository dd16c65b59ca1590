import pytest

from tui.commands import commands_of, registry
from tui.widgets.keys import bound_here

WRITING = [each for each in registry().values() if each.writes]
REFUSED = "Read-only mode: nothing can be changed"


def test_what_writes_is_run_by_the_application_which_can_refuse_it():
    assert len(WRITING) > 10
    assert [each.id for each in WRITING if ":" not in each.run] == []


def test_one_function_writes_under_every_id_or_none():
    runs = {each.run for each in WRITING}
    assert [each.id for each in registry().values() if each.run in runs and not each.writes] == []
    modules = {"own_editor", "editing"}
    found = [each for each in registry().values() if each.run.partition(":")[0] in modules]
    assert found
    assert all(each.writes for each in found)


@pytest.mark.parametrize("command", WRITING, ids=lambda each: each.id)
async def test_every_command_that_writes_is_refused_with_the_reason(sit, istanbul, command):
    before = istanbul.read_bytes()
    async with sit(istanbul, read_only=True) as reader:
        screen = reader.screen
        await reader.app.run_action(command.binding().action, screen)
        await reader.sees(REFUSED)
        assert reader.screen is screen
    assert istanbul.read_bytes() == before


@pytest.mark.parametrize("read_only", [True, False])
async def test_footer_help_and_palette_leave_out_what_writes(sit, istanbul, read_only):
    writing = {each.id for each in commands_of("brief") if each.writes}
    reading = {each.id for each in commands_of("brief")} - writing
    async with sit(istanbul, read_only=read_only) as reader:
        await reader.open_tab(1)
        shown = {each.id for each in bound_here(reader.screen)}
        assert reading <= shown
        assert shown & writing == (set() if read_only else writing)
        await reader.press("question_mark")
        await reader.sees("Keys that work here")
        await reader.press("slash", *"lines before")
        await reader.sees("Keys of other places" if read_only else "Keys that work here")
        await reader.press("escape", "escape", "colon", *"edit fields")
        await reader.until(lambda: bool(reader.screen.query("RowList")))
        await reader.until(lambda: ("edit fields" in listed(reader)) != read_only)


def listed(reader):
    rows = reader.screen.query_one("RowList").rows
    return {"".join(span.text for span in row.title) for row in rows}


async def test_a_key_that_writes_is_refused_with_the_reason(sit, istanbul):
    async with sit(istanbul, read_only=True) as reader:
        screen = reader.screen
        await reader.press("i")
        await reader.sees(REFUSED)
        assert reader.screen is screen
        await reader.press("1")
        await reader.sees("Second round")


async def test_the_top_line_says_it(sit, istanbul):
    async with sit(istanbul, size=(80, 24), read_only=True) as reader:
        assert "read-only" in reader.lines[0]
    async with sit(istanbul) as reader:
        assert "read-only" not in reader.text

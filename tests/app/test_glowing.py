"""What just changed stands out for a moment, unless nothing is to move."""

import pytest

from tui.settings.config import load_config

HEAD = "parley: 1\nid: a\ntitle: The talks\nrounds:\n"
ROUND = "  - {{id: {0}, title: {0}, status: {1}, when: 2031-02-01}}\n"


def rounds(**told):
    return HEAD + "".join(ROUND.format(name, status) for name, status in told.items())


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(rounds(one="scheduled", two="scheduled"))
    return path


def looks(reader):
    """How the first line of each row looks."""
    rows = reader.list
    return {
        row.key: rows.base_style(top)
        for row, top in zip(rows.rows, rows.arrangement.tops, strict=False)
    }


async def seen_once(reader):
    await reader.sees("● live")
    await reader.open_tab(1)
    await reader.until(lambda: reader.app.state.unread.news(reader.screen.path) is not None)


async def test_a_row_that_changed_glows_and_fades(sit, path):
    async with sit(path) as reader:
        await seen_once(reader)
        before = looks(reader)
        path.write_text(rounds(one="scheduled", two="concluded"))
        await reader.until(lambda: looks(reader)["rounds/two"] != before["rounds/two"])
        assert looks(reader)["rounds/one"] == before["rounds/one"]
        await reader.until(lambda: looks(reader) == before)
        await reader.sees("concluded")


async def test_nothing_moves_where_that_is_wished(sit, path, tmp_path):
    config = tmp_path / "config" / "config.yaml"
    config.parent.mkdir()
    config.write_text("animations: none\n")
    found = load_config(config)
    assert found.problems == ()
    async with sit(path, configured=found) as reader:
        await seen_once(reader)
        before = looks(reader)
        path.write_text(rounds(one="scheduled", two="concluded"))
        await reader.sees("concluded")
        assert looks(reader) == before
        config.write_text("animations: basic\n")
        await reader.until(lambda: reader.app.moves)

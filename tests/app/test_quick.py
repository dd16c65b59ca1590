import pytest

from tui.screens.brief import BriefScreen
from tui.screens.dossier import DossierScreen
from tui.screens.quick_open import QuickOpenScreen
from tui.widgets.row_list import RowList

OTHER = """\
parley: 1
id: o
title: Lake talks
conflict:
  events:
    - {id: flood, title: Flood at the mill, when: 2025-05-01}
"""


@pytest.fixture
def library(tmp_path, istanbul):
    (tmp_path / "istanbul.yaml").write_bytes(istanbul.read_bytes())
    (tmp_path / "lakeside.yaml").write_text(OTHER)
    return tmp_path


def names(reader):
    assert isinstance(reader.screen, QuickOpenScreen)
    rows = reader.screen.query_one(RowList).rows
    return ["".join(span.text for span in row.title) for row in rows]


async def asked(reader, words):
    await reader.press("ctrl+o")
    await reader.until(lambda: isinstance(reader.screen, QuickOpenScreen))
    await reader.press(*words)


async def test_a_record_by_some_letters_whatever_its_accents(sit, istanbul):
    async with sit(istanbul) as reader:
        await asked(reader, "cirag")
        await reader.until(lambda: names(reader) == ["Çırağan Palace"])
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, DossierScreen))
        await reader.press("escape")
        await asked(reader, "second round")
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.until(lambda: reader.row == "rounds/r2")
        await reader.press("H")
        await reader.until(lambda: reader.pane.section.name == "overview")


async def test_a_brief_by_its_title_or_its_file(sit, library):
    async with sit(library) as reader:
        await reader.sees("Lake talks")  # the index has it by now
        for words in ("lake t", "lakeside.y"):
            await asked(reader, words)
            await reader.until(lambda: "lakeside.yaml" in reader.text)
            await reader.press("enter")
            await reader.until(lambda: isinstance(reader.screen, BriefScreen))
            assert reader.screen.path == library / "lakeside.yaml"
            await reader.press("B")


async def test_a_record_of_a_brief_that_is_not_open(sit, library):
    async with sit(library) as reader:
        for _ in range(200):
            await asked(reader, "flood")
            await reader.pilot.pause(0.05)
            if "Flood at the mill" in names(reader):  # the index has it by now
                break
            await reader.press("escape")
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.until(lambda: reader.row == "events/flood")


async def test_where_one_was_lately_comes_first(sit, istanbul):
    async with sit(istanbul) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/r1")
        await reader.press("ctrl+o")
        await reader.until(lambda: isinstance(reader.screen, QuickOpenScreen))
        assert "used lately".upper() not in reader.text
        await reader.press(*"second round", "enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.press("ctrl+o")
        await reader.sees("USED LATELY", "First round")
        await reader.press("escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))


async def test_no_letters_crash_it(sit, istanbul):
    async with sit(istanbul) as reader:
        await asked(reader, ["[", "/", "b", "]", "quotation_mark", "left_parenthesis", "colon"])
        await reader.press(*["backspace"] * 7, "escape")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))


async def test_an_answer_after_it_was_closed_is_dropped(sit, istanbul):
    async with sit(istanbul) as reader:
        await asked(reader, "")
        closed = reader.screen
        await reader.press("escape")
        await reader.until(lambda: not closed.query(RowList))
        await QuickOpenScreen._look_elsewhere.__wrapped__(closed, "flood")
        assert isinstance(reader.screen, BriefScreen)

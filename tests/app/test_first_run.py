import pytest

from tui.brief.load import load
from tui.package_data import shipped
from tui.screens.brief import BriefScreen
from tui.screens.name import NameScreen
from tui.widgets.introduction import Introduction


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    (tmp_path / "at").mkdir()
    monkeypatch.chdir(tmp_path / "at")
    return tmp_path / "at"


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.yaml").write_text(f"parley: 1\nid: {name}\ntitle: The talks\n")
    return folder


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
async def test_a_newcomer_reads_what_it_is_and_how_to_begin(sit, size):
    async with sit(shipped("briefs"), size=size) as reader:
        await reader.sees("Parley reads negotiation briefs", "parley new NAME", "shows the keys")
        await reader.sees("Istanbul", "Kenya")
        assert reader.focus is reader.screen.brief_list.list


async def test_who_has_briefs_is_told_nothing(sit, own):
    async with sit(own) as reader:
        await reader.sees("The talks")
        assert not reader.screen.query_one(Introduction).display


async def test_a_brief_begun_from_the_list_is_written_opened_and_followed(sit, elsewhere, rewrite):
    async with sit(shipped("briefs"), size=(80, 24)) as reader:
        await reader.press("I", *"river-talks")
        await reader.sees("Enter writes briefs/river-talks.yaml")
        await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        await reader.sees("River talks", "● live")
        path = elsewhere / "briefs" / "river-talks.yaml"
        rewrite(path, path.read_text().replace("title: River talks", "title: Lake talks"))
        await reader.sees("Lake talks")
        await reader.press("B")
        await reader.sees("Lake talks", "4 briefs")


async def test_an_empty_library_says_how_one_begins(sit, tmp_path):
    (tmp_path / "own").mkdir()
    async with sit(tmp_path / "own", size=(60, 20)) as reader:
        await reader.sees("No brief here yet", "parley new NAME")
        await reader.press("I", *"a", "enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
    assert load(tmp_path / "own" / "a.yaml").brief.title == "A"


async def test_a_name_that_is_taken_can_be_mended(sit, own):
    async with sit(own) as reader:
        await reader.press("I", *"a", "enter")
        await reader.sees("is there already")
        await reader.press("c", "enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert (own / "ac.yaml").exists()


async def test_a_name_has_to_be_typed(sit, own):
    async with sit(own) as reader:
        await reader.press("I", "enter")
        await reader.sees("It needs a name")
        await reader.press("escape")
        await reader.until(lambda: not isinstance(reader.screen, NameScreen))
    assert sorted(each.name for each in own.glob("*.yaml")) == ["a.yaml", "b.yaml"]


async def test_read_only_begins_nothing(sit, own):
    async with sit(own, read_only=True) as reader:
        await reader.press("I")
        await reader.sees("Read-only mode")
        assert not isinstance(reader.screen, NameScreen)

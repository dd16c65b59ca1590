import dataclasses

import pytest
import yaml

from tui.brief.model import Brief
from tui.sections import sections

HEAD = "parley: 1\nid: talks\ntitle: River talks\n"
NAMES = tuple(section.name for section in sections())
LISTS = [f.name for f in dataclasses.fields(Brief) if f.default == () and f.name != "extra"]
MAPS = ("overview", "mediation", "conflict", "positions")
KINDS = {
    "head": HEAD,
    "lists": HEAD + "".join(f"{name}: []\n" for name in LISTS),
    "maps": HEAD + "".join(f"{name}: {{}}\n" for name in MAPS),
    "nothing": HEAD + "".join(f"{name}:\n" for name in (*LISTS, *MAPS)),
    "records": HEAD + "".join(f"{name}: [{{}}]\n" for name in LISTS if name not in ("tags",)),
}


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)], ids=str)
@pytest.mark.parametrize("kind", ["head", "lists", "maps", "nothing"])
async def test_an_empty_tab_says_what_belongs_there(sit, tmp_path, kind, size):
    path = tmp_path / "talks.yaml"
    path.write_text(KINDS[kind])
    async with sit(path, size=size) as reader:
        for section in sections():
            await reader.open_tab(section.number)
            if reader.list.rows:
                continue
            await reader.until(lambda: reader.focus is reader.page)
            await reader.until(lambda: "".join(reader.page_text.split()) != "")
            told = " ".join(reader.page_text.split())
            assert section.about in told
            for line in section.example.splitlines():
                assert " ".join(line.split())[:30] in told
            await reader.press("j", "k", "G", "g", "enter", "escape", "tab")


@pytest.mark.parametrize("section", sections(), ids=NAMES)
def test_an_example_can_be_copied(section):
    if section.example:
        assert isinstance(yaml.safe_load(section.example), dict)


async def test_records_without_a_word(sit, tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(KINDS["records"])
    async with sit(path) as reader:
        for section in sections():
            await reader.open_tab(section.number)
            for _ in reader.list.rows:
                await reader.press("j")
        await reader.sees("● live")


async def test_a_file_without_a_byte(sit, tmp_path, rewrite):
    path = tmp_path / "talks.yaml"
    path.write_text("")
    async with sit(path) as reader:
        await reader.sees("○ stale", "the file says nothing yet")
        for section in sections():
            await reader.open_tab(section.number)
        rewrite(path, HEAD)
        await reader.sees("River talks", "● live")

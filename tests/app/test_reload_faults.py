import shutil

import pytest

GOOD = """\
parley: 1
id: talks
title: River talks
rounds:
  - {id: a, title: First round, status: concluded, when: 2031-02-01}
  - {id: b, title: Second round, status: concluded, when: 2031-02-02}
"""
BROKEN = GOOD.replace("  - {id: b", "  - {id: b: c")


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(GOOD)
    return path


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "river"
    path.mkdir()
    head, rounds = GOOD.split("rounds:\n")
    (path / "brief.yaml").write_text(head)
    (path / "rounds.yaml").write_text("rounds:\n" + rounds)
    return path


def titles(reader):
    return {row.key for row in reader.list.rows}


async def test_broken_and_mended(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/b")
        rewrite(brief, BROKEN)
        await reader.sees("○ stale", "talks.yaml:6:")
        assert "● live" not in reader.text
        assert reader.row == "rounds/b"
        assert {"rounds/a", "rounds/b"} <= titles(reader)
        await reader.sees("Second round")
        rewrite(brief, GOOD.replace("Second", "Mended"))
        await reader.sees("● live", "Mended round")
        assert "stale" not in reader.text
        assert "talks.yaml:6:" not in reader.lines[2]
        assert reader.row == "rounds/b"


async def test_broken_at_the_start_and_mended(sit, brief, rewrite):
    brief.write_text(BROKEN)
    async with sit(brief) as reader:
        await reader.sees("○ stale", "talks.yaml:6:")
        rewrite(brief, GOOD)
        await reader.sees("River talks", "● live")


async def test_deleted_and_restored(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        await reader.move_to("rounds/b")
        brief.unlink()
        await reader.sees("○ stale")
        assert {"rounds/a", "rounds/b"} <= titles(reader)
        rewrite(brief, GOOD.replace("River", "Lake"))
        await reader.sees("● live", "Lake talks")
        assert reader.row == "rounds/b"


async def test_deleted_and_restored_as_it_was(sit, brief, rewrite):
    async with sit(brief) as reader:
        brief.unlink()
        await reader.sees("○ stale")
        rewrite(brief, GOOD)
        await reader.sees("● live")


async def test_emptied(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        rewrite(brief, "")
        await reader.sees("○ stale")
        assert {"rounds/a", "rounds/b"} <= titles(reader)


async def test_a_cut_off_file_is_told_of(sit, brief, rewrite):
    async with sit(brief) as reader:
        await reader.open_tab(1)
        rewrite(brief, GOOD[: GOOD.index("  - {id: b")])
        await reader.sees("is it whole?")
        assert titles(reader) == {"rounds/a"}
        rewrite(brief, GOOD)
        await reader.no_longer_sees("is it whole?")


async def test_one_file_of_a_folder_broken_and_mended(sit, folder, rewrite):
    part = folder / "rounds.yaml"
    good = part.read_text()
    async with sit(folder) as reader:
        await reader.open_tab(1)
        assert len(reader.list.rows) >= 2
        rewrite(part, good.replace("id: b", "id: b: c"))
        await reader.sees("○ stale", "rounds.yaml:3:")
        assert {"rounds/a", "rounds/b"} <= titles(reader)
        rewrite(folder / "brief.yaml", "parley: 1\nid: talks\ntitle: Lake talks\n")
        await reader.sees("Lake talks", "○ stale")
        assert {"rounds/a", "rounds/b"} <= titles(reader)
        rewrite(part, good)
        await reader.sees("Lake talks", "● live")


async def test_a_file_added_to_a_folder_and_removed(sit, folder, rewrite):
    async with sit(folder) as reader:
        await reader.open_tab(1)
        extra = "rounds:\n  - {id: c, title: Third round, status: concluded, when: 2031-02-03}\n"
        rewrite(folder / "more.yaml", extra)
        await reader.sees("Third round")
        assert "rounds/c" in titles(reader)
        (folder / "more.yaml").unlink()
        await reader.until(lambda: "rounds/c" not in titles(reader))
        await reader.sees("● live")


async def test_a_folder_gone_and_back(sit, folder, tmp_path):
    away = tmp_path / "away"
    async with sit(folder) as reader:
        await reader.open_tab(1)
        shutil.move(folder, away)
        await reader.sees("○ stale")
        assert {"rounds/a", "rounds/b"} <= titles(reader)
        shutil.move(away, folder)
        await reader.sees("● live")


async def test_the_problems_follow_the_file(sit, brief, rewrite):
    async with sit(brief) as reader:
        rewrite(brief, GOOD + "wrong_key: 1\n")
        await reader.sees("‼ 1")
        await reader.press("exclamation_mark")
        await reader.sees("1 problem in", "wrong_key")
        rewrite(brief, GOOD + "wrong_key: 1\nother_key: 1\n")
        await reader.sees("2 problems in", "other_key")
        rewrite(brief, GOOD)
        await reader.sees("0 problems in", "Nothing is wrong")
        await reader.press("escape")
        await reader.sees("● live")


async def test_what_a_file_says_now_is_shown_where_it_is_unusable(sit, tmp_path):
    path = tmp_path / "none.yaml"
    path.write_text("- a list\n- and no brief\n")
    async with sit(path) as reader:
        await reader.sees("‼")
        await reader.press("exclamation_mark")
        # The place on the page is broken in two where the path is long.
        await reader.sees("line 1, column 1", "the file should be a map")


async def test_a_mistake_of_ours_does_not_end_live_reload(sit, brief, rewrite, monkeypatch):
    async with sit(brief) as reader:
        await reader.sees("River talks")
        read, failed = reader.app.session.read, []

        def fail_once(*args):
            if not failed:
                failed.append(args)
                raise RuntimeError("ours")
            return read(*args)

        monkeypatch.setattr(reader.app.session, "read", fail_once)
        rewrite(brief, GOOD.replace("River", "Lake"))
        await reader.sees("RuntimeError")
        await reader.sees("Lake talks")
        rewrite(brief, GOOD.replace("River", "Sea"))
        await reader.sees("Sea talks", "● live")

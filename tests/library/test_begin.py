import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.brief.load import load
from tui.brief.place import Problem
from tui.library.begin import begin, brief_at, first_text
from tui.package_data import shipped

STARTER = shipped("briefs") / "starter.yaml"


def test_a_new_brief_is_sound_and_bears_the_name_of_its_file(tmp_path):
    made = begin(tmp_path / "deep" / "river_talks-2", STARTER)
    assert made == tmp_path / "deep" / "river_talks-2.yaml"
    reading = load(made)
    assert (reading.brief.id, reading.brief.title) == ("river-talks-2", "River talks 2")
    assert reading.problems == ()


def test_the_remarks_stay_and_nothing_else_changes(tmp_path):
    before = STARTER.read_text("utf-8").splitlines()
    after = begin(tmp_path / "a.yaml", STARTER).read_text("utf-8").splitlines()
    other = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new.split(" ")[0] for _, new in other] == ["id:", "title:"]
    assert other[0][0].index("#") == other[0][1].index("#")


def test_a_folder_brief(tmp_path):
    made = begin(tmp_path / "talks", STARTER, folder=True)
    assert made == tmp_path / "talks"
    assert load(made).brief.title == "Talks"
    assert load(made).problems == ()


@pytest.mark.parametrize("folder", [False, True])
def test_nothing_is_written_over(tmp_path, folder):
    made = begin(tmp_path / "talks", STARTER, folder=folder)
    file = made / "brief.yaml" if folder else made
    file.write_text("mine")
    assert begin(tmp_path / "talks", STARTER, folder=folder).message.startswith("is there already")
    assert file.read_text() == "mine"


def test_a_link_to_nothing_is_not_followed(tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert isinstance(begin(tmp_path / "a.yaml", STARTER), Problem)
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_no_other_brief_becomes_a_part_of_it_nor_it_a_part_of_another(tmp_path):
    begin(tmp_path / "library" / "a", STARTER)
    begin(tmp_path / "whole", STARTER, folder=True)
    assert "other briefs" in begin(tmp_path / "library", STARTER, folder=True).message
    assert "would be a part" in begin(tmp_path / "whole" / "rounds.yaml", STARTER).message
    assert not (tmp_path / "library" / "brief.yaml").exists()


def test_what_the_disk_refuses_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    assert "was not written" in begin(tmp_path / "file" / "a.yaml", STARTER).message


@given(st.text(min_size=1, max_size=30).filter(lambda name: not set(name) & set("/\0")))
def test_any_name_makes_a_brief_that_can_be_read(tmp_path_factory, name):
    brief = brief_at(tmp_path_factory.getbasetemp() / "x").with_name(f"{name}.yaml")
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(first_text(STARTER.read_text("utf-8"), brief), "utf-8")
    reading = load(path)
    assert [each for each in reading.problems if each.code not in {"lookalike"}] == []
    assert reading.brief.title

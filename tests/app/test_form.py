import pytest

from tui.screens.brief import BriefScreen
from tui.screens.form.screen import FormScreen
from tui.widgets.value_prompt import ValuePrompt

BRIEF = """\
# by hand
parley: 1
id: river
title: River talks
as_of: 2031-03-10
display_zone: Europe/Istanbul

parties:
  - {id: north, name: Northland}
  - {id: south, name: Southland}
people:
  - {id: amber, name: Ada Amber, of: north}
  - {id: birch, name: Bo Birch, of: south}
sources:
  - {id: s001, kind: article, publisher: The Gazette, published: 2031-03-02}
  - {id: s002, kind: article, publisher: The Courier, published: 2031-03-03}
  - {id: s003, kind: post, publisher: The Army, published: 2031-03-03}
venues:
  - {id: hall, name: Lake Hall}

rounds:
  - id: r1
    title: First round
    status: scheduled   # as of Monday
    when: 2031-03-12
    venue: hall
    src: [s001]
delegations:
  - party: north
    round: r1
    rosters:
      - src: [s001]
        list: open
        members: [amber]
conflict:
  events:
    - id: e1
      title: Shelling of the river port
      when: 2031-03-01
      measures:
        - name: people hurt
          claims:
            - {value: over 40, by: south, src: [s001]}
            - {value: 4–5, by: north, src: [s002]}
"""


@pytest.fixture
def brief(tmp_path):
    path = tmp_path / "river.yaml"
    path.write_text(BRIEF, "utf-8")
    return path


def diff(path, old=BRIEF):
    """The lines taken away and the lines added; all others are as they were, byte for byte."""
    import difflib

    lines = difflib.ndiff(old.splitlines(True), path.read_text("utf-8").splitlines(True))
    return [each[0] + each[2:].rstrip("\n") for each in lines if each[0] in "+-"]


async def open_form(reader, tab, key):
    await reader.open_tab(tab)
    await reader.move_to(key)
    await reader.press("E")
    await reader.until(lambda: isinstance(reader.screen, FormScreen) and reader.screen.page.slots)


async def to_field(reader, label):
    form = reader.screen
    name = next(n for n, s in form.page.slots.items() if s.label == label)
    assert form.fields.move_to_key(name)
    await reader.press("enter")


async def type_in(reader, text):
    """Type a value in the place of the one that stands there, and give it."""
    await reader.until(lambda: reader.screen.query_one(ValuePrompt).display)
    answer = reader.screen.query_one(ValuePrompt)
    if answer.question.long:
        answer.box.text = text
    else:
        answer.line.value = text
    await reader.pilot.pause()
    await reader.press("enter")


async def write(reader):
    await reader.press("ctrl+s")
    await reader.sees("To be written to")
    await reader.press("enter")
    await reader.sees("Written to")


async def add(reader, tab, key, words):
    await reader.open_tab(tab)
    await reader.move_to(key)
    await reader.press("I")
    await reader.sees("What to add")
    await reader.press(*words.replace(" ", "_").replace("_", " "))
    await reader.press("enter")
    await reader.until(lambda: isinstance(reader.screen, FormScreen))
    await reader.until(lambda: reader.screen.query_one(ValuePrompt).display)


async def test_a_status_is_changed_and_nothing_else(sit, brief):
    async with sit(brief) as reader:
        await open_form(reader, 1, "rounds/r1")
        await to_field(reader, "Status")
        await type_in(reader, "conclu")
        await reader.sees("concluded", "1 change, not written")
        assert brief.read_text("utf-8") == BRIEF
        await reader.press("ctrl+s")
        await reader.sees("− ", "+ ", "concluded   # as of Monday")
        await reader.press("enter")
        await reader.sees("Written to river.yaml")
        assert diff(brief) == [
            "-    status: scheduled   # as of Monday",
            "+    status: concluded   # as of Monday",
        ]
        await reader.until(lambda: "concluded" in reader.page_text)
        assert reader.row == "rounds/r1"


async def test_a_third_voice_claims_another_figure(sit, brief):
    async with sit(brief, size=(80, 24)) as reader:
        await add(reader, 4, "events/e1", "people hurt")
        for text in ("12", "", "", "nort", "s003 para 2", "a dozen"):
            await type_in(reader, text)
        await write(reader)
        assert diff(brief) == [
            (
                "+            - {value: 12, by: north, src: [{id: s003, at: para 2}], "
                "as_written: a dozen}"
            )
        ]


async def test_a_second_claim_to_a_plain_value(sit, brief):
    async with sit(brief) as reader:
        await add(reader, 1, "rounds/r1", "claim to venue")
        for text in ("hall", "south", "s002", ""):
            await type_in(reader, text)
        await write(reader)
        assert diff(brief) == [
            "-    venue: hall",
            "+    venue:",
            "+      claims:",
            "+        - value: hall",
            "+        - {value: hall, by: south, src: [s002]}",
        ]


async def test_a_member_is_added(sit, brief):
    async with sit(brief) as reader:
        await reader.open_tab(2)
        await add(reader, 2, reader.list.rows[0].key, "member")
        await type_in(reader, "birch")
        await type_in(reader, "expert")
        await reader.press("escape")
        await write(reader)
        assert diff(brief)[-1].strip("+ ") == "members: [amber, {person: birch, role: expert}]"
        assert len(diff(brief)) == 2


async def test_an_event_is_added_with_an_id_of_its_title(sit, brief):
    async with sit(brief) as reader:
        await add(reader, 4, "events/e1", "new event")
        await type_in(reader, "Ceasefire at the river")
        await type_in(reader, "2031-03-05")
        await reader.press("escape")
        await write(reader)
        assert diff(brief) == [
            "+    - id: e2",
            "+      title: Ceasefire at the river",
            "+      when: 2031-03-05",
        ]
        await reader.until(lambda: reader.row == "events/e2")


async def test_a_date_is_told_back_and_a_mistake_named(sit, brief):
    async with sit(brief) as reader:
        await open_form(reader, 1, "rounds/r1")
        await to_field(reader, "When")
        answer = reader.screen.query_one(ValuePrompt)
        answer.line.value = "2031-03-12T10:00Z"
        await reader.sees("= Wed 12 Mar 2031, 13:00 Istanbul", "10:00 UTC")
        answer.line.value = "2031-02-30"
        await reader.sees("has no day 30")
        await reader.press("enter")
        await reader.sees("└ `when: 2031-02-30`")
        await reader.press("ctrl+s")
        await reader.sees("WHAT WOULD BE WRONG WITH IT")
        await reader.press("escape")
        await reader.sees("1 change, not written", "2031-02-30")
        await reader.press("Z")
        await reader.sees("no change")
        assert brief.read_text("utf-8") == BRIEF


async def test_leaving_asks_about_what_is_not_written(sit, brief):
    async with sit(brief) as reader:
        await open_form(reader, 1, "rounds/r1")
        await to_field(reader, "Title")
        await type_in(reader, "Round the first")
        await reader.press("escape")
        await reader.sees("This change is not written")
        await reader.press("escape")
        await reader.sees("Round the first", "1 change")
        await reader.press("q")
        await reader.sees("This change is not written")
        await reader.press("D")
        await reader.until(lambda: not isinstance(reader.screen, FormScreen))
        assert brief.read_text("utf-8") == BRIEF


async def test_what_somebody_else_wrote_elsewhere_stays(sit, brief, rewrite):
    async with sit(brief) as reader:
        await open_form(reader, 1, "rounds/r1")
        await to_field(reader, "Title")
        theirs = BRIEF.replace("Northland", "The North")
        await reader.until(lambda: reader.screen.query_one(ValuePrompt).display)
        rewrite(brief, theirs)
        await type_in(reader, "Round the first")
        await reader.press("ctrl+s")
        await reader.sees("To be written to")
        first = reader.screen
        await reader.press("enter")
        await reader.until(lambda: reader.screen is not first)
        if not isinstance(reader.screen, BriefScreen):  # the watcher had not told of it yet
            await reader.sees("To be written to")
            await reader.press("enter")
        await reader.until(lambda: isinstance(reader.screen, BriefScreen))
        assert brief.read_text("utf-8") == theirs.replace("First round", "Round the first")


async def test_both_are_shown_where_the_record_was_changed(sit, brief, rewrite):
    async with sit(brief) as reader:
        await open_form(reader, 1, "rounds/r1")
        await to_field(reader, "Title")
        await type_in(reader, "Round the first")
        theirs = BRIEF.replace("status: scheduled", "status: postponed")
        rewrite(brief, theirs)
        await reader.press("ctrl+s")
        await reader.sees("To be written to")
        await reader.press("enter")
        await reader.sees("somebody has changed the same record", "postponed")
        await reader.press("M")
        await reader.sees("To be written to")
        await reader.press("enter")
        await reader.sees("Written to")
        assert brief.read_text("utf-8") == theirs.replace("First round", "Round the first")


async def test_what_was_written_is_taken_back_step_by_step(sit, brief):
    async with sit(brief) as reader:
        for text in ("One", "Two"):
            await open_form(reader, 1, "rounds/r1")
            await to_field(reader, "Title")
            await type_in(reader, text)
            await write(reader)
            await reader.until(lambda text=text: text in reader.page_text)
        for old in ("One", "First round"):
            await reader.press("Z")
            await reader.sees("To be taken back", old)
            await reader.press("enter")
            await reader.until(lambda old=old: f"title: {old}" in brief.read_text("utf-8"))
            await reader.until(lambda: reader.pane is not None)
        assert brief.read_text("utf-8") == BRIEF
        await reader.press("Z")
        await reader.sees("No form has written anything")


async def test_nothing_is_taken_back_over_somebody_elses_text(sit, brief, rewrite):
    async with sit(brief) as reader:
        await open_form(reader, 1, "rounds/r1")
        await to_field(reader, "Title")
        await type_in(reader, "One")
        await write(reader)
        theirs = brief.read_text("utf-8") + "# mine\n"
        rewrite(brief, theirs)
        await reader.press("Z")
        await reader.sees("To be taken back")
        await reader.press("enter")
        await reader.sees("nothing is taken")
        assert brief.read_text("utf-8") == theirs


async def test_an_item_and_a_record_are_taken_away(sit, brief):
    async with sit(brief) as reader:
        await open_form(reader, 1, "rounds/r1")
        form = reader.screen
        form.fields.move_to_key(next(n for n, s in form.page.slots.items() if s.label == "Venue"))
        await reader.press("x")
        await reader.sees("1 change, not written")
        await write(reader)
        assert diff(brief) == ["-    venue: hall"]


async def test_read_only_no_form_opens(sit, brief):
    async with sit(brief, read_only=True) as reader:
        await reader.open_tab(1)
        for key in ("E", "I", "Z"):
            await reader.press(key)
            await reader.sees("Read-only mode")
            assert not isinstance(reader.screen, FormScreen)


async def test_the_right_file_of_a_folder(sit, tmp_path):
    head, talks = BRIEF.split("rounds:\n", 1)
    folder = tmp_path / "river"
    folder.mkdir()
    (folder / "brief.yaml").write_text(head, "utf-8")
    (folder / "talks.yaml").write_text(f"rounds:\n{talks}".replace("\n", "\r\n"), newline="")
    before = (folder / "talks.yaml").read_bytes()
    async with sit(folder) as reader:
        await open_form(reader, 1, "rounds/r1")
        await to_field(reader, "Title")
        await type_in(reader, "One")
        await write(reader)
    assert (folder / "brief.yaml").read_text("utf-8") == head
    assert (folder / "talks.yaml").read_bytes() == before.replace(b"First round", b"One")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_it_can_be_used_at_every_size(sit, brief, size):
    async with sit(brief, size=size) as reader:
        await open_form(reader, 1, "rounds/r1")
        await to_field(reader, "Status")
        await reader.sees("postponed", "Status", "Enter accepts")


async def test_what_a_form_writes_and_takes_back_is_no_news(sit, brief, rewrite):
    async with sit(brief) as reader:
        app, below = reader.app, reader.screen
        await reader.until(
            lambda: app.state.unread_count(brief) == 0 and app.state.unread.news(brief)
        )
        rewrite(brief, BRIEF.replace("Shelling", "Bombing"))
        await reader.sees("• 1 new")
        await open_form(reader, 1, "rounds/r1")
        await to_field(reader, "Status")
        await type_in(reader, "concluded")
        await write(reader)
        await reader.until(lambda: "concluded" in reader.page_text)
        assert list(below.view.changes) == ["events/e1"]
        await reader.press("Z")
        await reader.sees("To be taken back")
        await reader.press("enter")
        await reader.until(lambda: "scheduled" in reader.page_text)
        assert list(below.view.changes) == ["events/e1"]

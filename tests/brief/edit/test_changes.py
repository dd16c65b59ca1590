"""What each operation writes, to the letter."""

import pytest

from tui.brief.edit import (
    Edit,
    add_item,
    add_record,
    applied,
    form_of,
    remove_field,
    remove_record,
    set_field,
)
from tui.brief.load import load
from tui.brief.place import Problem

HEAD = "parley: 1\nid: x\ntitle: T\n"


def rounds(body):
    return f"{HEAD}rounds:\n  - id: r1\n{body}"


CLAIM = {"value": "office", "by": "ru", "src": ["s4"]}
CLAIMED_TOO = [
    (
        "    venue: palace   # as s0 has it\n",
        (
            "    venue:\n      claims:\n        - value: palace   # as s0 has it\n"
            "        - {value: office, by: ru, src: [s4]}\n"
        ),
    ),
    (
        "    venue: {value: palace, by: ua}  # theirs\n",
        (
            "    venue:\n      claims:\n        - {value: palace, by: ua}  # theirs\n"
            "        - {value: office, by: ru, src: [s4]}\n"
        ),
    ),
    (
        "    venue:\n      value: palace\n      # who?\n      by: ua  # them\n",
        (
            "    venue:\n      claims:\n        - value: palace\n          # who?\n"
            "          by: ua  # them\n        - value: office\n          by: ru\n"
            "          src: [s4]\n"
        ),
    ),
    (
        "    venue: {value: palace, held: conflict}\n",
        (
            "    venue:\n      claims:\n        - {value: palace}\n"
            "        - {value: office, by: ru, src: [s4]}\n      held: conflict\n"
        ),
    ),
    (
        "    venue:\n      claims:\n      - palace\n      held: conflict\n",
        (
            "    venue:\n      claims:\n      - palace\n"
            "      - {value: office, by: ru, src: [s4]}\n      held: conflict\n"
        ),
    ),
    ("", "    venue: {value: office, by: ru, src: [s4]}\n"),
    ("    venue:   # not known\n", "    venue: {value: office, by: ru, src: [s4]}   # not known\n"),
]


@pytest.mark.parametrize(("before", "after"), CLAIMED_TOO)
def test_a_second_claim_leaves_the_first_as_it_was_written(changed, before, after):
    said = changed(rounds(before), add_item, "rounds/r1", ("venue",), CLAIM)
    assert said == rounds(after)


SET = [
    ("note", "a: b", "    note: old\n", '    note: "a: b"\n'),
    ("note", "it's", "    note: 'old'\n", "    note: 'it''s'\n"),
    ("note", 'a "b"', '    note: "old"\n', '    note: "a \\"b\\""\n'),
    ("note", "new\ntext\n", "    note: |\n      old\n", "    note: |\n      new\n      text\n"),
    ("note", "new text", "    note: >-\n      old\n      text\n", "    note: >-\n      new text\n"),
    ("note", "004", "    note: old  # c\n", "    note: 004  # c\n"),
    ("note", "13:00", "    note:\n", "    note: 13:00\n"),
    ("tags", ["a", "b, c"], "", '    tags: [a, "b, c"]\n'),
    ("status", "concluded", "    when: 2025\n", "    status: concluded\n    when: 2025\n"),
    ("note", "n", "    status: a\n      # deep\n    # own\n", None),
]


@pytest.mark.parametrize(("name", "value", "before", "after"), SET)
def test_a_field_is_written_in_the_style_it_had(changed, name, value, before, after):
    after = after or "    status: a\n      # deep\n    note: n\n    # own\n"
    assert changed(rounds(before), set_field, "rounds/r1", (name,), value) == rounds(after)


def test_a_field_inside_brackets_is_quoted_for_them(changed):
    before = rounds("    venue: {value: palace, by: ua}\n")
    after = changed(before, set_field, "rounds/r1", ("venue", "value"), "a, b")
    assert after == rounds('    venue: {value: "a, b", by: ua}\n')
    after = changed(before, set_field, "rounds/r1", ("venue", "via"), "ru")
    assert after == rounds("    venue: {value: palace, by: ua, via: ru}\n")


def test_a_short_form_is_written_out_for_its_second_field(changed):
    before = rounds("    src: s1  # read\n    when: 2025\n")
    after = changed(before, set_field, "rounds/r1", ("src", 0, "at"), "para 3")
    assert after == rounds("    src: {id: s1, at: para 3}  # read\n    when: 2025\n")
    after = changed(before, set_field, "rounds/r1", ("when", "claims", 0, "by"), "ru")
    assert after == rounds("    src: s1  # read\n    when: {value: 2025, by: ru}\n")
    after = changed(before, add_item, "rounds/r1", ("src",), "s2")
    assert after == rounds("    src: [s1, s2]  # read\n    when: 2025\n")


def test_the_long_form_of_a_value_gets_a_speaker_around_it(changed):
    before = rounds("    when: {start: 2025-05, within: yes}\n")
    after = changed(before, set_field, "rounds/r1", ("when", "claims", 0, "by"), "ru")
    assert after == rounds("    when:\n      value: {start: 2025-05, within: yes}\n      by: ru\n")


def test_windows_line_ends_and_the_byte_order_mark_stay(changed, tmp_path):
    text = rounds("    venue: palace\n    note: |\n      a\n").replace("\n", "\r\n")
    data = b"\xef\xbb\xbf" + text.encode()
    after = changed(data, add_item, "rounds/r1", ("venue",), CLAIM)
    assert after.count("\n") == after.count("\r\n")
    after = changed(data, set_field, "rounds/r1", ("note",), "b\nc\n")
    assert after == text.replace("      a\r\n", "      b\r\n      c\r\n")


def test_a_record_is_written_in_the_hand_of_its_list(changed):
    before = f"{HEAD}people:\n- id: a\n  name: A\n\n- id: b\n  name: B\n  # of b\n\n# end\n"
    after = changed(before, add_record, "people", {"name": "C", "id": "c", "link": "", "of": None})
    added = "  # of b\n\n- id: c\n  name: C\n\n# end\n"
    assert after == before.replace("  # of b\n\n# end\n", added)


def test_a_section_that_is_not_there_comes_where_the_model_has_it(changed):
    before = f"{HEAD}\nrounds:\n  - id: r1\n\n# people\npeople:\n  - id: p\n"
    event = {"id": "e", "when": "2025", "note": "a\nb"}
    after = changed(before, add_record, "events", event)
    section = (
        "\nconflict:\n  events:\n    - id: e\n      when: 2025\n"
        "      note: |-\n        a\n        b\n"
    )
    assert after == before.replace("  - id: r1\n", f"  - id: r1\n{section}")
    assert changed("# new\n", add_record, "people", {"id": "p"}) == "# new\npeople:\n  - id: p\n"


def test_a_section_that_is_one_map_is_begun_by_its_first_field(changed, tmp_path):
    before = f"{HEAD}\npeople:\n  - id: p\n"
    after = changed(before, set_field, "overview", ("bluf",), "In short")
    assert after == before.replace("title: T\n", "title: T\n\noverview:\n  bluf: In short\n")
    names = [each.field.name for each in form_of(load(tmp_path / "b.yaml"), "overview")]
    assert "bluf" in names
    assert "judgments" not in names


def test_a_member_is_added_where_no_roster_is_yet(changed):
    before = f"{HEAD}delegations:\n  - id: d\n"
    path = ("rosters", 0, "members")
    after = changed(before, add_item, "delegations/d", path, {"person": "p", "role": "head"})
    roster = "    rosters:\n      - members:\n          - {person: p, role: head}\n"
    assert after == before + roster


REMOVED = [
    (("id",), "rounds:\n  - id: r1\n    # why\n    n: 1\n", "rounds:\n  - # why\n    n: 1\n"),
    (("n",), "rounds:\n- id: r1\n  n: 1  # c\n  # below\n", "rounds:\n- id: r1\n  # below\n"),
    (("tags", 1), "rounds: [{id: r1, tags: [a, b, c]}]\n", "rounds: [{id: r1, tags: [a, c]}]\n"),
    (("tags", 0), "rounds: [{id: r1, tags: [a]}]\n", "rounds: [{id: r1}]\n"),
    (
        ("tags", 1),
        "rounds:\n- id: r1\n  tags: [a, # first\n    b, c]\n",
        "rounds:\n- id: r1\n  tags: [a, # first\n    c]\n",
    ),
    (
        ("outcome", "agreed", 0),
        "rounds:\n  - id: r1\n    outcome:\n      agreed:\n        - x\n    n: 1\n",
        "rounds:\n  - id: r1\n    n: 1\n",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("path", "before", "after"), REMOVED)
def test_what_is_removed_takes_only_what_is_inside_it(changed, path, before, after):
    assert changed(HEAD + before, remove_field, "rounds/r1", path) == HEAD + after


def test_a_removed_record_leaves_the_comments_around_it(changed):
    before = f"{HEAD}people:\n  # about a\n  - id: a  # him\n\n  # about b\n  - id: b\n"
    assert changed(before, remove_record, "people/a") == (
        f"{HEAD}people:\n  # about a\n\n  # about b\n  - id: b\n"
    )
    before = f"{HEAD}people:\n  - id: a\n"
    assert changed(before, remove_record, "people/a") == HEAD


def refused(tmp_path, text, change, *arguments):
    path = tmp_path / "b.yaml"
    path.write_text(text)
    problem = change(load(path), *arguments)
    assert isinstance(problem, Problem), problem
    assert problem.code == "edit"
    return problem.message


def test_what_another_place_borrows_is_not_changed(tmp_path, changed):
    first = "  - id: r1\n    src: &s [s1]\n    note: &n old\n"
    text = f"{HEAD}rounds:\n{first}  - id: r2\n    src: *s\n    note: *n\n"
    shared = "another place borrows it"
    assert shared in refused(tmp_path, text, set_field, "rounds/r1", ("note",), "new")
    assert shared in refused(tmp_path, text, add_item, "rounds/r1", ("src",), "s2")
    assert shared in refused(tmp_path, text, add_item, "rounds/r2", ("src",), "s2")
    assert shared in refused(tmp_path, text, remove_field, "rounds/r1", ("note",))
    # What borrows a text may be given one of its own, and may be taken away.
    after = changed(text, set_field, "rounds/r2", ("note",), "new")
    assert after == text.replace("note: *n", "note: new")
    after = changed(text, remove_field, "rounds/r2", ("src",))
    assert after == text.replace("    src: *s\n", "")
    after = changed(text.replace("    note: *n\n", ""), set_field, "rounds/r2", ("note",), "n")
    assert after == text.replace("    note: *n", "    note: n")


def test_what_cannot_be_done_is_said(tmp_path):
    text = rounds("    venue: {value: p}\n    tags: [a, # why\n      b]\n")
    said = refused(tmp_path, text, set_field, "rounds/r1", ("venue",), "office")
    assert "a list or a map stands here" in said
    assert "comments" in refused(tmp_path, text, set_field, "rounds/r1", ("tags",), ["c"])
    assert "no record" in refused(tmp_path, text, set_field, "rounds/none", ("tags",), "c")
    assert "there is no" in refused(tmp_path, text, remove_field, "rounds/r1", ("note",))
    assert "taken" in refused(tmp_path, text, add_record, "people", {"id": "r1"})
    assert "half a character" in refused(
        tmp_path, text, set_field, "rounds/r1", ("venue", "value"), "\ud800"
    )
    assert "only field" in refused(
        tmp_path, f"{HEAD}rounds:\n  - id: r1\n", remove_field, "rounds/r1", ("id",)
    )


def test_a_file_that_is_broken_now_is_not_touched(tmp_path):
    path = tmp_path / "b.yaml"
    path.write_text(rounds(""))
    reading = load(path)
    path.write_text(rounds("    tags: [a\n"))
    problem = set_field(load(path, reading), "rounds/r1", ("note",), "x")
    assert isinstance(problem, Problem)
    assert "cannot be read" in problem.message


def test_in_a_folder_the_file_that_holds_a_record_is_changed(tmp_path):
    (tmp_path / "brief.yaml").write_text(HEAD)
    people = tmp_path / "people.yaml"
    people.write_text("people:\n  - id: a\n    name: A\n")
    (tmp_path / "war.yaml").write_text("conflict:\n  name: war\n")
    reading = load(tmp_path)
    for change, arguments, file in (
        (set_field, ("people/a", ("name",), "B"), "people.yaml"),
        (add_record, ("people", {"id": "b"}), "people.yaml"),
        (add_record, ("events", {"id": "e"}), "war.yaml"),
        (add_record, ("venues", {"id": "v"}), "brief.yaml"),
        (set_field, ("conflict", ("started",), "2022"), "war.yaml"),
        (set_field, ("", ("as_of",), "2025"), "brief.yaml"),
    ):
        edit = change(reading, *arguments)
        assert isinstance(edit, Edit), (arguments, edit)
        assert edit.file == str(tmp_path / file)


def test_edits_of_one_file_are_all_counted_in_the_text_before(tmp_path):
    data = "a: ä\nb: 2\n".encode()
    edits = [Edit("f", 8, 9, "zwei"), Edit("f", 3, 4, "1")]
    assert applied(data, edits) == b"a: 1\nb: zwei\n"
    with pytest.raises(ValueError, match="overlap"):
        applied(data, [Edit("f", 0, 4, ""), Edit("f", 3, 5, "")])

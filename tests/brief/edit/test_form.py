from dataclasses import fields
from pathlib import Path

import pytest

from tui.brief.edit import choices, fields_for, form_of
from tui.brief.load import load
from tui.brief.model import Brief, Round
from tui.brief.register import INNER, sections

ROOT = Path(__file__).parents[3]
BRIEFS = sorted((ROOT / "briefs").iterdir())


def names(entries):
    return [each.field.name for each in entries]


def entry(entries, name):
    return next(each for each in entries if each.field.name == name)


def test_every_section_has_fields_and_every_field_of_the_model_is_one():
    for section in ("", *INNER, *(name for name, _ in sections(Brief()))):
        assert fields_for(section), section
    written = {each.name.rstrip("_") for each in fields(Round)} - {"extra", "key", "spot"}
    assert {each.name for each in fields_for("rounds")} == written
    with pytest.raises(KeyError):
        fields_for("roudns")


def test_a_field_says_what_a_form_needs():
    by_name = {each.name: each for each in fields_for("rounds")}
    assert by_name["status"].required
    assert by_name["status"].many
    assert by_name["status"].short == "status"
    assert "concluded" in by_name["status"]["status"].words
    assert by_name["venue"].kind == "reference"
    assert by_name["venue"].to == ("venues",)
    assert by_name["venue"].claimed
    assert by_name["venue"]["value"].to == ("venues",)
    assert by_name["series"].doc == "The series it counts in, as `Istanbul 2025`."
    assert by_name["note"].doc == "The writer's own remark."
    assert by_name["duration"].kind == "quantity"
    assert by_name["agenda"].label == "Agenda"
    assert [each.name for each in fields_for("rounds")][-1] == "confidential"


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_every_record_of_a_shipped_brief_has_a_form_that_says_what_is_written(path):
    reading = load(path)
    keys = ["", *INNER, *reading.register.by_key]
    for key in keys:
        if key in INNER and getattr(reading.brief, key) is None:
            continue
        form = form_of(reading, key)
        record = getattr(reading.brief, key) if key in INNER else reading.register.by_key.get(key)
        assert entry(form, "id").text == (record or reading.brief).id
        assert entry(form, "note").text == (record or reading.brief).note


def test_a_form_reaches_into_claims_and_sub_records(load_text):
    """A short form answers as its long one."""
    reading = load_text("""
        parley: 1
        rounds:
          - id: r1
            when: 2025-06-02
            venue:
              claims:
                - palace
                - {value: office, by: ru}
              held: conflict
        delegations:
          - id: d
            rosters:
              - members: [umerov, {person: kalin, role: expert}]
    """)
    form = form_of(reading, "rounds/r1")
    [claim] = entry(form, "when").parts
    assert (claim[0].text, claim[0].path) == ("2025-06-02", ("when", "claims", 0, "value"))
    venue = entry(form, "venue")
    assert [entry(each, "value").text for each in venue.parts] == ["palace", "office"]
    assert [entry(each, "by").text for each in venue.parts] == ["", "ru"]
    assert entry(venue.verdict, "held").text == "conflict"
    roster = entry(form_of(reading, "delegations/d"), "rosters").parts[0]
    assert [entry(each, "person").text for each in entry(roster, "members").parts] == [
        "umerov",
        "kalin",
    ]
    inner = form_of(reading, "delegations/d", ("rosters", 0, "members", 1))
    assert entry(inner, "role").text == "expert"


def test_a_reference_offers_what_it_may_lead_to():
    reading = load(ROOT / "briefs/istanbul-2025.yaml")
    venue = {each.name: each for each in fields_for("rounds")}["venue"]
    offered = choices(reading, venue)
    assert {each.section for each in offered} == {"venues"}
    assert "Çırağan Palace" in " ".join(each.name for each in offered)

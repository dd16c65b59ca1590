from tui.brief.load import load
from tui.presentation.names import name_link
from tui.presentation.used_by import uses
from tui.presentation.view import View
from tui.sections import sections


def view_of(tmp_path, text):
    path = tmp_path / "brief.yaml"
    path.write_text(f"parley: 1\nid: a\ntitle: T\n{text}", encoding="utf-8")
    return View(load(path))


PARTIES = "parties: [{id: north, name: Northland}, {id: south, name: Southland}]\n"
POSITIONS = """\
positions:
  issues: [{id: port, title: The port}]
  stances: [{id: st1, party: north, issue: port, position: Open it}]
statements:
  - {id: s1, speaker: north, gist: The port is open., about: [st1]}
"""


def test_a_record_without_a_title_is_named_by_what_it_is_made_of(tmp_path):
    view = view_of(tmp_path, PARTIES + POSITIONS)
    assert name_link(view, "st1").text == "Northland on The port"
    assert name_link(view, "st1").link == "stances/st1"
    assert "The port is open." in name_link(view, "s1").text
    assert name_link(view, "north").text == "Northland"
    assert name_link(view, "nobody").role == "problem"


def test_records_made_of_each_other_end_somewhere(tmp_path):
    text = "statements: [{id: s1, speaker: s2}, {id: s2, speaker: s1}]\n"
    view = view_of(tmp_path, text)
    assert name_link(view, "s1").link == "statements/s1"
    for section in sections():
        for row in section.rows(view):
            assert section.detail(view, row.key) is not None


def test_each_record_uses_another_once_and_says_how(tmp_path):
    view = view_of(tmp_path, PARTIES + POSITIONS)
    known = view.register.by_key
    found = uses(view, known["stances/st1"])
    assert [record.key for record, _ in found] == ["statements/s1"]
    keys = [record.key for record, _ in uses(view, known["parties/north"])]
    assert sorted(keys) == ["stances/st1", "statements/s1"]
    assert uses(view, known["parties/south"]) == ()
    assert not any(span.link for _, line in found for span in line)


def test_what_rests_on_a_source_refers_to_it(tmp_path):
    text = PARTIES + "sources: [{id: gz, publisher: Gazette}]\nrounds: [{id: r1, src: gz}]\n"
    view = view_of(tmp_path, text)
    found = uses(view, view.register.by_key["sources/gz"])
    assert [record.key for record, _ in found] == ["rounds/r1"]
    assert "rests on it" in "".join(span.text for span in found[0][1])

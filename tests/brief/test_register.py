from collections.abc import Callable

from tui.brief.reading import Reading
from tui.brief.refs import Reference
from tui.brief.register import sections

LoadText = Callable[[str], Reading]
HEAD = "parley: 1\nid: talks\ntitle: Talks\n"


def test_keys(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    parties: [{id: ua, name: Ukraine}]
    rounds:
      - {id: r1, status: concluded, when: 2025-05-16}
      - {n: 2, title: Second, status: concluded, when: 2025-06-02T10:00Z}
      - {status: concluded, when: 2025-05}
      - {status: concluded, when: soon}
      - not a round
    overview:
      judgments: [{text: It will last}]
    mediation:
      contacts: [{kind: call, who: [{unnamed: an envoy}, ua], place: Moscow}]
    statements: [{speaker: ua, gist: x}, {speaker: ua, gist: x}, {speaker: ua, gist: x}]
    """
    assert list(reading.register.by_key) == [
        "rounds/r1",
        "rounds/2025-5",
        "rounds/2+Second+2025-6-2-10-0",
        "rounds/not a round",
        "rounds/soon",
        "statements/ua+x",
        "statements/ua+x~2",
        "statements/ua+x~3",
        "parties/ua",
        "judgments/It will last",
        "contacts/call+an envoy+ua+Moscow",
    ]
    assert all(record.key == key for key, record in reading.register.by_key.items())


def test_find(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    parties: [{id: ua, name: Ukraine}, {id: ua, name: Other}]
    """
    known = reading.register
    assert known.find("ua") is reading.brief.parties[0]
    assert known.find(Reference("ua")) is known.find("ua")
    assert known.find(None) is known.find("") is known.find("xx") is None
    assert known.find(Reference(unnamed="somebody")) is None
    assert known.twice == ((reading.brief.parties[0], reading.brief.parties[1]),)
    assert [record.key for record in reading.brief.parties] == ["parties/ua", "parties/ua~2"]


def test_keys_hold_when_neighbours_come_and_go(load_text: LoadText) -> None:
    before = load_text(HEAD + "people:\n  - {id: p1, name: A}\n  - name: B\n")
    after = load_text(HEAD + "# note\npeople:\n  - {name: C}\n  - name: B\n  - {id: p1, name: A}\n")
    assert before.register.by_key.keys() < after.register.by_key.keys()
    assert after.register.by_key["people/B"] == before.register.by_key["people/B"]


def test_a_record_may_be_named_like_a_copy(load_text: LoadText) -> None:
    reading = load_text(HEAD + "people: [{id: a~2, name: x}, {id: a, name: y}, {id: a, name: z}]\n")
    assert list(reading.register.by_key) == ["people/a~2", "people/a", "people/a~3"]


def test_many_records_that_look_alike(load_text: LoadText) -> None:
    alike = "  - {gist: x}\n" * 5000
    reading = load_text(f"{HEAD}statements:\n{alike}")
    assert "statements/x~5000" in reading.register.by_key


def test_sections_are_the_lists_by_name(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    conflict: {name: War}
    """
    names = [name for name, _ in sections(reading.brief)]
    assert "rounds" in names
    assert names[-4:] == ["events", "ceasefires", "measures", "series"]
    assert not {"src", "tags", "extra", "judgments"} & set(names)

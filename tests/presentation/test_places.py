"""Which places are on the map, what they are called, and that the list tells all of it."""

import pytest

from tui.blocks import Fact, Heading, Leg, Map, Prose, plain
from tui.brief.load import load
from tui.presentation.places import LETTERS, Coordinates, MapPlace, Use, point_of
from tui.presentation.view import View
from tui.rendering.charset import in_encoding
from tui.rendering.layout import lay
from tui.rendering.text import brief_text
from tui.sections import conflict, sections

BRIEF = """parley: 1
id: t
title: t
people: [{id: jane, name: Jane Doe}, {id: john, name: John Roe}]
venues:
  - {id: town, name: Town, country: XX, lat: "41.01", lon: "28.98"}
  - {id: hall, name: Hall, part_of: town}
  - {id: room, name: Room, city: Town}
  - {id: barn, name: Barn}
  - {id: loop, name: Loop, part_of: loop}
rounds:
  - {id: r1, title: First, when: 2025-05-16, venue: hall}
  - {id: r2, title: Second, venue: {claims: [{value: room, src: s}, {value: barn, src: s}]}}
  - {id: r3, title: Third, venue: loop}
mediation:
  contacts:
    - {kind: visit, who: [jane], title: South, when: 2025-05-29, place: {name: South, lat: "-1.3",
       lon: "36.8", region: R, country: YY}}
    - {kind: visit, who: [jane], title: North, when: 2025-05-26, place: {name: North, lat: "55",
       lon: "37"}}
    - {kind: visit, who: [john], title: Alone, when: 2025-05-27, place: town}
conflict:
  events:
    - title: Shelling
      places:
        - {place: {name: Port, lat: "44", lon: "33"}, outcome: hit}
        - {place: {name: Bridge, lat: "45", lon: "36"}, outcome: spared}
        - {place: {name: Nowhere, lat: "91", lon: "36"}}
"""


@pytest.fixture
def view(tmp_path):
    path = tmp_path / "t.yaml"
    path.write_text(BRIEF, "utf-8")
    return View(load(path))


def page(view, kind):
    return [b for b in conflict.detail(view, conflict.MAP) if isinstance(b, kind)]


def test_every_place_with_coordinates_has_a_letter_and_a_line(view):
    (drawn,), heads = page(view, Map), [h for h in page(view, Heading) if h.level == 3]
    assert [pin.letter for pin in drawn.pins] == list("ABCDE")
    assert [plain(head.text) for head in heads] == [
        "A Hall, Room, town  Town",
        "B North",
        "C South  R, YY",
        "D Bridge",
        "E Port",
    ]
    assert [plain(head.trailing) for head in heads][:3:2] == ["41.01, 28.98", "-1.3, 36.8"]
    happened = page(view, Fact)[3].items
    assert [plain(item.value) for item in happened] == ["Shelling, spared"]


def test_a_region_is_told_once_and_not_again_where_a_name_has_it():
    uses = [Use(where, region, Coordinates(0, 0, "0, 0"), None, None, ())
            for where, region in (("Istanbul", "TR"), ("Hall", "Istanbul, TR"))]  # fmt: skip
    assert MapPlace("A", Coordinates(0, 0, "0, 0"), tuple(uses)).region == "TR"


def test_what_has_no_coordinates_is_named(view):
    (prose,) = page(view, Prose)
    assert plain(prose.text).endswith(": Barn; Loop; Nowhere.")


def test_ways_go_from_visit_to_visit_of_one_traveller_in_order_of_time(view):
    (drawn,), (*_, fact) = page(view, Map), page(view, Fact)
    assert drawn.legs == (Leg(1, 2, 1),)
    (item,) = fact.items
    assert plain(item.value).startswith("1  Jane Doe: North (B), Mon 26 May")
    assert "→ South (C), Thu 29 May" in plain(item.value)


def test_a_letter_leads_to_what_happened_there(view):
    (drawn,) = page(view, Map)
    assert view.register.by_key[drawn.pins[3].link].title == "Shelling"


def test_an_event_of_several_places_has_a_map_of_its_own(view):
    key = next(key for key in view.register.by_key if key.startswith("events/"))
    lines = ["".join(s.text for s in line) for line in lay(conflict.detail(view, key), 80)]
    assert any(line.startswith("B Port: hit") for line in lines)
    assert any(line.startswith("A Bridge: spared") for line in lines)


def test_print_in_ascii_tells_the_map_in_words_alone(view):
    text = brief_text(view, sections(), 100, charset=in_encoding("ascii"))
    assert not any("\u2800" <= letter <= "\u28ff" for letter in text)
    assert "C South" in text and "-1.3, 36.8" in text
    assert any("\u2800" <= letter <= "\u28ff" for letter in brief_text(view, sections(), 100))


@pytest.mark.parametrize(
    "lat, lon",
    [
        ("", ""),
        ("north", "1"),
        ("91", "0"),
        ("0", "181"),
        ("nan", "0"),
        ("inf", "0"),
        ("1e400", "0"),
    ],
)
def test_what_is_no_point_on_earth_is_none(lat, lon):
    assert point_of(lat, lon) is None


def test_a_point_at_the_end_of_the_earth_is_one():
    assert point_of("-90", "180")[:2] == (-90, 180)


def test_places_beyond_the_letters_are_named(tmp_path):
    path = tmp_path / "t.yaml"
    count = len(LETTERS) + 1
    places = "\n".join(
        f'        - {{place: {{name: P{n}., lat: "{n}", lon: "{n}"}}}}' for n in range(count)
    )
    head = "parley: 1\nid: t\ntitle: t\nconflict:\n  events:\n    - title: E\n      places:\n"
    path.write_text(head + places, "utf-8")
    view = View(load(path))
    (drawn,), (prose,) = page(view, Map), page(view, Prose)
    assert len(drawn.pins) == len(LETTERS)
    assert f"P{count - 1}." in plain(prose.text)

"""Dots of a map: where a place falls, what is drawn around it, what never is."""

from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from tui.blocks import Leg, Map, Pin, Span
from tui.rendering.braille import Canvas
from tui.rendering.coast import lines
from tui.rendering.ink import width_of
from tui.rendering.maps import LEAST, LEFT, draw_map, frame_of

ISTANBUL, KYIV = (28.98, 41.01), (30.52, 50.45)
PINS = tuple(Pin(*at, letter, f"k/{letter}") for letter, at in (("A", ISTANBUL), ("B", KYIV)))


def text(lines):
    return ["".join(span.text for span in line) for line in lines]


def test_each_dot_has_its_bit():
    field = Canvas(2, 1)
    for at in ((0, 0), (1, 3), (2, 1)):
        field.set(*at)
    assert text(field.lines()) == ["⢁⠂"]


def test_nothing_is_set_beside_the_field():
    field = Canvas(1, 1)
    for at in ((-1, 0), (2, 0), (0, -1), (0, 4)):
        field.set(*at)
    assert text(field.lines()) == [""]
    assert not field.write(1, 0, Span("A")) and field.write(0, 0, Span("A"))
    assert not field.write(0, 0, Span("B"))


def test_a_line_has_both_its_ends():
    field = Canvas(2, 1)
    field.line((0, 3), (3, 0))
    assert text(field.lines()) == ["⡠⠊"]


def test_a_place_falls_on_its_own_dot():
    frame = frame_of((Pin(20, 50, "A"), Pin(40, 40, "B")), 60, 20)
    west, south, east, north = frame.edges
    assert west < 20 < 40 < east and south < 40 < 50 < north
    assert frame.dot(30, 45) == (60, frame.dots[1] // 2)
    (a, upper), (b, lower) = frame.dot(20, 50), frame.dot(40, 40)
    # At 45 degrees a degree of longitude is 0.707 of one of latitude.
    assert abs((b - a) / (lower - upper) - 2 * 0.7071) < 0.05


def test_letters_stand_where_the_places_are_and_lead_there():
    lines = list(draw_map(Map(PINS), 80))
    frame = frame_of(PINS, 80 - LEFT, (80 - LEFT) // 3)
    for pin in PINS:
        across, down = frame.dot(pin.lon, pin.lat)
        row = text(lines)[down // 4]
        assert row[LEFT + across // 2] == pin.letter
        assert Span(pin.letter, "name", pin.link) in lines[down // 4]


def test_places_on_one_cell_stand_side_by_side():
    pins = tuple(Pin(29, 41, letter) for letter in "ABC")
    told = "".join(text(draw_map(Map(pins), 80))[:-3])
    assert all(told.count(letter) == 1 for letter in "ABC")


def test_a_way_is_dotted_and_numbered():
    bare, drawn = (text(draw_map(Map(PINS, legs), 80)) for legs in ((), (Leg(0, 1, 1),)))
    assert "1" in "".join(drawn[:-3]) and "1" not in "".join(bare[:-3])
    assert "dotted" in "".join(drawn) and "dotted" not in "".join(bare)


def test_the_coasts_are_those_of_the_world():
    points = [point for line in lines() for point in line]
    assert len(points) > 3000
    assert all(abs(lon) <= 180 and abs(lat) <= 90 for lon, lat in points)
    # The Bosporus, the Cape of Good Hope, Cape Horn, the south of Sri Lanka.
    for lon, lat in ((29, 41.2), (18.4, -34.1), (-68, -55.6), (80.3, 6)):
        assert any(abs(a - lon) < 0.6 and abs(b - lat) < 0.6 for a, b in points), (lon, lat)


def test_no_two_neighbours_on_a_coast_are_far_apart():
    for line in lines():
        for (a, b), (c, d) in pairwise(line):
            assert abs(a - c) <= 14 and abs(b - d) <= 5, (a, b)


def test_there_is_no_map_where_there_is_no_room_or_no_place():
    assert list(draw_map(Map(PINS), LEFT + LEAST - 1)) == []
    assert list(draw_map(Map(()), 80)) == []


EARTH = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(st.lists(EARTH, min_size=1, max_size=6), st.integers(LEFT + LEAST, 200))
@example([(180.0, 90.0), (-180.0, -90.0)], 60)
@example([(0.0, 90.0)], 60)
def test_any_place_on_earth_is_on_its_map_and_nothing_outside(points, width):
    letters = "ABCDEF"
    pins = tuple(Pin(*at, letter) for at, letter in zip(points, letters, strict=False))
    frame = frame_of(pins, width - LEFT, 20)
    for pin in pins:
        across, down = frame.dot(pin.lon, pin.lat)
        assert 0 <= across < frame.dots[0] and 0 <= down < frame.dots[1]
    drawn = list(draw_map(Map(pins), width))
    assert all(width_of(line) <= width for line in drawn)
    assert "A" in "".join(text(drawn)[:-2])

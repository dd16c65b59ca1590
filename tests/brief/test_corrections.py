"""Which figure a correction takes the place of."""

from tui.brief.corrections import corrected
from tui.brief.model import Point, Series
from tui.brief.place import Place
from tui.brief.quantity import Quantity
from tui.brief.when import When

NOWHERE = Place("")


def point(day, value, corrects="", source="A"):
    def figure(text):
        return Quantity.from_text(text, NOWHERE) if text else None

    when = When.from_text(f"2025-06-{day:02}", NOWHERE)
    return Point(when=when, value=figure(value), corrects=figure(corrects), source=source)


def later(*points):
    return dict(corrected(Series(points=points)).later)


def test_the_figure_of_that_day_and_voice():
    assert later(point(1, "472"), point(2, "472"), point(1, "479", "472")) == {0: 2}
    assert later(point(1, "472", source="B"), point(1, "472"), point(1, "479", "472")) == {1: 2}


def test_another_voice_where_its_own_said_no_such_thing():
    assert later(point(1, "472", source="B"), point(1, "479", "472")) == {0: 1}


def test_a_correction_of_a_correction():
    points = point(1, "472"), point(1, "479", "472"), point(1, "481", "479")
    assert later(*points) == {0: 1, 1: 2}


def test_of_two_alike_the_last_before_it():
    points = point(1, "4"), point(1, "4"), point(1, "5", "4"), point(1, "6", "4")
    assert later(*points) == {1: 2, 0: 3}


def test_one_that_stands_before_what_it_corrects():
    assert later(point(1, "5", "4"), point(1, "4")) == {1: 0}


def test_bounds_are_a_figure_too():
    assert later(point(1, "4–5"), point(1, "6", "4–5")) == {0: 1}
    assert later(point(1, "over 4"), point(1, "6", "4")) == {}


def test_nothing_corrects_itself():
    found = corrected(Series(points=(point(1, "4", "4"),)))
    assert (dict(found.later), found.unknown) == ({}, (0,))


def test_thousands_of_corrections_of_one_day_take_no_time():
    points = [point(1, "4", "4") for _ in range(20_000)]
    found = corrected(Series(points=tuple(points)))
    assert len(found.later) + len(found.unknown) == 20_000

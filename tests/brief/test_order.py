"""What is put in order, and by what."""

import pytest

from tui.brief.claims import Claim
from tui.brief.model import Brief, Event, Issue, Overview, Party, Person, Positions, Round, Source
from tui.brief.order import has_order, in_order, natural, starts
from tui.brief.place import Place
from tui.brief.quantity import Quantity
from tui.brief.refs import Reference, SourceRef
from tui.brief.when import When, hull


def when(text):
    return When.from_text(text, Place(""))


def claim(number, by="", held="", said=""):
    who = Reference(by) if by else None
    return Claim(value=Quantity(best=number), by=who, held=held, when=when(said) if said else None)


ORDERS = [
    ("texts by their numbers", ("r2", "R1", "r10"), (1, 0, 2)),
    ("sources by id, then place", (SourceRef("s2"), SourceRef("s1", "para 10"),
                                   SourceRef("s1", "para 9")), (2, 1, 0)),
    ("records by date", (Event(when=when("2024-05"), id="a"), Event(when=when("2024-05-11"))),
     (1, 0)),
    ("people by name, then id", (Person(name="B", id="x"), Person(name="A", id="z"),
                                 Person(name="A", id="y")), (2, 1, 0)),
    ("sides before mediators", (Party(name="A", stance="mediator"),
                                Party(name="B", stance="belligerent"), Party(name="C")), (1, 0, 2)),
    ("publications by id", (Source(id="s10", publisher="A"), Source(id="s9", publisher="B")),
     (1, 0)),
    ("alike but for a note", (Person(name="A", note="2"), Person(name="A", note="1")), (1, 0)),
    ("accepted claims first, struck ones last",
     (claim(1, held="retracted"), claim(3), claim(2), claim(9, held="accepted")), (3, 2, 1, 0)),
    ("then by the day they were said, then by speaker",
     (claim(1, by="b"), claim(2, by="a"), claim(3, by="c", said="2024")), (2, 1, 0)),
]  # fmt: skip


@pytest.mark.parametrize(("things", "order"), [o[1:] for o in ORDERS], ids=[o[0] for o in ORDERS])
def test_order(things, order):
    assert in_order(things) == tuple(things[at] for at in order)
    assert in_order(things[::-1]) == in_order(things)


def test_words_of_a_vocabulary_stand_as_it_has_them():
    assert in_order(("other", "host", "chair"), ("chair", "host")) == ("chair", "host", "other")


def test_what_keeps_the_order_it_is_written_in():
    assert has_order(Overview, "judgments")
    assert has_order(Positions, "issues")
    assert has_order(Round, "agenda")
    assert not has_order(Brief, "rounds")
    assert not has_order(Issue, "src")


def test_numbers_in_a_text_go_by_their_size():
    assert natural("S9") < natural("s10")
    assert natural("abc") == "abc"


def test_a_month_stands_after_its_days():
    assert starts(when("2024-05-11")) < starts(when("2024-05")) < starts(when("2024-06-01"))
    assert starts(None) == ""


def test_the_hull_of_dates_has_all_of_them():
    third, late = when("2024-05-03"), when("2024-05-11")
    assert hull(()) is None
    assert hull((third,)) == third
    whole = hull((late, third))
    assert (whole.start, whole.end, whole.within) == (third.start, late.end, True)
    assert hull((third, when("after 2024-05-01"))).end is None

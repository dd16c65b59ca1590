from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tui.session.history import LONGEST, History, Stop

HERE = Path("brief.yaml")


def at(number, **more):
    return Stop(HERE, 1, f"rounds/r{number}", **more)


def test_back_and_forward_give_what_was_left():
    trail = History()
    trail.leave(at(1, scroll=7, filter="kyiv"))
    trail.leave(at(2))
    assert trail.back(at(3)) == at(2)
    assert trail.back(at(2)) == at(1, scroll=7, filter="kyiv")
    assert trail.back(at(1)) is None
    assert trail.forward(at(1)) == at(2)
    assert trail.forward(at(2)) == at(3)
    assert trail.forward(at(3)) is None


def test_going_elsewhere_forgets_what_lay_ahead():
    trail = History()
    trail.leave(at(1))
    trail.back(at(2))
    trail.leave(at(1))
    assert trail.forward(at(5)) is None


def test_a_place_left_twice_is_one_stop_and_no_step_stays_where_one_is():
    trail = History()
    trail.leave(at(1))
    trail.leave(at(1, scroll=4))
    assert trail.back(at(1)) is None
    trail.leave(at(1))
    trail.leave(at(2))
    assert trail.back(at(2)) == at(1)


def test_another_filter_or_brief_is_another_place():
    trail = History()
    trail.leave(at(1, filter="kyiv"))
    assert trail.back(at(1, filter="")) == at(1, filter="kyiv")
    trail.leave(at(1)._replace(path=Path("other.yaml")))
    assert trail.back(at(1)).path.name == "other.yaml"


def test_it_keeps_so_many_stops_and_no_more():
    trail = History()
    for number in range(LONGEST + 50):
        trail.leave(at(number))
    here, count = at(-1), 0
    while (stop := trail.back(here)) is not None:
        here, count = stop, count + 1
    assert count == LONGEST
    assert here == at(50)


@given(st.lists(st.integers(0, 5), max_size=30))
def test_all_the_way_back_and_forward_again_ends_where_it_began(visits):
    trail, here = History(), at(-1)
    for number in visits:
        trail.leave(here)
        here = at(number)
    end = here
    while (stop := trail.back(here)) is not None:
        here = stop
    assert here == (end if set(visits) <= {-1} else at(-1))
    while (stop := trail.forward(here)) is not None:
        here = stop
    assert here == end


def test_the_last_place_and_back_again():
    trail = History()
    assert trail.last(at(1)) is None
    trail.leave(at(1))
    assert trail.last(at(2)) == at(1)
    assert trail.last(at(1)) == at(2)
    assert trail.last(at(2)) == at(1)
    assert trail.back(at(1)) == at(2)


def test_the_last_place_after_going_back_is_the_one_ahead():
    trail = History()
    trail.leave(at(1))
    assert trail.back(at(2)) == at(1)
    assert trail.last(at(1)) == at(2)

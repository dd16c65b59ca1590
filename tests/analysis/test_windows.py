"""Which part of time is drawn."""

import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.windows import REACH, drawable, pieces, window
from tui.brief.instants import Stretch

DAY = timedelta(days=1)


def at(day, length=1):
    start = datetime(2025, 1, 1, tzinfo=UTC) + day * DAY
    return Stretch(start, start + length * DAY)


def test_a_long_empty_stretch_is_left_out():
    made = pieces([at(0), at(5), at(900), at(905), at(910)])
    assert [(p.start, p.end, p.count) for p in made] == [
        (at(0).start, at(5).end, 2), (at(900).start, at(910).end, 3),
    ]  # fmt: skip


def test_what_lies_close_or_is_filled_by_a_range_is_one_piece():
    assert len(pieces([at(0), at(29)])) == 1
    assert len(pieces([at(0, 900), at(900)])) == 1
    assert pieces([]) == ()
    assert pieces([Stretch(None, None)]) == ()


def test_an_open_end_counts_for_its_known_bound_alone():
    (piece,) = pieces([Stretch(at(3).start, None), Stretch(None, at(5).start)])
    assert (piece.start, piece.end) == (at(3).start, at(5).start)


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 400)), min_size=1, max_size=30))
def test_every_date_lies_in_one_piece(pairs):
    spans = [at(*pair) for pair in pairs]
    made = pieces(spans)
    assert sum(p.count for p in made) == len(spans)
    assert all(any(p.start <= s.start and s.end <= p.end for p in made) for s in spans)
    assert all(a.end < b.start for a, b in itertools.pairwise(made))


def test_a_window_reaches_out_only_where_little_lies_near():
    near = [at(1), at(2), at(-3)]
    assert window(at(0), [*near, at(500)]) == Stretch(at(0).start - REACH, at(0).end + REACH)
    far = window(at(0), [at(500), at(600), at(700), at(-40)])
    assert far == Stretch(at(-40).start, at(600).end)
    assert window(Stretch(None, None), near) is None


def test_what_is_wider_than_the_window_says_nothing_in_it():
    frame = Stretch(at(0).start, at(20).end)
    assert drawable(at(3), frame)
    assert drawable(at(-5, 10), frame)
    assert drawable(Stretch(at(3).start, None), frame)
    assert not drawable(at(-5, 90), frame)
    assert not drawable(at(30), frame)
    assert not drawable(Stretch(None, at(-3).start), frame)

from tui.blocks import Span
from tui.rendering.hits import Hits
from tui.rendering.seek import Pattern

LINES = (
    (Span("The prisoner", "title"),),
    (),
    (Span("  exchange of prisoner"),),
    (Span("  exchange lists"),),
)


def text(line, role):
    return [span.text for span in line if span.role == role]


def test_hits_in_reading_order_and_over_the_end_of_a_line():
    hits = Hits(LINES, Pattern("prisoner exchange"))
    assert hits.places == [0, 2]
    assert text(hits.mark(0, LINES[0], -1), "hit") == ["prisoner"]
    assert text(hits.mark(2, LINES[2], -1), "hit") == ["exchange", "prisoner"]
    assert text(hits.mark(3, LINES[3], 1), "chosen") == ["exchange"]


def test_the_next_hit_from_a_line_on():
    hits = Hits(LINES, Pattern("exchange"))
    assert hits.places == [2, 3]
    assert [hits.after(y) for y in range(5)] == [0, 0, 0, 1, -1]


def test_nothing_sought_marks_nothing():
    hits = Hits(LINES, Pattern(""))
    assert hits.places == []
    assert hits.mark(0, LINES[0], 0) is LINES[0]

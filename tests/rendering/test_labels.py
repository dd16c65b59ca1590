from hypothesis import given
from hypothesis import strategies as st

from tui.blocks import Span
from tui.rendering.ink import width_of
from tui.rendering.labels import LETTERS, cells_of, labels, painted, place


def words(line):
    return "".join(span.text for span in line)


@given(st.integers(0, 400))
def test_each_has_a_label_of_its_own_and_none_begins_another(count):
    given_ = labels(count)
    assert len(set(given_)) == len(given_) == count
    assert not any(a != b and b.startswith(a) for a in given_ for b in given_)
    assert [len(each) for each in given_] == sorted(len(each) for each in given_)
    assert set("".join(given_)) <= set(LETTERS)


def test_one_letter_as_long_as_letters_last_then_two_for_the_farthest():
    assert len(LETTERS) == len(set(LETTERS)) == 20
    assert {len(each) for each in labels(20)} == {1}
    assert [len(each) for each in labels(21)].count(2) == 2
    assert max(map(len, labels(400))) == 2
    assert len(labels(1000)) == 400


def test_on_the_blank_before_and_on_the_first_letters():
    line = (Span("in "), Span("Ankara", "name", "venues/a"))
    assert words(painted(line, [(3, 9, "a")])) == "inaAnkara"
    assert words(painted(line, [(3, 9, "ab")])) == "inabnkara"
    assert words(painted((Span("Ankara"),), [(0, 6, "a")])) == "ankara"


def test_never_on_all_of_what_it_labels():
    assert words(painted((Span("by (UA) said"),), [(4, 6, "ab")])) == "byabUA) said"
    assert words(painted((Span("UA  said"),), [(0, 2, "ab")])) == "UAabsaid"


def test_letters_of_two_cells_are_never_cut_in_half():
    line = (Span("基輔"), Span(" "), Span("港", "name"))
    for start in range(7):
        made = painted(line, [(start, start + 2, "a")])
        assert width_of(made) == width_of(line)


@given(
    st.lists(st.sampled_from(["a", " ", "é", "港", "e\u0301", "–"]), max_size=30).map("".join),
    st.data(),
)
def test_a_line_keeps_its_width_and_bears_every_label(text, data):
    line = (Span(text, "quote"),)
    width = width_of(line)
    ends = data.draw(st.lists(st.integers(0, width), max_size=8, unique=True).map(sorted))
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    sized = [(start, end, "ab"[: data.draw(st.integers(1, 2))]) for start, end in spans]
    made = painted(line, sized)
    assert width_of(made) >= width
    chosen = "".join(span.text for span in made if span.role == "chosen")
    assert chosen == "".join(label for *_, label in sized)


@given(st.integers(0, 12), st.integers(1, 8), st.integers(1, 2), st.text(" ab", min_size=24))
def test_something_of_a_name_is_left_to_read(start, length, size, text):
    cells = cells_of((Span(text),))
    at = place(cells, start, start + length, size)
    covered = set(range(at, at + size))
    assert at >= 0
    if start >= size:
        assert not set(range(start, start + length)) <= covered

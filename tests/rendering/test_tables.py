"""Tables: figures stand under each other by their last digit."""

from tui.blocks import Span, Table, plain
from tui.rendering.tables import draw_table


def table(*rows, heads):
    columns = tuple((Span(head),) for head in heads)
    return Table(columns, tuple(tuple((Span(cell),) for cell in row) for row in rows))


def drawn(made, width=60):
    return [plain(line).rstrip() for line in draw_table(made, width)]


def test_figures_are_set_to_the_right_and_words_to_the_left():
    made = table(("s000", "221", "92 %"), ("gazette", "7", "·"), heads=("Source", "All", "Only"))
    assert drawn(made) == [
        "Source   All  Only",
        "s000     221  92 %",
        "gazette    7     ·",
    ]


def test_a_column_with_one_word_in_it_is_none_of_figures():
    made = table(("a", "12"), ("b", "3 or 4"), ("c", "over 40"), heads=("", "n"))
    assert drawn(made) == ["   n", "a  12", "b  3 or 4", "c  over 40"]


def test_a_column_of_dots_alone_stays_at_the_left():
    made = table(("a", "·"), ("b", "·"), heads=("", "count"))
    assert drawn(made) == ["   count", "a  ·", "b  ·"]


def test_no_rows_is_only_a_head():
    assert drawn(table(heads=("one", "two"))) == ["one  two"]


def test_rows_of_several_lines_stand_apart():
    made = table(("one", "aaaa bbbb cccc"), ("two", "d"), heads=("", "what"))
    assert drawn(made, 14) == ["     what", "one  aaaa bbbb", "     cccc", "", "two  d"]
    assert drawn(made, 20) == ["     what", "one  aaaa bbbb cccc", "two  d"]


def test_heads_that_name_parties_keep_their_colours():
    heads = ((Span("issue"),), (Span("Ukraine", "party1"),))
    (head, *_) = draw_table(Table(heads, ()), 60)
    assert [(s.text, s.role) for s in head if s.text.strip()] == [
        ("issue", "label"),
        ("Ukraine", "party1"),
    ]

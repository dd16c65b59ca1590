"""Blocks as lines: signs, hanging lines and margins."""

from tui.blocks import DISPUTED, Fact, Item, Span, plain
from tui.rendering.layout import lay


def drawn(*items, label="", width=60):
    return [plain(line).rstrip() for line in lay((Fact(label, items),), width)]


def told(text, sign=None, depth=0):
    return Item((Span(text),), (), sign, depth)


def test_a_sign_before_one_item_leaves_its_room_before_all():
    assert drawn(told("four airfields", DISPUTED), told("agreed", depth=1), told("the day")) == [
        "≠ four airfields",
        "    agreed",
        "  the day",
    ]


def test_without_signs_items_begin_at_the_edge_and_hang():
    assert drawn(told("one two three four five"), width=14) == ["one two", "  three four", "  five"]


def test_a_sign_stands_at_the_end_of_the_column_of_labels():
    assert drawn(told("nearly three years", DISPUTED), label="duration") == [
        "DURATION ≠ nearly three years"
    ]

from tui.filter import FIELDS, RELATIONS
from tui.filter.grammar import GRAMMAR


def test_the_table_names_every_field():
    told = " ".join(write for write, _ in GRAMMAR)
    assert [each for each in (*FIELDS, *RELATIONS, "is") if f"{each}:" not in told] == []

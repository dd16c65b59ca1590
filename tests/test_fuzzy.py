from hypothesis import given
from hypothesis import strategies as st

from tui.fuzzy import nearest, rank

NAMES = ("problems", "palette", "next name", "İstanbul süreci", "theme", "all")


def found(typed, names=NAMES):
    return nearest(typed, ((name, "", name) for name in names))


def test_beginnings_before_words_before_letters():
    names = ("sharp name", "renamed", "name before", "never a map: end")
    assert found("name", names) == ["name before", "sharp name", "renamed", "never a map: end"]


def test_several_words_in_any_order():
    assert found("name next") == ["next name"]


def test_case_accents_and_turkish_letters():
    assert found("istanbul sureci") == ["İstanbul süreci"]
    assert rank("ISTANBUL", "ıstanbul") == 0


def test_words_of_the_explanation_come_last():
    assert rank("wrong", "problems", "What is wrong in the files") == 3
    assert rank("wg", "problems", "What is wrong in the files") is None


def test_scattered_letters_of_a_long_text_are_no_match():
    assert rank("et", "e" * 39 + "t") == 1 or rank("eet", "e" * 39 + "t") is not None
    assert rank("ext", "e" * 30 + "x" * 30 + "t") is None


def test_as_near_as_each_other_keep_their_order():
    assert found("", NAMES) == list(NAMES)


@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_may_be_typed(typed, name):
    assert rank(typed, name) in {None, 0, 1, 2, 4}


@given(st.text(min_size=1, max_size=39))
def test_a_name_answers_to_itself(name):
    assert rank(name, name) == 0

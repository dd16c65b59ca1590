"""How lines are broken: what belongs together stays together."""

from hypothesis import given
from hypothesis import strategies as st

from tui.blocks import SIGNS, Span, plain
from tui.rendering.ink import width_of, wrap

WORDS = st.lists(st.text(st.sampled_from("ab, ≠·é界"), max_size=12), max_size=8)


def broken(*texts, width):
    return [plain(line) for line in wrap(tuple(Span(text) for text in texts), width)]


def test_a_word_in_two_roles_is_one_word():
    line = (Span("31 May – 1 Jun 2025", "quiet"), Span(", says "), Span("Ukraine", "name"))
    assert [plain(each) for each in wrap(line, 19)] == ["31 May – 1 Jun", "2025, says Ukraine"]


def test_a_sign_stays_with_the_word_before_it():
    for sign in SIGNS:
        assert broken("root causes", f"  {sign.glyph}", width=11) == [
            "root",
            f"causes  {sign.glyph}",
        ]


def test_a_word_longer_than_the_line_is_parted():
    assert broken("abcdefg", "hij k", width=4) == ["abcd", "efg", "hij", "k"]


@given(WORDS, st.integers(1, 20))
def test_no_line_is_too_wide_and_nothing_but_blanks_is_lost(texts, width):
    line = tuple(Span(text, "quiet" if index % 2 else "") for index, text in enumerate(texts))
    lines = wrap(line, width)
    assert all(width_of(each) <= max(width, 2) for each in lines)
    assert "".join(map(plain, lines)).replace(" ", "") == plain(line).replace(" ", "")

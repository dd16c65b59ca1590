import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.blocks import Span
from tui.rendering.seek import LONGEST, Pattern, folded


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("ciragan", "at Çırağan Palace", ["Çırağan"]),
        ("ÇIRAĞAN", "at Çırağan Palace", ["Çırağan"]),
        ("istanbul", "İSTANBUL and Istanbul", ["İSTANBUL", "Istanbul"]),
        ("киів", "Київ", ["Київ"]),
        ("strasse", "Hauptstraße 1", ["straße"]),
        ("s", "ß", ["ß", "ß"]),
        ("cafe", "cafe\u0301 noir", ["cafe\u0301"]),
        ("a  b", "a \n b ab", ["a \n b"]),
        ("ﬁre", "cease-fire", ["fire"]),
        (".*", "a .* b", [".*"]),
        ("", "anything", []),
        ("   ", "any thing", []),
    ],
)
def test_words_are_found_where_they_stand(words, text, found):
    assert [text[start:end] for start, end in Pattern(words).spans(text)] == found


def test_an_alias_finds_the_name_and_the_name_the_alias():
    pattern = Pattern("kiev talks", [("Kiev", "Kyiv")])
    assert pattern.spans("Kyiv talks, Kiev talks") == [(0, 10), (12, 22)]
    assert Pattern("kyiv", [("Kiev", "Kyiv")]).spans("Kiev") == [(0, 4)]


def test_marked_spans_keep_their_text_and_links():
    line = (Span("Umer", "name", "people/u"), Span("ov leads", "quiet"))
    made = Pattern("merov l").mark(line, "hit")
    assert made == (
        Span("U", "name", "people/u"),
        Span("mer", "hit", "people/u"),
        Span("ov l", "hit"),
        Span("eads", "quiet"),
    )


def test_a_pattern_of_any_length_is_short_work():
    assert len(Pattern("x" * 100_000)._forms) <= LONGEST


@given(st.text(), st.text(max_size=5))
def test_places_lie_in_the_text_and_marking_loses_no_letter(text, words):
    flat, places = folded(text)
    assert len(places) == len(flat) + 1
    assert list(places) == sorted(places)
    pattern = Pattern(words)
    assert all(0 <= start < end <= len(text) for start, end in pattern.spans(text))
    line = (Span(text[:3], "name", "k"), Span(text[3:]))
    assert "".join(span.text for span in pattern.mark(line, "hit")) == text
    assert pattern.holds(flat) == bool(pattern.spans(text))

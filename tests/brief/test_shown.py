import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.brief import shown as module
from tui.brief.shown import shown, shown_prose, unsafe

UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Cs"}
JOINERS = set("\u200c\u200d\u200e\u200f\u061c")
# Format characters by category, but drawn: number and verse signs of Arabic, Syriac and Kaithi.
DRAWN = set(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)

nasty = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=("Cc", "Cf", "Cs", "Mn", "Me")),
        st.sampled_from("aé>=क\u094dی\u0301\u0323\u0344\u0338\u200d\u200c\ufe0f👩🏽⚖\n\t\r\u202e"),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31mred", "<1B>[31mred"),
        ("\x9b1m", "<9B>1m"),
        ("a\u202eb", "a<202E>b"),
        ("a\u200bb", "a<200B>b"),
        ("a\u200db", "a<200D>b"),
        ("\udce9t\udce9", "<DCE9>t<DCE9>"),
        ("x\U000e0041y", "x<E0041>y"),
        ("one\ntwo\n", "one↵two"),
        ("a\tb", "a b"),
        ("a\r\nb", "a<0D>↵b"),
        ("cafe\u0301", "café"),
        ("⚖\ufe0f", "⚖"),
        ("👍🏽", "👍"),
        ("👩\u200d👩\u200d👧", "👩👩👧"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("İstanbul – 日本 – Київ", "İstanbul – 日本 – Київ"),
        ("[@click=app.quit]$x", "[@click=app.quit]$x"),
    ],
)
def test_one_line(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_prose_keeps_line_ends_only() -> None:
    assert shown_prose("one\n\ntwo\x07\n") == "one\n\ntwo<07>\n"


def test_flood_of_accents_is_cut() -> None:
    assert len(shown("a" + "\u0301\u0323" * 100_000)) <= 6


def test_unsafe_is_the_unseen_categories() -> None:
    for code in range(0x110000):
        character = chr(code)
        if unicodedata.category(character) in UNSEEN:
            assert unsafe(character) is (character not in DRAWN), hex(code)
        elif unsafe(character):
            assert unicodedata.category(character) == "Cn", hex(code)


def test_fast_path_agrees_on_every_character() -> None:
    for code in range(0x110000):
        character = chr(code)
        if module._PLAIN.fullmatch(character):
            assert module._clean(character, module._UNSAFE) == character, hex(code)


@given(nasty)
def test_nothing_unseen_remains(text: str) -> None:
    for output in (shown(text), shown_prose(text).replace("\n", "")):
        assert not unsafe(output)
        left = {c for c in output if unicodedata.category(c) in UNSEEN}
        assert left <= JOINERS | DRAWN
        output.encode("utf-8")


@given(nasty)
def test_idempotent(text: str) -> None:
    assert shown(shown(text)) == shown(text)
    assert shown_prose(shown_prose(text)) == shown_prose(text)


@given(st.text(st.characters(max_codepoint=0x3FF)))
def test_fast_path_agrees_with_slow(text: str) -> None:
    if module._PLAIN.fullmatch(text):
        assert module._clean(text, module._UNSAFE) == text
    if module._PLAIN.fullmatch(text.replace("\n", "")):
        assert module._clean(text, module._UNSAFE_PROSE) == text


def test_accents_after_a_mark_stay_normal() -> None:
    output = shown("\x1b\u0338")
    assert unicodedata.is_normalized("NFC", output)

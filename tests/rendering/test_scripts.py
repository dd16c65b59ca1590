"""Seven scripts in columns: what is measured, what is cut, what a terminal may turn round."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.blocks import Span
from tui.brief.load import load
from tui.brief.shown import shown
from tui.presentation.view import View
from tui.rendering.clusters import anchored, clusters, head, tail
from tui.rendering.ink import cut, pad, safe, width_of, wrap
from tui.rendering.labels import cells_of
from tui.rendering.layout import lay
from tui.sections import sections

BRIEF = Path(__file__).with_name("seven_scripts.yaml")
LRM = "\u200e"
WORDS = st.text(
    st.sampled_from("abIıİiÇж語각ش מקא·0,() 🇹🇺👍เท็ق")
    | st.sampled_from(["\u0301", "\u05b7", "\u064f"]),
    max_size=40,
).map(shown)


def text(line):
    return "".join(span.text for span in line)


def letters(words):
    return [letter for letter, _ in clusters(words)]


@pytest.mark.parametrize("width", [20, 36, 48, 60, 76, 108, 160])
def test_no_line_is_wider_than_its_page(width):
    view = View(load(BRIEF))
    for section in sections():
        for row in section.rows(view):
            for line in lay(section.detail(view, row.key), width):
                assert width_of(line) <= width, text(line)


@given(WORDS)
def test_letters_are_the_text(words):
    assert "".join(letters(words)) == words
    assert sum(size for _, size in clusters(words)) == width_of((Span(words),))


@given(WORDS, st.integers(2, 30))
@example(words=" \u0e47", width=2)  # a mark on the blank that begins the text
@example(words="ab \u0301c", width=2)  # and on one between words
def test_no_letter_is_parted(words, width):
    whole = letters(words)
    assert letters(head(words, width)) == whole[: len(letters(head(words, width)))]
    assert width_of((Span(head(words, width)),)) <= width
    assert width_of((Span(tail(words, width)),)) <= width
    assert words.endswith(tail(words, width))
    line = cut(safe((Span(words),)), width)
    assert width_of(line) <= width
    kept = text(line).removesuffix("…").rstrip()
    assert kept == "".join(whole[: len(letters(kept))])
    pieces = wrap((Span(words),), width)
    assert all(width_of(each) <= width for each in pieces)
    assert [x for each in pieces for x in letters(text(each)) if x.strip()] == [
        x for x in whole if x.strip()
    ]


def test_a_flag_is_one_letter():
    flags = "🇹🇷🇺🇦"
    assert text(cut((Span(flags),), 3)) == "🇹🇷…"
    assert [text(line) for line in wrap((Span(flags),), 3)] == ["🇹🇷", "🇺🇦"]
    assert [cell.text for cell in cells_of((Span(flags),))] == ["🇹🇷", "", "🇺🇦", ""]


@given(st.lists(WORDS, max_size=4))
def test_what_keeps_columns_apart_takes_no_room(parts):
    line = tuple(Span(part) for part in parts)
    made = anchored(line)
    assert width_of(made) == width_of(line)
    assert text(made).replace(LRM, "") == text(line).replace(LRM, "")
    assert len(made) == len(line)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("וזרה  12", f"וזרה{LRM}  12"),
        ("א (2025)  x", f"א{LRM} (2025)  x"),
        ("א ב · ג", f"א ב{LRM} · ג{LRM}"),
        ("שלום, עולם", f"שלום, עולם{LRM}"),
        ("no such letter", "no such letter"),
    ],
)
def test_writing_from_right_to_left_ends_with_its_column(before, after):
    assert text(anchored((Span(before),))) == after


def test_the_mark_stands_behind_the_padding_of_no_column():
    line = (*pad((Span("שלום"),), 8), Span("עולם"))
    assert text(anchored(line)) == f"שלום{LRM}    עולם{LRM}"

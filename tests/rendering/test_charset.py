"""What stands for a letter or a sign where a terminal cannot show it."""

import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len

from tui.blocks import SIGNS, Row, Span
from tui.brief.load import load
from tui.presentation.view import View
from tui.rendering.ascii_fallback import CELLS, FRAMES, LETTERS
from tui.rendering.braille import BLANK
from tui.rendering.charset import in_encoding, in_font
from tui.rendering.layout import lay
from tui.sections import sections

ROOT = Path(__file__).parents[2]
ASCII = in_encoding("ascii")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Çırağan Palace — “Dolmabahçe”", 'Ciragan Palace -- "Dolmabahce"'),
        ("Умєров", "Umyerov"),
        ("Щорс", "Shchors"),
        ("Ærø, Łódź, Straße", "Aero, Lodz, Strasse"),
        ("Παπανδρέου", "Papandreoy"),
        ("a · b", "a | b"),
        ("10² ½ ≤ 3 €", "10^2 1/2 <= 3 EUR"),
        ("中文", "??"),
        ("plain", "plain"),
    ],
)
def test_a_text_is_told_in_the_nearest_letters(written, shown):
    assert ASCII.text(written) == shown


@pytest.mark.parametrize("sign", SIGNS, ids=lambda each: each.word)
def test_a_sign_has_its_twin(sign):
    assert ASCII.text(f"{sign.glyph} 4") == f"{sign.ascii} 4"


@pytest.mark.parametrize(
    "text", ["Çırağan", "Щ ½ ² ﬁ", "中文 🇺🇦 e\u0301\u0302", "█▁⣿ ├─▸ ◂─┤", "a\u0301"]
)
def test_what_is_laid_out_keeps_its_cells(text):
    shown = ASCII.cells(text)
    assert shown.isascii()
    assert len(shown) == cell_len(text)


def test_no_number_becomes_another_one():
    """A twin that is too wide is not cut to its first figure."""
    assert ASCII.cells("½ ² №") == "? ? ?"


def test_every_sign_of_a_drawing_has_a_twin_as_wide_as_itself():
    assert all(len(twin) == 1 and twin.isascii() for twin in CELLS.values())
    assert all(cell_len(sign) == 1 for sign in CELLS)
    assert all((twin.isascii() and twin.islower()) or twin == "'" for twin in LETTERS.values())
    assert all(chr(code).translate(FRAMES).isascii() for code in FRAMES)


def test_a_coast_line_can_be_followed():
    assert ASCII.cells("".join(chr(BLANK | bits) for bits in (0, 0x01, 0x80, 0xFF))) == " '.:"


def test_what_an_encoding_holds_is_left_as_it_is():
    assert in_encoding("koi8-r").text("Киев · ≈ Çırağan") == "Киев · ≈ Ciragan"
    assert in_encoding("iso8859-9").text("Çırağan ≠") == "Çırağan !="
    assert in_encoding("cp1252").text("“Çırağan” …") == "“Çiragan” …"


def test_a_terminal_of_east_asia_draws_some_signs_in_two_cells():
    assert in_encoding("euc-jp").text("日本 ≠ ─") == "日本 != -"


def test_a_font_has_what_it_has():
    assert in_font(frozenset("abc ≈ç")).text("ç ≈ ≠ abc") == "ç ≈ ? abc"


def test_it_is_known_whether_a_letter_was_spelt_otherwise():
    charset = in_encoding("ascii")
    charset.text("“plain” — ≠")
    assert not charset.bent
    charset.text("ç")
    assert charset.bent
    assert not charset.lost
    charset.text("中")
    assert charset.lost


def test_keys_and_roles_are_left_as_they_are():
    row = ASCII.row(Row("ключ", (Span("Çırağan", "title", "ключ"),), signs=SIGNS[:1], keywords="ç"))
    assert (row.key, row.title) == ("ключ", (Span("Ciragan", "title", "ключ"),))
    assert (row.signs[0].glyph, row.keywords) == ("!=", "ç")


@pytest.mark.parametrize("name", ["istanbul-2025.yaml", "kenya-2008"])
def test_whole_briefs_are_laid_out_as_well_in_ascii(name):
    """No line is wider than the page, and no letter is lost: both briefs are in Latin letters."""
    charset = in_encoding("ascii")
    view = View(load(ROOT / "briefs" / name))
    for section in sections():
        for row in section.rows(view):
            blocks = charset.blocks(section.detail(view, row.key))
            for line in lay(blocks, 80):
                text = "".join(span.text for span in charset.drawn(line))
                assert text.isascii(), text
                assert len(text) <= 80
    assert not charset.lost


def test_every_letter_of_european_alphabets_is_known():
    codes = (*range(0xC0, 0x180), *range(0x386, 0x3CF), *range(0x400, 0x460))
    asked = [chr(code) for code in codes if unicodedata.category(chr(code)) in {"Lu", "Ll"}]
    assert [each for each in asked if "?" in ASCII.text(each)] == []

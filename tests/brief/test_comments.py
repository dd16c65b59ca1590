import pytest

from tui.brief.parse import parse

CUT = [
    ("title: Talks #2", "Talks #2"),
    ("title: Talks # 2", "Talks # 2"),
    ("text: talks #2 in Oslo  ", "talks #2 in Oslo"),
    ("text: We met #MeToo\r\nnote: x", "We met #MeToo"),
    ("a: {b: Item #2\n}", "Item #2"),
    ("- Round #3", "Round #3"),
    ("a: Çırağan 🕊 #2", "Çırağan 🕊 #2"),
]
WHOLE = [
    "party: ru #Russia", "when: 2025-06-02 #ok", "n: 5 #2", "text: Some text # a note",
    "text: Some text  # 2 of them", 'text: "a #2"', "url: http://x/#y", "text: |\n  A text #2",
    "#2\ntext: A text", "text: A text\n#2", "text:  # 2\n  A text", "text: A text\n  #2 a comment",
    "text: 'A b' #2",
]  # fmt: skip


@pytest.mark.parametrize(("text", "whole"), CUT)
def test_a_comment_that_cuts_a_text(text, whole):
    (problem,) = parse(text.encode(), "f").problems
    assert (problem.code, problem.severity) == ("cut", "warning")
    assert problem.repair.sentence == f"put `{whole}` in quotes"


@pytest.mark.parametrize("text", WHOLE)
def test_a_comment_that_is_one(text):
    assert parse(text.encode(), "f").problems == ()


def test_a_file_of_comments_is_read_in_a_moment():
    text = "".join(f"k{n}: A text #{n}\n" for n in range(20_000))
    assert len(parse(text.encode(), "f").problems) == 50


@pytest.mark.parametrize(
    "text",
    ["he said “we go", 'he said "we go', "“a” and “b", "«a» and «b", "„a“ und ”", '\'a "b" c" d\''],
)
def test_a_quotation_that_is_not_closed(text):
    (problem,) = parse(f"q: {text}".encode(), "f").problems
    assert (problem.code, problem.severity) == ("quotation", "warning")


@pytest.mark.parametrize(
    "text",
    [
        'he said "we" go', "5\" gun", 'צה"ל', "don't", "„a“ “b” «c»", "‘a’ b’s", '"over 472"',
        "|\n  “a\n\n  “b”", '|\n  "a"\n  "b"', "“we go.” He left.",
    ],
)  # fmt: skip
def test_a_quotation_that_is_closed(text):
    assert parse(f"q: {text}".encode(), "f").problems == ()

import pytest

from tui.brief.parse import Parsed, parse


def read(text: str, pure: bool = False) -> Parsed:
    return parse(text.encode(), "x.yaml", pure=pure)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", 2, "unfinished merge"),
        ("title: Talks: one\n", 1, "must be quoted"),
        ("a: x\n  b: y\n", 2, "no key can stand here"),
        ("a: [x: y: z]\n", 1, "a colon in it must be quoted"),
        ("a: [x, y\nb: c\n", 2, "`[` of line 1 is not closed"),
        ("a:\n\tb: c\n", 2, "tab"),
        ("a: *bold*\n", 1, "begins with `*` must be quoted"),
        ("a: & co\n", 1, "begins with `&` must be quoted"),
        ("a: *bold\n", 1, "begins with `*`, quote it"),
        ("a: @x\n", 1, "begins with `@` must be quoted"),
        ("a: !foo!x y\n", 1, "begins with `!` must be quoted"),
        ('a: "C:\\dir"\n', 1, "Windows path"),
        ("a:\n\u00a0 c: d\n  e: f\n", 3, "no key can stand here"),
        ("a:\n  c: d\n\u00a0 e: f: g\n", 3, "no-break space"),
        ('a: "x\nb: y\n', 2, "quote opened in line 1"),
        ("a: [x,\n  y\n", 2, "`[` of line 1 is not closed"),
        ("a:\n  - {b: we are #1 here}\nc: d\n", 3, "what follows ` #` there is a comment"),
        ("title: x\nstatus\nrounds: []\n", 2, "colon missing"),
        ("a:\n  b: 1\n c: 2\n", 3, "no column of the lines above"),
        ('a: "x" y\n', 1, "after the closing quote"),
        ('a: 1\nb: "x\nc: d\ne: "y"\n', 2, "closed only in line 4"),
        ("a: 1\nb: 'x\nc: it\ne: 'y'\n", 2, "closed only in line 4"),
        ('a: "x"\nb: "x" y\n', 2, "after the closing quote"),
        ('a: "x\n  y" z\n', 1, "closed only in line 2"),
        ("a: [x] y\n", 1, "after the `]`"),
        ("- a\nb: c\n", 2, "another `- `"),
        ("a:\n  - b: c\n   d: e\n", 3, "a key of the item above stands in the column of its keys"),
        ("a: - b\n", 1, "line below its key"),
        ("a: | text\n", 1, "begins on the next line"),
        ("a: 1\n...\nb: 1\n", 3, "must end"),
        ('a: "\\ud800"\n', 1, "names no character"),
        ("a: }\n", 1, "quote it"),
        (f"{'x' * 1100}: y\n", 1, "1,024 characters"),
    ],
)
@pytest.mark.parametrize("pure", [False, True])
def test_hint(text: str, line: int, words: str, pure: bool) -> None:
    found = read(text, pure=pure).problems
    assert any(words in p.message and p.place.line == line for p in found), found


def test_question_mark_in_a_list_on_the_pure_parser() -> None:
    assert read("a: [Who pays?]\n").problems == ()
    assert "`?` before the `]`" in read("a: [Who pays?]\n", pure=True).problems[0].message


def test_key_indented_with_a_no_break_space() -> None:
    assert [p.code for p in read("a: b\n\u00a0c: d\n").problems] == ["space"]

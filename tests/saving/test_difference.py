from hypothesis import given, settings
from hypothesis import strategies as st

from tui.saving.difference import difference

lines = st.lists(st.sampled_from("abcd"), max_size=12)


def write(each):
    return "".join(f"{line}\n" for line in each).encode()


def test_a_line_is_told_with_its_numbers_and_its_neighbours():
    old = [f"line {number}" for number in range(1, 11)]
    new = [*old[:4], "other", *old[5:]]
    told = [tuple(each) for each in difference(write(old), write(new))]
    assert told == [
        ("gap", None, None, ""),
        ("same", 2, 2, "line 2"),
        ("same", 3, 3, "line 3"),
        ("same", 4, 4, "line 4"),
        ("removed", 5, None, "line 5"),
        ("added", None, 5, "other"),
        ("same", 6, 6, "line 6"),
        ("same", 7, 7, "line 7"),
        ("same", 8, 8, "line 8"),
        ("gap", None, None, ""),
    ]


@settings(max_examples=300)
@given(lines, lines)
def test_what_is_told_turns_one_text_into_the_other(old, new):
    told = difference(write(old), write(new))
    numbered = {each.old: each.text for each in told if each.old}
    kept = [i for i in range(1, len(old) + 1) if i not in {e.old for e in told if not e.new}]
    added = {each.new: each.text for each in told if each.kind == "added"}
    assert all(old[number - 1] == text for number, text in numbered.items())
    rest = iter(old[number - 1] for number in kept)
    assert [added.get(n) or next(rest) for n in range(1, len(new) + 1)] == new
    for each in told:
        if each.kind == "same":
            assert old[each.old - 1] == new[each.new - 1] == each.text


@given(st.binary(), st.binary())
def test_nothing_is_told_only_of_equal_bytes_or_of_those_no_one_can_tell_apart(a, b):
    told = difference(a, b)
    assert (told == ()) == (a == b or a.decode(errors="replace") == b.decode(errors="replace"))


def test_what_no_line_shows_is_a_remark():
    def remarks(a, b):
        return [each.text for each in difference(a, b) if each.kind == "remark"]

    assert remarks(b"a\nb\n", b"a\r\nb\r\n") == ["line ends: LF → CR LF"]
    assert remarks(b"a\n", b"\xef\xbb\xbfa\n") == ["the file now has a byte order mark"]
    assert remarks(b"\xef\xbb\xbfa\n", b"a\n") == ["the file no longer has a byte order mark"]
    assert remarks(b"a\n", b"a") == ["the last line no longer ends with a line end"]
    assert remarks(b"a\n", b"b\n") == []

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.document._document import Document

from tui.editing.original import original

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
ENDS = ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x1e"]
texts = st.lists(st.sampled_from([*ENDS, "a: b", " ", "é", "\ufeff", "- x", "\ud83d\ude00"])).map(
    lambda parts: "".join(parts).encode("utf-8", "replace")
)


@given(st.one_of(st.binary(), texts))
def test_what_nobody_touched_comes_back(data):
    file = original(data)
    assert file.written(file.lines) == data
    assert file.written(list(file.lines)) == data


@given(st.one_of(st.binary(), texts))
def test_it_is_taken_apart_as_a_text_area_does(data):
    file = original(data)
    body = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    document = Document(body)
    # Textual gives a text that ends in a rare line end no empty last line; ours does.
    assert list(file.lines) in (document.lines, [*document.lines, ""])


@given(texts, st.integers(0, 50), st.sampled_from(["", "new", "ü"]))
def test_one_changed_line_changes_no_other_byte(data, at, text):
    file = original(data)
    at %= len(file.lines)
    lines = [*file.lines]
    lines[at] = text
    before = "".join(a + b for a, b in zip(file.lines[:at], file.ends[:at], strict=True))
    after = file.ends[at] + "".join(
        a + b for a, b in zip(file.lines[at + 1 :], file.ends[at + 1 :], strict=True)
    )
    bom = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
    written = file.written(lines)
    assert written == bom + f"{before}{text}{after}".encode("utf-8", "surrogateescape")


def test_a_new_line_ends_as_most_do_and_mixed_ends_stay():
    file = original(b"a\r\nb\nc\r\nd")
    assert file.mixed
    assert file.written(["a", "b", "new", "c", "d"]) == b"a\r\nb\nnew\r\nc\r\nd"
    assert file.written(["a", "b", "c", "d", "e"]) == b"a\r\nb\nc\r\nd\r\ne"


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this checkout")
def test_every_file_of_the_corpus_comes_back():
    files = [path for path in CORPUS.rglob("*.yaml") if path.is_file()]
    assert len(files) > 100
    for path in files:
        data = path.read_bytes()
        assert original(data).written(original(data).lines) == data
        lines = (*original(data).lines, "end")
        assert original(data).written(lines)[: len(data)] == data

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.brief.parse import parse
from tui.editing.piecewise import Piecewise

ROOT = Path(__file__).parents[2]
BRIEFS = sorted(ROOT.glob("briefs/**/*.yaml"))
CORPUS = ROOT.parent / "shared" / "corpus"
SNIPPETS = ["x", "\n", "  ", "- ", ": ", "'", '"', "[", "}", "#", "&a ", "*a", "|\n", "é",
            "\nid: b\n", "\ntags: [a]\n", "\n---\n", "?", "\t", "\n  \n", "-",
            "%", "\u2028"]  # fmt: skip


def test_the_briefs_are_parsed_as_at_one_stroke():
    for path in BRIEFS:
        data = path.read_bytes()
        assert Piecewise()(data, "x") == parse(data, "x")


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside this checkout")
def test_so_are_bad_inputs():
    for path in CORPUS.rglob("*.yaml"):
        if path.is_file() and path.stat().st_size < 50_000:
            data = path.read_bytes()
            assert Piecewise()(data, "x") == parse(data, "x"), path


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_so_is_what_is_typed(data):
    piecewise = Piecewise()
    text = BRIEFS[-1].read_text("utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 3))
        text = text[:at] + data.draw(st.sampled_from(SNIPPETS)) + text[at + gone :]
        assert piecewise(text.encode(), "x") == parse(text.encode(), "x")

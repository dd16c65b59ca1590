import pytest

from tui.brief.load import load
from tui.brief.shown import shown, unsafe
from tui.presentation.view import View
from tui.rendering.layout import lay
from tui.screens.problems import PROBLEMS
from tui.sections import sections


def told_by(view):
    """Every line of every record of every tab."""
    for section in (*sections(), PROBLEMS):
        for row in section.rows(view):
            yield from lay(section.detail(view, row.key), 108)


@pytest.mark.parametrize("group", ["keys", "links", "markup", "terminal", "unicode"])
def test_each_string_in_every_text_field(tmp_path, brief_of, corpus_texts, group):
    path = tmp_path / "hostile.yaml"
    for text in corpus_texts(group):
        path.write_text(brief_of([text]))
        reading = load(path)
        assert reading.usable
        assert not reading.stale
        lines = ["".join(span.text for span in line) for line in told_by(View(reading))]
        assert not any(unsafe(line) for line in lines), text
        if len(words := shown(text).split()) and len(shown(text)) < 20:
            assert any(" ".join(words) in " ".join(line.split()) for line in lines), text

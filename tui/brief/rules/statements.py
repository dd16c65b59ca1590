"""Rules about what was said."""

from collections.abc import Iterator

from tui.brief.checked import Checked, warning
from tui.brief.place import Problem


def statement_without_words(checked: Checked) -> Iterator[Problem]:
    """A statement says who spoke and not what: it has neither `quote` nor `gist`."""
    for record in checked.brief.statements:
        if not (record.quote or record.gist or record.as_written):
            message = "a statement without words: write its `quote:` or its `gist:`"
            yield warning(record, "speaker", "wordless", message)

"""Whatever a writer wrote is somewhere in the print of the whole brief."""

import re
from pathlib import Path

import pytest
import yaml

from tui.brief.load import load
from tui.presentation.view import View
from tui.rendering import layout
from tui.rendering.sections_aloud import brief_aloud
from tui.rendering.text import brief_text
from tui.sections import sections

ROOT = Path(__file__).parents[2]
NAMES = """
id parley src by via of party round rounds person who with related basis issue from venue part_of
to head actor target response_to parties agenda next exchange document maybe speaker author parent
members proposer signatories third_parties derived_from about
"""
DATES = """
asked when start end as_of agreed completed by_when due published proposed effective started at
"""
WORDS = """
status held likelihood confidence answer format track level attendance role roles list handling
precision assume within stage movement stance kind type sub_type opening languages best low high
"""
READER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""That of the program: the other one does not read a question mark within brackets."""
TOLD_OTHERWISE = {*NAMES.split(), *DATES.split(), *WORDS.split()}
"""Keys of ids, dates and words of a vocabulary: they are told as names and in words."""
MISSING: dict[str, set[tuple[str, ...]]] = {
    "istanbul-2025.yaml": set(),
    "kenya-2008": set(),
    "starter.yaml": set(),
}
"""What is not told yet; nothing is added here, and what is told may be struck out."""


def scalars(node, path=()):
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from scalars(value, (*path, key.value))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from scalars(value, path)
    elif path[-1] not in TOLD_OTHERWISE and node.value.strip():
        yield path, node.value


def is_prose(path, text, ids):
    """Whether it is neither an id nor a date under a claim's `value`."""
    return text not in ids and not (path[-1] == "value" and re.search(r"\d{4}(-\d\d|$)", text))


def folded(text):
    return re.sub(r"\s+", " ", text).strip().casefold()


def in_columns(view):
    return brief_text(view, sections(), 3000, registers=True)


def aloud(view):
    return brief_aloud(view, sections(), 0, registers=True)


@pytest.mark.parametrize("tell", [in_columns, aloud])
@pytest.mark.parametrize("name", MISSING)
def test_every_text_is_printed(name, tell, monkeypatch):
    # As wide as the longest text, so that no margin stands between its words.
    monkeypatch.setattr(layout, "MEASURE", 3000)
    path = ROOT / "briefs" / name
    reading = load(path)
    print_ = folded(tell(View(reading)))
    files = [path] if path.is_file() else sorted(path.glob("*.yaml"))
    written = [each for f in files for each in scalars(yaml.compose(f.read_text("utf-8"), READER))]
    texts = [each for each in written if is_prose(*each, reading.register.by_id)]
    assert len(texts) > (25 if name == "starter.yaml" else 400)
    missing = {
        path
        for path, text in texts
        if folded(text) not in print_ and folded(text).replace("_", " ") not in print_
    }
    assert missing <= MISSING[name]

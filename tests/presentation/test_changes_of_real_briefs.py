"""Whatever changed, it can be told, drawn and written down."""

import json
from pathlib import Path
from random import Random

import pytest
import yaml

from tui.brief.diff import reading_changes
from tui.brief.load import load
from tui.presentation.view import View
from tui.rendering.changes import changes_text
from tui.rendering.data import changes_json

ROOT = Path(__file__).parents[2]
BRIEFS = sorted(each for each in (ROOT / "briefs").iterdir() if each.suffix in {".yaml", ""})
ISTANBUL = ROOT / "briefs/istanbul-2025.yaml"
FILE = Path("brief.yaml")


def check(old, new):
    changes = reading_changes(old, new)
    text = changes_text(View(old), View(new), changes, 70)
    assert text.count("\n") > len(changes)
    assert "None" not in text
    assert not any(line.endswith(": ") for line in text.splitlines())
    assert len(json.loads(changes_json(changes))) == len(changes)


@pytest.mark.parametrize("path", BRIEFS, ids=lambda path: path.name)
def test_a_brief_against_an_empty_one(path):
    full, empty = load(path), load(FILE, None, {FILE: b"parley: 1\nid: a\ntitle: A\n"})
    check(full, empty)
    check(empty, full)


def edit(tree, random):
    """Change a third of what stands at the end of branches, or drop it."""
    if isinstance(tree, dict):
        kept = {key: edit(each, random) for key, each in tree.items() if random.random() > 0.03}
        return kept or tree
    if isinstance(tree, list):
        return [edit(each, random) for each in tree if random.random() > 0.1]
    other = (tree, tree, tree, f"{tree} more", tree[::-1], "2031", "several", "")
    return random.choice(other)


@pytest.mark.parametrize("seed", range(8))
def test_a_brief_edited_everywhere(seed):
    random = Random(seed)
    tree = edit(yaml.load(ISTANBUL.read_bytes(), yaml.BaseLoader), random)
    text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    new = load(FILE, None, {FILE: text.encode()})
    assert new.usable
    check(load(ISTANBUL), new)
    check(new, load(ISTANBUL))

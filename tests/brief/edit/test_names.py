"""Names and their texts in a file of one's own: everything else of it stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.brief.edit.names import renamed, with_name, without_name
from tui.brief.edit.source import parsed
from tui.brief.edit.verify import bare
from tui.brief.place import Problem

FILE = "config.yaml"
ORDER = ("library", "theme", "filters", "keys")
CONFIG = b"""\
# mine
library: ~/briefs   # where they are
filters:            # by `p`
  # of Kyiv
  Kyiv: by:ua ceasefire   # often

  "two words: or so": 'party:ru'
keys: {journey.dossier: [d, f7]}
"""


def kept(data, name, text):
    return with_name(data, FILE, ("filters", name), text, ORDER)


def said(data):
    return bare(parsed(data, FILE).node).get("filters", {})


def test_a_new_one_stands_below_the_others_and_no_other_byte_changes():
    after = kept(CONFIG, "Late", "is:stale")
    assert after == CONFIG.replace(b"'party:ru'\n", b"'party:ru'\n  Late: is:stale\n")


def test_a_known_one_gets_another_text():
    after = kept(CONFIG, "Kyiv", "by:ua truce")
    assert after == CONFIG.replace(b"by:ua ceasefire", b"by:ua truce")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"filters:\n  Late: is:stale\n"),
        (b"# library: ''\n", b"# library: ''\nfilters:\n  Late: is:stale\n"),
        (b"# no end", b"# no end\nfilters:\n  Late: is:stale\n"),
        (b"# a\r\n", b"# a\r\nfilters:\r\n  Late: is:stale\r\n"),
        (b"theme: dusk\n", b"theme: dusk\nfilters:\n  Late: is:stale\n"),
        (b"keys: {a: b}\n", b"filters:\n  Late: is:stale\nkeys: {a: b}\n"),
        (b"filters: {}\n", b"filters: {Late: is:stale}\n"),
    ],
)
def test_the_first_one_makes_its_place(before, after):
    assert kept(before, "Late", "is:stale") == after


def test_another_name_stands_where_the_old_one_stood():
    after = renamed(CONFIG, FILE, ("filters", "Kyiv"), "Київ: both")
    assert next(iter(said(after).items())) == ("Київ: both", "by:ua ceasefire")
    assert after.replace('"Київ: both"'.encode(), b"Kyiv") == CONFIG


def test_a_name_that_is_taken_or_gone_is_refused():
    taken = renamed(CONFIG, FILE, ("filters", "Kyiv"), "two words: or so")
    assert isinstance(taken, Problem)
    assert "already" in taken.message
    for gone in (
        renamed(CONFIG, FILE, ("filters", "nobody"), "x"),
        without_name(CONFIG, FILE, ("filters", "nobody")),
        without_name(b"", FILE, ("filters", "Kyiv")),
    ):
        assert isinstance(gone, Problem)


def test_one_is_taken_away_with_the_end_of_its_line_alone():
    after = without_name(CONFIG, FILE, ("filters", "Kyiv"))
    assert after == CONFIG.replace(b"  Kyiv: by:ua ceasefire   # often\n", b"")


def test_the_last_one_takes_its_key_along_also_where_nothing_else_is():
    assert without_name(b"theme: dusk\nfilters:\n  a: b\n", FILE, ("filters", "a")) == (
        b"theme: dusk\n"
    )
    assert without_name(b"# mine\nfilters:\n  a: b\n", FILE, ("filters", "a")) == b"# mine\n"
    assert without_name(b"filters: {a: b}", FILE, ("filters", "a")) == b""


def test_nothing_is_written_in_what_cannot_be_read():
    broken = b"filters: {a: b\n"
    assert isinstance(kept(broken, "x", "y"), Problem)
    assert isinstance(without_name(broken, FILE, ("filters", "a")), Problem)


WORDS = st.text(min_size=1, max_size=12).filter(lambda text: text.strip() == text)


@settings(deadline=None, max_examples=60)
@given(WORDS, WORDS, WORDS)
def test_whatever_is_written_is_read_back_or_refused(name, text, other):
    after = kept(CONFIG, name, text)
    if isinstance(after, Problem):
        return
    assert said(after) == said(CONFIG) | {name: text}
    if name in said(CONFIG):
        return
    moved = renamed(after, FILE, ("filters", name), other)
    if not isinstance(moved, Problem):
        assert said(moved) == said(CONFIG) | {other: text}
    gone = without_name(after, FILE, ("filters", name))
    assert isinstance(gone, Problem) or gone == CONFIG

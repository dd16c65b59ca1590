from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.brief.load import load
from tui.saving.merge import Clash, Merged, merge

PATH = Path("brief.yaml")
HEAD = "parley: 1\nid: a\ntitle: T\n"
BRIEFS = Path(__file__).parents[2] / "briefs"


def block(key, told):
    return f"  - id: {key}\n    title: {told}\n    note: the same\n    # why\n"


def flow(key, told):
    return f"  - {{id: {key}, title: {told}, note: the same}}\n"


def text(records, write=block, section="rounds"):
    body = "".join(write(*each) for each in records.items())
    return f"{HEAD}{section}:\n{body}" if body else HEAD


def rounds(data):
    return {each.id: each.title for each in load(PATH, contents={PATH: data}).brief.rounds}


KEYS = [f"r{number}" for number in range(8)]


@st.composite
def edited(draw):
    """A base, what each side does to records of its own, and what both together give."""
    base = dict.fromkeys(draw(st.lists(st.sampled_from(KEYS), min_size=1, unique=True)), "old")
    mine, theirs, both = dict(base), dict(base), dict(base)
    for key in base:
        side = draw(st.sampled_from([None, mine, theirs]))
        if side is not None:
            told = draw(st.sampled_from(["new", "newer", None]))
            for state in (side, both):
                if told is None:
                    del state[key]
                else:
                    state[key] = told
    for side, name in ((mine, "m"), (theirs, "t")):
        added = {f"{name}{i}": "added" for i in range(draw(st.integers(0, 2)))}
        where = draw(st.integers(0, len(side)))
        items = list(side.items())
        items[where:where] = added.items()
        side.clear()
        side.update(items)
        both |= added
    return base, mine, theirs, both


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edited(), st.sampled_from([block, flow]), st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_changes_of_different_records_come_together(states, write, newline, bom):
    base, mine, theirs, both = states
    mark = b"\xef\xbb\xbf" if bom else b""
    datas = [mark + text(s, write).replace("\n", newline).encode() for s in (base, mine, theirs)]
    result = merge(*datas, PATH)
    if all(states[:3]):  # the last record takes the name of its list along
        assert isinstance(result, Merged), result
    if isinstance(result, Merged):
        assert rounds(result.data) == both
        assert result.data.startswith(mark)
        assert result.data.count(b"\n") == result.data.count(newline.encode())


@settings(max_examples=60, deadline=None)
@given(edited(), st.sampled_from(KEYS))
def test_different_changes_of_one_record_clash_and_name_it(states, key):
    base, mine, theirs, _ = states
    base, mine, theirs = base | {key: "old"}, mine | {key: "ours"}, theirs | {key: "others"}
    result = merge(*(text(each).encode() for each in (base, mine, theirs)), PATH)
    assert isinstance(result, Clash)
    assert result.keys == (f"rounds/{key}",)


@settings(max_examples=100, deadline=None)
@given(st.binary(), st.binary())
def test_where_one_side_did_nothing_the_other_is_the_result_whatever_it_is(base, x):
    assert merge(base, x, base, PATH).data == x
    assert merge(base, base, x, PATH).data == x
    assert merge(base, x, x, PATH).data == x


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("ab:- \n{}#é\r", max_size=30), min_size=3, max_size=3))
def test_whatever_is_in_the_texts_the_answer_is_one_of_the_two(texts):
    assert isinstance(merge(*(each.encode() for each in texts), PATH), Merged | Clash)


def test_each_side_is_told_what_it_changed():
    base = text({"r1": "old", "r2": "old"})
    mine = base.replace("title: T", "title: U").replace("title: old", "title: new", 1)
    theirs = base + "  - {id: r3, title: added}\n"
    result = merge(base.encode(), mine.encode(), theirs.encode(), PATH)
    assert set(result.mine) == {"brief/title", "rounds/r1"}
    assert result.theirs == ("rounds/r3",)


@pytest.mark.parametrize(
    ("mine", "theirs", "key"),
    [
        ("title: U", "title: V", "brief/title"),
        ("title: T\noverview: {bluf: one}", "title: T\noverview: {bluf: two}", "overview/bluf"),
        ("title: T\nmine: 1", "title: T\nmine: 2", "brief/extra"),
    ],
)
def test_the_head_clashes_field_by_field(mine, theirs, key):
    texts = (HEAD.replace("title: T", each).encode() for each in ("title: T", mine, theirs))
    assert merge(*texts, PATH).keys == (key,)


def test_fields_of_the_head_come_together():
    base = HEAD + "rounds: [{id: r1}]\ntags: [x]\n"
    mine, theirs = base.replace("title: T", "title: U"), base.replace("[x]", "[y]")
    merged = merge(base.encode(), mine.encode(), theirs.encode(), PATH)
    assert merged.data == mine.replace("[x]", "[y]").encode()


def test_a_mistake_that_neither_side_made_is_no_merge():
    people = "people:\n  - {id: p, name: P}\nstatements:\n  - {id: s, gist: g}\n"
    base = HEAD + people
    mine = base.replace("  - {id: p, name: P}\n", "  - {id: q, name: Q}\n")
    theirs = base.replace("gist: g", "gist: g, speaker: p")
    result = merge(base.encode(), mine.encode(), theirs.encode(), PATH)
    assert isinstance(result, Clash)
    assert "together they make a mistake" in result.message


@pytest.mark.parametrize("broken", [0, 1, 2])
def test_a_text_that_cannot_be_read_is_not_merged_and_it_is_said_which(broken):
    texts = [text({"r1": told}).encode() for told in ("a", "b", "c")]
    texts[broken] = b"a: [\n"
    whose = ("the text before", "your text", "theirs")[broken]
    assert merge(*texts, PATH).message.startswith(f"{whose} cannot be read")


def test_remarks_and_order_come_along():
    base = text({"r1": "old", "r2": "old", "r3": "old"})
    mine = base.replace("# why", "# because", 1)
    theirs = base.replace("  - id: r3", "  # the third\n  - id: r3").replace("T\n", "T  # named\n")
    merged = merge(base.encode(), mine.encode(), theirs.encode(), PATH)
    expected = theirs.replace("# why", "# because", 1)
    assert merged.data.decode() == expected


def test_a_side_that_changed_line_ends_keeps_them():
    base = text({"r1": "old", "r2": "old"})
    mine = base.replace("old", "new", 1)
    theirs = base.replace("r2\n    title: old", "r2\n    title: newer").replace("\n", "\r\n")
    merged = merge(base.encode(), mine.encode(), b"\xef\xbb\xbf" + theirs.encode(), PATH)
    expected = theirs.replace("old", "new", 1)
    assert merged.data == b"\xef\xbb\xbf" + expected.encode()


@pytest.mark.parametrize("path", sorted(BRIEFS.rglob("*.yaml")), ids=lambda path: path.stem)
def test_two_records_of_a_real_brief_come_together(path):
    base = path.read_bytes()
    lines = base.decode().split("\n")
    records = list(load(path).register.by_key.values())
    first, last = records[0].spot.line - 1, records[-1].spot.line - 1
    mine, theirs = [*lines], [*lines]
    mine.insert(first, "# mine")
    theirs.insert(last, "# theirs")
    both = [*theirs]
    both.insert(first if first <= last else first + 1, "# mine")
    merged = merge(base, "\n".join(mine).encode(), "\n".join(theirs).encode(), path)
    assert merged.data.decode() == "\n".join(both)

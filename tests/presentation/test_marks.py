"""Every word of what is marked stands beside its mark, in whatever is shown of a brief.

In `marked.yaml` each text of something confidential has the word Zqx in it, and no other has.
"""

import re
from pathlib import Path

import pytest

from tui.blocks import Bar, Heading, Item, Span, plain
from tui.brief.diff import reading_changes
from tui.brief.handling import Ladder
from tui.brief.load import load, load_contents
from tui.cli import run
from tui.library.documents import documents
from tui.library.listing import list_one
from tui.library.rows import row
from tui.presentation.citation import handling
from tui.presentation.dossier import dossier
from tui.presentation.header import state
from tui.presentation.marks import PARTS, mark
from tui.presentation.view import Known, View
from tui.presentation.without_marked import without_marked
from tui.rendering.changes import changes_text
from tui.sections import sections

FILE = Path(__file__).with_name("marked.yaml")
WORD = "Zqx"


@pytest.fixture(scope="module")
def view():
    return View(load(FILE))


def lines_of(value):
    """Each thing on a page that is read as one: a line, an item with its margin."""
    if isinstance(value, Span | Bar):
        yield value.text if isinstance(value, Span) else value.label
    elif isinstance(value, Item):
        yield plain((*value.value, *value.margin))
    elif isinstance(value, tuple) and value and all(isinstance(each, Span) for each in value):
        yield plain(value)
    elif isinstance(value, tuple):
        for each in value:
            yield from lines_of(each)
    elif isinstance(value, str):
        yield value


def unmarked_lines(blocks):
    """What is confidential and does not say so; a page that says so in its title does, whole."""
    title = blocks[0] if blocks and isinstance(blocks[0], Heading) else None
    if title and "confidential" in plain(title.text):
        return []
    found = (line for block in blocks for line in lines_of(block))
    return [e for e in found if WORD in e and "confidential" not in e and "⊘" not in e]


@pytest.mark.parametrize("section", sections(), ids=lambda section: section.name)
def test_in_every_tab(view, section):
    rows = section.listed(view)
    assert rows
    for each in rows:
        said = plain((*each.title, *each.subtitle, *each.trailing))
        marked = "confidential" in said or any(sign.glyph == "⊘" for sign in each.signs)
        assert WORD not in said or marked, each
        assert unmarked_lines(section.page(view, each.key)) == []


def test_in_every_dossier(view):
    for key in view.register.by_key:
        assert unmarked_lines(dossier(view, key)) == []


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("rounds/r2", "confidential: TLP"),
        ("rounds/r1", PARTS),
        ("events/e3", PARTS),
        ("sources/s1", ""),
        ("parties/ua", ""),
    ],
)
def test_a_mark_is_called_by_its_name(view, key, named):
    record = view.register.by_key[key]
    assert mark(view, record) == named
    assert [sign.word for sign in view_signs(view, key)] == ([named] if named else [])
    first = f"{named[:1].upper()}{named[1:]}; internal" if named else "Internal"
    assert handling(view, record) == first


def view_signs(view, key):
    found = (each for section in sections() for each in section.listed(view) if each.key == key)
    signs = next(found, None)
    return [sign for sign in signs.signs if sign.glyph == "⊘"] if signs else []


def test_a_brief_by_another_ladder():
    path = Path("b.yaml")
    parties = (
        "  - {id: a, name: A, confidential: TLP:RED}\n"
        "  - {id: c, name: C, confidential: TLP:CLEAR}\n"
        "  - {id: d, name: D, confidential: confidential}\n"
    )
    text = f"parley: 1\nid: b\ntitle: B\nhandling: TLP:GREEN\nparties:\n{parties}"
    ladder = Ladder(("TLP:CLEAR", "TLP:GREEN", "TLP:RED"))
    view = View(load_contents(path, {path: text.encode()}, ladder=ladder))
    parties = view.brief.parties
    assert [mark(view, each) for each in parties] == ["TLP:RED", "", "confidential"]
    assert handling(view) == "TLP:GREEN"


def test_what_was_read_before_is_judged_by_the_levels_there_are_now():
    path = Path("b.yaml")
    text = b"parley: 1\nid: b\ntitle: B\nparties: [{id: a, confidential: TLP:CLEAR}]\n"
    ladder = Ladder(("TLP:CLEAR", "TLP:RED"))
    now = load_contents(path, {path: text}, ladder=ladder)
    remembered = load_contents(path, {path: text})
    before = View(now, known={"parties/a": Known(remembered, None)}).before("parties/a")
    assert mark(before, before.brief.parties[0]) == ""


def printed(capsys, *words):
    run(["print", str(FILE), *words])
    return capsys.readouterr()


WAYS = ["", "--linear", "--about ua", "--filter ua", "--about ua --linear", "--ascii"]


@pytest.mark.parametrize("words", WAYS)
def test_on_the_first_and_the_last_line_of_what_is_printed(capsys, words):
    lines = printed(capsys, *words.split()).out.splitlines()
    assert lines[0] == lines[-1] == "INTERNAL; WITH CONFIDENTIAL PARTS"


def test_on_every_section_that_is_printed(capsys):
    text = printed(capsys).out
    for section in sections():
        assert f"{section.title.upper()}  [internal]\n" in text
    assert "WHO IS WHO  [internal]\n" in text
    assert "internal" in next(line for line in text.splitlines() if "as of" in line)


def test_in_ascii_it_is_a_letter_and_words(capsys):
    text = printed(capsys, "--ascii").out
    assert "[C confidential: TLP]" in text
    assert text.isascii()


def test_between_two_states(view):
    path = FILE
    other = load_contents(path, {path: FILE.read_bytes().replace(b"Zqx paper", b"Zqx report")})
    text = changes_text(view, View(other), reading_changes(view.reading, other), 100)
    assert text.splitlines()[0] == text.splitlines()[-1] == "INTERNAL; WITH CONFIDENTIAL PARTS"
    assert re.search(r"Zqx report.*\[confidential: x\]", text)


def test_in_the_index_and_the_list_of_briefs(view):
    for each in documents(view.reading):
        assert "internal" in each.mark
        if WORD in f"{each.title} {each.text}":
            assert "confidential" in each.mark, each
    listed = row(FILE, list_one(view.reading))
    assert "internal" in plain(listed.trailing)
    assert [sign.word for sign in listed.signs if sign.glyph == "⊘"] == ["internal"]


def test_the_header_says_it_last(view):
    assert state(view)[-1] == Span("internal", "handling")


# --- filters --------------------------------------------------------------------------------------


@pytest.mark.parametrize("filter_", ["not is:confidential", "ua not is:confidential",
                                     "not (is:confidential or is:disputed)"])  # fmt: skip
@pytest.mark.parametrize("linear", [(), ("--linear",)])
def test_a_filter_that_hides_what_is_confidential_hides_it_in_pages_too(capsys, filter_, linear):
    text = printed(capsys, "--filter", filter_, *linear)
    assert WORD not in text.out
    assert "Open issue" in text.out or "Open round" in text.out
    assert text.err.startswith("a filter is no redaction")


def test_a_verdict_on_figures_of_which_one_is_hidden_is_hidden_too():
    path = Path("b.yaml")
    hidden, shown = "{value: 3, confidential: x}", "{value: 40, by: ua}"
    measures = (
        f"{{name: a, claims: [{hidden}, {shown}], held: unresolved, why: Zqx, note: Zqx}}",
        f"{{name: b, claims: [{shown}, {shown}], held: unresolved, why: open}}",
        f"{{name: Zqx, claims: [{hidden}]}}",
    )
    events = f"[{{title: E, measures: [{', '.join(measures)}]}}]"
    text = f"parley: 1\nid: b\ntitle: B\nparties: [{{id: ua}}]\nconflict: {{events: {events}}}\n"
    whole = View(load_contents(path, {path: text.encode()}))
    (event,) = without_marked(whole).brief.conflict.events
    assert [(each.name, each.held, each.why) for each in event.measures] == [
        ("a", "", ""), ("b", "unresolved", "open"),
    ]  # fmt: skip
    assert WORD not in repr(event)


def test_a_change_of_what_is_marked_is_hidden_too():
    text = FILE.read_text("utf-8")
    path = Path("m.yaml")
    before = text.replace("value: 3, unit: planes", "value: 4, unit: planes")
    before = before.replace("name: Russia", "name: Rossiya")
    old, new = (load_contents(path, {path: each.encode()}) for each in (before, text))
    changes = {each.key: each for each in reading_changes(old, new)}
    assert set(changes) == {"events/e3", "parties/ru"}
    assert set(without_marked(View(new, changes=changes)).changes) == {"parties/ru"}


def test_a_brief_without_marks_is_itself():
    path = Path("b.yaml")
    whole = View(load_contents(path, {path: b"parley: 1\nid: b\ntitle: B\n"}))
    assert without_marked(whole) is whole


def test_what_a_page_shows_beside_it_stays(capsys):
    text = printed(capsys, "--filter", "not is:confidential", "--section", "positions").out
    assert "open stance" in text
    assert "later open" in text


def test_other_filters_show_it_with_its_mark(capsys):
    text = printed(capsys, "--filter", "Open", "--section", "positions")
    assert re.search(r"Zqx.*\[confidential", text.out)
    assert "use `parley redact`" in text.err
    assert "parley redact" not in printed(capsys).err


def test_a_row_for_a_state_is_asked_for_that_state(capsys):
    text = printed(capsys, "--filter", "status:sent kind:document", "--section", "timeline").out
    titles = [line for line in text.splitlines() if line.startswith(("Open paper", "Zqx paper"))]
    assert [each.split()[-1] for each in titles if each.startswith("Open")] == ["sent"]

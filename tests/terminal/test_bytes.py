import re
import unicodedata
from pathlib import Path

import pytest

BAD = Path(__file__).parents[3] / "shared" / "corpus" / "bad-inputs"

# What Textual itself sends: styles, cursor, modes, queries, the title of no window.
GRAMMAR = re.compile(
    rb"""
      \x1b\[ [0-9;:]* m                       # style
    | \x1b\[ [0-9;]* [HABCDGJKd]              # cursor and clearing
    | \x1b\[ \? (?:%s) [hl]                   # modes
    | \x1b\[ \? (?:2026|2048|2027) \$p        # is a mode known?
    | \x1b\[ [>=<]? [0-9;]* u                 # keyboard protocol
    | \x1b\[ > [0-9;]* [mq]
    | \x1b\[ [0-9;]* [tc]                     # size in pixels, attributes
    | \x1b\[ 0? c
    | \x1b\] 22 ; [a-z-]* (?:\x07|\x1b\\)     # shape of the pointer
    | \x1b\] 11 ; \? \x1b\\                  # what is the background?
    | \x1b P \+ q [0-9a-f]* \x1b\\
    | \x1b [78=>]
    | \r | \n
    """
    % b"|".join(b"1 7 25 1000 1002 1003 1004 1006 1015 1016 1047 1049 2004 2026 2031 2048".split()),
    re.VERBOSE,
)
SEEN = {"Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"}


def strays(sent):
    """What of the bytes sent is neither a command of Textual nor a character that is seen."""
    text = GRAMMAR.sub(b"", sent).decode("utf-8", "backslashreplace")
    # Joiners belong to the words of some scripts, and only there.
    text = re.sub("(?<=[\u0590-\u0fff])[\u200c\u200d]", "", text)
    return sorted(
        {
            f"U+{ord(c):04X}" if unicodedata.category(c) in SEEN else c
            for c in text
            if unicodedata.category(c) in SEEN and not unicodedata.name(c, "").startswith("ARABIC")
        }
    )


def see_all(one, tabs="0123456789"):
    """Open every tab, go down its list, read a page, look at the problems and the help."""
    for tab in tabs:
        if tab != "0":
            one.answers(tab)
        one.press("jj\r ")
        one.rests()
        one.press("h")
    one.answers("!")
    one.press("jj\r")
    one.rests()
    # q would only go back from the problems.
    one.press("\x11")
    assert one.exit_code() == 0


def test_the_grammar_is_that_of_an_honest_brief(terminal, istanbul):
    one = terminal(istanbul, rows=24, columns=80)
    one.sees("● live")
    see_all(one)
    assert strays(one.sent) == []
    assert b"\x1b[?1049l" in one.sent


@pytest.mark.skipif(not BAD.is_dir(), reason="the corpus is not here")
@pytest.mark.parametrize("folder", ["terminal", "unicode", "markup", "links"])
def test_no_byte_of_a_hostile_brief_reaches_the_terminal(terminal, tmp_path, folder):
    path = tmp_path / "hostile.yaml"
    path.write_text(hostile_brief(sorted((BAD / folder).glob("*.yaml"))))
    one = terminal(path, rows=24, columns=80)
    one.sees("● live")
    see_all(one)
    assert strays(one.sent) == []


def test_every_control_in_a_name_and_in_a_problem(terminal, tmp_path):
    controls = [*range(0x01, 0x20), *range(0x7F, 0xA0), 0x200B, 0x202E, 0x2066, 0xFEFF]
    escaped = "".join(f"a\\u{each:04x}" for each in controls)
    path = tmp_path / "a\x1b]0;title\x07\x9b31m\u202eb.yaml"
    path.write_text(
        f'parley: 1\nid: "{escaped}"\ntitle: "{escaped}"\n"{escaped}": x\n'
        f'rounds:\n  - {{id: r, title: "{escaped}", status: "{escaped}", when: "{escaped}"}}\n'
    )
    one = terminal(path, rows=24, columns=80)
    one.sees("● live", "<01>")
    see_all(one)
    assert strays(one.sent) == []
    assert b"<1B>" in one.sent
    assert b"title\x07" not in one.sent


@pytest.mark.skipif(not BAD.is_dir(), reason="the corpus is not here")
def test_the_library_of_all_bad_files(terminal):
    one = terminal(*sorted(each for each in BAD.iterdir() if each.is_dir()), rows=50)
    one.sees("briefs")
    one.press("G")
    one.rests()
    one.press("g" + " " * 30)
    one.rests()
    one.press("q")
    assert one.exit_code() == 0
    assert strays(one.sent) == []


def hostile_brief(files):
    """The texts of some files in every place of a brief that is drawn first."""
    told = ["parley: 1", "id: hostile"]
    quoted = [_quoted(text) for file in files for text in _texts(file)][:40]
    told += [f"title: {quoted[0]}", f"handling: {quoted[1]}", f"display_zone: {quoted[2]}"]
    told += [
        "overview: {judgments: ["
        + ", ".join(f"{{text: {q}, likelihood: {q}}}" for q in quoted)
        + "]}"
    ]
    forms = {
        "rounds": "{{id: {q}, title: {q}, status: {q}, when: {q}, venue: {q}, note: {q}}}",
        "delegations": "{{party: {q}, round: {q}, head: {q}}}",
        "statements": "{{by: {q}, text: {q}, quote: {q}, channel: {q}}}",
        "documents": "{{title: {q}, url: {q}, status: {q}}}",
        "open_questions": "{{question: {q}, why: {q}}}",
        "sources": "{{id: {q}, title: {q}, publisher: {q}, url: {q}, published: {q}}}",
        "parties": "{{id: {q}, name: {q}, kind: {q}}}",
        "people": "{{id: {q}, name: {q}, title: {q}}}",
    }
    for name, form in forms.items():
        told += [f"{name}:", *(f"  - {form.format(q=each)}" for each in quoted)]
    told += [
        "mediation: {third_parties: ["
        + ", ".join(f"{{person: {q}, roles: {q}}}" for q in quoted)
        + "]}"
    ]
    return "\n".join(told) + "\n"


def _texts(file):
    from tui.brief.nodes import Fields, Items, Text
    from tui.brief.parse import parse

    waiting = [parse(file.read_bytes(), file.name).node]
    while waiting:
        match waiting.pop():
            case Text(value) if value.strip() and len(value) < 300:
                yield value
            case Items(values):
                waiting += values
            case Fields(pairs):
                waiting += [each for pair in pairs for each in pair]


def _quoted(text):
    safe = (c if c.isascii() and c.isalnum() else f"\\U{ord(c):08x}" for c in text)
    return f'"{"".join(safe)}"'

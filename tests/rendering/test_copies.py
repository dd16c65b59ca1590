import re
import shlex
from pathlib import Path

import pytest

from tui.blocks import Code, Fact, Heading, Item, Prose, Quote, Span, Table
from tui.brief.load import load
from tui.presentation.citation import citation, handling, reference, source_line
from tui.presentation.links import all_links, links_of
from tui.presentation.view import View
from tui.rendering.copies import WIDTH, copies
from tui.rendering.ink import width_of
from tui.rendering.markdown import markdown
from tui.sections import sections

ROOT = Path(__file__).parents[2]
ISTANBUL = ROOT / "briefs/istanbul-2025.yaml"


@pytest.fixture(scope="module")
def istanbul():
    return View(load(ISTANBUL))


@pytest.fixture(scope="module")
def kenya():
    return View(load(ROOT / "briefs/kenya-2008"))


@pytest.fixture
def view(tmp_path):
    def view(text):
        path = tmp_path / "t.yaml"
        path.write_text("parley: 1\nid: t\ntitle: T\n" + text, "utf-8")
        return View(load(path))

    return view


def ways(view, key):
    section = next(s for s in sections() if any(row.key == key for row in s.rows(view)))
    return {each.key: each.text for each in copies(view, key, section.detail(view, key))}


def test_a_round_with_its_sources(istanbul):
    said = ways(istanbul, "rounds/r2")
    assert said["y"].startswith("Second round, Istanbul 2025")
    assert "│" not in said["y"]
    assert said["c"].startswith(said["y"])
    first, second, brief = said["c"].splitlines()[-3:]
    article = "Preview of the talks with four sub-headings"
    assert re.match(rf"Source: \[s000\] “\[{article}\]”, Mon 2 Jun 2025, para 1, \d", first)
    assert re.match(r"Source: \[s004\] “\[.*\]”, undated, para \d", second)
    assert brief.startswith("From: “Russia–Ukraine: second round of direct talks")
    assert brief.endswith("”, as of Mon 2 Jun 2025, 12:00 Istanbul")
    assert said["l"] == f"{ISTANBUL}#r2"
    path, _, line = said["p"].rpartition(":")
    assert "id: r2" in Path(path).read_text("utf-8").splitlines()[int(line) - 1]


def test_every_record_can_be_copied_in_every_way(istanbul, kenya):
    for view in (istanbul, kenya):
        for section in sections():
            for row in section.rows(view):
                blocks = section.detail(view, row.key)
                key = row.key if row.key in view.register.by_key else row.subject
                said = {each.key: each.text for each in copies(view, key, blocks)}
                lines = said["y"].splitlines()
                pictures = row.key.startswith("timeline/")
                assert pictures or max(width_of((Span(each),)) for each in lines) <= WIDTH
                assert said["m"].count("**") % 2 == 0, row.key


def test_a_link_leads_back_to_its_record(istanbul, kenya):
    for view in (istanbul, kenya):
        for key, record in view.register.by_key.items():
            (word,) = shlex.split(reference(view, key))
            path, _, name = word.partition("#")
            assert Path(path) == view.reading.path
            found = view.register.by_key.get(name) or view.register.find(name)
            assert found is record


def test_a_mark_goes_along(view, kenya):
    brief = view("handling: embargo\nembargo_until: 2025-06-03\nparties:\n"
                 "  - {id: ua, name: Ukraine, confidential: desk only}\n"
                 "rounds:\n  - {id: r1, title: R, confidential: desk only}\n")  # fmt: skip
    mark = "Confidential: desk only; embargo until Tue 3 Jun 2025"
    assert handling(brief, brief.register.find("r1")) == mark
    said = ways(brief, "rounds/r1")
    assert said["y"].splitlines()[0] == said["c"].splitlines()[0] == mark
    assert said["m"].splitlines()[0] == f"**{mark}**"
    assert handling(kenya) == "Internal"


def test_a_public_brief_bears_no_mark(istanbul):
    assert handling(istanbul) == ""


def test_a_source_is_cited_as_itself(kenya):
    source = kenya.register.find("kndr-docs")
    line = source_line(kenya, source)
    assert line.endswith("undated. https://rescuekenya.wordpress.com/annan-agreements-gvt-odm/")
    assert citation(kenya, source)[0] == f"Source: {line}"


def test_links_are_those_of_the_sources_where_there_are_no_own(kenya):
    own = links_of(kenya, kenya.register.find("kndr-docs"))
    assert [each.address for each in own] == [
        "https://rescuekenya.wordpress.com/annan-agreements-gvt-odm/"
    ]
    found = links_of(kenya, kenya.register.find("r2"))
    assert {each.record.key.partition("/")[0] for each in found} == {"sources"}
    assert len({each.address for each in found}) == len(found) > 1
    assert set(own) < set(all_links(kenya))


HOSTILE = "# a *b* `c` [x](javascript:y) <script> | $z$ ~q~ ![i](u) &amp; \x1b]52;c;x\a \\"


def test_nothing_of_a_brief_is_read_as_markdown():
    line = (Span(HOSTILE),)
    blocks = (
        Heading(line, level=1),
        Fact(HOSTILE, (Item(line, line),)),
        Fact("", (Item((Span("1. one"),)), Item((Span("- two"),)), Item((Span("+ three"),)))),
        Prose((Span(f"{HOSTILE}\n\n= under\n\n- item\n\n12) twelve"),)),
        Quote(HOSTILE, line, line),
        Table((line, line), ((line, line),)),
        Code(((Span("```"),), (Span("code"),))),
    )
    said = markdown(blocks)
    assert "\x1b" not in said
    assert "````\n```\ncode\n````" in said
    told = re.sub(r"````.*?````", "", said, flags=re.S)
    bare = re.sub(r"\\.", "", told)
    assert not re.search(r"[\[\]<$~`&]", bare)
    assert re.search(r"^1\\\.", re.sub(r"^- ", "", told, flags=re.M), re.M)
    assert "\n\\= under" in told
    assert "\n\\- item" in told
    assert "\n12\\) twelve" in told
    rows = [each for each in told.splitlines() if each.startswith("|")]
    assert {re.sub(r"\\.", "", each).count("|") for each in rows} == {3}


def test_facts_are_a_list_and_claims_lists_within_it(istanbul):
    said = ways(istanbul, "events/e-strikes")["m"]
    assert said.startswith("# ")
    assert re.search(r"^- \*\*[A-Z][a-z ]+:\*\* ", said, re.M)
    assert re.search(r"^  - ≠ ", said, re.M)

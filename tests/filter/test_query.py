import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.brief.load import load
from tui.filter import Query, facets, matches, parse_query, show, vocabulary
from tui.filter.flat import flat
from tui.filter.query import (
    EVERYTHING,
    FIELDS,
    RELATIONS,
    STATES,
    DateTerm,
    FieldTerm,
    StateTerm,
    Word,
    all_of,
    either_of,
    without,
)
from tui.filter.record_text import record_text
from tui.presentation.view import View

BRIEFS = Path(__file__).parents[2] / "briefs"
VIEW = View(load(BRIEFS / "istanbul-2025.yaml"))
RECORDS = tuple(facets(VIEW, record) for record in VIEW.register.by_key.values())
KNOWN = vocabulary(VIEW)


def found(text):
    query = parse_query(text, KNOWN)
    assert query.faults == ()
    records = zip(VIEW.register.by_key, RECORDS, strict=True)
    return {key for key, each in records if matches(query, each)}


def node(text):
    query = parse_query(text)
    assert query.faults == ()
    return query.node


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("  kyiv  Drone ", "kyiv drone"),
        ("kyiv and drone", "kyiv drone"),
        ("a or b c", "a or b c"),
        ("(a or b) c", "(a or b) c"),
        ("not (a b)", "not (a b)"),
        ("-a -(b or c)", "not a not (b or c)"),
        ("not not a", "a"),
        ("((a))", "a"),
        ("a (b (c))", "a b c"),
        ('"Peace  Talks"', '"peace talks"'),
        ("“Peace Talks”", '"peace talks"'),
        ('"or"', '"or"'),
        ("PARTY:UA", "party:ua"),
        ('party:"United States"', "party:united_states"),
        ("is:Single-Source", "is:single-source"),
        ("after:2025-05-20", "after:2025-05-20"),
        ('on:"2025-06-02 morning"', 'on:"2025-06-02 morning"'),
        ("Çırağan", "ciragan"),
        ("1,000", "1_000"),
        ("13:00", "13_00"),
        ("well-known", "well_known"),
    ],
)
def test_a_filter_is_read(text, shown):
    assert show(node(text)) == shown


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ("a staus:open", 3, "no field `staus`; do you mean `status`?"),
        ("or b", 1, "nothing stands before this `or`"),
        ("a (or b)", 4, "nothing stands before this `or`"),
        ("(a or )", 4, "nothing stands behind this `or`"),
        ("a or or b", 3, "nothing stands behind this `or`"),
        ("(a not)", 4, "nothing stands behind this `not`"),
        ("a ) b", 3, "this bracket closes none"),
        ("a ()", 3, "nothing stands between these brackets"),
        ("party: ua", 1, "`party:` without a value; no space stands before the value"),
        ("after:2025-06-31", 1, "2025-06 has no day 31"),
        ("x before:2025-13 y", 3, "there is no month 13"),
        ("on:yesterday", 1, "not a date; write 2025-06-02, 2025-06-02T10:00Z, 2025-05 or 2022"),
        ("is:disputd", 1, "nothing is `disputd`; do you mean `disputed`?"),
        ("status:concludd x", 1, "no status `concludd` here; do you mean `concluded`?"),
        ("party:rusia", 1, "no party `rusia` here; do you mean `ru`?"),
        ("by:medinski x", 1, "no by `medinski` here; do you mean `medinsky`?"),
        ("(" * 30 + "a", 21, "more than 20 brackets within each other"),
        ("a" * 1001, 1000, "longer than 1000 characters"),
    ],
)
def test_a_wrong_filter_says_what_is_wrong_and_hides_nothing(text, column, message):
    query = parse_query(text, KNOWN)
    assert query.faults[0] == (column, message)
    assert query.hides_nothing
    assert all(matches(query, each) for each in RECORDS)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("party:", ""),
        ("kyiv party:", "kyiv"),
        ("kyiv id:e-str", "kyiv"),
        ('kyiv "abc', "kyiv"),
        ('kyiv party:"Uni', "kyiv"),
        ("kyiv or", "kyiv"),
        ("kyiv and", "kyiv"),
        ("kyiv not", "kyiv"),
        ("kyiv -", "kyiv"),
        ("kyiv (", "kyiv"),
        ("kyiv (drone", "kyiv drone"),
        ("kyiv is:", "kyiv"),
        ("kyiv is:disp", "kyiv"),
        ("kyiv after:2", "kyiv"),
        ("kyiv after:2025-", "kyiv"),
        ("kyiv after:2025-0", "kyiv"),
        ("kyiv after:2025-06-0", "kyiv"),
        ("kyiv after:2025-06-02T1", "kyiv"),
        ("kyiv on:2025-06-02/2025-0", "kyiv"),
    ],
)
def test_what_is_half_typed_is_not_yet_there(text, left):
    query = parse_query(text, KNOWN)
    assert query.faults == ()
    assert show(query.node) == left
    assert query.notes or text.endswith("-")


def test_a_value_that_is_nowhere_and_like_none_finds_nothing_and_is_told():
    query = parse_query("party:china", KNOWN)
    assert query.notes == ((1, "no party `china` here"),)
    assert not any(matches(query, each) for each in RECORDS)
    assert parse_query("status:stalled", KNOWN).notes == ()


@pytest.mark.parametrize(
    ("text", "there", "absent"),
    [
        ("Kiev", "contacts/c-kyiv", "venues/ciragan"),
        ("kyiv", "contacts/c-kyiv", "venues/ciragan"),
        ("Ciragan", "rounds/r2", "rounds/r1"),
        ("ÇIRAĞAN", "rounds/r2", "rounds/r1"),
        ("Умєров", "delegations/delegation-ua-r2", "delegations/delegation-ru-r2"),
        ("party:russia", "delegations/delegation-ru-r2", "delegations/delegation-ua-r2"),
        ("party:rus", "delegations/delegation-ru-r2", "delegations/delegation-ua-r2"),
        ("party:Россия", "delegations/delegation-ru-r2", "delegations/delegation-ua-r2"),
        ("party:ua", "events/e-strikes", "delegations/delegation-ru-r2"),
        ("by:medinsky", "statements/st-medinsky-received", "statements/st-lavrov-value"),
        ("by:sbu", "events/e-strikes", "statements/st-lavrov-value"),
        ("by:ru", "statements/st-lavrov-value", "statements/st-sbu-attack"),
        ("source:s004 -source:s000", "sources/s004", "rounds/r2"),
        ("status:scheduled", "rounds/r2", "rounds/r1"),
        ("status:sched", "rounds/r2", "rounds/r1"),
        ("status:proposed kind:round", None, "rounds/r2"),
        ("kind:event", "events/e-strikes", "rounds/r2"),
        ("kind:memorandum", "documents/doc-ua", "rounds/r2"),
        ("kind:third-party", "third_parties/tp-us", "rounds/r2"),
        ("id:r1", "rounds/r1", "rounds/r2"),
        ("round:r1", "exchanges/pow-1000", "rounds/r2"),
        ("person:umerov", "delegations/delegation-ua-r2", "delegations/delegation-ru-r2"),
        ("venue:istanbul", "rounds/r2", "rounds/r2022-antalya"),
        ("text:kyiv", "contacts/c-kyiv", "delegations/delegation-ua-r2"),
        ("on:2025-05-16", "rounds/r1", "rounds/r2022-antalya"),
        ("after:2025-06-01", "rounds/r2", "rounds/r1"),
        ("before:2025-05-17", "rounds/r1", "rounds/r2022-nowhere"),
        ("on:2025-06 kind:round", "rounds/r2", "rounds/r1"),
        ("is:disputed", "events/e-strikes", "rounds/r2"),
        ("is:finer", "rounds/r1", "rounds/r2022-antalya"),
        ("is:single-source", "rounds/r2022-antalya", "rounds/r2"),
    ],
)
def test_what_a_filter_finds_in_the_talks_of_istanbul(text, there, absent):
    keys = found(text)
    assert there is None or there in keys
    assert absent not in keys


def test_dates_asked_side_by_side_are_asked_of_one_date(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text(
        "parley: 1\nid: a\ntitle: A\ndocuments:\n  - id: paper\n    title: Paper\n    states:\n"
        "      - {status: sent, when: 2031-03-02}\n      - {status: received, when: 2031-03-09}\n"
    )
    view = View(load(path))
    told = facets(view, view.register.by_key["documents/paper"])
    for text, passes in {
        "after:2031-03-05": True,
        "before:2031-03-05": True,
        "after:2031-03-03 before:2031-03-07": False,
        "before:2031-03-07 after:2031-03-03": False,
        "after:2031-03-03 before:2031-03-10": True,
    }.items():
        assert matches(parse_query(text), told) is passes, text


def test_a_date_that_may_lie_there_passes():
    # In February 2022, or about then.
    assert "rounds/r2022-antalya" in found("on:2022-02-20") & found("before:2022-04")
    # The round of 2 June was proposed on some day up to 28 May.
    assert "rounds/r2" in found("on:2025-05-16")
    assert "rounds/r2022-antalya" not in found("on:2023")


def test_a_delegation_has_the_date_of_its_round():
    assert "delegations/delegation-ua-r2" in found("on:2025-06-02")


def test_queries_and_facets_can_be_sent_elsewhere():
    query = parse_query("party:ua (a or after:2025)")
    assert pickle.loads(pickle.dumps(query)) == query
    assert pickle.loads(pickle.dumps(RECORDS)) == RECORDS


words = st.sampled_from(["kyiv", "drone", "ciragan", "r1", "киев", "1_000", "伊斯坦布尔"])
dates = st.sampled_from(["2025", "2025-06", "2025-05-20", "2025-05/2025-06", "2025-06-02 morning"])
terms = st.one_of(
    st.builds(Word, words, st.booleans()),
    st.builds(FieldTerm, st.sampled_from(FIELDS), words),
    st.builds(DateTerm, st.sampled_from(RELATIONS), dates),
    st.builds(StateTerm, st.sampled_from(STATES)),
)
nodes = st.recursive(
    terms,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(all_of),
        st.lists(inner, min_size=1, max_size=3).map(either_of),
        inner.map(without),
    ),
    max_leaves=6,
)


def passing(node):
    return [matches(Query(node=node), each) for each in RECORDS[::5]]


@given(nodes)
def test_a_filter_that_is_written_out_reads_the_same(node):
    assert parse_query(show(node)).node == node


@given(nodes)
def test_not_not_a_thing_is_the_thing(node):
    assert passing(without(without(node))) == passing(node)
    assert passing(without(node)) == [not each for each in passing(node)]


@given(nodes, nodes)
def test_the_order_of_and_and_or_does_not_matter(one, two):
    assert passing(all_of((one, two))) == passing(all_of((two, one)))
    assert passing(either_of((one, two))) == passing(either_of((two, one)))


@given(nodes)
def test_twice_the_same_is_once(node):
    once = passing(node)
    assert passing(all_of((node, node))) == once
    assert passing(either_of((node, node))) == once
    assert passing(all_of((node, EVERYTHING))) == once


pieces = st.sampled_from(
    ["(", ")", '"', "or", "and", "not", "-", " ", ":", "party:", "is:", "on:", "after:2025-",
     "2025-06", "staus:", "\x1b[31m", "\u202e", "é", "\ud800", "a", "_", "/", "..", "~", "“"]
)  # fmt: skip


@given(st.one_of(st.text(max_size=60), st.lists(pieces, max_size=30).map("".join)))
def test_nothing_that_can_be_typed_ends_badly(text):
    for known in (None, KNOWN):
        query = parse_query(text, known)
        assert all(1 <= fault.column <= len(text) + 1 for fault in (*query.faults, *query.notes))
        if not query.faults:
            assert parse_query(show(query.node)).node == query.node
        passing(query.node)


def test_what_a_record_says_is_gathered_once_for_all_states_that_keep_it(tmp_path):
    (tmp_path / "brief.yaml").write_text("parley: 1\nid: a\ntitle: A\n")
    (tmp_path / "rounds.yaml").write_text("rounds:\n  - {id: r1, title: First, venue: hall}\n")
    venues = tmp_path / "venues.yaml"
    venues.write_text("venues:\n  - {id: hall, name: Town Hall}\n")
    before = load(tmp_path)
    old = facets(View(before), before.register.by_key["rounds/r1"])
    venues.write_text("venues:\n  - {id: hall, name: Lake Palace}\n")
    after = load(tmp_path, before)
    record = after.register.by_key["rounds/r1"]
    assert record_text(record) is record_text(before.register.by_key["rounds/r1"])
    new = facets(View(after), record)
    # Its own words are kept; how others are called now is looked up.
    assert new.own == old.own
    assert matches(parse_query("lake venue:palace -town"), new)
    assert matches(parse_query("town"), old)


@given(st.text(max_size=40))
def test_flat_is_flat(text):
    assert flat(flat(text)) == flat(text)

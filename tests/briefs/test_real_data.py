"""Tables of others as briefs: 1,000 events of UCDP GED, and what The Economist gathered."""

import csv
import json
import sys
from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from tui.analysis.compare import Kind, compare
from tui.brief.load import load
from tui.brief.walk import ClaimedField, facts
from tui.presentation.figures import format_quantity
from tui.presentation.view import View
from tui.rendering.layout import lay
from tui.sections.conflict import detail, rows

DATA = Path(__file__).parents[2] / "../shared/data"
GED = DATA / "ucdp/ucdp-ged-sample-1000.csv"
GATHERED = DATA / "economist/soldier-deaths-casualties-estimates.csv"
RAW = DATA / "economist/raw_estimates.csv"
ABSENT = "the tables are not beside this checkout"
needs_ged = pytest.mark.skipif(not GED.is_file(), reason=ABSENT)
needs_economist = pytest.mark.skipif(not (GATHERED.is_file() and RAW.is_file()), reason=ABSENT)

WHERE = {"1": "exact", "2": "near", "3": "admin2", "4": "admin1", "6": "country", "7": "sea_air"}
"""UCDP `where_prec` in our words; 5, a line or a loose area, has none."""
WHEN = {"3": "week", "4": "month"}
"""UCDP `date_prec` in our words; 2 and 5 are some days within a range."""
VIOLENCE = {"1": "battles", "2": "battles", "3": "violence against civilians"}


def table(path):
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def whole(text):
    """`12.0` as `12`: the table came by way of a program that counts in fractions."""
    return text.replace(",", "").removesuffix(".0")


def write(path, sections):
    """A brief, a record to a line. JSON is YAML, and quotes whatever needs it."""
    lines = ["parley: 1", "id: real", "title: Real data"]
    for name, part in sections.items():
        lines.append(f"{name}:")
        groups = part.items() if isinstance(part, dict) else [("", part)]
        for key, records in groups:
            lines += [f"  {key}:"] * bool(key)
            lines += [f"  - {json.dumps(each, ensure_ascii=False)}" for each in records]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


# UCDP


def ged_when(row):
    start, end, known = row["date_start"], row["date_end"], whole(row["date_prec"])
    if known == "1" and start == end:
        return start
    written = {"start": start, "end": end, "within": True}
    return written | ({"precision": WHEN[known]} if known in WHEN else {})


def in_order(row):
    low, best, high = (Decimal(row[key]) for key in ("low", "best", "high"))
    return low <= best <= high


def ged_killed(row):
    """One figure with its bounds; three, where the table has them in an order that cannot be."""
    bounds = {key: whole(row[key]) for key in ("best", "low", "high")}
    if in_order(row):
        return bounds
    return {
        "claims": [{"value": {k: v}, "src": "ged", "note": "as UCDP"} for k, v in bounds.items()]
    }


def ged_event(row, sources, killed=ged_killed):
    site = {
        "name": row["where_coordinates"], "region": row["adm_1"], "country": row["country"],
        "precision": WHERE.get(whole(row["where_prec"]), ""),
        "lat": row["latitude"], "lon": row["longitude"],
    }  # fmt: skip
    return {
        "id": f"e{whole(row['id'])}",
        "title": f"{row['where_coordinates']}, {row['date_start']}",
        "type": VIOLENCE[whole(row["type_of_violence"])],
        "when": ged_when(row),
        "actor": f"p{whole(row['side_a_new_id'])}",
        "target": f"p{whole(row['side_b_new_id'])}",
        "places": [{"place": {key: text for key, text in site.items() if text}}],
        "casualties": {"killed": killed(row)},
        "src": ["ged", *(sources[office] for office in offices(row))],
    }


def offices(row):
    return list(dict.fromkeys(filter(None, map(str.strip, row["source_office"].split(";")))))


def ged_brief(path, table_rows, killed=ged_killed):
    names = sorted({office for row in table_rows for office in offices(row)})
    sources = {name: f"s{number}" for number, name in enumerate(names)}
    sides = {whole(row[f"side_{s}_new_id"]): row[f"side_{s}"] for row in table_rows for s in "ab"}
    return write(path, {
        "sources": [
            {"id": "ged", "kind": "dataset", "publisher": "UCDP"},
            *({"id": id_, "publisher": name} for name, id_ in sources.items()),
        ],
        "parties": [{"id": f"p{number}", "name": name} for number, name in sides.items()],
        "conflict": {"events": [ged_event(row, sources, killed) for row in table_rows]},
    })  # fmt: skip


@pytest.fixture(scope="module")
def ged():
    return table(GED)


@pytest.fixture(scope="module")
def events(ged, tmp_path_factory):
    return load(ged_brief(tmp_path_factory.mktemp("ged") / "ged.yaml", ged))


def pairs(reading, ged):
    """Each event beside the row it came from."""
    rows = {f"e{whole(row['id'])}": row for row in ged}
    return [(event, rows[event.id]) for event in reading.brief.conflict.events]


@needs_ged
def test_every_event_is_read_without_a_problem(events, ged):
    assert events.problems == ()
    assert len(events.brief.conflict.events) == len(ged) == 1000
    assert len(events.brief.parties) == len({r[f"side_{s}_new_id"] for r in ged for s in "ab"})
    assert len(events.brief.sources) == 1 + len({name for row in ged for name in offices(row)})
    assert not any(each.extra for each in events.brief.conflict.events)


@needs_ged
def test_every_bound_is_the_table_s(events, ged):
    for event, row in pairs(events, ged):
        told = event.casualties.killed.values
        for name in ("low", "best", "high"):
            found = {getattr(each, name) for each in told} - {None}
            assert found == {Decimal(row[name])}, (row["id"], name)


@needs_ged
def test_dates_are_as_well_known_as_in_the_table(events, ged):
    words = {"1": "day", "2": "day", "3": "week", "4": "month", "5": "day"}
    for event, row in pairs(events, ged):
        when, known = event.when.values[0], whole(row["date_prec"])
        first, last = when.start.earliest.date(), (when.end.latest - timedelta(1)).date()
        start, end = (date.fromisoformat(row[f"date_{name}"]) for name in ("start", "end"))
        assert when.precision == words[known]
        assert first <= start <= end <= last
        assert known in WHEN or (first, last) == (start, end)
        assert when.within == (known != "1")


@needs_ged
def test_who_and_where(events, ged):
    for event, row in pairs(events, ged):
        sides = (event.actor, event.target)
        actor, target = (events.register.find(each.values[0]) for each in sides)
        assert (actor.name, target.name) == (row["side_a"], row["side_b"])
        place = event.places[0].place
        assert (place.lat, place.lon) == (row["latitude"], row["longitude"])
        assert place.precision == WHERE.get(whole(row["where_prec"]), "")
        named = {events.register.find(ref.id).publisher for ref in event.src}
        assert named == {"UCDP", *offices(row)}


@needs_ged
def test_bounds_out_of_order_are_an_error_each_and_a_dispute_where_they_are_claims(
    events, ged, tmp_path
):
    odd = [row for row in ged if not in_order(row)]
    assert len(odd) == 13

    def plainly(row):
        return {key: whole(row[key]) for key in ("best", "low", "high")}

    reading = load(ged_brief(tmp_path / "odd.yaml", odd, plainly))
    assert [p.message for p in reading.problems if "not in that order" not in p.message] == []
    assert len({p.place.line for p in reading.problems}) == reading.errors == 13

    view = View(events)
    for row in odd:
        part = events.register.find(f"e{whole(row['id'])}").casualties
        (killed,) = (fact for fact in facts(part, ()) if fact.field == "killed")
        assert view.verdict(killed).kind is Kind.DISPUTE


@needs_ged
def test_every_event_has_its_row_and_its_page(events, ged):
    view = View(events)
    made = tuple(row for row in rows(view) if row.key != "conflict/map")
    assert [row.key for row in made] == [each.key for each in events.brief.conflict.events]
    assert len({row.key for row in made}) == 1000
    sources = {f"events/e{whole(row['id'])}": row for row in ged}
    for row, source in ((each, sources[each.key]) for each in made):
        for width in (40, 80):
            page = laid(view, row, width)
            if in_order(source):
                best, low, high = (f"{int(whole(source[k])):,}" for k in ("best", "low", "high"))
                assert (best if low == best == high else f"{best} ({low}–{high})") in page


def laid(view, row, width):
    lines = lay(detail(view, row.key), width)
    return " ".join(" ".join(span.text for span in line) for line in lines)


@needs_ged
def test_twice_the_events_cost_twice_the_work(ged, tmp_path):
    few, many = (
        calls(View(load(ged_brief(tmp_path / f"{count}.yaml", ged[:count]))))
        for count in (250, 1000)
    )
    assert many < 4 * few * 1.3


def calls(view):
    """Function calls that rows and all their pages take: work, whatever else the machine does."""
    count = 0

    def note(frame, event, arg):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        for row in rows(view):
            lay(detail(view, row.key), 80)
    finally:
        sys.setprofile(before)
    return count


# The Economist


def gathered_bounds(row):
    names = {"best": "estimate", "low": "estimate_low", "high": "estimate_high"}
    return {name: whole(row[key]) for name, key in names.items() if row[key]}


def gathered_claims():
    """(measure, source, day, bounds as written) of the table people keep by hand."""
    for row in table(GATHERED):
        day = datetime.strptime(row["date"], "%d/%m/%Y").date().isoformat()
        yield f"{row['country']} {row['type']}", row["source"].strip(), day, gathered_bounds(row)


def raw_claims():
    """The same of the table with a line for each bound."""
    found = defaultdict(dict)
    names = {"estimate": "best", "estimate_low": "low", "estimate_high": "high"}
    for row in table(RAW):
        key = (f"{row['country']} {row['source_type']}", row["source"], row["date"])
        found[*key, row["source_id"]][names[row["estimate_type"]]] = whole(row["estimate"])
    for (measure, source, day, _), bounds in found.items():
        yield measure, source, day, bounds


def estimates_brief(path, claims):
    sources = {
        name: f"s{number}" for number, name in enumerate(dict.fromkeys(c[1] for c in claims))
    }
    measures = defaultdict(list)
    for measure, source, day, bounds in claims:
        measures[measure].append({"value": bounds, "src": sources[source], "when": day})
    return write(path, {
        "sources": [{"id": id_, "publisher": name} for name, id_ in sources.items()],
        "conflict": {"measures": [{"name": n, "claims": c} for n, c in measures.items()]},
    })  # fmt: skip


@pytest.fixture(scope="module", params=[gathered_claims, raw_claims])
def estimates(request, tmp_path_factory):
    claims = list(request.param())
    path = estimates_brief(tmp_path_factory.mktemp("economist") / "estimates.yaml", claims)
    return load(path), claims


@needs_economist
def test_every_estimate_is_read_with_its_bounds(estimates):
    reading, claims = estimates
    assert reading.problems == ()
    wanted = defaultdict(list)
    for measure, source, day, bounds in claims:
        wanted[measure].append((source, day, *(bounds.get(k) for k in ("low", "best", "high"))))
    for measure in reading.brief.conflict.measures:
        found = []
        for claim in measure.claims:
            start = claim.when.start
            numbers = (claim.value.low, claim.value.best, claim.value.high)
            found.append((
                reading.register.find(claim.src[0].id).publisher,
                f"{start.year}-{start.month:02}-{start.day:02}",
                *(None if number is None else str(number) for number in numbers),
            ))  # fmt: skip
        assert sorted(found, key=str) == sorted(wanted.pop(measure.name), key=str)
    assert not wanted


@needs_economist
def test_open_bounds_are_told_as_open(estimates):
    reading, _ = estimates
    for measure in reading.brief.conflict.measures:
        for claim in measure.claims:
            low, best, high = claim.value.low, claim.value.best, claim.value.high
            match low is None, best is None, high is None:
                case False, True, True:
                    told = f"at least {low:,}"
                case True, True, False:
                    told = f"at most {high:,}"
                case False, True, False:
                    told = f"{low:,}–{high:,}"
                case True, False, True:
                    told = f"{best:,}"
                case _:
                    told = f"{best:,} ({low:,}–{high:,})"
            assert format_quantity(claim.value) == told
            assert format_quantity(claim.value, "people") == f"{told} people"


@needs_economist
def test_both_kinds_of_open_bound_are_in_the_table():
    shapes = [set(bounds) for *_, bounds in gathered_claims()]
    assert (shapes.count({"low"}), shapes.count({"high"})) == (14, 2)


@needs_economist
def test_many_sources_of_one_quantity_compare_whatever_their_order(estimates):
    reading, _ = estimates
    random = Random(4)
    for measure in reading.brief.conflict.measures:
        claims = list(measure.claims)[:60]
        found = verdict(reading, measure, claims)
        assert found.kind in {Kind.DISPUTE, Kind.INCOMPARABLE}  # in each, sources differ
        random.shuffle(claims)
        again = verdict(reading, measure, claims)
        assert (again.kind, again.note) == (found.kind, found.note)
        assert sorted(p[2:] for p in again.pairs) == sorted(p[2:] for p in found.pairs)


def verdict(reading, measure, claims):
    claimed = replace(measure.figures, claims=tuple(claims))
    fact = ClaimedField(measure, "claims", claimed, ())
    return compare(fact, reading.register, reading.brief.aliases)


@needs_economist
def test_pairs_dispute_only_where_no_number_fits_both(estimates):
    reading, _ = estimates
    for measure in reading.brief.conflict.measures:
        claims = measure.claims[:60]
        found = {
            (i, j): (kind, note) for i, j, kind, note in verdict(reading, measure, claims).pairs
        }
        for (i, one), (j, other) in combinations(enumerate(claims), 2):
            kind, note = found.get((i, j), (Kind.AGREE, ""))
            if not apart(one.value, other.value):
                bounded = None not in (*one.value.bounds, *other.value.bounds)
                both = {Kind.FINER, Kind.COMPATIBLE} if bounded else {Kind.COMPATIBLE}
                assert kind in ({Kind.AGREE} if one.value == other.value else both)
            elif one.when == other.when:
                assert (kind, note) == (Kind.DISPUTE, "")
            else:
                said = {
                    (Kind.INCOMPARABLE, "said at different times"),
                    (Kind.DISPUTE, "the later count is lower"),
                }
                assert (kind, note) in said


def apart(one, other):
    (low, high), (floor, top) = one.bounds, other.bounds
    return (high is not None and floor is not None and high < floor) or (
        top is not None and low is not None and top < low
    )


@needs_economist
def test_each_measure_has_its_row_and_its_page(estimates):
    reading, _ = estimates
    view = View(reading)
    made = rows(view)
    assert len(made) == len(reading.brief.conflict.measures)
    for row, measure in zip(made, reading.brief.conflict.measures, strict=True):
        page = laid(view, row, 120)
        for claim in measure.claims:
            assert format_quantity(claim.value) in page


# --- as series, read from the tables themselves ----------------------------------------------


def series_of(tmp_path, source, text, **fields):
    """A series that reads a copy of a table, with the problems in it."""
    (tmp_path / "t.csv").write_bytes(source.read_bytes() if text is None else text.encode())
    told = "".join(f", {name}: {value}" for name, value in fields.items())
    path = tmp_path / "brief.yaml"
    path.write_text(
        "parley: 1\nid: b\ntitle: B\nconflict:\n  series:\n"
        f"    - {{id: s, name: S, file: t.csv{told}}}\n"
    )
    reading = load(path)
    return reading, reading.brief.conflict.series[0].rows


def bounds_of(point):
    return tuple(None if n is None else float(n) for n in (point.value.low, point.value.best,
                                                            point.value.high))  # fmt: skip


def floats(row, *names):
    return tuple(float(row[n].replace(",", "")) if row[n] else None for n in names)


@needs_economist
@pytest.mark.parametrize("kind", ["deaths", "casualties"])
@pytest.mark.parametrize("land", ["russia", "ukraine"])
def test_a_series_of_what_the_economist_gathered_keeps_every_bound(tmp_path, kind, land):
    reading, points = series_of(
        tmp_path, GATHERED, None, dates="day/month/year",
        columns="{value: estimate, low: estimate_low, high: estimate_high}",
        only=f"{{country: {land}, type: {kind}}}",
    )  # fmt: skip
    rows = [r for r in table(GATHERED) if (r["country"], r["type"]) == (land, kind)]
    names = ("estimate_low", "estimate", "estimate_high")
    rows = [row for row in rows if any(row[name] for name in names)]
    assert [problem.code for problem in reading.problems if problem.code != "row"] == []
    read = [point for point in points if point.value]
    assert [bounds_of(point) for point in read] == [floats(row, *names) for row in rows]
    assert [point.source for point in read] == [row["source"].strip() for row in rows]
    days = [datetime.strptime(row["date"], "%d/%m/%Y") for row in rows]
    assert [point.when.start.earliest for point in read] == days


@needs_ged
def test_a_series_of_events_keeps_every_bound_that_holds_its_figure(tmp_path):
    reading, points = series_of(tmp_path, GED, None)
    rows = table(GED)
    assert len(points) == len(rows)
    assert {problem.code for problem in reading.problems} == {"value"}
    wrong = {problem.place.line for problem in reading.problems}
    for point, row in zip(points, rows, strict=True):
        low, best, high = floats(row, "low", "best", "high")
        if point.spot.line in wrong:
            assert not low <= best <= high
            assert all(row[name] in point.value.as_written for name in ("low", "best", "high"))
        else:
            assert bounds_of(point) == (low, best, high)
        assert point.when.start.earliest.date().isoformat() == row["date_start"]
        assert point.when.end.earliest.date().isoformat() == row["date_end"]


@pytest.mark.skipif(not (DATA / "war-losses").is_dir(), reason=ABSENT)
def test_a_series_of_daily_losses(tmp_path):
    found = json.loads((DATA / "war-losses/russia_losses_personnel.json").read_text())
    text = "date,personnel\n" + "".join(f"{row['date']},{row['personnel']}\n" for row in found)
    reading, points = series_of(tmp_path, None, text, columns="{value: personnel}")
    assert reading.problems == ()
    assert [int(point.value.best) for point in points] == [row["personnel"] for row in found]
    page = detail(View(reading), "series/s")
    assert any(type(block).__name__ == "Curve" for block in page)
    assert len(lay(page, 100)) < 120

"""An account of both articles: which record carries each of their sentences."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tui.brief.load import load
from tui.brief.reading import Reading
from tui.brief.refs import SourceRef

ROOT = Path(__file__).parents[2]
ARTICLES = {
    "s000": ROOT / "../shared/sources/000_13a42dc89075e6ff.txt",
    "s004": ROOT / "../shared/sources/004_e20452ebdffaccc4.txt",
}

# paragraph.sentence | what it says | records that carry it (`path = text that is in the record`)
ACCOUNT = {
    "s000": """
1.1 | talks due Monday, both teams there | r2.when = 1000 GMT on Monday; r2.note; c-arrivals
2.1 | second round, 1000 GMT, Çırağan | r2.when = 1000 GMT; r2.venue = ciragan;
    r2.status = scheduled
3.1 | Fidan chairs; senior officials of three | tp-fidan = chair; r2.level = senior_officials;
    fidan
3.2 | MIT director to attend | tp-kalin = slated to attend; kalin.title = Director of MIT; mit
4.1 | 2022: Antalya and Istanbul | r2022-antalya; r2022-istanbul; conflict.started;
    tp-tr-2022 = convener
5.1 | May: first talks in 3+ years | r1.significance = First negotiations;
    conflict.duration = more than
5.2 | 16 May, Dolmabahçe Palace | r1.when = day=16; r1.venue = dolma-palace
6.1 | 1,000 each; views on ceasefire; go on | r1.outcome.agreed = in detail;
    r1.outcome.agreed = to go on; r1.outcome.agreed = 1,000 prisoners; pow-1000.per_side = 1000;
    pow-1000.agreed = day=16
6.2 | both announce swap done 25 May | pow-1000.completed = day=25; pow-1000.status = completed
7.1 | actors pleased, press interested | st-actors = pleased; r1 = widely covered
8.1 | heading: mediation goes on | tp-tr = mediator
9.1 | Fidan to Moscow 26–27, Kyiv 29–30 | c-moscow.when; c-kyiv; tp-tr
10.1 | met Putin, Lavrov, officials | c-moscow = putin; c-moscow = lavrov; c-moscow = high-level
11.1 | Fidan on Russia's preference | st-fidan-venue = common understanding;
    stance-venue-ru = fidan
12.1 | Lavrov values the chance | st-lavrov-value = possible again
13.1 | 28 May: Lavrov's proposal; attention | st-lavrov-proposal = 2 June; r2.proposed = day=28;
    r2 = attention
14.1 | memorandum ready, causes | st-lavrov-memorandum = root causes; doc-ru.states = prepared;
    st-lavrov-explain = necessary; st-lavrov-thanks; medinsky.title = adviser;
    delegation-ru-r2.head = medinsky; stance-papers-ru; stance-settlement-ru; doc-ru.scope
15.1 | official: draft received | st-official-received = maybe='medinsky';
    doc-ua.states = received; doc-ua.scope
16.1 | Medinsky: two languages | st-medinsky-languages = English; st-medinsky-received;
    doc-ua = 'en', 'uk'; medinsky.title = adviser; delegation-ru-r2.head = medinsky
16.2 | language no issue; press has it | st-medinsky-languages = no obstacle;
    st-medinsky-media = Western
17.1 | position announced at talks | st-medinsky-position = at the talks; doc-ru; stance-papers-ru
18.1 | heading: minister leads | delegation-ua-r2.head = umerov; umerov.title = Defence Minister
19.1 | then Kyiv, working visit | c-kyiv = working visit
20.1 | met both; call for peace; press | c-kyiv = zelenskyy; c-kyiv-press = sybiha;
    st-fidan-peace = lasts; c-kyiv = sybiha; zelenskyy.title = President; sybiha.title;
    stance-settlement-tr
20.2 | good relations; progress if they stay | st-fidan-progress = good terms
21.1 | wanted the memorandum first | st-ua-memo-first = second round; stance-papers-ua; doc-ru
22.1 | no proposal, some progress | st-zelenskyy-none = ceasefire;
    st-zelenskyy-progress = at least some; stance-settlement-ua = progress
23.1 | open list of four | delegation-ua-r2.rosters = bevz; delegation-ua-r2.rosters = diakov;
    bevz.title = Adviser; diakov.title = Naval; kyslytsya.title = 'Deputy Foreign Minister';
    ua-op; ua-navy; umerov.title; delegation-ua-r2.head
24.1 | heading: Trump | st-trump-pledge
25.1 | pledge, twice | st-trump-pledge = candidate; stance-settlement-us; trump.title = President
26.1 | US officials' calls | c-us-calls = unnamed='Russian officials'; c-us-calls.when = day=16;
    tp-us
27.1 | 19 May call; talks at once | c-trump-putin.when; c-trump-putin.outcome = at once;
    st-trump-call
28.1 | Russia slow; displeased | st-trump-slow = displeased
29.1 | Truth Social, crazy, airstrikes | st-trump-crazy = gone crazy.; e-airstrikes
30.1 | not informed; massive; overload | st-ru-informed = informed enough;
    st-ru-massive = massive; st-ru-emotional = emotional overload.;
    e-cities.characterised_as = massive
31.1 | Zelenskyy's way of talking | st-trump-zelenskyy = manner
32.1 | White House hopes | st-white-house = it is our hope; white-house
32.2 | and believes | st-white-house = that meeting is going to take place.
33.1 | US presence unclear | tp-us; q-us = United States
34.1 | heading: fighting intensifies | conflict = intensify
35.1 | attacks late Saturday and Sunday | e-weekend.when = late Saturday and Sunday
36.1 | SBU: 40 bombers, 4,300 km | st-sbu-attack = large-scale;
    e-strikes.measures.aircraft = Decimal('40'); e-strikes.measures.distance = 4300;
    e-strikes.actor = sbu; e-strikes.places; sbu
37.1 | four airfields | st-sbu-airfields = Dyagilevo and Belaya;
    e-strikes.measures.airfields = Decimal('4'); e-strikes.places;
    st-sbu-airfields = Olenya, Ivanovo
38.1 | ministry speaks later Sunday | st-mod-terrorist = later Sunday; ru-mod
39.1 | five airfields, regions | e-strikes.measures.airfields = Decimal('5');
    st-mod-terrorist = Ryazan and Amur; e-strikes.places;
    st-mod-terrorist = Murmansk and Irkutsk, Ivanovo
39.2 | their words for it | st-mod-regime = Kiev regime.;
    e-strikes.characterised_as = terrorist attacks
40.1 | repelled; fire; near launches | st-mod-repelled = were repelled,;
    st-mod-fire = pieces of aircraft; st-mod-fire = close to; e-strikes.places = repelled;
    e-strikes.measures.aircraft = caught fire
41.1 | some detained | st-mod-detained = detained,; e-strikes.measures.participants = some
""",
    "s004": """
1.1 | Monday afternoon, 2nd since 2022, Çırağan | r2.when = part='afternoon'; r2.venue = ciragan;
    tp-fidan.role_as_written = leading the mediation effort; r2 = since 2022
2.1 | 1 p.m., live opening | r2.when = 1 p.m.; r2.openness = live;
    tp-fidan.role_as_written = chair
2.2 | MIT head takes part | tp-kalin.role_as_written = expected to participate;
    kalin.title = head of MIT; tp-tr = mediator
3.1 | continued role; May a success | tp-tr.role_as_written = continued role; r1.outcome = success
4.1 | Russian roster | delegation-ru-r2.rosters = galuzin; delegation-ru-r2.rosters = kostyukov;
    delegation-ru-r2.head = medinsky; medinsky.title = Russian president; galuzin.title = Deputy;
    delegation-ru-r2.rosters = fomin; fomin.title = Defence; kostyukov.title = Chief; gru
5.1 | Ukrainian roster, closed | delegation-ua-r2.rosters = list='closed';
    delegation-ua-r2.rosters = poklad; poklad.title = Security Service;
    luhovskyi.title = First deputy; umerov.title; kyslytsya.title = First Deputy;
    delegation-ua-r2.rosters = luhovskyi; ua-fis
6.1 | 16 May, office, swap, later done | r1.when = day=16; r1.venue = dolma-office;
    r1.outcome.agreed; pow-1000 = 1,000 for 1,000; pow-1000.completed = subsequent days
6.2 | no wider result, positions only | r1.outcome.not_agreed = negotiating position
7.1 | 30 days first / progress first | stance-ceasefire-ua = 30 days;
    stance-ceasefire-ru = Progress; cf-30.days = 30; stance-ceasefire-ru = before any ceasefire
8.1 | Sunday's operation | e-strikes.when = Sunday; e-strikes.text = nuclear-capable;
    e-strikes.actor = 'ua'
8.2 | 472, response, record | e-drone-wave.measures.UAVs = 472;
    e-drone-wave.response_to = unresolved; e-drone-wave.text = most drones; st-af-drones = 472;
    ua-af
9.1 | Putin: framework first | st-putin-memorandum = outline; stance-framework-ru;
    doc-ru.states = announced
9.2 | Kyiv waits; Moscow has Ukraine's | st-ua-awaiting = over the weekend;
    doc-ru.states = not received; st-medinsky-received = Sunday; doc-ua.states = medinsky;
    medinsky.title = negotiator
10.1 | highest level, nearly 3 years | r2.significance = highest-level;
    conflict.duration = nearly three
""",
}


class Row(NamedTuple):
    source: str
    sentence: str
    path: str
    text: str


def rows() -> list[Row]:
    found = []
    for source, table in ACCOUNT.items():
        for line in table.strip().replace("\n    ", " ").splitlines():
            sentence, _, carriers = (part.strip() for part in line.split("|"))
            for carrier in carriers.split(";"):
                path, _, text = carrier.partition(" = ")
                found.append(Row(source, sentence, path.strip(), text.strip()))
    return found


@cache
def reading() -> Reading:
    return load(ROOT / "briefs/istanbul-2025.yaml")


def find(path: str) -> Any:
    name, *steps = path.split(".")
    found: Any = reading().register.find(name) or getattr(reading().brief, name, None)
    for step in steps:
        if isinstance(found, tuple):
            found = next((each for each in found if each.name.split()[0] == step), None)
        else:
            found = getattr(found, step)
    return found


def parts(value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, tuple):
        for each in value:
            yield from parts(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from parts(getattr(value, each.name))


def cited(value: Any) -> set[tuple[str, str]]:
    return {(ref.id, ref.at) for ref in parts(value) if isinstance(ref, SourceRef)}


def citing(path: str) -> set[tuple[str, str]]:
    """What a record or field cites; a field that cites nothing rests on its record's sources."""
    return cited(find(path)) or cited(find(path.rpartition(".")[0] or path))


def paragraphs(source: str) -> list[str]:
    if not ARTICLES[source].exists():
        pytest.skip("the articles are not here")
    lines = ARTICLES[source].read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip()]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.source}-{row.sentence}-{row.path}")
def test_a_record_carries_the_sentence(row: Row) -> None:
    assert (found := find(row.path)), f"{row.path} is not in the brief"
    assert (row.source, f"para {row.sentence.split('.')[0]}") in citing(row.path)
    assert row.text in repr(found)


@pytest.mark.parametrize("source", ARTICLES)
def test_every_sentence_is_accounted_for(source: str) -> None:
    end = re.compile(r"(?:(?<=[.?!])|(?<=[.?!][”\"]))\s+(?=[A-Z“\"])")
    there = {
        f"{n}.{m}"
        for n, paragraph in enumerate(paragraphs(source), 1)
        for m, _ in enumerate(end.split(paragraph), 1)
    }
    assert {row.sentence for row in rows() if row.source == source} == there


def test_quotes_are_verbatim_and_in_quotation_marks() -> None:
    text = {source: paragraphs(source) for source in ARTICLES}
    quoted = [(each.quote, cited(each.src)) for each in reading().brief.statements if each.quote]
    refs = [ref for ref in parts(reading().brief) if isinstance(ref, SourceRef) and ref.quote]
    quoted += [(ref.quote, {(ref.id, ref.at)}) for ref in refs]
    assert len(quoted) > 15
    for quote, places in quoted:
        read = [text[source][int(at.split()[1]) - 1] for source, at in places]
        assert any(re.search(f'[“"]{re.escape(quote)}[”"]', each) for each in read), quote


def test_every_record_but_the_writers_own_cites_a_source() -> None:
    ours = {"judgments", "watch", "issues", "sources"}
    known = reading().register.by_id.items()
    facts = {name: record for name, (section, record) in known if section not in ours}
    assert [name for name, record in facts.items() if not cited(record)] == []


def test_each_side_names_its_airfields() -> None:
    named: dict[str, list[str]] = {"sbu": [], "ru-mod": []}
    for site in find("e-strikes").places:
        named[site.by.id].append(site.place.region or site.place.name)
    assert sorted(named["sbu"]) == ["Belaya", "Dyagilevo", "Irkutsk", "Ivanovo", "Olenya"]
    assert sorted(named["ru-mod"]) == ["Amur", "Irkutsk", "Ivanovo", "Murmansk", "Ryazan"]


def test_the_brief_is_clean() -> None:
    assert [f"{each.place}: {each.message}" for each in reading().problems] == []

"""What people write for the keys and words of the format, and what these are called here.

Guesses and words are folded, as `spelling.fold` does it. Where a guess has several right answers
they stand in order, and the first that the map or the vocabulary has is meant. What could mean two
things of one vocabulary is left out; no word of handling is ever guessed.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any

from tui.brief.spelling import fold, nearest

_KEYS = """
role: roles title | post, function, office, job, job_title, rank, position: title
positions, views, demands: stances | stance, view, demand, wants, claim, opinion: position
date, time, datetime, day, dated, on: when published as_of by_when asked
start, starts, begin, begins, beginning, start_date, since, start_time: start started from effective
from_date: from start | end, ends, ending, until, till, end_date, finish, end_time: end to ended
to_date: to end
updated, as_at, cutoff, cut_off, last_updated, information_date, current_as_of: as_of
short, abbr, acronym, short_name, short_title, initials, code: abbreviation aliases
name: title person name question | heading, headline, label, caption: title name question text
full_name, display_name, called: name title | title: name question
location, venue, site, held_at, where, locations, sites: venue place places where city
place: venue where places | hall, building, room, premises: venue name
town, municipality: city | nation, state: country region | country, nationality: country of
description, desc, details, detail, body, narrative: text gist scope question note
content, contents: text gist provisions note | text, message, words: text gist question value
summary, abstract, bottom_line, executive_summary, key_message: bluf gist text scope overview
explanation, background, info, remark, remarks, comment, comments, notes, memo: note
source, sources, ref, refs, reference, references, cite, citation, citations, evidence: src sources
bibliography, literature, reading: sources | sourced_from, read_in, according_to_source: src
outlet, newspaper, media, agency, website_name, organisation_name, magazine: publisher
writer, written_by, drafted_by, drafter, authors, prepared_by: author by
published_on, publication_date, pubdate, pub_date, issued: published
retrieved, retrieved_on, read_on, accessed_on, access_date, seen: accessed
url, website, web, uri, href, link, links, homepage, webpage, address: url link
language, lang, locale, tongue: lang languages | languages: lang
path, attachment, filename, file_name, document_file, copy: file
members, member, participants, attendees, delegates, team, roster: members rosters who
roster_list, member_list, lists: rosters
deadline, due_date, due, by_date, before, needed_by: by_when due
bluf, overview, in_brief: bluf overview
key_judgments, key_judgements, judgements, assessments, assessment, conclusions: judgments outcome
watchlist, watch_list, watch_for, indicators, to_watch, signposts, watch_points: watch indicator
indicator, sign, signs, signal, signals, signpost, trigger: indicator
messages, lines_to_take, talking_point, points_to_make: talking_points
probability, chance, odds, likely: likelihood | certainty, sureness: confidence
based_on, grounds, rests_on, because: basis why | assumptions, assumption, assuming: assumes
reason, rationale, justification: why why_it_matters
importance, relevance: why_it_matters significance
settled_by, resolved_by, how_to_settle, would_answer: would_settle
questions, unknowns, gaps, open_issues, openquestions, unanswered: open_questions issues
question, problem, issue_name, ask: question title
timezone, time_zone, tz, zone, home_zone: zone display_zone
latitude, y: lat | longitude, lng, long, x: lon
admin1, province, oblast, district, governorate, county: region
who, said_by, spoken_by, quoted, spokesman, spokesperson, speakers: speaker by who actor
speaker, claimed_by, according_to, claimant, asserted_by, voice, source_of_claim: by speaker
by, from, author: speaker author by proposer actor who party publisher
on_behalf, for_whom, representing, behalf: on_behalf_of
through, relayed_by, passed_on_by, channelled_by: via channel
medium, means, platform: channel kind
audience, addressee, recipient, addressed_to, recipients: to for
quotation, quoted_words, verbatim, exact_words: quote as_written
wording, original, original_text, original_wording, source_text: as_written
paraphrase, meaning, substance, said: gist
state, status, situation, condition: status states
history, statuses, states, progress: status states
type, sort, category, class, nature: kind type | kind: type kind
subtype, sub_kind, sub_event_type: sub_type
number, no, nr, num, round_number, round_no, sequence: n count per_side value
value, amount, count, figure, quantity, total, how_many, estimate: value count per_side best
min, minimum, lower, lowest, at_least: low | max, maximum, upper, highest, at_most: high
units, measured_in, unit_of_measure: unit | approximate, about, roughly, circa: approx
verb, what_happened, action: predicate
dead, deaths, fatalities, fatality, died: killed | injured, injuries, hurt: wounded
disappeared, missing_persons: missing | refugees, idps, evacuated: displaced
victims, losses, toll, casualty: casualties | figures, numbers, counts, statistics: measures series
topics, topic_list, agenda_items, items, issues_discussed, discussed: agenda
topic, subject, theme, matter: issue about title
result, results, outcomes, conclusion, came_of_it: outcome
agreements, agreed_on, agreement, settled: agreed documents
disagreed, not_settled, disagreements, unresolved, open_points: not_agreed
postponed, put_off, delayed: deferred | next_round, next_meeting, follow_up, following: next
mode, modality, setting, arrangement: format | tier: level track
chair, leader, led_by, chief, head_of_delegation, headed_by, chaired_by: head
side, delegation_of, sent_by: party side | meeting, session, talks, at_round, negotiation: round
affiliation, member_of, belongs_to, organization, organisation, org, employer, party: of party
parent_organization, part, within, belongs, located_in, inside: part_of parent of
alias, aka, also_known_as, other_names, alt_names, spellings, alternative_names: aliases
translations, name_by_language, native_names, names_in_other_languages: names
birth, birthdate, date_of_birth, birthday, birth_date: born | seat: capital
interests, motive, why_they_want_it: interest
red_lines, redline, redlines, non_negotiable: red_line
terms, prerequisites, preconditions, provided_that: conditions | flexible, leeway: flexibility
shift, change, trend: movement
persons, individuals, persona, humans, personalities: people
orgs, organisations, institutions, bodies, agencies: organizations
actors, countries, sides, conflict_parties, belligerents: parties actor
places, venue_list: venues places | meetings, sessions, negotiations, round_list: rounds
papers, texts, agreements_and_papers, docs: documents
quotes, quotations, remarks_made, speeches: statements
swaps, prisoner_exchanges, prisoner_swaps: exchanges
third_parties, mediators, facilitators: third_parties mediation
calls, visits, contact: contacts | offers, suggestions, initiatives: proposals
incidents, attacks, happenings, violence: events conflict | truces, cease_fires, truce: ceasefires
data, datapoints, data_points, values, observations: points
classification, marking, confidentiality, visibility, sensitivity: handling confidential
format_version, schema, schema_version: parley | identifier, key, uid, slug: id
labels, keywords, categories, tag: tags categories
verdict, decision, resolved: held answer | response, reply, reaction: answer response_to
answers, replies, reactions: responses
in_response_to, answer_to, retaliation_for, caused_by: response_to
perpetrator, attacker, responsible, actor_name: actor | victim, targets, struck, attacked: target
signed_by, signers, signatures, signed: signatories | witnesses, guarantors: third_parties
articles, clauses, paragraphs, points: provisions points
article, clause, para, paragraph, page, pages: at
batches, stages, waves, phases: tranches | with_whom, counterpart, counterparts, met: with
duration, length, lasts: days duration | announced: declared
in_force, entered_into_force, effect: effective
proposed_by, initiator, initiated_by: proposer proposed by
attended, presence, present: attendance | substitute_for, instead_of, stands_in_for: replaces
delta, correction_of, corrected, replaces_figure: corrects
embargo, embargoed_until, embargo_end: embargo_until | precise, accuracy: precision
"""

_OF_ONE = """
Statement: about=about, author=speaker, name=speaker, person=speaker, subject=about, topic=about
Statement: text=gist, content=gist, party=speaker, type=channel, kind=channel, medium=channel
Source: name=publisher title, source=publisher, date=published, time=published, by=author
Source: site=publisher, party=of, copy_of=origin
Document: by=author, from=author, description=scope, subject=scope, about=scope, status=states
Document: party=author, date=when, content=provisions
SourceRef: source=id, src=id, page=at, para=at, paragraph=at, where=at, text=quote, location=at
Reference: name=unnamed, description=unnamed, who=id, party=of, role=unnamed
Proposal: title=text, name=text, description=text, date=when, author=by, proposer=by
Event: name=title, by=actor, who=actor, party=actor, date=when, description=text, summary=text
Event: location=places, place=places, where=places, venue=places, deaths=casualties, quote=text
Contact: participants=who, people=who, party=who, by=who, subject=about, topic=about, to=with
Contact: location=place, where=place, venue=place, person=who, from=who, name=title, result=outcome
Exchange: number=per_side, count=per_side, name=title, type=kind
Ceasefire: name=title, by=proposer, party=proposer, start=effective, duration=days, length=days
Delegation: members=rosters, participants=rosters, team=rosters, people=rosters, of=party
Delegation: country=party
Delegation: side=party, leader=head, meeting=round, at=round
Round: participants=parties, delegations=parties, sides=parties, number=n, topics=agenda, name=title
Round: who=parties, actors=parties, members=parties, issues=agenda, location=venue
Person: role=title, post=title, position=title, party=of, country=of, organization=of, name_in=names
Member: name=person, id=person, who=person, position=title, post=title, function=role
Issue: name=title, text=title, question=title, type=kind, of=parent, part_of=parent
Stance: text=position, by=by, actor=party, side=party, topic=issue, date=when, demand=position
Judgment: judgment=text, judgement=text, statement=text, sources=basis, evidence=basis
Watch: date=by_when, when=by_when, title=text, name=text, what=text, until=by_when
OpenQuestion: title=question, text=question, name=question, why=why_it_matters, date=asked
OutcomeItem: title=text, name=text, description=text, what=text, party=by
Response: from=party, actor=party, who=party, status=answer, response=answer, reply=answer
Tranche: number=count, date=when, location=where, place=where, party=by, amount=count
ThirdParty: role=roles, who=person, country=party, organization=party, name=person, function=roles
Venue: title=name, location=city, town=city, parent=part_of, within=part_of, timezone=zone
Party: code=aliases, short=aliases, abbreviation=aliases, type=kind, role=stance, title=name
Organization: party=of, country=of, short=abbreviation, code=abbreviation, parent=of, type=kind
Measure: unit=claims, value=claims, figure=claims, title=name, verdict=held
Measure: values=claims, figures=claims
Series: source=by, values=points, data=points, title=name, columns_of=columns, table=file, csv=file
Claim: who=by, speaker=by, said_by=by, author=by, person=by, party=by, actor=by, text=value
Claim: quote=as_written
Claim: date=when, said=when, amount=value, figure=value, number=value, original=as_written
Provision: title=text, topic=issue, subject=issue, article=at, number=at
Characterisation: quote=text, words=text, who=by, speaker=by
Location: place=name, title=name, city=name, province=region
Site: location=place, name=place, where=place, site=place, what=outcome, result=outcome
Overview: summary=bluf, text=bluf, key_points=talking_points, judgements=judgments
Status: date=when, state=status, who=by, time=when, word=status, since=when
Brief: date=as_of, summary=overview, name=title, source=sources, zone=display_zone, version=parley
"""
"""Where the right key depends on the map: its class, then guess and key."""

_WORDS = """
planned, foreseen, set, upcoming, arranged, future, fixed: scheduled expected announced
held, over, happened, took_place, met: concluded
done, finished, complete, carried_out, implemented, fulfilled, executed: concluded completed
ended, closed: concluded ended completed
took_part, attended, attending, there, participated: present
ongoing, in_progress, running, continuing, current, begun, started: under_way in_force
active, in_effect, effective, holding, observed: in_force under_way
canceled, called_off, abandoned: cancelled | broke_down, broken_off, broken_down: collapsed
paused, interrupted: adjourned stalled | suspended, on_hold, halted, blocked: stalled
put_off, delayed: postponed deferred | invited: expected
suggested, offered, floated: proposed | missing, no_show, away, did_not_attend: absent
substituted, stood_in_for: replaced | written, drafted, ready, finalised, finalized: prepared
in_draft, being_drafted, draft: drafting draft | transmitted, dispatched: sent
tabled: presented | debated, considered, talked_about: discussed
adopted, approved, concurred, consented: agreed accepted accepted_with_conditions
accepted: agreed | confirmed, true, correct: accepted
refused, declined, turned_down, denied, no, dismissed: rejected
unreceived, never_received, not_yet_received: not_received
revoked, recalled, pulled: withdrawn retracted
outdated, obsolete, replaced_by_another, replaced: superseded moot
yes: accepted
conditional, conditionally, yes_but, with_conditions: accepted_with_conditions
pending, no_answer, unanswered, no_response, silence: none open
unknown, ambiguous, vague: unclear unresolved
prolonged, renewed, continued: extended | broken, breached, breach: violated
lapsed, ran_out, run_out: expired
proclaimed, announced: declared
disputed, contradictory, contradicted, contested: conflict disputed
undecided, open, undetermined: unresolved
country, government, nation, nation_state: state
militia, rebels, rebel_group, insurgents, guerrilla, armed_movement, paramilitary: armed_group
alliance, bloc: coalition | ngo, igo, international_organization, institution: organization
combatant, warring_party, fighter, conflict_party, party_to_the_conflict: belligerent
mediating, mediates, mediation: mediator | ally, backer, patron: supporter
observing, watcher: observer
hosting, hosts, host_country: host | convenor, convening: convener
chairing, chairman, chairperson: chair
facilitating, facilitation: facilitator | guaranteeing: guarantor | monitoring: monitor
donating: donor
mou, memo, aide_memoire: memorandum | accord, deal, treaty, pact, settlement: agreement
edict, executive_order, order: decree | plan, road_map, timetable: roadmap
news, news_article, newspaper, story, news_story: article
agency, news_agency, wire_report, newswire, dispatch: wire
tweet, social_media, facebook, toot, social_media_post, telegram_post, x_post: post
video, tv, television, radio, podcast: broadcast | website, webpage, page, web_page, online: web
data, database, table, spreadsheet: dataset | release, communique, news_release: press_release
diplomatic_cable: cable | minutes, notes, readout: meeting_note | study: report
pow, pows, prisoners_of_war, captives, prisoner: prisoners
remains, dead, corpses, fallen: bodies | kids, minors: children | injured, hurt: wounded
phone, phone_call, telephone, telephone_call, phone_conversation, video_call: call
trip, travel, journey: visit | talks, consultation, consultations, encounter: meeting
press_conference, briefing, press_briefing: news_conference
letter, text_message, note: message letter
face_to_face, in_person: direct | virtual, remote, video, videoconference, by_video: online
three_way, tripartite, three_sided: trilateral | many_sided, multiparty: multilateral
shuttle_diplomacy: shuttle | proximity_talks: proximity | track_1, track_i, i, one, official: 1
track_1.5, one_and_a_half, semi_official: 1.5 | track_2, track_ii, ii, two, unofficial, informal: 2
leader, chief, head_of_delegation, chief_negotiator, lead: head
deputy, deputy_leader, vice_head, deputy_chief: deputy_head
delegate, participant, negotiator: member participant
advisor, counsellor, aide: adviser | translator: interpreter | spokesman, spokeswoman: spokesperson
full, total, comprehensive, complete_ceasefire, unconditional: general
limited, local, sectoral: partial
one_sided: unilateral | probable, probably: likely | improbable, improbably: unlikely
highly_likely, highly_probable, very_probable: very_likely
highly_unlikely, highly_improbable: very_unlikely
almost_certainly, nearly_certain, virtually_certain: almost_certain
remote_chance, remote: almost_no_chance
even, even_chance, fifty_fifty, 50_50, roughly_even_odds, toss_up, roughly_even: roughly_even_chance
medium, middle, mid, average, fair: moderate | strong: high | weak: low
resolved, settled, solved: answered completed | partially, in_part, partly_answered: partly
irrelevant, overtaken: moot | said, explicit, declared_openly, on_record: stated
guessed, assumed, implied: inferred
harder, tougher, stiffened: hardened | softer, eased, relaxed: softened
unchanged, constant, no_change: same
exhaustive, complete_list: closed | incomplete, provisional: open partly_done
partial, partially_done, partly_completed, partially_completed: partly_done partial partly
day_month_year, dd/mm/yyyy, dmy: day/month/year | month_day_year, mm/dd/yyyy, mdy: month/day/year
iso, iso_8601, yyyy_mm_dd, ymd: year_month_day
"""


def right_key(owner: type[Any], key: str, known: Collection[str]) -> str:
    """The key of a map of a class that was meant by another key; "" where none is plain."""
    guess = fold(key)
    own = (_of_one().get((each.__name__, guess), ()) for each in owner.__mro__)
    found = next((each for each in own if each), ()) or _table(_KEYS).get(guess, ())
    return next((each for each in found if each in known), "") or nearest(key, known)


def right_word(word: str, known: Collection[str]) -> str:
    """The word of a vocabulary that was meant by another word; "" where none is plain."""
    guess = fold(word)
    folded = {fold(each): each for each in known}
    found = (folded[each] for each in (guess, *_table(_WORDS).get(guess, ())) if each in folded)
    return next(found, "") or nearest(word, known)


@cache
def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    """Guess → the right answers, in order."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for row in text.replace("|", "\n").split("\n"):
        guesses, _, right = row.partition(":")
        for guess in guesses.split(","):
            found[guess.strip()] += tuple(right.split())
    return found


@cache
def _of_one() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Class and guess → the right answers, in order."""
    return dict(_rows_of_one())


def _rows_of_one() -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    for row in filter(None, _OF_ONE.split("\n")):
        owner, _, pairs = row.partition(":")
        for pair in pairs.split(","):
            guess, _, right = pair.partition("=")
            yield (owner, guess.strip()), tuple(right.split())

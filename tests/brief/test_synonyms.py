"""What people write for a key or a word, and what the reader then says they meant."""

import inspect
from dataclasses import fields
from typing import get_args

import pytest

from tui.brief import model, synonyms
from tui.brief.claims import Claim, Claimed
from tui.brief.fields import Words
from tui.brief.refs import Location, Reference, SourceRef
from tui.brief.spelling import fold
from tui.brief.synonyms import right_key, right_word
from tui.brief.value import Value

CLASSES = {
    cls.__name__: cls
    for module in vars(model).values()
    for cls in (vars(module).values() if inspect.ismodule(module) else [module])
    if inspect.isclass(cls) and issubclass(cls, Value) and cls is not Value
} | {cls.__name__: cls for cls in (Claim, Claimed, Location, Reference, SourceRef)}

KEYS = """
Round date when · Round location venue · Round place venue · Round participants parties
Round state status · Round type · Round topics agenda · Round number n · Round result outcome
Round name title · Round description note · Round comments note · Round ref src
Person role title · Person post title · Person position title · Person country of
Person affiliation of · Person aka aliases · Person full_name name · Person date_of_birth born
Party short aliases · Party type kind · Party role stance · Party timezone zone
Organization short abbreviation · Organization code abbreviation · Organization acronym abbreviation
Organization country of · Organization description note
Venue latitude lat · Venue lng lon · Venue town city · Venue location city · Venue parent part_of
Source date published · Source name publisher · Source outlet publisher · Source link url
Source language lang · Source retrieved accessed · Source by author
Statement by speaker · Statement author speaker · Statement text gist · Statement date when
Statement quotation quote · Statement audience to · Statement topic about · Statement sources src
Event date when · Event name title · Event description text · Event location places
Event perpetrator actor · Event victim target · Event figures measures · Event deaths casualties
Casualties dead killed · Casualties injured wounded · Casualties refugees displaced
Ceasefire duration days · Ceasefire start effective · Ceasefire end ended
Ceasefire terms conditions
Exchange type kind · Exchange number per_side · Exchange batches tranches · Exchange name title
Document status states · Document signers signatories · Document clauses provisions
Delegation members rosters · Delegation country party · Delegation leader head
Delegation meeting round · Member name person · Member post title · ThirdParty role roles
Positions positions stances · Positions questions issues · Stance demand position
Stance topic issue · Stance redline red_line · Stance interests interest
Overview summary bluf · Overview judgements judgments · Overview watch_list watch
Watch deadline by_when · Watch date by_when · Watch signs indicator
Judgment probability likelihood · Judgment evidence basis · Judgment certainty confidence
OpenQuestion title question · OpenQuestion deadline due · Outcome disagreed not_agreed
Outcome postponed deferred · Outcome next_meeting next · Contact participants who
Contact location place · Contact subject about · Claim said_by by · Claim wording as_written
Claim min · Claim units unit · Claimed verdict held · Claimed reason why · SourceRef page at
Brief date as_of · Brief timezone display_zone · Brief meetings rounds · Brief papers documents
Brief quotes statements · Brief questions open_questions · Brief bibliography sources
Status date when · Status who by · Response reply answer · Series values points · Point date when
"""
WORDS = """
Round status: planned scheduled · held concluded · ongoing under_way · canceled cancelled
Round status: put off postponed · finished concluded · broke down collapsed · Scheduled scheduled
Round format: virtual online · face to face direct · tripartite trilateral
Round track: official 1 · Track II 2
Exchange status: done completed · in progress under_way · suspended stalled · partial partly_done
Exchange kind: POWs prisoners · kids children · remains bodies
Ceasefire status: active in_force · breached violated · announced declared · over
Document states: drafted prepared · adopted agreed · refused rejected · never received not received
Document kind: MoU memorandum · treaty agreement
Source kind: news article · tweet post · agency wire · website web
Party kind: country state · rebels armed_group
Party stance: combatant belligerent
Contact kind: phone call call · letter message · press conference news_conference
Judgment likelihood: probable likely · improbable unlikely · highly probable very likely
Judgment likelihood: even chance roughly even chance
Judgment confidence: medium moderate
Response answer: yes accepted · no rejected · conditional accepted_with_conditions
Member role: translator interpreter · leader head
Member attendance: attended present · missing absent
OpenQuestion status: resolved answered · unanswered open
Stance movement: unchanged same · softer softened
Roster list: complete · exhaustive closed
"""


def keys_of(cls):
    return [each.name.rstrip("_") for each in fields(cls)]


def rows(table):
    for line in table.strip().splitlines():
        head, _, rest = line.partition(":")
        for each in (rest or line).split("·"):
            yield (*head.split(), *each.split()) if rest else tuple(each.split())


def words_of(cls, name):
    """The vocabulary of a field, or of the states it lists."""
    hint = next(each.type for each in fields(cls) if each.name == name)
    return next(vocabularies(hint), ())


def vocabularies(hint):
    yield from (each.known for each in getattr(hint, "__metadata__", ()) if isinstance(each, Words))
    if inspect.isclass(hint) and issubclass(hint, model.Status):
        yield from vocabularies(next(each.type for each in fields(hint) if each.name == "status"))
    for inner in get_args(hint):
        yield from vocabularies(inner)


def test_the_table_is_long_enough():
    assert len(list(rows(KEYS))) > 100


@pytest.mark.parametrize("row", list(rows(KEYS)), ids=" ".join)
def test_a_key_that_was_guessed(row):
    owner, guess, right = (*row, "")[:3]
    assert right_key(CLASSES[owner], guess, keys_of(CLASSES[owner])) == right


@pytest.mark.parametrize("line", WORDS.strip().splitlines())
def test_words_that_were_guessed(line):
    head, _, pairs = line.partition(": ")
    owner, field = head.split()
    known = words_of(CLASSES[owner], field)
    assert known
    for pair in pairs.split(" · "):
        right = max((w for w in known if pair.endswith(f" {w}")), key=len, default="")
        guess = pair.removesuffix(f" {right}") if right else pair
        assert right_word(guess, known) == right, pair


@pytest.mark.parametrize(
    "guess, key", [("Role", "title"), ("DATE", "when"), ("Job Title", "title")]
)
def test_letters_and_separators_do_not_matter(guess, key):
    assert right_key(model.Person, guess, ["title", "when"]) == key


def test_every_answer_is_a_key_or_word_of_the_format():
    """A slip in the tables would be a suggestion nobody can follow."""
    keys = {name for cls in CLASSES.values() for name in keys_of(cls)} | {"start", "end", "zone"}
    keys |= {"low", "high", "best", "approx", "precision", "claims"}
    for guess, right in synonyms._table(synonyms._KEYS).items():
        assert fold(guess) == guess
        assert set(right) <= keys, (guess, right)
    for (owner, guess), right in synonyms._of_one().items():
        assert fold(guess) == guess
        assert set(right) <= {*keys_of(CLASSES[owner]), "claims"}, (owner, guess, right)


def test_every_word_is_one_of_a_vocabulary():
    known = {
        fold(word)
        for cls in CLASSES.values()
        for each in fields(cls)
        for words in vocabularies(each.type)
        for word in words
    }
    for guess, right in synonyms._table(synonyms._WORDS).items():
        assert fold(guess) == guess
        assert set(right) <= known, (guess, right)


def test_no_word_of_handling_is_guessed():
    known = words_of(model.Brief, "handling")
    assert not [w for w in synonyms._table(synonyms._WORDS) if right_word(w, known)]

from tui.brief.claims import Claim
from tui.brief.reading import Reading
from tui.brief.refs import Reference, SourceRef
from tui.brief.roots import party_of, root_of
from tui.brief.walk import ClaimedField, facts


def test_a_root_is_a_speaker_else_an_origin(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    people: [{id: p1, name: A}]
    sources:
      - {id: s1, origin: wire}
      - {id: s2, origin: wire}
      - {id: s3}
    exchanges:
      - id: x1
        completed:
          claims:
            - {value: 2025-05-25, by: p1, src: [s1]}
            - {value: 2025-05-25, by: {unnamed: an official}, src: [s1]}
            - {value: 2025-05-25, src: [s1]}
            - {value: 2025-05-25, src: [s2]}
            - {value: 2025-05-25, src: [s3]}
            - {value: 2025-05-25}
    """
    (fact,) = facts(reading.brief.exchanges[0])
    roots = [root_of(claim, fact, reading.register) for claim in fact.claimed.claims]
    assert roots == ["nobody", "from wire", "from wire", "from s3", "by an official", "by p1"]
    around = ClaimedField(fact.owner, fact.field, fact.claimed, (SourceRef("s9"),))
    assert root_of(Claim(value=None), around, reading.register) == "from s9"


def test_the_party_of_somebody(reading: Reading) -> None:
    """
    parley: 1
    id: talks
    title: Talks
    parties: [{id: ua, name: Ukraine}]
    organizations:
      - {id: sbu, name: SBU, of: office}
      - {id: office, name: Office, of: ua}
      - {id: a, name: A, of: b}
      - {id: b, name: B, of: a}
    people:
      - {id: p1, name: One, of: sbu}
      - {id: p2, name: Two}
      - {id: p3, name: Three, of: a}
    """
    known = reading.register
    ukraine = reading.brief.parties[0]
    for who in ("ua", "sbu", "p1", ukraine, reading.brief.people[0], Reference("p1")):
        assert party_of(who, known) is ukraine
    assert party_of(Reference(unnamed="an official", of="office"), known) is ukraine
    for nobody in ("p2", "p3", "xx", None, Reference(unnamed="somebody")):
        assert party_of(nobody, known) is None

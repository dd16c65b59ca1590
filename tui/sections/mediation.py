"""The Mediation tab: third parties, their contacts, what they proposed."""

from tui.blocks import Block, Fact, Heading, Item, Row, Sign, Span, plain
from tui.brief.model import Contact, Mediation, Proposal, ThirdParty
from tui.brief.record import Record
from tui.brief.walk import facts
from tui.presentation.facts import claimed, margin, place, verdict_sign
from tui.presentation.names import contact_title, humanize, name_link, name_links, party_suffix
from tui.presentation.notes import (
    common,
    line_fact,
    names_fact,
    responses_fact,
    text_fact,
    when_fact,
    writers_fact,
)
from tui.presentation.stated import say_date, stated
from tui.presentation.view import View
from tui.section import Section


def rows(view: View) -> tuple[Row, ...]:
    """Third parties, contacts and proposals, each under its heading."""
    part = view.brief.mediation or Mediation()
    return (
        *(_third_row(view, each) for each in part.third_parties),
        *(_contact_row(view, each) for each in part.contacts),
        *(_proposal_row(view, each) for each in part.proposals),
    )


def _signs(view: View, record: Record) -> tuple[Sign, ...]:
    found = (verdict_sign(view, held) for held in facts(record, view.brief.src))
    return (*dict.fromkeys(sign for sign in found if sign), *view.signs(record))


def _third_row(view: View, record: ThirdParty) -> Row:
    who = record.person or record.party
    below = (Span(", ".join(humanize(role) for role in record.roles) or "role not told", "quiet"),)
    title = (name_link(view, who) if who else Span(record.as_written or "?"),)
    return Row(
        record.key,
        title,
        (*below, *party_suffix(view, who, title, below)),
        (Span(humanize(record.attendance), "status"),),
        _signs(view, record),
        group="Third parties",
        party=view.party_role(who) if who else "",
        spot=record.spot,
        subject=name_link(view, who).link if who else "",
    )


def _contact_row(view: View, record: Contact) -> Row:
    where = place(record.place) if record.place else ""
    parts = (stated(view, record, "when"), where)
    title = contact_title(view, record)
    parties = {view.party_role(who): who for who in record.who}
    only = next(iter(parties.values())) if len(parties) == 1 else None
    below = tuple(Span(text, "quiet") for text in (" · ".join(filter(None, parts)),) if text)
    return Row(
        record.key,
        title,
        (*below, *party_suffix(view, only, title, below)),
        (Span(humanize(record.kind), "status"),),
        _signs(view, record),
        group="Contacts",
        party=view.party_role(only) if only else "",
        spot=record.spot,
    )


def _proposal_row(view: View, record: Proposal) -> Row:
    by = (Span("by ", "quiet"), *name_links(view, (record.by,))) if record.by else ()
    return Row(
        record.key,
        (Span(record.text or record.as_written, "title"),),
        by,
        (),
        _signs(view, record),
        group="Proposals",
        spot=record.spot,
    )


def detail(view: View, key: str) -> tuple[Block, ...]:
    """The whole of one third party, contact or proposal."""
    match view.register.by_key.get(key):
        case ThirdParty() as third:
            return _third(view, third)
        case Contact() as contact:
            return _contact(view, contact)
        case Proposal() as proposal:
            return _proposal(view, proposal)
    return ()


def _third(view: View, record: ThirdParty) -> tuple[Block, ...]:
    who = record.person or record.party
    roles = ", ".join(humanize(role) for role in record.roles)
    mandate = record.mandate
    parts = ", ".join(p for p in (mandate.text, mandate.basis) if p) if mandate else ""
    return (
        Heading((name_link(view, who),), level=1),
        *text_fact(view, record, roles, "roles", "strong"),
        *claimed(view, record, "role_as_written", "in the words"),
        *claimed(view, record, "title", "title"),
        *names_fact(view, (record.party,) if record.person and record.party else (), "of"),
        *names_fact(view, record.rounds, "rounds"),
        *text_fact(view, record, humanize(record.attendance), "attendance"),
        *when_fact(view, record.from_, "from"),
        *when_fact(view, record.to, "to"),
        *(text_fact(view, mandate, parts, "mandate") if mandate else ()),
        *text_fact(view, record, record.consent, "consent"),
        *text_fact(view, record, record.leverage, "leverage"),
        *_contacts_of(view, record),
        *common(view, record),
    )


def _contacts_of(view: View, record: ThirdParty) -> tuple[Block, ...]:
    """The contacts this third party made."""
    ids = {ref.id for ref in (record.person, record.party) if ref and ref.id}
    contacts = view.brief.mediation.contacts if view.brief.mediation else ()
    items = []
    for each in contacts:
        if not ids & {ref.id for ref in each.who}:
            continue
        when = stated(view, each, "when", say_date)
        date = f"  {when}" if when else ""
        title = Span(plain(contact_title(view, each)), "name", each.key)
        items.append(Item((title, Span(date, "quiet")), margin(view, each.src)))
    return (Heading((Span("Contacts"),)), Fact("", tuple(items))) if items else ()


def _contact(view: View, record: Contact) -> tuple[Block, ...]:
    return (
        Heading(contact_title(view, record), level=1),
        *text_fact(view, record, humanize(record.kind), "kind", "status"),
        *names_fact(view, record.who, "who"),
        *names_fact(view, record.with_, "with"),
        *claimed(view, record, "when", "when"),
        *text_fact(view, record, place(record.place) if record.place else "", "where"),
        *text_fact(view, record, record.about, "about"),
        *claimed(view, record, "outcome", "outcome"),
        *names_fact(view, record.related, "related"),
        *_statements(view, record),
        *writers_fact(record.cameo, "CAMEO"),
        *common(view, record),
    )


def _statements(view: View, record: Contact) -> tuple[Block, ...]:
    """What was said on the occasion, where a statement names this contact."""
    items = []
    for each in view.brief.statements:
        if not record.id or record.id not in {ref.id for ref in each.about}:
            continue
        quoted = Span(f"“{each.quote}”", "quote", each.key) if each.quote else Span(each.gist)
        items.append(
            Item((*name_links(view, (each.speaker,)), Span(": "), quoted), margin(view, each.src))
        )
    return (Heading((Span("Said on the occasion"),)), Fact("", tuple(items))) if items else ()


def _proposal(view: View, record: Proposal) -> tuple[Block, ...]:
    return (
        Heading((Span(record.text or record.as_written, "title"),), level=1),
        *line_fact(view, record, name_links(view, (record.by,)), "by"),
        *names_fact(view, record.to, "to"),
        *claimed(view, record, "when", "when"),
        *names_fact(view, (record.document,) if record.document else (), "document"),
        *names_fact(view, (record.round,) if record.round else (), "round"),
        *responses_fact(view, record.responses),
        *common(view, record),
    )


SECTION = Section(
    number=3,
    name="mediation",
    title="Mediation",
    rows=rows,
    detail=detail,
    home=True,
    about="Who mediates, hosts or observes; their visits and calls; what they proposed.",
    example="""\
mediation:
  third_parties:
    - person: host
      roles: [mediator, chair]
      rounds: [r1]
      src: s1
  contacts:
    - kind: visit
      who: host
      with: [jane-doe]
      place: North City
      when: 2025-05-26/2025-05-27
      src: s1
""",
)

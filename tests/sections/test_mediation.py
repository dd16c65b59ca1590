from tui.blocks import plain
from tui.sections.mediation import SECTION


def test_a_third_party_without_a_role_says_so(istanbul):
    rows = [(plain(row.title), plain(row.subtitle)) for row in SECTION.rows(istanbul)]
    assert ("United States", "role not told") in rows
    assert [role for who, role in rows if who == "Türkiye"] == ["mediator, host", "convener"]

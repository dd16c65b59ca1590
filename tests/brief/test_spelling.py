import pytest

from tui.brief.spelling import fold, nearest, odd_letters, unknown_key


@pytest.mark.parametrize(
    ("word", "guess"),
    [
        ("delgations", "delegations"),
        ("Under way", "under_way"),
        ("UNDER-WAY", "under_way"),
        ("venu\u0435", "venue"),  # a Cyrillic letter
        ("xyzzy", ""),
        ("", ""),
        ("venue" * 100, ""),
    ],
)
def test_nearest(word: str, guess: str) -> None:
    assert nearest(word, ["delegations", "under_way", "venue"]) == guess


@pytest.mark.parametrize(
    ("word", "known", "guess"),
    [
        ("indirect", ["direct", "proximity"], ""),
        ("indirekt", ["direct", "indirect"], "indirect"),
        ("not received", ["received", "sent"], ""),
        ("not_recieved", ["received", "not received"], "not received"),
        ("unlikely", ["likely", "even chance"], ""),
        ("disagreed", ["agreed"], ""),
        ("agreed", ["disagreed"], ""),
        ("external", ["internal"], ""),
        ("opposed", ["proposed"], ""),
        ("decreased", ["increased"], ""),
        ("nonbelligerent", ["belligerent"], ""),
        ("non-belligerent", ["belligerent"], ""),
        ("agred", ["agreed", "disagreed"], "agreed"),
        ("undr way", ["under_way"], "under_way"),
        ("proposd", ["proposed", "postponed"], "proposed"),
        ("expeced", ["expected"], "expected"),
        ("negociated", ["negotiated"], "negotiated"),
        ("withdrawm", ["withdrawn"], "withdrawn"),
        ("postpond", ["postponed"], "postponed"),
        ("deliverable", ["deliverables"], "deliverables"),
    ],
)
def test_a_guess_is_never_the_opposite(word: str, known: list[str], guess: str) -> None:
    assert nearest(word, known) == guess


def test_fold() -> None:
    assert fold("Çırağan") == fold("ciragan") == "ciragan"
    assert fold(" Co-Mediator ") == "co_mediator"


def test_odd_letters() -> None:
    assert odd_letters("title") == ""
    assert odd_letters("titl\u0435") == " (with U+0435 CYRILLIC SMALL LETTER IE)"
    assert odd_letters("\u200btitle") == " (with U+200B ZERO WIDTH SPACE)"
    assert odd_letters("заголовок") == ""
    assert odd_letters("a\x01\x80") == " (with U+0080 unnamed)"


def test_unknown_key() -> None:
    assert unknown_key("tittle", ["title"]) == "unknown key `tittle`, did you mean `title`?"
    assert unknown_key("xyzzy", ["title"]) == "unknown key `xyzzy`; known are title"
    assert unknown_key("xyzzy", []) == "unknown key `xyzzy`"
    assert unknown_key("role", ["title"], "title") == "unknown key `role`, did you mean `title`?"
    assert len(unknown_key("x" * 5000, ["title"])) < 120

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.watch.fingerprint import Fingerprint, fingerprint, looks_torn

OLD = b"".join(b"- round: %d\n" % number for number in range(100))


def test_every_cut_looks_torn():
    old = fingerprint(OLD)
    assert [end for end in range(len(OLD)) if not looks_torn(OLD[:end], old)] == []


@given(st.binary(min_size=1), st.data())
def test_every_cut_of_anything_looks_torn(old, data):
    end = data.draw(st.integers(0, len(old) - 1))
    assert looks_torn(old[:end], fingerprint(old))


@pytest.mark.parametrize(
    "content",
    [
        OLD,
        OLD + b"- round: 100\n",
        OLD.replace(b"- round: 50\n", b""),
        OLD.replace(b"- round: 0\n", b""),
        OLD[: len(OLD) - 12] + b"- new\n",
    ],
)
def test_ordinary_edits_do_not(content):
    assert not looks_torn(content, fingerprint(OLD))


def test_a_last_line_without_end_is_no_fault_where_it_was_so_before():
    old = OLD + b"last: 1"
    assert not looks_torn(old.replace(b"round: 5\n", b"round: five\n"), fingerprint(old))


def test_with_the_digest_alone_only_a_line_cut_short_cannot_be_told():
    assert not looks_torn(OLD[:500], Fingerprint(fingerprint(OLD).digest))


def test_the_digest_tells_contents_apart():
    assert fingerprint(b"a").digest != fingerprint(b"b").digest
    assert fingerprint(OLD) == fingerprint(bytes(OLD))

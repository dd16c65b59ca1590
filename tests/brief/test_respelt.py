import pytest

from tui.brief.load import load
from tui.brief.respelt import respelt


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2 June 2025", "2025-06-02"), ("June 2, 2025", "2025-06-02"),
        ("2nd of June 2025", "2025-06-02"),
        ("Jun 2 2025", "2025-06-02"), ("2. June 2025", "2025-06-02"), ("June 2025", "2025-06"),
        ("2025/06/02", "2025-06-02"), ("2025-6-2", "2025-06-02"), ("2025.06.02", "2025-06-02"),
        ("2.6.2025", "2025-06-02"), ("02. 06. 2025", "2025-06-02"), ("25/6/2025", "2025-06-25"),
        ("6/25/2025", "2025-06-25"), ("6/6/2025", "2025-06-06"), ("1'200", "1,200"),
        ("over 1_200_000 shells", "over 1,200,000 shells"), ("1.200.000", "1,200,000"),
    ],
)  # fmt: skip
def test_one_meaning(text, right):
    assert list(respelt(text)) == [right]


@pytest.mark.parametrize(
    "text", ["2/6/2025", "220.000", "Ju 2025", "next week", "2025-06-02", "12", "1,200", "x" * 99]
)
def test_two_meanings_or_none(text):
    assert list(respelt(text)) == []


def test_only_what_can_be_read_is_a_repair(tmp_path):
    path = tmp_path / "brief.yaml"
    path.write_text("parley: 1\nid: a\ntitle: T\nas_of: 2.6.2025\nembargo_until: 31.6.2025\n")
    repairs = [each.repair and each.repair.new for each in load(path).problems]
    assert repairs == ["2025-06-02", None]

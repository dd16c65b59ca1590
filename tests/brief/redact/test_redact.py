"""What a redacted brief still says, and what it does not."""

from dataclasses import replace
from pathlib import Path

import pytest

from tui.brief.load import load
from tui.brief.place import Problem
from tui.brief.redact import redact

ROOT = Path(__file__).parents[3]
REGISTERS = """\
parties:
  - {id: ua, name: Ukraine}
  - {id: ru, name: Russia}
people:
  - {id: kim, name: Kim Novak, of: ua}
  - {id: spy, name: Igor Sokolov, aliases: [Falcon], of: ru, confidential: SOURCE PROTECTION}
sources:
  - {id: s1, title: A paper}
  - {id: s2, title: The cable of May, confidential: confidential}
"""


def whats(made):
    return [(each.place.line, each.what, each.why) for each in made.left_out]


@pytest.mark.parametrize("path", ["istanbul-2025.yaml", "kenya-2008", "starter.yaml"])
def test_a_brief_without_marks_says_all_it_said(path, loaded):
    reading = load(ROOT / "briefs" / path)
    made = redact(reading)
    found = loaded(reading, made)
    assert made.left_out == ()
    assert replace(found.brief, redacted=None) == reading.brief
    assert (found.brief.redacted.level, found.brief.redacted.left_out) == (
        reading.brief.handling, 0)  # fmt: skip
    assert found.problems == () or len(found.problems) == len(reading.problems)


def test_a_marked_record_goes_with_all_that_refers_to_it(redacted):
    text, found, made = redacted(REGISTERS + """\
statements:
  - {id: st1, speaker: spy, gist: He wants out}
  - {id: st2, speaker: kim, to: [ua, spy], gist: We wait}
overview:
  bluf: Igor Sokolov gave it to us.
  judgments:
    - {text: They will come, basis: [spy, s2]}
    - {text: They will stay, basis: [spy, s1]}
    - {text: FALCON knows}
    - {text: Nobody knows}
""")  # fmt: skip
    assert "sokolov" not in text.lower()
    assert "falcon" not in text.lower()
    assert "spy" not in text
    assert [each.id for each in found.brief.statements] == ["st2"]
    assert [each.id for each in found.brief.statements[0].to] == ["ua"]
    assert [each.text for each in found.brief.overview.judgments] == [
        "They will stay", "Nobody knows"]  # fmt: skip
    assert found.brief.redacted.left_out == len(made.left_out)
    lines = {line for line, _, _ in whats(made)}
    assert {9, 12, 14, 15, 17, 19, 21} <= lines
    assert "sokolov" not in repr(whats(made)).lower()


def test_what_rests_on_a_source_that_is_left_out_goes_with_it(redacted):
    text, found, _ = redacted(REGISTERS + """\
rounds:
  - id: r1
    title: First
    status: concluded
    when:
      held: conflict
      why: the cable has it otherwise
      claims:
        - {value: 2025-05-16, src: s1, as_written: on Friday}
        - {value: 2025-05-17, src: s2, as_written: on Saturday}
  - {id: r2, title: Second, status: concluded, when: 2025-06-02, src: s2}
  - {id: r3, title: Third, status: concluded, when: 2025-07-02, src: [s1, s2], as_written: Late}
  - {id: r4, title: Fourth, status: concluded, when: {value: 2025-08-02, src: s2}, src: s1}
delegations:
  - {party: ua, round: r2, head: kim}
  - {party: ua, round: r1, head: kim}
statements:
  - {speaker: kim, gist: see r2}
  - {speaker: kim, gist: see r1}
""")  # fmt: skip
    assert [each.id for each in found.brief.rounds] == ["r1", "r3"]
    when = found.brief.rounds[0].when
    assert [claim.as_written for claim in when.claims] == ["on Friday"]
    assert (when.held, when.why) == ("", "")
    assert [ref.id for ref in found.brief.rounds[1].src] == ["s1"]
    assert found.brief.rounds[1].as_written == ""
    assert len(found.brief.delegations) == 1
    assert [each.gist for each in found.brief.statements] == ["", "see r1"]
    assert "cable" not in text


def test_a_marked_claim_goes_and_the_others_stay(redacted):
    text, found, _ = redacted(REGISTERS + """\
rounds:
  - id: r1
    title: First
    status: concluded
    when:
      claims:
        - {value: 2025-05-16, by: ua, src: s1}
        - {value: 2025-05-17, by: ru, src: s1, note: from the guard, confidential: internal}
    level: {value: ministers, by: ua, src: s1, confidential: internal}
""", "public")  # fmt: skip
    (when,) = found.brief.rounds[0].when.claims
    assert when.by.id == "ua"
    assert found.brief.rounds[0].level is None
    assert "guard" not in text
    assert "confidential" not in text


def test_up_to_a_level_all_stays(redacted):
    text, found, made = redacted(
        "parties:\n  - {id: a, name: Aland, confidential: internal}\n"
        "  - {id: b, name: Beland, confidential: embargo}\n", "internal")  # fmt: skip
    assert [(each.id, each.confidential) for each in found.brief.parties] == [("a", "internal")]
    assert found.brief.redacted.level == "internal"
    assert len(made.left_out) == 1
    assert "Beland" not in text


def test_comments_anchors_and_borrowed_values_do_not_go_along(redacted):
    text, found, _ = redacted("""\
# SECRET remark
parties:
  - &one {id: a, name: Aland, confidential: &w desk, note: &n SECRET note}   # SECRET
  - {id: b, name: Beland, note: *n}
  - {id: c, name: Celand, note: open}
tags: [x]
""")  # fmt: skip
    assert [each.id for each in found.brief.parties] == ["b", "c"]
    assert "#" not in text
    assert "&" not in text
    assert "*" not in text


@pytest.mark.parametrize(
    "mark", ["confidental: x", "Confidential: x", "confidential:", "confidential: [a]",
             "handling: secret", "CONFIDENTIAL: yes"])  # fmt: skip
def test_a_slip_of_the_pen_opens_nothing(redacted, mark, tmp_path):
    text = f"parties:\n  - id: a\n    name: Aland\n    {mark}\n  - {{id: b, name: Beland}}\n"
    path = tmp_path / "x.yaml"
    path.write_text(f"parley: 1\nid: b\ntitle: T\n{text}")
    if load(path).errors:
        assert isinstance(redact(load(path)), Problem)
    else:
        found = redacted(text)[0]
        assert "Aland" not in found
        assert "Beland" in found


def test_marks_within_unknown_keys_count(redacted):
    text, _, _ = redacted("""\
parties:
  - {id: b, name: Beland, contacts: {phone: "1234", confidential: desk}, remark: kept}
own: {a: 1, confidential: x}
other: {a: 1}
""")
    assert "1234" not in text
    assert "own" not in text
    assert "kept" in text
    assert "other" in text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("handling: internal\nparties: [{id: a, name: A}]\n", "handling"),
        ("confidential: x\n", "handling"),
        ("src: s2\n" + REGISTERS, "handling"),
        ("parties: [{id: a}]\n", "required"),
        ("rounds: [[x]]\n", "type"),
    ],
)
def test_why_there_is_none(tmp_path, text, code):
    path = tmp_path / "x.yaml"
    path.write_text(f"parley: 1\nid: b\ntitle: T\n{text}")
    found = redact(load(path), "public")
    assert isinstance(found, Problem)
    assert found.code == code


def test_a_title_that_names_what_is_left_out(redacted):
    text, found, _ = redacted(REGISTERS.replace("name: Igor Sokolov", "name: Talks"))
    assert (found.brief.id, found.brief.title) == ("redacted", "redacted")
    assert "Talks" not in text


def test_names_in_other_scripts_and_with_endings(redacted):
    text, _, _ = redacted("""\
people:
  - {id: p1, name: Пётр Медведев, names: {zh: 王毅, ar: ظريف}, confidential: x}
  - {id: p2, name: Anna Petrov}
  - {id: p3, name: Ivan Petrov, confidential: x}
open_questions:
  - {question: A, note: от Медведева}
  - {question: B, note: 昨天王毅说}
  - {question: C, note: وظريف}
  - {question: D, note: Mrs Petrov}
  - {question: E, note: IVAN PETROV’s car}
""")
    for word in ("Медведев", "王毅", "ظريف", "IVAN"):
        assert word not in text
    assert "Mrs Petrov" in text


def test_words_of_the_format_name_nobody(redacted):
    _, found, _ = redacted("""\
parties: [{id: a, name: Aland}]
documents:
  - {id: memorandum, title: Memo, confidential: x}
  - {id: d2, title: Paper, kind: memorandum, note: as the memorandum says}
""")
    (paper,) = found.brief.documents
    assert (paper.kind, paper.note) == ("memorandum", "")


TABLE = """\
conflict:
  series:
    - {id: k, name: Killed here, file: t.csv, only: {where: north}, src: s1}
    - {id: h, name: Held there, file: t.csv, columns: {value: held}, confidential: x}
"""


def test_a_table_goes_with_what_series_that_are_kept_read_of_it(redacted):
    text, found, made = redacted(REGISTERS + TABLE, t_csv="""\
date,where,value,held,src,note,by,confidential
2025-01-01,north,3,90011,s1,fine,ua,
2025-01-02,north,4,90012,s2,SECRETnote,ua,
2025-01-03,south,5,90013,s1,SECRETsouth,ua,
2025-01-04,north,6,90014,s1 s2,seen by Falcon,ua,
2025-01-05,north,7,90015,s1,x,spy,
2025-01-06,north,8,90016,s1,x,ua,desk
""")  # fmt: skip
    (series,) = found.brief.conflict.series
    assert [(row.value.best, row.note) for row in series.rows] == [(3, "fine"), (6, "")]
    assert "SECRET" not in text
    assert "9001" not in text
    assert "held" not in text
    assert len([each for each in made.left_out if each.place.file.endswith("csv")]) == 7


def test_a_table_nobody_may_read_is_not_written(redacted):
    text, found, made = redacted(
        REGISTERS + TABLE.replace("src: s1", "src: s2"),
        t_csv="date,where,value,held\n2025,north,3,1\n",
    )
    assert found.brief.conflict is None
    assert list(made.files) == [""]
    assert "t.csv" not in text


def test_a_folder_stays_one_and_a_file_of_nothing_is_not_written(tmp_path):
    (tmp_path / "brief.yaml").write_text("parley: 1\nid: b\ntitle: Talks\n")
    (tmp_path / "falcon.yaml").write_text("people:\n  - {id: falcon, name: F, confidential: x}\n")
    (tmp_path / "with-falcon.yaml").write_text("parties:\n  - {id: a, name: A}\n")
    (tmp_path / "z.yaml").write_text("venues:\n  - {id: v, name: V}\n")
    made = redact(load(tmp_path))
    assert list(made.files) == ["brief.yaml", "part-1.yaml", "z.yaml"]
    assert b"falcon" not in b"".join(made.files.values())


def test_what_was_left_out_before_is_counted(redacted):
    _, found, _ = redacted("redacted: {level: internal, left_out: 4}\n" + REGISTERS)
    assert (found.brief.redacted.level, found.brief.redacted.left_out) == ("public", 6)

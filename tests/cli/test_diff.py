import json
import subprocess
from pathlib import Path

import pytest

from tui.cli import run

ROOT = Path(__file__).parents[2]
HEAD = "parley: 1\nid: talks\ntitle: Talks\n"
OLD = HEAD + "rounds:\n  - {id: r1, title: Round 1, status: scheduled, when: 2031-03-12}\n"
NEW = OLD.replace("scheduled", "concluded")


@pytest.fixture
def files(tmp_path):
    for name, text in (("old.yaml", OLD), ("new.yaml", NEW)):
        (tmp_path / name).write_text(text)
    return str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")


@pytest.fixture
def repository(tmp_path, need, monkeypatch):
    """A repository with a brief and a folder brief committed, both other on disk."""
    git = need("git")
    folder = tmp_path / "desk"
    (folder / "briefs/lake").mkdir(parents=True)
    (folder / "briefs/a.yaml").write_text(OLD)
    (folder / "briefs/lake/brief.yaml").write_text(HEAD)
    (folder / "briefs/lake/rounds.yaml").write_text(OLD.removeprefix(HEAD))

    def tell(*words):
        who = ["-c", "user.name=A", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false"]
        subprocess.run([git, *who, *words], cwd=folder, check=True, capture_output=True)

    tell("init", "-q")
    tell("add", ".")
    tell("commit", "-qm", "first")
    (folder / "briefs/a.yaml").write_text(NEW)
    (folder / "briefs/lake/rounds.yaml").write_text(NEW.removeprefix(HEAD))
    monkeypatch.chdir(folder)
    return folder


def test_no_change_says_nothing(files, capsys):
    assert run(["diff", files[0], files[0]]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_change_in_words(files, capsys):
    assert run(["diff", *files, "--width", "60"]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[0] == "Talks"
    assert "1 changed" in lines
    assert "Round 1: scheduled → concluded" in lines
    assert max(map(len, lines)) <= 60
    assert out.index("gone  scheduled") < out.index("new  concluded")


def test_a_change_as_data(files, capsys):
    assert run(["diff", *files, "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "key": "rounds/r1",
            "kind": "changed",
            "fields": [
                {"path": ["status", "scheduled"], "old": {"status": "scheduled"}, "new": None},
                {"path": ["status", "concluded"], "old": None, "new": {"status": "concluded"}},
            ],
        }
    ]


def test_a_new_record_as_data_is_whole(files, tmp_path, capsys):
    person = "people: [{id: a, name: Çağrı, born: 1970-05, title: Envoy}]\n"
    (tmp_path / "new.yaml").write_text(OLD + person)
    assert run(["diff", *files, "--json"]) == 1
    out = capsys.readouterr().out
    assert out.isascii()
    (change,) = json.loads(out)
    assert change["old"] is None
    assert change["new"] == {
        "id": "a",
        "name": "Çağrı",
        "title": {"claims": [{"value": "Envoy"}]},
        "born": {"start": "1970-05", "end": "1970-05"},
    }


def test_no_change_as_data_is_an_empty_list(files, capsys):
    assert run(["diff", files[1], files[1], "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_mistakes_are_told_and_the_rest_is_compared(files, tmp_path, capsys):
    (tmp_path / "new.yaml").write_text(NEW + "people: [{id: a, name: A, born: soon 5}]\n")
    assert run(["diff", *files]) == 1
    out, err = capsys.readouterr()
    assert "new: A" in out
    assert "new.yaml:6:33: value:" in err


def test_what_cannot_be_read_is_trouble(files, tmp_path, capsys):
    (tmp_path / "new.yaml").write_text("rounds: [")
    assert run(["diff", *files]) == 2
    assert run(["diff", files[0], str(tmp_path / "nowhere.yaml")]) == 2
    assert run(["diff", str(tmp_path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "there is no such file" in err


def test_two_folder_briefs(tmp_path, capsys):
    for name, text in (("one", OLD), ("two", NEW)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "brief.yaml").write_text(HEAD)
        (tmp_path / name / "rounds.yaml").write_text(text.removeprefix(HEAD))
    assert run(["diff", str(tmp_path / "one"), str(tmp_path / "two")]) == 1
    assert "Round 1: scheduled → concluded" in capsys.readouterr().out
    assert run(["diff", str(tmp_path), str(tmp_path / "two")]) == 2
    assert "name one brief of it" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["briefs/a.yaml"],
        ["HEAD:briefs/a.yaml"],
        ["HEAD:./briefs/a.yaml"],
        [":briefs/a.yaml"],
        ["HEAD:briefs/a.yaml", "briefs/a.yaml"],
        ["briefs/lake"],
        ["HEAD:briefs/lake"],
        ["HEAD:briefs/lake", "briefs/lake"],
    ],
)
def test_a_state_in_git(repository, words, capsys):
    assert run(["diff", *words]) == 1
    out, err = capsys.readouterr()
    assert "Round 1: scheduled → concluded" in out
    assert err == ""


def test_a_state_in_git_is_judged_by_the_levels_of_the_configuration(
    repository, tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    (tmp_path / "c" / "parley").mkdir(parents=True)
    config = tmp_path / "c" / "parley" / "config.yaml"
    config.write_text('handling_levels: ["TLP:CLEAR", "TLP:RED"]\n')
    (repository / "briefs/a.yaml").write_text(NEW + 'handling: "TLP:CLEAR"\n')
    who = ["-c", "user.name=A", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, "commit", "-qam", "second"], cwd=repository, check=True)
    assert run(["diff", "HEAD~1:briefs/a.yaml", "HEAD:briefs/a.yaml"]) == 1
    assert "CONFIDENTIAL" not in capsys.readouterr().out


@pytest.mark.usefixtures("repository")
def test_two_states_in_git(capsys):
    assert run(["diff", "HEAD:briefs/a.yaml", "HEAD:briefs/a.yaml"]) == 0


def test_from_a_folder_inside(repository, monkeypatch, capsys):
    monkeypatch.chdir(repository / "briefs")
    for words in (["a.yaml"], ["lake"], ["HEAD:./a.yaml"], ["HEAD:briefs/lake"]):
        assert run(["diff", *words]) == 1
    monkeypatch.chdir(repository / "briefs/lake")
    assert run(["diff", "."]) == 1
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("nowhen:briefs/a.yaml", "invalid object name"),
        ("HEAD:briefs/b.yaml", "does not exist"),
        ("HEAD:briefs", "this folder is no brief there"),
        ("HEAD:\x1b[2J", "<1B>[2J"),
    ],
)
def test_a_state_that_git_does_not_have(word, said, capsys):
    assert run(["diff", word, "briefs/a.yaml"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert "\x1b" not in err


@pytest.mark.usefixtures("repository")
def test_no_word_is_taken_for_an_option_of_git(capsys):
    assert run(["diff", "--", "--batch-command=x:y", "briefs/a.yaml"]) == 2
    assert "begins with a dash" in capsys.readouterr().err


def test_outside_a_repository(files, capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert run(["diff", files[0]]) == 2
    err = capsys.readouterr().err
    assert "git: " in err
    assert len(err.splitlines()) == 1


def test_without_git(files, capsys, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert run(["diff", files[0]]) == 2
    assert "git is not installed" in capsys.readouterr().err


def test_tables_of_a_commit_are_read_from_it(repository, capsys, need):
    series = "conflict: {series: [{id: d, name: Drones, file: data/d.csv}]}\n"
    briefs = repository / "briefs"
    (briefs / "data").mkdir()
    (briefs / "lake/data").mkdir()
    for folder, brief in ((briefs, briefs / "a.yaml"), (briefs / "lake", briefs / "lake/war.yaml")):
        brief.write_text((OLD if brief.name == "a.yaml" else "") + series)
        (folder / "data/d.csv").write_text("date,value\n2031-03-01,472\n")
    who = ["-c", "user.name=A", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false"]
    for words in (["add", "."], [*who, "commit", "-qm", "tables"]):
        subprocess.run([need("git"), *words], cwd=repository, check=True, capture_output=True)
    for folder in (briefs, briefs / "lake"):
        (folder / "data/d.csv").write_text("date,value\n2031-03-01,479\n")
    for path in ("briefs/a.yaml", "briefs/lake"):
        assert run(["diff", path]) in {1, 2}
        out = capsys.readouterr().out
        assert "Drones: Sat 1 Mar 2031: value 472 → 479" in out
    (briefs / "data/d.csv").unlink()
    assert run(["diff", "briefs/a.yaml"]) in {1, 2}
    assert "point taken out: Sat 1 Mar 2031: 472" in capsys.readouterr().out

from tui.cli import new as command
from tui.cli import run


def test_it_is_written_and_its_path_printed(tmp_path, capsys):
    path = tmp_path / "talks.yaml"
    assert run(["new", "--no-open", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    assert run(["check", "--strict", str(path)]) == 0


def test_it_is_opened(tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(command, "unfit", lambda: "")
    monkeypatch.setattr(command, "launch", lambda paths: opened.extend(paths) or 0)
    assert run(["new", "--folder", str(tmp_path / "talks")]) == 0
    assert opened == [tmp_path / "talks"]


def test_what_is_there_is_left_as_it_is(tmp_path, capsys):
    path = tmp_path / "talks.yaml"
    path.write_text("mine")
    assert run(["new", str(path)]) == 2
    assert capsys.readouterr().err == f"{path}:1:1: save: is there already, and was left as it is\n"
    assert path.read_text() == "mine"


def test_a_brief_that_is_not_there_names_the_command_that_begins_one(tmp_path, capsys):
    assert run([str(tmp_path / "talks.yaml")]) == 2
    assert f"`parley new {tmp_path / 'talks.yaml'}` begins" in capsys.readouterr().err

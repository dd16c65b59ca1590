import pytest


@pytest.fixture(autouse=True)
def state(tmp_path, monkeypatch):
    """Drafts of a test lie in its own folder, the temporary one included."""
    folder = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    other = tmp_path / "temporary"
    other.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(other))
    return folder


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "briefs"
    made.mkdir()
    return made


@pytest.fixture
def brief(folder):
    path = folder / "a.yaml"
    path.write_bytes(b"old\n")
    return path


@pytest.fixture
def names(folder):
    return lambda: sorted(each.name for each in folder.iterdir())

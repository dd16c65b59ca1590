"""The wheel holds all that the reader needs, and nothing else."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tui

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def unpacked(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


def parley(unpacked, *words):
    """Run the unpacked wheel from a folder where there is nothing else."""
    empty = unpacked / "empty"
    empty.mkdir(exist_ok=True)
    env = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tui", *map(str, words)],
        cwd=empty, env=env, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def files(folder, into):
    kept = (each for each in (ROOT / folder).rglob("*") if "__pycache__" not in each.parts)
    return {f"{into}/{p.relative_to(ROOT / folder).as_posix()}" for p in kept if p.is_file()}


def test_every_file_is_in_it_and_no_other(wheel):
    held = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    wanted = files("tui", "tui") | files("themes", "tui/themes") | files("briefs", "tui/briefs")
    assert held == wanted
    assert {"tui/app/app.tcss", "tui/py.typed", "tui/themes/parley-dark.yaml"} <= held


def test_it_says_what_it_is(wheel):
    with zipfile.ZipFile(wheel) as packed:
        info = {Path(name).name: name for name in packed.namelist() if ".dist-info/" in name}
        metadata = packed.read(info["METADATA"]).decode()
        assert f"\nVersion: {tui.__version__}\n" in metadata
        assert "\nLicense-Expression: MIT\n" in metadata
        assert "LICENSE" in info
        assert packed.read(info["entry_points.txt"]).decode().split() == [
            "[console_scripts]", "parley", "=", "tui.__main__:main",
        ]  # fmt: skip


def test_unpacked_elsewhere_it_checks_and_prints_the_briefs_it_carries(unpacked):
    briefs = unpacked / "tui" / "briefs"
    assert parley(unpacked, "--version") == (0, f"parley {tui.__version__}\n", "")
    assert parley(unpacked, "check", "--strict", briefs) == (0, "", "")
    code, out, _ = parley(unpacked, "print", briefs / "istanbul-2025.yaml")
    assert code == 0
    assert "Çırağan" in out


def test_unpacked_elsewhere_it_finds_its_own_themes_and_briefs(unpacked):
    env = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONDONTWRITEBYTECODE": "1"}
    code = (
        "from tui.package_data import shipped as at; print(at('themes'), at('briefs'), sep='\\n')"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd="/", env=env, capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == [str(unpacked / "tui/themes"), str(unpacked / "tui/briefs")]


def test_without_a_word_it_opens_its_library_from_an_empty_folder(unpacked, need):
    tmux = [need("tmux"), "-L", f"parley-{os.getpid()}", "-f", "/dev/null"]
    empty = unpacked / "empty"
    empty.mkdir(exist_ok=True)
    parts = {"PYTHONPATH": unpacked, "PYTHONDONTWRITEBYTECODE": "1"}
    command = ["env", *(f"{k}={v}" for k, v in parts.items()), sys.executable, "-m", "tui"]
    try:
        subprocess.run(
            [*tmux, "new-session", "-d", "-x", "100", "-y", "30", "-c", str(empty), *command],
            check=True,
        )
        # `wait-for` has no screen to wait on, so the screen is asked until it says so.
        look = f"until {' '.join(tmux)} capture-pane -p | grep -q '3 briefs'; do sleep 0.1; done"
        subprocess.run(["sh", "-c", look], check=True, timeout=30)
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, capture_output=True)

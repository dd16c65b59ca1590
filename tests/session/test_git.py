"""Reading the history of a brief runs no program, whatever its repository names."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tui.cli import run
from tui.session import git

ROOT = Path(__file__).parents[2]
BRIEF = "parley: 1\nid: a\ntitle: A\n"
REVISIONS = (
    ["talks.yaml"],
    ["HEAD:talks.yaml"],
    ["HEAD:./talks.yaml"],
    ["HEAD:lost.yaml"],
    [":talks.yaml"],
    [":lost.yaml"],
    [":0:talks.yaml"],
    ["@{0}:talks.yaml"],
    ["HEAD^{tree}:talks.yaml"],
    ["lost.yaml"],
    ["lake"],
    ["HEAD:lake"],
    ["HEAD:gone"],
    ["HEAD:gone", "HEAD:lake"],
    ["HEAD:talks.yaml", ":lost.yaml"],
    ["origin/main:talks.yaml"],
    ["nowhere:talks.yaml"],
    ["ext::PROGRAM:talks.yaml"],
)
"""Every form of a state in git: committed, staged, a folder, lost objects, no such thing."""
HOOKS = (
    "fsmonitor-watchman", "post-checkout", "post-index-change", "post-merge", "pre-auto-gc",
    "pre-commit", "query-watchman", "reference-transaction",
)  # fmt: skip
COMMANDS = ("cat-file", "ls-tree", "rev-parse", "config")


@pytest.fixture
def tell(need, tmp_path):
    """Ask git for something in the repository, untouched by anybody's configuration."""
    program = need("git")
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    env |= {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    who = ["-c", "user.name=A", "-c", "user.email=a@b.invalid"]

    def told(*words, folder=tmp_path / "desk"):
        words = [program, *who, *words]
        done = subprocess.run(words, cwd=folder, env=env, check=True, capture_output=True)
        return done.stdout.decode().strip()

    return told


@pytest.fixture
def repository(tmp_path, tell, monkeypatch):
    """A repository with two briefs and two folder briefs; what is on disk is newer."""
    folder = tmp_path / "desk"
    for name in ("talks.yaml", "lost.yaml", "lake/brief.yaml", "gone/brief.yaml"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{BRIEF}note: {name}\n")
    tell("init", "-q")
    tell("add", ".")
    tell("commit", "-qm", "first")
    for path in folder.rglob("*.yaml"):
        path.write_text(path.read_text() + "subject: newer\n")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def ran(tmp_path):
    """Where a program of the repository leaves its mark."""
    return tmp_path / "RAN"


def lose(repository, tell, *names):
    """Take objects out of a repository, as in a partial clone."""
    for name in names:
        found = tell("rev-parse", f"HEAD:{name}")
        (repository / ".git/objects" / found[:2] / found[2:]).unlink()


def program_of(repository, ran):
    program = repository / "run.sh"
    program.write_text(f'#!/bin/sh\necho "$0 $*" >> "{ran}"\nexit 1\n')
    program.chmod(0o755)
    return program


def entangle(repository, tell, program, ran):
    """Name a program wherever git may run one."""
    lines = [
        f"[core]\n{_lines(program, 'sshCommand fsmonitor pager editor askPass gitProxy')}",
        f"\thooksPath = {repository / 'hooks'}\n\tattributesFile = {repository / 'attributes'}\n",
        f"\talternateRefsCommand = {program}\n",
        f"[credential]\n\thelper = !{program}\n",
        f"[diff]\n\texternal = {program}\n",
        f'[diff "x"]\n{_lines(program, "textconv command")}',
        f'[filter "x"]\n{_lines(program, "clean smudge process")}\trequired = true\n',
        f'[merge "x"]\n\tdriver = {program}\n',
        "[pager]\n" + "".join(f"\t{c} = {program}\n" for c in COMMANDS),
        "[alias]\n" + "".join(f"\t{c} = !{program}\n" for c in COMMANDS),
        f"[gpg]\n\tprogram = {program}\n[sequence]\n\teditor = {program}\n",
        f"[interactive]\n\tdiffFilter = {program}\n[uploadpack]\n\tpackObjectsHook = {program}\n",
    ]
    allowed = ("file", "ssh", "ext", "git", "https")
    lines += [f'[protocol "{each}"]\n\tallow = always\n' for each in allowed]
    (repository / "config").write_text("".join(lines))
    with (repository / ".git/config").open("a") as config:
        config.write("".join(lines))
    tell("config", "include.path", str(repository / "config"))
    for attributes in (".gitattributes", ".git/info/attributes", "attributes"):
        path = repository / attributes
        path.parent.mkdir(exist_ok=True)
        path.write_text("* filter=x diff=x merge=x\n")
    for folder in (repository / "hooks", repository / ".git/hooks"):
        folder.mkdir(exist_ok=True)
        for hook in HOOKS:
            shutil.copy(program, folder / hook)


def _lines(program, names):
    return "".join(f"\t{name} = {program}\n" for name in names.split())


REMOTES = {
    "ssh": ("ssh://host.invalid/x", ""),
    "local path": ("{other}", "{program}"),
    "ext": ("ext::{program} %S", ""),
    "helper": ("{other}", ""),
    "git": ("git://host.invalid/x", ""),
}


@pytest.mark.parametrize("remote", REMOTES)
def test_no_program_of_the_repository_runs(repository, tell, ran, tmp_path, remote, capsys):
    program = program_of(repository, ran)
    tell("clone", "-q", "--bare", ".", str(tmp_path / "other"))
    lose(repository, tell, "lost.yaml", "gone/brief.yaml")
    places = {"other": tmp_path / "other", "program": program}
    url, upload = (each.format(**places) for each in REMOTES[remote])
    tell("config", "core.repositoryformatversion", "1")
    tell("config", "extensions.partialClone", "origin")
    tell("config", "remote.origin.promisor", "true")
    tell("config", "remote.origin.url", url)
    if upload:
        tell("config", "remote.origin.uploadpack", upload)
    if remote == "helper":
        tell("config", "remote.origin.vcs", "ext")
    entangle(repository, tell, program, ran)
    ran.unlink(missing_ok=True)
    for words in REVISIONS:
        code = run(["diff", *(word.replace("PROGRAM", str(program)) for word in words)])
        said = capsys.readouterr().err.splitlines()
        assert code in {0, 1} if not said else code == 2
        assert not any("Traceback" in each for each in said)
        assert not ran.exists(), (words, ran.read_text())
    assert run(["diff", "talks.yaml"]) == 1


def test_a_missing_object_is_named_as_such(repository, tell, capsys):
    lose(repository, tell, "lost.yaml")
    tell("config", "remote.origin.promisor", "true")
    tell("config", "remote.origin.url", "ssh://host.invalid/x")
    assert run(["diff", "lost.yaml"]) == 2
    assert "lacks this object, and Parley never fetches" in capsys.readouterr().err


def test_the_environment_names_no_other_repository(repository, ran, monkeypatch, capsys):
    program = str(program_of(repository, ran))
    names = ("SSH_COMMAND", "SSH", "EXTERNAL_DIFF", "PAGER", "EDITOR", "ASKPASS", "PROXY_COMMAND")
    for name in names:
        monkeypatch.setenv(f"GIT_{name}", program)
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere")
    monkeypatch.setenv("GIT_EXEC_PATH", str(repository))
    monkeypatch.setenv("GIT_TRACE", str(ran))
    assert run(["diff", "talks.yaml"]) == 1
    assert run(["diff", ":talks.yaml"]) == 1
    assert capsys.readouterr().err == ""
    assert not ran.exists()


def test_a_git_inside_the_repository_is_not_run(repository, ran, monkeypatch):
    shutil.copy(program_of(repository, ran), repository / "git")
    monkeypatch.setenv("PATH", os.pathsep.join((".", "", os.environ["PATH"])))
    assert run(["diff", "talks.yaml"]) == 1
    assert not ran.exists()


def test_a_working_tree_elsewhere_is_refused(repository, tell, tmp_path, capsys):
    (tmp_path / "elsewhere").mkdir()
    tell("config", "core.worktree", str(tmp_path / "elsewhere"))
    assert run(["diff", "talks.yaml"]) == 2
    assert "outside the working tree" in capsys.readouterr().err


@pytest.mark.parametrize("trusted", [True, False])
def test_a_repository_of_somebody_else(repository, tmp_path, trusted, monkeypatch, capsys):
    """git refuses it unless the reader's own configuration trusts it; so does Parley."""
    home = tmp_path / "home"
    home.mkdir()
    if trusted:
        (home / ".gitconfig").write_text(f"[safe]\n\tdirectory = {repository}\n")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setitem(git._FIXED, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert run(["diff", "talks.yaml"]) == (1 if trusted else 2)
    assert ("dubious ownership" in capsys.readouterr().err) is not trusted


def test_one_module_runs_git():
    """Anything else that needs git asks `tui.session.git`."""
    sources = (ROOT / "tui").rglob("*.py")
    named = [path.name for path in sources if 'which("git"' in path.read_text("utf-8")]
    assert named == ["git.py"]

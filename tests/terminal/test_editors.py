import re
import shutil
import subprocess
import time

import pytest

TITLE = "Russia–Ukraine: second round"
SAME = 5
"""Looks that have to agree before what is on screen counts as drawn."""


def run(*command, cwd):
    subprocess.run(
        command, cwd=cwd, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=60
    )


def with_vim(tmux, path, old, new, setting="set nomodeline"):
    editor = tmux()
    editor.type(f"vim -u NONE -N '+{setting}' {path}")
    editor.sees("parley: 1")
    for command in (f"%s/{old}/{new}/", "wq"):
        editor.type(f":{command}")
    editor.no_longer_sees("parley: 1")


def with_vim_in_place(tmux, path, old, new):
    with_vim(tmux, path, old, new, "set backupcopy=yes")


def with_nano(tmux, path, old, new):
    editor = tmux()
    editor.type(f"nano -I {path}")
    editor.sees(path.name)
    editor.keys("C-\\")
    editor.sees("Search (to replace)")
    editor.type(old)
    editor.sees("Replace with")
    editor.type(new)
    editor.sees("Replace this instance")
    editor.keys("y")
    editor.sees("Replaced 1")
    editor.keys("C-s")
    editor.sees("Wrote")
    editor.keys("C-x")


def with_sed(tmux, path, old, new):
    run("sed", "-i", f"s/{old}/{new}/", str(path), cwd=path.parent)


def with_rename(tmux, path, old, new):
    beside = path.with_name("beside.tmp")
    beside.write_text(path.read_text().replace(old, new))
    beside.replace(path)


def with_git(tmux, path, old, new):
    """Another version of the file is checked out, in a repository that has both."""
    if not (path.parent / ".git").exists():
        git = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org")
        run(*git, "init", "-q", cwd=path.parent)
        run(*git, "add", path.name, cwd=path.parent)
        run(*git, "commit", "-qm", "first", cwd=path.parent)
    name, text = f"v{abs(hash(new))}", path.read_text().replace(old, new)
    git = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org")
    copy = path.parent / "clone"
    run("git", "clone", "-q", str(path.parent), str(copy), cwd=path.parent)
    (copy / path.name).write_text(text)
    run(*git, "checkout", "-qb", name, cwd=copy)
    run(*git, "commit", "-qam", "second", cwd=copy)
    run("git", "fetch", "-q", str(copy), f"{name}:{name}", cwd=path.parent)
    shutil.rmtree(copy)
    run("git", "checkout", "-q", name, cwd=path.parent)


WRITERS = {
    "vim": with_vim,
    "vim backupcopy=yes": with_vim_in_place,
    "nano": with_nano,
    "sed": with_sed,
    "rename": with_rename,
    "git": with_git,
}


@pytest.mark.parametrize("writer", WRITERS)
def test_a_save_is_on_screen_without_a_key(tmux, need, istanbul, until, writer):
    if (tool := writer.split()[0]) != "rename":
        need(tool)
    reader = tmux()
    reader.start(istanbul)
    reader.sees(TITLE, "● live")
    reader.keys("4")
    reader.sees("Russia–Ukraine war")
    until(lambda: "STARTED" in reader.text, lambda: reader.text)
    first = place_of_page(reader)
    reader.keys("j", "j")
    until(lambda: place_of_page(reader) not in (first, None), lambda: reader.text)
    before = body(reader)
    old = TITLE
    for new in ("The first save", "The second save"):
        WRITERS[writer](tmux, istanbul, old, new)
        reader.sees(new, "● live")
        old = new
    assert "stale" not in reader.text
    assert body(reader) == before
    reader.keys("q")
    assert reader.exit_code() == 0
    assert reader.is_clean()


def place_of_page(reader):
    """Where in the file the record on the page stands: that is told beside its title."""
    found = re.search(r"istanbul\.yaml:(\d+)", reader.text)
    return found and found[1]


def body(reader):
    """What is between the line of tabs and the last one, once it no longer changes.

    What changed is told in the last line for a while. The terminal may be looked at in the middle
    of a drawing, so a few looks have to agree.
    """
    looks = []
    while len(looks) < SAME or any(look != looks[-1] for look in looks[-SAME:]):
        looks.append(reader.text.rstrip().split("\n")[2:-1])
        time.sleep(0.05)
    return looks[-1]

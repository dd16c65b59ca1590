"""Every way a text comes into a file: what editors, tools and careful programs do to save it."""

import os
import subprocess
import time

PAUSE = 0.03
"""Seconds between the pieces of a slow writer: shorter than it takes a file to settle."""


def run(*command, **options):
    subprocess.run(
        command, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=30, **options
    )


def source(path, content):
    beside = path.parent.parent / "source.txt"
    beside.write_bytes(content)
    return beside


def in_place(path, content):
    path.write_bytes(content)


def moved_in(path, content):
    run("mv", str(source(path, content)), str(path))


def copied_over(path, content):
    run("cp", str(source(path, content)), str(path))


def made_again(path, content):
    path.unlink()
    path.write_bytes(content)


def vim(*settings):
    def save(path, content):
        beside = source(path, content)
        commands = [*settings, f"silent %!cat {beside}", "wq"]
        run("vim", "-u", "NONE", "-es", *(x for c in commands for x in ("-c", c)), str(path))

    return save


def emacs(before=""):
    def save(path, content):
        beside = source(path, content)
        lisp = f'(progn {before} (erase-buffer) (insert-file-contents "{beside}") (save-buffer))'
        run("emacs", "-Q", "--batch", str(path), "--eval", lisp)

    return save


def rsync(*options):
    def save(path, content):
        run("rsync", *options, str(source(path, content)), str(path))

    return save


def renamed(path, content, name=".{}.new"):
    """Beside it, then over it in one step."""
    beside = path.with_name(name.format(path.name))
    beside.write_bytes(content)
    beside.replace(path)


def syncthing(path, content):
    renamed(path, content, ".syncthing.{}.tmp")


def in_pieces(path, content):
    """Emptied, then written bit by bit."""
    with path.open("wb", buffering=0) as file:
        step = max(len(content) // 5, 1)
        for start in range(0, len(content), step):
            file.write(content[start : start + step])
            time.sleep(PAUSE)


def git(*words, path, data=None, **env):
    """What git answers in the folder of a file."""
    who = ("-c", "user.email=a@b", "-c", "user.name=n", "-c", "init.defaultBranch=main")
    done = subprocess.run(
        ["git", *who, *words], cwd=path.parent, check=True, capture_output=True, input=data or b"",
        env=os.environ | env, timeout=30,
    )  # fmt: skip
    return done.stdout.decode().strip()


def committed(path, content):
    """Commit the file as it is, then another text of it beside; the commit of that one."""
    if not (path.parent / ".git").exists():
        git("init", "-q", path=path)
    git("add", path.name, path=path)
    git("commit", "-qm", "before", "--allow-empty", path=path)
    blob = git("hash-object", "-w", "--stdin", path=path, data=content)
    index = {"GIT_INDEX_FILE": str(path.parent / ".git" / "beside")}
    git("read-tree", "HEAD", path=path, **index)
    git("update-index", "--cacheinfo", f"100644,{blob},{path.name}", path=path, **index)
    tree = git("write-tree", path=path, **index)
    return git("commit-tree", tree, "-p", "HEAD", "-m", "after", path=path)


def checked_out(path, content):
    git("checkout", "-q", "--detach", committed(path, content), path=path)


def rebased(path, content):
    git("rebase", "-q", committed(path, content), path=path)


def unstashed(path, content):
    """As `git stash pop` does it: the working tree gets what was put away."""
    tree = git("rev-parse", committed(path, content) + "^{tree}", path=path)
    index = git("commit-tree", "HEAD^{tree}", "-p", "HEAD", "-m", "index", path=path)
    words = ("commit-tree", tree, "-p", "HEAD", "-p", index, "-m", "stash")
    git("stash", "store", "-m", "stash", git(*words, path=path), path=path)
    git("stash", "pop", "-q", path=path)


def sed(path, content):
    """In place as sed and perl do it: another file, renamed over."""
    beside = source(path, content)
    run("sed", "-i", "-e", f"1r {beside}", "-e", "d", str(path))


SAVERS = {
    "rename": ("", renamed),
    "in place": ("", in_place),
    "in pieces": ("", in_pieces),
    "syncthing": ("", syncthing),
    "mv": ("mv", moved_in),
    "cp": ("cp", copied_over),
    "made again": ("", made_again),
    "sed": ("sed", sed),
    "vim": ("vim", vim()),
    "vim backupcopy=yes": ("vim", vim("set backup backupcopy=yes")),
    "vim nowritebackup": ("vim", vim("set nobackup nowritebackup")),
    "emacs": ("emacs", emacs()),
    "emacs precious": ("emacs", emacs("(setq file-precious-flag t)")),
    "git checkout": ("git", checked_out),
    "git rebase": ("git", rebased),
    "git stash": ("git", unstashed),
    "rsync": ("rsync", rsync("-I")),
    "rsync in place": ("rsync", rsync("-I", "--inplace")),
}
"""Name → the tool it needs, if any, and who saves."""

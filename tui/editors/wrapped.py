"""Which program a command comes down to, behind the programs that only start another one."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType

_TAKES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "env": frozenset({"-u", "-C", "--unset", "--chdir"}),
        "nice": frozenset({"-n"}),
        "nohup": frozenset(),
        "setsid": frozenset(),
        "sudo": frozenset({"-u", "-g", "-h", "-p", "-C", "-D"}),
        "doas": frozenset({"-u", "-C"}),
        "flatpak": frozenset(),
        "snap": frozenset(),
    }
)
"""Programs that start another one, with those of their options that take a word of their own."""
_EDITS = {"-e", "--edit"}
"""With these sudo is sudoedit, which takes files and nothing else."""


def program(words: Sequence[str]) -> str:
    """The name of the editor in a command: without its folder, and without an ending of Windows."""
    name = _name(words[0])
    if name not in _TAKES:
        return name
    if name == "sudo" and not _EDITS.isdisjoint(words):
        return "sudoedit"
    if "run" not in words and name in {"flatpak", "snap"}:
        return name
    inner = _inner(words, _TAKES[name])
    return program(inner) if inner else name


def _inner(words: Sequence[str], takes: frozenset[str]) -> Sequence[str]:
    """The command another one starts: what is no option, no assignment and no `run`."""
    skip = True
    for at, word in enumerate(words):
        if word.startswith("--command="):
            return [word.partition("=")[2]]
        if not skip and not word.startswith("-") and "=" not in word and word != "run":
            return words[at:]
        skip = word in takes
    return ()


def _name(word: str) -> str:
    name = PurePath(word.replace("\\", "/")).name
    for ending in (".exe", ".cmd", ".bat", ".sh", ".AppImage", ".appimage"):
        name = name.removesuffix(ending)
    return name

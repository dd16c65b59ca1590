"""Whether an address a brief names is opened, asked about, or never opened. Nothing is run here."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple
from urllib.parse import quote, urlsplit

from tui.brief.shown import unsafe

Verdict = Literal["open", "ask", "never"]
PLAIN = {"http", "https", "mailto"}
"""What is opened without a question."""
NEVER = {"javascript", "data", "file", "vbscript", "blob", "about", "view-source", "ms-msdt"}
"""What runs, or reads this machine's files, in whatever opens it."""
RUNS = {
    ".desktop", ".sh", ".bash", ".command", ".exe", ".com", ".bat", ".cmd", ".ps1", ".msi", ".scr",
    ".vbs", ".js", ".jar", ".py", ".pl", ".rb", ".app", ".appimage", ".lnk", ".url", ".reg", ".run",
}  # fmt: skip
"""Names of files that their system runs, whatever the rights of the file."""
SCRIPTED = {".html", ".htm", ".xhtml", ".mht", ".svg", ".docm", ".xlsm", ".pptm", ".chm", ".hta"}
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")


class Judged(NamedTuple):
    """What is to become of an address."""

    verdict: Verdict
    target: str
    """What the opener is given: an address in ASCII where it can be, or an absolute path."""
    where: str
    """The host, the person or the name of the file, for a list. Not safe for a screen yet."""
    why: str = ""
    """Why it is asked about or never opened."""
    is_file: bool = False


def judge(address: str, folder: Path) -> Judged:
    """Judge an address, or the name of a file in the folder of the brief."""
    scheme = _SCHEME.match(address)
    if scheme is None:
        return _file(address, folder)
    name = scheme[1].lower()
    target = "".join(_quoted(letter) for letter in address)
    try:
        parts = urlsplit(address)
        host, user = parts.hostname or "", parts.username is not None
        _ = parts.port  # raises for one that is no number
    except ValueError:
        return Judged("never", target, address, "this is not an address")
    where = host or parts.path.partition("?")[0]
    if name in NEVER:
        return Judged("never", target, where, f"`{name}:` is never opened")
    why = "; ".join(_doubts(address, name, host, with_user=user))
    return Judged("ask" if why else "open", target, where, why)


def _quoted(letter: str) -> str:
    return quote(letter) if letter.isspace() or unsafe(letter) else letter


def _doubts(address: str, scheme: str, host: str, *, with_user: bool) -> Iterator[str]:
    if scheme not in PLAIN:
        yield f"`{scheme}:` is opened by whatever program wants it"
    if any(letter.isspace() or unsafe(letter) for letter in address):
        yield "it holds blanks or characters that cannot be seen"
    if "\\" in address:
        yield "it holds a backslash, which browsers read as a slash"
    if with_user:
        yield "what stands before the @ is a name to log in with, not the host"
    if scheme in {"http", "https"} and not host:
        yield "it names no host"
    if "xn--" in host:
        yield "its host is written in another script (punycode)"
    if not host.isascii():
        kinds = _scripts(host)
        mixed = f", of several scripts: {', '.join(kinds)}" if len(kinds) > 1 else ""
        yield f"the letters of its host are not all plain Latin ones{mixed}"


def _scripts(host: str) -> list[str]:
    """The scripts of the letters of a host, by the first word of their Unicode names."""
    names = (unicodedata.name(each, "unknown").split()[0] for each in host if each.isalpha())
    return list(dict.fromkeys(name.capitalize() for name in names))


def _file(name: str, folder: Path) -> Judged:
    """A file in the folder of the brief is opened, unless it would run; one elsewhere asks."""
    try:
        path = os.path.realpath(folder / name)
        state = os.stat(path)  # noqa: PTH116  (of the real path: no link is left in it)
        inside = os.path.commonpath((path, os.path.realpath(folder)))
    except (OSError, ValueError):
        return Judged("never", name, name, "there is no such file beside the brief", is_file=True)
    shown = Path(path).name
    if not stat.S_ISREG(state.st_mode):
        return Judged("never", path, shown, "this is not a file", is_file=True)
    kind = Path(path).suffix.lower()
    if kind in RUNS:
        return Judged("never", path, shown, "this file is a program", is_file=True)
    doubts = (
        (inside != os.path.realpath(folder), "it lies outside the folder of the brief"),
        (state.st_mode & 0o111, "it may be run as a program"),
        (kind in SCRIPTED, f"a {kind} file may hold a program"),
    )
    why = "; ".join(doubt for there, doubt in doubts if there)
    return Judged("ask" if why else "open", path, shown, why, is_file=True)

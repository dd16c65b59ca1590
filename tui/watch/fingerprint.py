"""What is remembered of a file's content: enough to tell the same, another and a torn one."""

import io
import zlib
from array import array
from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True)
class Fingerprint:
    """A content without its bytes, about four bytes a line.

    The digest alone tells whether a file changed; without the rest, no shrinking is noticed.
    """

    digest: bytes
    size: int = 0
    ends_line: bool = False
    lines: bytes = b""
    """The CRC-32 of the content up to the end of each line, four bytes each."""


def fingerprint(content: bytes) -> Fingerprint:
    """Return the fingerprint of a content."""
    checks, check = array("I"), 0
    for line in io.BytesIO(content):
        check = zlib.crc32(line, check)
        checks.append(check)
    digest = blake2b(content, digest_size=16).digest()
    return Fingerprint(digest, len(content), content.endswith(b"\n"), checks.tobytes())


def looks_torn(content: bytes, old: Fingerprint) -> bool:
    """Whether a content looks like the old one in the middle of being written again.

    True where it is empty, under half the size, ends inside a line where the old did not, or is
    the beginning of the old one (a last line cut short is not compared). Two of three cuts of a
    realistic brief load without error, so the parser cannot tell (hazards 14).
    """
    if not content:
        return old.size > 0
    if len(content) * 2 < old.size or (old.ends_line and not content.endswith(b"\n")):
        return True
    return len(content) < old.size and _begins(content, old)


def _begins(content: bytes, old: Fingerprint) -> bool:
    head = content[: content.rfind(b"\n") + 1]
    if not head:
        return True
    checks = array("I", old.lines)
    line = head.count(b"\n") - 1
    return line < len(checks) and checks[line] == zlib.crc32(head)

"""Whether the process that left something behind is still there."""

import os

from tui.brief.files import read_bytes


def started(pid: int) -> str:
    """When a process began, in the kernel's own count since the start of the machine.

    A process number is used again; the pair of both is not, until the machine restarts. "" if the
    system does not know.
    """
    status = read_bytes(f"/proc/{pid}/stat")
    if not isinstance(status, bytes):
        return ""
    # The second field is the program's name in brackets, and may hold anything.
    fields = status.rpartition(b")")[2].split()
    return fields[19].decode("ascii", "replace") if len(fields) > 19 else ""


def lives(pid: int, began: str = "") -> bool:
    """Whether a process is there; with `began`, whether it is still the same one."""
    if pid <= 0 or os.name != "posix":  # on Windows the question would end the process
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return not began or not (now := started(pid)) or now == began

"""`parley`: hands the words of the command line to the command they name."""

import sys


def main() -> int:
    """Run one command and return its exit code; see `tui.cli` for what the codes mean."""
    from tui.cli import run  # noqa: PLC0415  (after the interpreter could say it started us)

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

"""Problems found in a file while it is read."""

from tui.brief.place import Place, Problem, Severity


class Faults:
    """The problems of one file so far, and whether reading must stop."""

    def __init__(self, file: str) -> None:
        self.problems: list[Problem] = []
        self.stopped = False
        self.fatal = False
        self._file = file

    def report(
        self, line: int, column: int, code: str, message: str, severity: Severity = "error"
    ) -> None:
        """Note a problem that reading steps over."""
        self.problems.append(Problem(Place(self._file, line, column), code, message, severity))

    def warn(self, line: int, column: int, code: str, message: str) -> None:
        """Report a likely slip that changes nothing."""
        self.report(line, column, code, message, "warning")

    def stop(self, line: int, column: int, code: str, message: str) -> None:
        """Note a problem after which nothing of the file can be trusted."""
        self.report(line, column, code, message)
        self.stopped = self.fatal = True

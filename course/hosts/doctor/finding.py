"""What a check of the installation found: a stable code, one sentence and its cure."""

from dataclasses import dataclass

__all__ = ["CODES", "NOTES", "Finding", "from_error"]

CODES = {
    "SF01": "Python is too old",
    "SF02": "a package is missing or of another version than the course needs",
    "SF03": "a part of JupyterLab that draws the interactives is missing or of another version",
    "SF04": "such a part is switched off",
    "SF05": "the course's own part of JupyterLab is missing: chapters are not live when they are "
    "opened",
    "SF06": "a table or a file of questions is damaged",
    "SF07": "the student's folder cannot be written",
    "SF08": "the answers file holds lines that cannot be read (a note, no fault)",
    "SF09": "Jupyter's own folder cannot be written",
    "SF10": "the disk is nearly full",
    "SF11": "the answers file is there and cannot be read",
    "SF12": "a chapter is older than the course, and nobody changed it (a note, no fault)",
    "SF13": "a chapter was changed, and the course has a newer one (a note, no fault)",
    "SF14": "a kernel of the home is called python3 and starts another Python (a note, no fault)",
    "SF15": "no kernel starts",
    "SF16": "a chapter cannot be read as a notebook",
    "SF17": "a plain Jupyter server would not load the course's server extension "
    "(a note, no fault)",
    "SF18": "a copy of the course's part of Jupyter is of another version (a note, no fault)",
    "SF99": "a check itself failed",
}
NOTES = {"SF08", "SF12", "SF13", "SF14", "SF17", "SF18"}


@dataclass(frozen=True)
class Finding:
    """What a check found: code "" if all is well, else a code, the fault in words and its cure."""

    code: str
    what: str
    cure: str = ""

    def __str__(self):
        return f"{self.code or 'ok':8}{self.what}{f' Cure: {self.cure}' if self.cure else ''}"


def from_error(code, error):
    """The Finding that a CourseError tells; its sentence reads "fault; cure."."""
    what, _, cure = str(error).partition("; ")
    return Finding(code, f"{what}.", cure or "install the course again.")

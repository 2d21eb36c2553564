"""nbgrader, called for one class folder: its own API, its log kept, its errors turned into a sentence."""

import os
import re
import sys
import warnings
from pathlib import Path

from traitlets.config import Config, PyFileConfigLoader

from course._beside import use_our_kernel
from course.errors import CourseError

__all__ = ["Grader"]


def _last_error(result):
    """The line of nbgrader's log that says why: an exception's own, else its last error."""
    lines = f"{result.get('log', '')}\n{result.get('error') or ''}".splitlines()
    raised = [
        line.strip() for line in lines if re.match(r"\s*(?!nbgrader)[\w.]*(Error|Exception)\b.*: ", line)
    ]
    errors = [line.split("] ", 1)[-1] for line in lines if line.startswith(("[ERROR]", "[CRITICAL]"))]
    return (raised[-1:] or errors[-1:] or ["it gave no reason"])[0].rstrip(".")


class Grader:
    """nbgrader for a Folder. Each method returns nbgrader's log; `run` raises CourseError if nbgrader failed."""

    def __init__(self, folder):
        try:
            from nbgrader.apps.api import NbGraderAPI
        except ImportError:
            raise CourseError(
                "nbgrader is not installed; install the classroom tools with: pip install 'steel-frame[classroom]'."
            ) from None
        config = Config(PyFileConfigLoader("nbgrader_config.py", path=str(folder.path)).load_config())
        config.CourseDirectory.root = str(folder.path)
        # nbgrader calls alembic by its bare name, which only an activated environment finds.
        places = os.environ.get("PATH", "").split(os.pathsep)
        scripts = str(Path(sys.executable).parent)
        if scripts not in places:
            os.environ["PATH"] = os.pathsep.join([scripts, *places])
        use_our_kernel()  # a sheet is run beside what a student handed in
        self.folder = folder
        self.api = NbGraderAPI(config=config)

    def run(self, what, *arguments, **options):
        """Call the API's method `what`; returns its log."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its own to its database library
            result = getattr(self.api, what)(*arguments, **options)
        if not result["success"]:
            raise CourseError(f"nbgrader could not {what.replace('_', ' ')}: {_last_error(result)}")
        return result.get("log", "")

    @property
    def exchange(self):
        """The folder where the class and its students meet, or None if this machine has none that works."""
        return self.api.exchange_root if self.api.exchange_is_functional else None

    def collect_one(self, name, student):
        """Collect one student's newest submission into submitted/; returns a sentence on failure, else None."""
        from nbgrader.utils import capture_log, temp_attrs

        directory = self.api.coursedir
        with temp_attrs(directory, assignment_id=name, student_id=student, submitted_directory="submitted"):
            app = self.api.exchange.Collect(
                coursedir=directory, authenticator=self.api.authenticator, parent=self.api
            )
            app.update = True
            result = capture_log(app)
        return None if result["success"] else _last_error(result)

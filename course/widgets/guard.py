"""One guard round every callback: ipywidgets would swallow the error and leave a dead widget."""

import os
from functools import wraps

from course.errors import CourseError

__all__ = ["guarded"]


def guarded(callback):
    """Tell the page in a sentence what went wrong; under test (STEEL_FRAME_STRICT) raise it as well."""

    @wraps(callback)
    def call(self, widget, message, buffers):
        try:
            return callback(self, widget, message, buffers)
        except Exception as error:
            sentence = (
                str(error)
                if isinstance(error, CourseError)
                else "Something in the course failed; your work so far is kept. Choose Run, then Run All Cells, and try again."
            )
            self.send({"re": message.get("kind"), "id": message.get("id"), "problem": sentence})
            if os.environ.get("STEEL_FRAME_STRICT"):
                raise
            return None

    return call

"""One guard round every callback: ipywidgets would swallow the error and leave a dead widget."""

import os
from functools import wraps

from course.errors import CourseError
from course.interface.words import say

__all__ = ["guarded"]


def guarded(callback):
    """Tell the page in a sentence what went wrong;
    under test (STEEL_FRAME_STRICT) raise it as well.
    """

    @wraps(callback)
    def call(self, widget, message, buffers):
        try:
            return callback(self, widget, message, buffers)
        except Exception as error:
            sentence = str(error) if isinstance(error, CourseError) else say("kernel.failed")
            self.send({"re": message.get("kind"), "id": message.get("id"), "problem": sentence})
            if os.environ.get("STEEL_FRAME_STRICT"):
                raise
            return None

    return call

"""The classroom: assignments, their marking, what the class misunderstood. It drives nbgrader (extra `classroom`).

A student's submission is the answers file. The sheet is built from the instructor's own key, and marked by it; nothing
that a student wrote is ever executed.
"""

from course.classroom.assignment import Assignment, read
from course.classroom.marking import final, mark, marks

__all__ = ["Assignment", "final", "mark", "marks", "read"]

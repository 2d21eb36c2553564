"""Release, collect, grade, give back: each step says what it did,
student by student where one of them failed.
"""

from course.classroom.cycle.collecting import collect
from course.classroom.cycle.giving import feedback
from course.classroom.cycle.grading import grade
from course.classroom.cycle.releasing import release

__all__ = ["collect", "feedback", "grade", "release"]

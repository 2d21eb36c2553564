"""The same 400 applicants sorted twice: how many of the ablest
40 are among the 40 who enter, each time.
"""

from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally

__all__ = ["selection"]


def _sorted(ablest: int, places: int, applicants: int, takes: str, by: tuple[str, ...]) -> Tally:
    return Tally(
        (
            Group(ablest, "expert", f"{takes} {ablest} of the ablest {places}", by=by),
            Group(
                places - ablest,
                "person",
                f"and {places - ablest} of the other {applicants - places}",
                "quiet",
                "outline",
            ),
        ),
        size=22,
    )


def selection(by_exam: int, by_both: int, places: int, applicants: int, second: str) -> Scene:
    """Of the ablest as many as there are places: how many the exam alone takes,
    and how many both scores take. second: the sign of who gives the second score.
    """
    return {
        "exam": _sorted(by_exam, places, applicants, "Exam alone takes", ("school",)),
        "both": _sorted(by_both, places, applicants, "Your weights take", ("school", second)),
    }

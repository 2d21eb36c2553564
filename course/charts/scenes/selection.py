"""The same 400 applicants sorted twice: how many of the ablest
40 are among the 40 who enter, each time.
"""

from course.charts.pictures.said import Said
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


def selection(
    by_exam: int, by_both: int, places: int, applicants: int, second: tuple[str, str]
) -> Scene:
    """Of the ablest as many as there are places: how many the exam alone takes,
    and how many both scores take. second: the second score, in a word, and the sign of who
    gives it.
    """
    name, sign = second
    return {
        "posts": Said(f"{places} posts are filled from {applicants} applicants.", strong=True),
        "exam": _sorted(by_exam, places, applicants, "Exam alone:", ("school",)),
        "both": _sorted(by_both, places, applicants, f"Exam and {name}:", ("school", sign)),
    }

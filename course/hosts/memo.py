"""What a host with Python does for the policy memo: the figures of a country more,
and the memo as files.
"""

from typing import Any

from course import capstone
from course.errors import CourseError
from course.evidence.inquiries.shared.countries import code
from course.interface.words import say
from course.items import kinds

__all__ = ["figures", "write"]


def figures(typed: object) -> dict[str, Any]:
    """{"country", "name", "figures"} of a country as a person types its code. Raises CourseError,
    naming the nearest.
    """
    from course.interactives.memo import offered

    country = code(str(typed))
    capstone.figures(country)  # raises, naming the nearest, before a name is looked up
    return {"country": country, **offered(country)}


def write(memo: object, date: object) -> dict[str, Any]:
    """Write the memo beside the chapters: {"files": their names}.

    Raises CourseError if no page of ours could have sent it, or if it cannot be written.
    """
    if not kinds.of(capstone.item()).is_answer(memo):
        raise CourseError(say("server.no_memo"))
    return {"files": [path.name for path in capstone.write(memo, date)]}

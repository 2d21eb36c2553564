"""Growth without precedent: was the largest rise of civil society from 1999 to 2008 larger than
every earlier one? The record cannot decide it: the largest of some twenty earlier windows is set
against one or two, and where nothing changes it is the larger in about half of all records
(tests/evidence/test_as_read.py).
"""

from collections.abc import Callable, Mapping

from course.evidence.as_read._asked import asked, undecided
from course.evidence.inquiry import Inquiry

__all__ = ["ASKED"]

_WHY = "Among so many earlier years chance alone often gives a larger rise than the one of 1999."


def _without_precedent() -> Inquiry:
    return asked(
        "without-precedent",
        ("vdem-v12", "vdem-v15-indices"),
        subjects={
            "measured": {
                "participation": "participation in civil society",
                "involvement": "involvement in civil society",
                "index": "index of participation",
            }
        },
        choices={"width": {9: "over nine years, as from 1999 to 2008"}},
        compare=undecided(_WHY),
        expects=1,
        floor=1,
        unit="times the smallest step that we read",
    )


ASKED: Mapping[str, Callable[[], Inquiry]] = {"without-precedent": _without_precedent}

"""What the readings share: a series seen from a mark, and an Inquiry that no card draws."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from course.errors import CourseError
from course.evidence.inquiry import Inquiry, Options, Value
from course.evidence.picture import Picture
from course.evidence.result import Result
from course.evidence.series import Series

__all__ = ["above", "asked", "undecided"]


def above(series: Series, mark: float) -> Series:
    """How far a Series stands above a fixed mark, in its own unit."""
    return replace(
        series, points=tuple(replace(point, value=point.value - mark) for point in series.points)
    )


def undecided(why: str) -> Callable[..., Result]:
    """What compares for a reading that the figures cannot decide: it raises CourseError, which says
    why.
    """

    def compare(**_asked: Value) -> Result:
        raise CourseError(why)

    return compare


def _undrawn(**_asked: Value) -> Picture:
    raise CourseError("No chart is drawn of this reading; its figures stand among the readings.")


def asked(
    name: str,
    tables: tuple[str, ...],
    *,
    compare: Callable[..., Result],
    expects: int,
    unit: str,
    choices: Mapping[str, Options],
    subjects: Mapping[str, Options] | None = None,
    floor: float | None = None,
    band: float | None = None,
    uncounted: str = "",
) -> Inquiry:
    """The Inquiry of a reading, whose words stand beside it in evidence.yaml."""
    return Inquiry(
        id=name,
        tables=tables,
        choices=choices,
        labels={},
        compare=compare,
        draw=_undrawn,
        expects=expects,
        unit=unit,
        subjects=subjects or {},
        floor=floor,
        band=band,
        uncounted=uncounted,
    )

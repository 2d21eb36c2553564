"""What a comparison looks like, as plain figures: series over years,
countries in a plane, or a ranked list.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # what reckons is loaded by what draws
    from course.evidence.dating import Dates
    from course.evidence.periods import Mean
    from course.evidence.series import Series

__all__ = ["Cloud", "Dot", "Dots", "Lines", "Picture", "Place"]

Place: TypeAlias = tuple[float, float]  # x, y
Dot: TypeAlias = tuple[str, float, float | None, bool]


@dataclass(frozen=True)
class Lines:
    """One or two series over years. main and beside are Series; means are (words, Mean); marks are
    (year, words).

    dates are those of the step in the series compared, drawn as a strip, where the claim names a
    year.
    """

    y: str
    unit: str
    main: "Series"
    beside: "Series | None" = None
    names: tuple[str, ...] = ("", "")
    means: "tuple[tuple[str, Mean], ...]" = ()
    marks: tuple[tuple[int, str], ...] = ()
    dates: "Dates | None" = None


@dataclass(frozen=True)
class Cloud:
    """Countries in a plane: points are {iso3: (x, y)}, bars {iso3: half the 95 % interval of y}.

    marked are those named on the chart, {iso3: name}; names has a name for each of the others. line
    holds the two ends of a fitted line.
    """

    x: str
    x_unit: str
    y: str
    y_unit: str
    points: Mapping[str, Place]
    marked: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    bars: Mapping[str, float] = field(default_factory=dict[str, float])
    line: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Dots:
    """A list from low to high: rows are (words, value, half the 95 % interval or None,
    whether it is marked).
    """

    x: str
    unit: str
    rows: tuple[Dot, ...]
    at: float | None = None  # a value to compare with, such as a median
    at_words: str = ""


Picture: TypeAlias = Lines | Cloud | Dots

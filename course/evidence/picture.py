"""What a comparison looks like, as plain figures: series over years, countries in a plane, or a ranked list."""

from dataclasses import dataclass, field

__all__ = ["Cloud", "Dots", "Lines"]


@dataclass(frozen=True)
class Lines:
    """One or two series over years. main and beside are Series; means are (words, Mean); marks are (year, words)."""

    y: str
    unit: str
    main: object
    beside: object = None
    names: tuple = ("", "")
    means: tuple = ()
    marks: tuple = ()


@dataclass(frozen=True)
class Cloud:
    """Countries in a plane: points are {iso3: (x, y)}, bars {iso3: half the 95 % interval of y}.

    marked are those named on the chart, {iso3: name}; names has a name for each of the others. line holds the two ends
    of a fitted line.
    """

    x: str
    x_unit: str
    y: str
    y_unit: str
    points: dict
    marked: dict
    names: dict = field(default_factory=dict)
    bars: dict = field(default_factory=dict)
    line: tuple = ()


@dataclass(frozen=True)
class Dots:
    """A list from low to high: rows are (words, value, half the 95 % interval or None, whether it is marked)."""

    x: str
    unit: str
    rows: tuple
    at: float | None = None  # a value to compare with, such as a median
    at_words: str = ""

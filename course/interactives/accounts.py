"""What the timeline holds: the service through time in two accounts,
and an indicator beside them.
"""

from typing import NotRequired, TypedDict

__all__ = ["Accounts", "Dated", "Government", "Indicators", "Line", "Period", "Strip"]


class Dated(TypedDict):
    """An event of the record: when, what, and the sources with their addresses. span: the same time
    in years, 1947.62.

    lane: its layer of the record; a case has none.
    """

    when: str
    span: tuple[float, float]
    lane: str
    event: str
    says: str
    sources: list[tuple[str, str]]


class Period(TypedDict):
    """A period or event of an account, from year to year, with what the record holds of that time.

    changes is {dimension: what changed, claims}.
    """

    id: str
    kind: str
    start: int
    end: int
    label: str
    says: str
    claims: list[str]
    changes: dict[str, tuple[str, list[str]]]
    record: list[Dated]


class Government(TypedDict):
    """Who governed, from when to when in years. look: colonial, civil or military; begins: the day
    of the break it begins with.
    """

    name: str
    start: float
    end: float
    look: str
    begins: str


class Strip(TypedDict):
    """Years to scale: lines of equal length, [from, to), which follow each other; years:
    the first and the last to choose.
    """

    years: tuple[int, int]
    lines: list[tuple[int, int]]
    governments: list[Government]


class Line(TypedDict):
    """An indicator: what it asks, and its value year by year."""

    name: str
    asks: str
    values: list[float]


class Indicators(TypedDict):
    """Lines from the year `first` on; regimes: who governed, from which year to which."""

    first: int
    lines: list[Line]
    regimes: list[tuple[str, int, int]]
    source: str
    doubt: str


class Accounts(TypedDict):
    """Rows in order of date, the claims (words, section) that they rest on,
    and the words that the page needs.
    """

    title: str
    about: str
    strip: NotRequired[Strip]  # of an earlier version there is none
    rows: list[Period]
    claims: dict[str, tuple[str, str]]
    layers: dict[str, str]
    lanes: NotRequired[dict[str, str]]  # layers of the record; of an earlier version there are none
    kinds: dict[str, str]
    changes: dict[str, tuple[str, str]]
    dimensions: dict[str, str]
    indicators: Indicators | None

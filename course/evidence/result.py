"""What a comparison returns, and the rule that turns intervals into a verdict."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import NormalDist
from typing import Literal, TypeAlias, get_args

__all__ = [
    "VERDICTS",
    "Z68",
    "Z95",
    "Fact",
    "Interval",
    "Reading",
    "Result",
    "Verdict",
    "found",
    "judge",
    "read",
]

Z68 = NormalDist().inv_cdf(0.84)
Z95 = NormalDist().inv_cdf(0.975)
FIRM = 2 / 3  # of the admissible choices must be read; MEASURED.md says what that finds and misses

Interval: TypeAlias = tuple[float, float]  # low, high
Fact: TypeAlias = float | str
Reading: TypeAlias = Literal[-1, 0, 1]
Verdict: TypeAlias = Literal[
    "supports", "contradicts", "leaves open", "sources disagree", "cannot be tested here"
]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True)
class Result:
    """One comparison, with what is needed to trust it.

    estimate and interval are in the comparison's own unit (for a correlation: -1 to 1); interval is (low, high) at
    95 %, or None where the source has none. n counts the units compared; years are those used; source is the source
    line; provisional says whether a table is; rule, verdict and reason say how the figure was judged. facts holds what
    else the comparison found, by name, for its sentence.
    """

    estimate: float
    interval: Interval | None
    n: int
    years: tuple[int, ...]
    source: str
    provisional: bool
    rule: str
    verdict: Verdict
    reason: str
    facts: dict[str, Fact] = field(default_factory=dict[str, Fact])

    def __post_init__(self) -> None:
        if self.verdict not in VERDICTS:
            raise ValueError(f"A verdict is one of {', '.join(VERDICTS)}; {self.verdict!r} is not.")
        if self.interval is not None and not self.interval[0] <= self.estimate <= self.interval[1]:
            raise ValueError(f"The interval {self.interval} does not hold the estimate {self.estimate}.")

    @property
    def bounds(self) -> Interval:
        """The interval of a Result that has one; raises ValueError for one that has none."""
        if self.interval is None:
            raise ValueError(f"{self.source} gives no interval.")
        return self.interval

    @property
    def badge(self) -> str:
        """interval, no interval or provisional: how firm the figure is, in a word or two."""
        return "provisional" if self.provisional else "interval" if self.interval else "no interval"


def found(
    estimate: float,
    half: float | None,
    *,
    n: int,
    years: Iterable[int],
    source: str,
    provisional: bool = False,
    **facts: Fact,
) -> Result:
    """A Result that nobody has judged yet. half is half its 95 % interval, or None where the source has none."""
    interval = None if half is None else (estimate - half, estimate + half)
    return Result(
        float(estimate),
        interval,
        n,
        tuple(years),
        source,
        provisional,
        rule="",
        verdict="leaves open",
        reason="not judged yet",
        facts=facts,
    )


def read(result: Result, floor: float | None = None) -> Reading:
    """What one comparison says: 1 (a rise), -1 (a fall) or 0 (too small to read).

    An interval must lie on one side of zero. Where there is none, the estimate must reach `floor`, in its own unit:
    without a floor nothing is read.
    """
    if result.interval is None:
        return 0 if floor is None or abs(result.estimate) < floor else 1 if result.estimate > 0 else -1
    low, high = result.interval
    return 1 if low > 0 else -1 if high < 0 else 0


def judge(
    results: Iterable[Result], *, expects: int = 1, floor: float | None = None, firm: float = FIRM
) -> Verdict:
    """Verdict for a claim that expects a rise (1) or a fall (-1), over the Results of every admissible choice.

    Supports: every estimate lies on the claim's side of zero, and the share `firm` of them is read so. Contradicts: the
    same on the other side. None at all: cannot be tested here. Else: leaves open.
    """
    results = list(results)
    if not results:
        return "cannot be tested here"
    sides: tuple[tuple[int, Verdict], ...] = ((expects, "supports"), (-expects, "contradicts"))
    for side, verdict in sides:
        readings = [read(result, floor) == side for result in results]
        if all(result.estimate * side > 0 for result in results) and sum(readings) >= firm * len(readings):
            return verdict
    return "leaves open"

"""What a comparison returns, and the rule that turns intervals into a verdict."""

from dataclasses import dataclass
from statistics import NormalDist

__all__ = ["VERDICTS", "Z95", "Result", "judge"]

Z95 = NormalDist().inv_cdf(0.975)
VERDICTS = ("supports", "contradicts", "leaves open", "sources disagree", "cannot be tested here")


@dataclass(frozen=True)
class Result:
    """One comparison, with what is needed to trust it.

    estimate and interval are in the comparison's own unit (for a correlation: -1 to 1); interval is (low, high) at
    95 %, or None where the source has none. n counts the units compared; years are those used; source is the source
    line; provisional says whether a table is; rule, verdict and reason say how the figure was judged.
    """

    estimate: float
    interval: tuple[float, float] | None
    n: int
    years: tuple[int, ...]
    source: str
    provisional: bool
    rule: str
    verdict: str
    reason: str

    def __post_init__(self):
        if self.verdict not in VERDICTS:
            raise ValueError(f"A verdict is one of {', '.join(VERDICTS)}; {self.verdict!r} is not.")
        if self.interval is not None and not self.interval[0] <= self.estimate <= self.interval[1]:
            raise ValueError(f"The interval {self.interval} does not hold the estimate {self.estimate}.")

    @property
    def badge(self):
        """interval, no interval or provisional: how firm the figure is, in a word or two."""
        return "provisional" if self.provisional else "interval" if self.interval else "no interval"


def judge(intervals):
    """Verdict for a claim that expects a positive figure, over every admissible choice of years.

    intervals: (low, high) of each choice. All above zero: supports. All below: contradicts. Else: leaves open.
    """
    intervals = list(intervals)
    if not intervals:
        return "cannot be tested here"
    if all(low > 0 for low, _ in intervals):
        return "supports"
    if all(high < 0 for _, high in intervals):
        return "contradicts"
    return "leaves open"

"""What a comparison returns, and the rule that turns estimates and intervals into a verdict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from statistics import NormalDist
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from course.evidence.contrast import Contrast

__all__ = [
    "LEAST",
    "MISSED",
    "NO_VERDICT",
    "TELLING",
    "VERDICTS",
    "Z68",
    "Z90",
    "Z95",
    "Fact",
    "Interval",
    "Reading",
    "Result",
    "Verdict",
    "found",
    "judge",
    "nothing",
    "read",
    "small",
    "under",
]

Z68 = NormalDist().inv_cdf(0.84)
Z90 = NormalDist().inv_cdf(0.95)
Z95 = NormalDist().inv_cdf(0.975)
FIRM = 2 / 3  # of the admissible choices must be read; MEASURED.md says what that finds and misses
LEAST = (
    0.8  # no series is taken to be less persistent than this: a short one cannot show that it is
)
MISSED = 0.05  # true changes of one step that "no such change" may pass over, at most

Interval: TypeAlias = tuple[float, float]  # low, high
Fact: TypeAlias = float | str
Reading: TypeAlias = Literal[-1, 0, 1]
Verdict: TypeAlias = Literal[
    "supports",
    "contradicts",
    "no such change",
    "leaves open",
    "sources disagree",
    "cannot be tested here",  # no verdict: the word where nothing can be compared
]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)[:5]
NO_VERDICT: Verdict = "cannot be tested here"
TELLING: frozenset[Verdict] = frozenset(("supports", "contradicts", "sources disagree"))


@dataclass(frozen=True)
class Result:
    """One comparison, with what is needed to trust it.

    estimate and interval are in the comparison's own unit (for a correlation: -1 to 1); interval is
    (low, high) at 95 %, or None where the source has none. n counts the units compared; years are
    those used; source is the source line; provisional says whether a table is; rule, verdict and
    reason say how the figure was judged. facts holds what else the comparison found, by name, for
    its sentence. inner is the interval at 90 %, that of two one-sided tests. otherwise holds half
    of each interval that other assumptions about the errors give, by their words. contrast is the
    estimate as a sum of yearly figures, where it is one.
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
    inner: Interval | None = None
    otherwise: Mapping[str, float] = field(default_factory=dict[str, float])
    contrast: "Contrast | None" = None

    def __post_init__(self) -> None:
        if self.verdict not in get_args(Verdict):
            raise ValueError(
                f"A verdict is one of {', '.join(get_args(Verdict))}; {self.verdict!r} is not."
            )
        if self.interval is not None and not self.interval[0] <= self.estimate <= self.interval[1]:
            raise ValueError(
                f"The interval {self.interval} does not hold the estimate {self.estimate}."
            )

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
    inner: float | None = None,
    otherwise: Mapping[str, float] | None = None,
    contrast: "Contrast | None" = None,
    **facts: Fact,
) -> Result:
    """A Result that nobody has judged yet.

    half is half its 95 % interval, or None where the source has none; inner is half that at 90 %,
    of a normal error unless told. otherwise and contrast are those of a Result.
    """
    return Result(
        float(estimate),
        _about(estimate, half),
        n,
        tuple(years),
        source,
        provisional,
        rule="",
        verdict="leaves open",
        reason="not judged yet",
        facts=facts,
        inner=_about(estimate, half * Z90 / Z95 if inner is None and half is not None else inner),
        otherwise=otherwise or {},
        contrast=contrast,
    )


def _about(estimate: float, half: float | None) -> Interval | None:
    return None if half is None else (float(estimate - half), float(estimate + half))


def under(result: Result, assumed: str) -> Result:
    """The Result with the interval that another assumption about its errors gives;
    itself where it has no such one.
    """
    half = result.otherwise.get(assumed)
    if half is None:
        return result
    inner = _about(result.estimate, half * Z90 / Z95)
    return replace(result, interval=_about(result.estimate, half), inner=inner)


def read(result: Result, floor: float | None = None) -> Reading:
    """What one comparison says: 1 (a rise), -1 (a fall) or 0 (too small to read).

    An interval must lie on one side of zero. Where there is none, the estimate must reach `floor`,
    in its own unit: without a floor nothing is read.
    """
    if result.interval is None:
        return (
            0 if floor is None or abs(result.estimate) < floor else 1 if result.estimate > 0 else -1
        )
    low, high = result.interval
    return 1 if low > 0 else -1 if high < 0 else 0


def small(results: Iterable[Result], floor: float | None) -> bool:
    """Whether no Result has an interval and every estimate is at
    most half the smallest step that is read.
    """
    results = list(results)
    return floor is not None and all(
        r.interval is None and abs(r.estimate) <= floor / 2 for r in results
    )


def nothing(
    results: Iterable[Result],
    *,
    floor: float | None = None,
    band: float | None = None,
    missed: float = 1,
) -> bool:
    """Whether the Results show that nothing of the size of `band`, or of `floor` where no interval
    exists, happened.

    With intervals, each at 90 % must lie inside the band: two one-sided tests. Without, every
    estimate must be at most half the floor, and `missed`, the share of true changes of one floor
    that would look so, at most 5 %.
    """
    results = list(results)
    if all(result.inner is not None for result in results):
        inner = [result.inner for result in results if result.inner is not None]
        return band is not None and all(-band < low and high < band for low, high in inner)
    return small(results, floor) and missed <= MISSED


def judge(
    results: Iterable[Result],
    *,
    expects: int = 1,
    floor: float | None = None,
    firm: float = FIRM,
    band: float | None = None,
    missed: float = 1,
) -> Verdict:
    """Verdict for a claim that expects a rise (1) or a fall (-1), over the Results of every
    admissible choice.

    No such change: `nothing`. Supports: every estimate lies on the claim's side of zero, and the
    share `firm` of them is read so. Contradicts: the same on the other side. None at all: cannot be
    tested here. Else: leaves open.
    """
    results = list(results)
    if not results:
        return NO_VERDICT
    if nothing(results, floor=floor, band=band, missed=missed):
        return "no such change"
    sides: tuple[tuple[int, Verdict], ...] = ((expects, "supports"), (-expects, "contradicts"))
    for side, verdict in sides:
        readings = [read(result, floor) == side for result in results]
        if all(result.estimate * side > 0 for result in results) and sum(readings) >= firm * len(
            readings
        ):
            return verdict
    return "leaves open"

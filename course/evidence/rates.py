"""How often a card would give a false verdict: its own choices,
put to made-up figures in which nothing happened.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from course.evidence.contrast import Contrast, Figures
from course.evidence.persistence import Persistence, ar, held, measured
from course.evidence.result import FIRM, LEAST, Result
from course.evidence.series import Series

__all__ = [
    "RUNS",
    "Noise",
    "Rates",
    "Rule",
    "counted",
    "independent",
    "missed",
    "of_held",
    "of_persistence",
    "rates",
]

RUNS = 2000
_HELD = 1.5  # years that codes are held on average, from which they count as held
_SEED = 1947

NDArrayBool: TypeAlias = NDArray[np.bool_]
Noise: TypeAlias = Mapping[Series, Figures]  # each series' figures in every run


@dataclass(frozen=True)
class Rule:
    """What judges: the side that the claim expects, the floor or None, and for each choice the
    source that it belongs to.
    """

    expects: int
    floor: float | None
    sources: tuple[object, ...] = ()


@dataclass(frozen=True)
class Rates:
    """Shares of made-up records without a change that get a verdict for the claim, and against it.

    At coefficient `rho`, and where codes are held for as long as those on record (None where they
    are not held).
    """

    rho: float
    for_it: float
    against: float
    held_for: float | None = None
    held_against: float | None = None


def _contrasts(results: Sequence[Result]) -> list[Contrast] | None:
    found = [result.contrast for result in results]
    return None if any(c is None for c in found) else [c for c in found if c is not None]


def _scaled(series: Series, drawn: Figures, sd: float | None) -> Figures:
    """Noise with the series' own errors, where it has them; else with a deviation of sd."""
    errors = [point.se for point in series.points]
    if all(error is not None for error in errors):
        return drawn * np.array(errors, float)
    return drawn * (0.0 if sd is None else sd)


def _noise(
    series: Sequence[Series],
    draw: Callable[[Persistence | None, int], Figures],
    shared: bool,
    rho: float | None = None,
) -> Noise:
    """Noise for each Series over its own years: of its own, or, if `shared`,
    cut from one and the same for all. rho: the coefficient that is drawn, if not each one's own.
    """
    kinds = list(dict.fromkeys(series))
    told = {one: measured(one) for one in kinds}
    first, last = min(one.years[0] for one in kinds), max(one.years[-1] for one in kinds)
    most = max((p for p in told.values() if p), key=lambda p: p.used, default=None)
    common = draw(most, last - first + 1) if shared else None
    noise: dict[Series, Figures] = {}
    for one in kinds:
        drawn = draw(told[one], last - first + 1) if common is None else common
        own = told[one]
        noise[one] = _scaled(
            one, drawn[:, [year - first for year in one.years]], own.sd(rho) if own else None
        )
    return noise


def of_persistence(
    series: Sequence[Series], rho: float | None, *, shared: bool = False, runs: int = RUNS
) -> Noise:
    """Noise for each Series at a coefficient (None: each at its own,
    never below the least that is assumed; all that err together at the largest of these).
    """
    rng = np.random.default_rng(_SEED)
    if shared and rho is None:
        rho = max((told.used for one in series if (told := measured(one))), default=None)

    def draw(told: Persistence | None, years: int) -> Figures:
        at = rho if rho is not None else told.used if told else LEAST
        return ar(at, runs, years, rng)

    return _noise(series, draw, shared, rho)


def of_held(
    series: Sequence[Series],
    lengths: Sequence[int] | None,
    *,
    shared: bool = False,
    runs: int = RUNS,
) -> Noise:
    """Noise for each Series as codes held for `lengths` (None: as long as its own were)."""
    rng = np.random.default_rng(_SEED)

    def draw(told: Persistence | None, years: int) -> Figures:
        return held(lengths or (told.lengths if told else (1,)), runs, years, rng)

    return _noise(series, draw, shared)


def _estimates(contrasts: Sequence[Contrast], noise: Noise) -> Figures:
    """Runs down, choices across: what each choice would find."""
    rows: dict[Series, list[int]] = {}
    for at, one in enumerate(contrasts):
        rows.setdefault(one.series, []).append(at)
    out = np.empty((len(next(iter(noise.values()))), len(contrasts)))
    for series, at in rows.items():
        out[:, at] = noise[series] @ np.array([contrasts[i].row() for i in at]).T
    return out


def _halves(
    results: Sequence[Result], contrasts: Sequence[Contrast], noise: Noise
) -> Figures | None:
    """Half of each choice's interval: as published, or reckoned anew; None where there are none."""
    if any(result.interval is None for result in results):
        return None
    halves = [
        one.half(noise[one.series])
        if one.half
        else np.full(len(noise[one.series]), (result.bounds[1] - result.bounds[0]) / 2)
        for result, one in zip(results, contrasts, strict=True)
    ]
    return np.array(halves).T


def _sided(
    estimates: Figures, halves: Figures | None, floor: float | None, side: int
) -> NDArrayBool:
    """Whether the choices of each run are a verdict on that side."""
    toward = side * estimates
    readings = (
        toward > halves if halves is not None else toward >= (np.inf if floor is None else floor)
    )
    enough = readings.sum(axis=1) >= FIRM * estimates.shape[1]
    return (toward > 0).all(axis=1) & enough


def counted(results: Sequence[Result], rule: Rule, noise: Noise) -> tuple[float, float] | None:
    """(share of runs with a verdict for the claim, share against it); None if the choices are no
    sums of yearly figures.

    That sources disagree counts as both: one of them is wrong for it, one against it.
    """
    contrasts = _contrasts(results)
    if contrasts is None:
        return None
    estimates, halves = _estimates(contrasts, noise), _halves(results, contrasts, noise)
    found: list[float] = []
    for side in (rule.expects, -rule.expects):
        given = _sided(estimates, halves, rule.floor, side)
        if len(set(rule.sources)) > 1:
            by = _by_source(estimates, halves, rule, side)
            other = _by_source(estimates, halves, rule, -side)
            given |= by & other
        found.append(float(given.mean()))
    return found[0], found[1]


def _by_source(estimates: Figures, halves: Figures | None, rule: Rule, side: int) -> NDArrayBool:
    """Whether any source's own choices are a verdict on that side."""
    any_of = np.zeros(len(estimates), bool)
    for source in dict.fromkeys(rule.sources):
        at = [i for i, own in enumerate(rule.sources) if own == source]
        any_of |= _sided(
            estimates[:, at], None if halves is None else halves[:, at], rule.floor, side
        )
    return any_of


def _worst(
    results: Sequence[Result], rule: Rule, noise: Callable[..., Noise]
) -> tuple[float, float]:
    """The larger shares of two: where the series of a card err apart,
    and where they all err together.
    """
    pairs = [counted(results, rule, noise(shared=shared)) or (1.0, 1.0) for shared in (False, True)]
    return max(one for one, _ in pairs), max(other for _, other in pairs)


def rates(results: Sequence[Result], rule: Rule) -> Rates | None:
    """The Rates of a card's own choices on its own record; None if they are no sums of yearly
    figures, or these too few.
    """
    contrasts = _contrasts(results)
    if contrasts is None:
        return None
    series = list(dict.fromkeys(one.series for one in contrasts))
    told = [found for one in series if (found := measured(one))]
    if len(told) < len(series):
        return None
    both = _worst(results, rule, partial(of_persistence, series, None))
    rho = max(one.used for one in told)
    if any(np.mean(one.lengths) < _HELD for one in told):
        return Rates(rho, *both)
    return Rates(rho, *both, *_worst(results, rule, partial(of_held, series, None)))


def independent(results: Sequence[Result], rule: Rule) -> tuple[float, float] | None:
    """The same two shares if no year told of the next: what a textbook would promise; None where
    `rates` is.
    """
    contrasts = _contrasts(results)
    if contrasts is None or any(measured(one.series) is None for one in contrasts):
        return None
    series = list(dict.fromkeys(one.series for one in contrasts))
    return _worst(results, rule, partial(of_persistence, series, 0.0))


def missed(results: Sequence[Result], floor: float, rho: float | None = None) -> float:
    """The share of true changes of one floor of which every choice says at most half a floor; 1 if
    that cannot be tried.

    The change comes where the first choice of each series looks for it, on noise at `rho` (None: as
    in `rates`).
    """
    contrasts = _contrasts(results)
    if contrasts is None:
        return 1.0
    first: dict[Series, Contrast] = {}
    for one in contrasts:
        first.setdefault(one.series, one)
    if any(measured(series) is None for series in first):
        return 1.0
    size = {s: floor / max(abs(float(one.row() @ one.step())), 1e-9) for s, one in first.items()}
    shares: list[float] = []
    for shared in (False, True):
        noise = of_persistence(list(first), rho, shared=shared)
        stepped = {
            series: figures + size[series] * first[series].step()
            for series, figures in noise.items()
        }
        shares.append(
            float((np.abs(_estimates(contrasts, stepped)) <= floor / 2).all(axis=1).mean())
        )
    return max(shares)

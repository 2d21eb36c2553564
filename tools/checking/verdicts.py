"""Are the verdicts honest? Series of known truth are put to the
very rules that weigh the record, many times.
"""

from collections import Counter
from typing import NoReturn

import numpy as np

from course.evidence import dating, inquiries, periods
from course.evidence.inquiry import Inquiry
from course.evidence.persistence import ar, held
from course.evidence.rates import Rule, counted, of_held, of_persistence
from course.evidence.series import Point, Series
from course.evidence.spells import difference

__all__ = [
    "NOISES",
    "TRUTHS",
    "asked_of",
    "dated",
    "made",
    "nothing_said",
    "rates_of",
    "verdicts",
    "verdicts_of",
]

YEARS, TURN = range(2000, 2024), 2012
FLOOR = BAND = 0.5
_SEED = 11
_RUNS = 2000

# noise -> series of a deviation of 1, runs down
NOISES = {
    "independent": lambda runs, years, rng: rng.normal(size=(runs, years)),
    "AR(1), 0.5": lambda runs, years, rng: ar(0.5, runs, years, rng),
    "AR(1), 0.8": lambda runs, years, rng: ar(0.8, runs, years, rng),
    "AR(1), 0.9": lambda runs, years, rng: ar(0.9, runs, years, rng),
    "held 5 years": lambda runs, years, rng: held((5,), runs, years, rng),
    "held 10 years": lambda runs, years, rng: held((10,), runs, years, rng),
}
# truth -> what is added to the noise in a year, in steps of the floor or the band
TRUTHS = {
    "no change": lambda _: 0.0,
    "half a step": lambda year: -0.5 * (year >= TURN),
    "one step": lambda year: -1.0 * (year >= TURN),
    "two steps": lambda year: -2.0 * (year >= TURN),
}


def made(values, se=None):
    """A Series of these figures, with an error of `se` each if it is told."""
    return Series(
        tuple(Point(y, float(v), se) for y, v in zip(YEARS, values, strict=True)), "made up"
    )


def _no_picture(**_choice: object) -> NoReturn:
    raise NotImplementedError  # a made-up series is judged, never shown


def asked_of(series):
    """The Inquiry that asks a made-up Series: did it fall at the turn? Six choices:
    three windows, the turn or a year on.
    """
    known = series.points[0].se is not None
    return Inquiry(
        id="made-up",
        tables=(),
        choices={"window": {6: "6 years", 8: "8", 10: "10"}, "turn": {TURN: "as claimed",
            TURN + 1: "a year on"}},
        labels={},
        compare=lambda window, turn: periods.change(series, *periods.around(turn, window)),
        draw=_no_picture,
        expects=-1,
        floor=None if known else FLOOR,
        band=BAND if known else None,
        unit="units",
    )  # fmt: skip


def _drawn(noise, sd, truth, runs):
    """`runs` made-up records of a truth, years across."""
    figures = sd * NOISES[noise](runs, len(YEARS), np.random.default_rng(_SEED))
    return figures + FLOOR * np.array([TRUTHS[truth](year) for year in YEARS])


def verdicts_of(truth, noise, sd, *, known, runs=200):
    """How often each verdict is given, as a Counter: series by series, by the Inquiry itself.

    known: each year tells its error, sd, so that intervals judge; else the floor does.
    """
    records = _drawn(noise, sd, truth, runs)
    return Counter(
        asked_of(made(values, sd if known else None)).answer().result.verdict for values in records
    )


def rates_of(noise, sd, *, known, truth="no change", runs=_RUNS):
    """(share for the claim, share against it) of made-up records, all at once."""
    series = made(np.zeros(len(YEARS)), sd if known else None)
    asked = asked_of(series)
    results = [result for _, result in asked.answer().each]
    return counted(results, Rule(-1, asked.floor), {series: _drawn(noise, sd, truth, runs)})


def spells_of(noise, runs=_RUNS):
    """The same for the rule of growth: four spells against four, each of three years."""
    series = made(np.arange(len(YEARS)))
    spells = [[*YEARS][at : at + 3] for at in range(0, len(YEARS), 3)]
    result = difference(series, spells[::2], spells[1::2])
    return counted([result], Rule(1, None), {series: _drawn(noise, 1, "no change", runs)})


def nothing_said(truth, noise, sd, *, known, runs=200):
    """The share of records of a truth of which the verdict is that there was no such change."""
    return verdicts_of(truth, noise, sd, known=known, runs=runs)["no such change"] / runs


def dated(truth, noise, sd, runs=200):
    """(share of records whose years not ruled out hold the turn, share that are dated to it, share
    dated to eight years before it).
    """
    found = [dating.dates(made(values), 500) for values in _drawn(noise, sd, truth, runs)]
    return tuple(
        sum(ask(one) for one in found) / runs
        for ask in (lambda d: TURN in d.open, lambda d: d.dated(TURN), lambda d: d.dated(TURN - 8))
    )


def _share(pair):
    return "-" if pair is None else " / ".join(f"{100 * share:.1f}" for share in pair)


def _cards():
    """Each card's own choices on its own record, at each noise: a line a card,
    of the first subject.
    """
    for name in inquiries.NAMES:
        asked = inquiries.inquiry(name)
        answer = asked.answer()
        results = [result for _, result in answer.each]
        if any(result.contrast is None for result in results):
            continue
        series = [result.contrast.series for result in results if result.contrast]
        rule = Rule(
            asked.expects,
            asked.floor,
            tuple(c[asked.by] for c, _ in answer.each) if asked.by else (),
        )
        noises = [of_persistence(series, rho, shared=True) for rho in (0.0, 0.5, 0.8, 0.9)]
        noises += [of_held(series, (years,), shared=True) for years in (5, 10)]
        yield (
            f"| {name} | {' | '.join(_share(counted(results, rule, noise)) for noise in noises)} |"
        )


def verdicts():
    """Lines of the part of MEASURED.md: false verdicts by rule and noise,
    what no such change passes over, dates.
    """
    heads = " | ".join(NOISES)
    yield (
        "Per cent of records without any change that get a verdict, for / against the claim; "
        f"{_RUNS:,} records each, {len(YEARS)} years, six choices."
    )
    yield from ("", f"| rule | {heads} |", "|---" * (len(NOISES) + 1) + "|")
    rules = {"intervals (errors of 0.2)": (0.2, True)} | {
        f"the floor of {FLOOR} (scatter of {sd})": (sd, False) for sd in (0.2, 0.3, 0.5)
    }
    for words, (sd, known) in rules.items():
        shares = (_share(rates_of(noise, sd, known=known)) for noise in NOISES)
        yield f"| {words} | {' | '.join(shares)} |"
    yield (
        f"| spells, four against four | {' | '.join(_share(spells_of(noise)) for noise in NOISES)} "
        "|"
    )
    yield from (
        "",
        (
            "The same for each card, on its own choices and with its own scatter, all its series "
            "erring together:"
        ),
    )
    yield from ("", f"| card | {heads} |", "|---" * (len(NOISES) + 1) + "|", *_cards())
    yield from ("", "*No such change* is said of, in per cent of 200 records each:", "")
    yield from (
        "| noise | judged by | no change | half a step | one step |",
        "|---|---|---|---|---|",
    )
    for noise in ("independent", "AR(1), 0.8"):
        for words, (sd, known) in {
            "intervals (errors of 0.1)": (0.1, True),
            "the floor (scatter of 0.1)": (0.1, False),
            "the floor (scatter of 0.3)": (0.3, False),
        }.items():
            said = (
                nothing_said(truth, noise, sd, known=known)
                for truth in ("no change", "half a step", "one step")
            )
            yield f"| {noise} | {words} | {' | '.join(f'{100 * share:.1f}' for share in said)} |"
    yield from ("", "Dates, in per cent of 200 records each (a step of 1.0, scatter of 0.25):", "")
    yield from (
        "| truth | noise | turn not ruled out | dated to it | dated to eight years before |",
        "|---|---|---|---|---|",
    )
    for truth in ("two steps", "no change"):
        for noise in ("independent", "AR(1), 0.8", "held 5 years"):
            yield (
                f"| {truth} | {noise} | "
                f"{' | '.join(f'{100 * share:.1f}' for share in dated(truth, noise, 0.25))} |"
            )

"""10. Did civil society grow, and did it need democracy to?
The years 2000 to 2007 against those before.
"""

from dataclasses import replace
from itertools import pairwise
from math import fsum
from statistics import median

from course.errors import CourseError
from course.evidence import errors, periods
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Fact, Result, found
from course.evidence.series import Series, Span, from_table, world
from course.record import data

__all__ = ["inquiry"]

# Two editions of V-Dem are never compared, so that each is asked by itself.
_EXACT = "vdem-v13-civil-society"  # the one that has intervals, of one measure
EDITIONS = {
    "vdem-v15": "V-Dem v15, from 1990",
    "vdem-v12": "V-Dem v12, from 1970",
    _EXACT: "V-Dem v13, with intervals",
}
_INDEX, _SCALE = 0.1, 0.5  # the smallest step that is read on an index of 0 to 1, on a V-Dem scale
MEASURES = {
    "civil_society_participation": ("participation in civil society", _INDEX),
    "engaged_society": ("breadth of public debate", _SCALE),
    "civil_society_consultation": ("consultation of civil society", _SCALE),
    "civil_society_involvement": ("involvement in civil society", _SCALE),
}
SPANS = {
    "government": ((1990, 1999), (2000, 2007)),
    "without 1999": ((1990, 1998), (2000, 2007)),
    "five": ((1995, 1999), (2000, 2004)),
}
_DEMOCRACY = "polyarchy"


def _series(edition: str, measure: str) -> Series:
    if measure not in data.load(edition).columns:
        raise CourseError(
            f"{MEASURES[measure][0].capitalize()} is not in our table of {EDITIONS[edition]}."
        )
    return from_table(edition, measure, "PAK")


def _elsewhere(edition: str, measure: str, before: Span, after: Span) -> float:
    """The median change of the other countries that have a figure for every year,
    in the measure's unit.
    """
    told, spans = (
        world(edition, measure),
        [range(first, last + 1) for first, last in (before, after)],
    )
    yearly = [told[year] for span in spans for year in span]
    complete = set(yearly[0]).intersection(*yearly) - {"PAK"}

    def mean(country: str, span: range) -> float:
        return fsum(told[year][country] for year in span) / len(span)

    return median(mean(c, spans[1]) - mean(c, spans[0]) for c in complete)


def _democracy(edition: str, before: Span, after: Span) -> dict[str, Fact]:
    """What electoral democracy did meanwhile, in a sentence and in figures:
    only one edition's tables hold it.
    """
    if edition != "vdem-v15":
        return {"democracy": "Our table of this edition has no index of democracy."}
    result = periods.change(from_table("vdem-v15-indices", _DEMOCRACY, "PAK"), before, after)
    low, high = result.bounds
    said = (
        f"Electoral democracy stood at {result.facts['before']:.2f} and "
        f"{result.facts['after']:.2f}: "
        f"a change of {result.estimate:.2f}, 95 % interval {low:.2f} to {high:.2f}."
    )
    was = {f"democracy_{when}": result.facts[when] for when in ("before", "after")}
    return {"democracy": said, **was}


def _compare(edition: str, measure: str, years: str, elsewhere: str) -> Result:
    series, (before, after) = _series(edition, measure), SPANS[years]
    own = periods.change(series, before, after)
    others = _elsewhere(edition, measure, before, after)
    grown = own.estimate - (others if elsewhere == "net" else 0)
    steps = {
        b.year: b.value - a.value
        for a, b in pairwise(series.points)
        if before[0] < b.year <= after[1]
    }
    peak = max((p for p in series.points if p.year < after[0]), key=lambda p: p.value)
    step = MEASURES[measure][1]
    # The median of the others has a small error beside Pakistan's own; it is left out.
    halves = {words: half / step for words, half in own.otherwise.items()}
    result = found(
        grown / step, errors.widest(halves) if halves else None, otherwise=halves,
        n=own.n, years=own.years, source=own.source,
        provisional=own.provisional,
        contrast=own.contrast and own.contrast.scaled(1 / step),
        grown=abs(grown), others=others, start=after[0], end=after[1],
        step_year=max(steps, key=steps.__getitem__), peak=peak.value, peak_year=peak.year,
        since=series.years[0],
        Measure=MEASURES[measure][0].capitalize(),
        moved="rose" if grown > 0 else "fell",
        besides=" more than elsewhere" if elsewhere == "net" else "",
    )  # fmt: skip
    result.facts.update(own.facts | _democracy(edition, before, after))
    return result


def _draw(edition: str, measure: str, years: str, **_elsewhere: str) -> Lines:
    series, (before, after) = _series(edition, measure), SPANS[years]
    index, edition_name = MEASURES[measure][1] == _INDEX, EDITIONS[edition].split(",")[0]
    # Only an index from 0 to 1 of the same edition can share the axis of the index of democracy.
    beside = edition == "vdem-v15" and index
    democracy = from_table("vdem-v15-indices", _DEMOCRACY, "PAK")
    return Lines(
        y=MEASURES[measure][0].capitalize(),
        unit=f"{edition_name}, 0 to 1" if index else f"{edition_name} scale",
        main=series,
        beside=replace(democracy, points=democracy.of(series.years)) if beside else None,
        names=("civil society", "democracy"),
        means=(("before", periods.mean(series, *before)), ("during", periods.mean(series, *after))),
        marks=((2000, "2000"), (2007, "2007")),
    )


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry: each edition is asked by itself; only Pakistan's governments are in question."""
    return Inquiry(
        id="civil-society",
        tables=("vdem-v15", "vdem-v15-indices", "vdem-v12", _EXACT),
        subjects={"edition": EDITIONS},
        choices={
            "measure": {measure: words for measure, (words, _) in MEASURES.items()},
            "years": {
                "government": "1990-99 and 2000-07",
                "without 1999": "1990-98 and 2000-07",
                "five": "1995-99 and 2000-04",
            },
            "elsewhere": {
                "own": "Pakistan's own change",
                "net": "less the median change of other countries",
            },
        },
        labels={
            "edition": "Edition",
            "measure": "Measure",
            "years": "Years",
            "elsewhere": "Counted",
        },
        compare=_compare,
        draw=_draw,
        expects=1,
        floor=1,
        intervals=True,
        named=2000,
        unit="times the smallest step that we read",
    )

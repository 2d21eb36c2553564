"""3. Why do merit and impartial administration date the decline differently,
at the soldiers' takeover or at Bhutto's?
"""

from course.evidence import periods
from course.evidence.inquiries.shared.pakistan import (
    FLOOR,
    MEASURES,
    TABLE,
    fall,
    largest_fall,
    measure,
)
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result, found

__all__ = ["inquiry"]


def _compare(measured: str, window: int, bhutto: int, soldiers: int) -> Result:
    series = measure(measured)
    late = periods.change(series, *periods.around(bhutto, window))
    early = periods.change(series, *periods.around(soldiers, window))
    result = found(
        late.estimate - early.estimate,
        None,  # no interval exists for either step
        n=late.n + early.n,
        years=(*early.years, *late.years),
        source=series.source,
        provisional=series.provisional,
        contrast=late.contrast.less(early.contrast) if late.contrast and early.contrast else None,
        late=late.estimate,
        early=early.estimate,
        late_year=bhutto,
        early_year=soldiers,
        window=window,
    )
    result.facts.update(fall(measured, window))
    return result


def _draw(measured: str, window: int, bhutto: int, soldiers: int) -> Lines:
    series = measure(measured)
    spans = [span for turn in (soldiers, bhutto) for span in periods.around(turn, window)]
    falls = {name: largest_fall(name, window).year for name in MEASURES}
    return Lines(
        y="Merit; impartial administration",
        unit="V-Dem scales",
        main=measure("merit"),
        beside=measure("impartiality"),
        names=("Merit", "Impartiality"),
        means=tuple((MEASURES[measured], periods.mean(series, *span)) for span in spans),
        marks=tuple((year, f"{name} falls, {year}") for name, year in falls.items()),
    )


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry: the step at Bhutto's coming less the step at the soldiers' takeover, each in the
    measure's points.

    The two dates are those at which the text has the service change hands, so neither is picked
    from the figures.
    """
    return Inquiry(
        id="two-dates",
        tables=(TABLE, "pakistan-regimes"),
        choices={
            "measured": MEASURES,
            "window": {5: "5 years on each side", 3: "3 years", 8: "8 years"},
            "bhutto": {1972: "from 1972", 1971: "from 1971", 1973: "from 1973"},
            "soldiers": {1958: "from 1958", 1959: "from 1959"},
        },
        labels={
            "measured": "Measure",
            "window": "Years compared",
            "bhutto": "Bhutto counts",
            "soldiers": "The takeover of 1958 counts",
        },
        compare=_compare,
        draw=_draw,
        expects=-1,
        floor=FLOOR,
        named=1972,
        unit="V-Dem points",
        by="measured",
    )

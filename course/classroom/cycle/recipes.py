"""What an item is drawn from: each recipe takes the drawn values and returns the words that an
item's braces may name.

`answer` is the key, as rounded as the stem asks; the others are what typical mistakes would give,
and what the stem tells. Whatever can be computed comes from the course's models or tables, so that
no key is typed.
"""

from typing import cast

from course.errors import unknown

__all__ = ["RECIPES"]


def _country(country):
    """A country for a text: its name."""
    return {"name": _named(country)}


def _named(country):
    from course.evidence.inquiries.shared.countries import names

    if country not in names():
        raise unknown("country", country, names())
    return names()[country]


def _asked_twice(offices, chance):
    """Chance, in per cent, that all offices consent if each may be asked again once;
    `chance` is that of one asking.
    """
    from course.models.chain import survives

    p = chance / 100
    answer = 100 * survives(offices, p, 2)
    return {
        "answer": round(answer),
        "one": round(100 * survives(1, p, 2)),
        "once": round(100 * survives(offices, p)),
        "doubled": round(200 * survives(offices, p)),
        "failure": round(100 - answer),
    }


def _estimate(country, year):
    """The lower end of the 95 % interval of government effectiveness, to two decimals."""
    from course.evidence.result import Z95
    from course.evidence.series import from_table

    (point,) = from_table("wgi", "ge", country).of([year])
    error = cast("float", point.se)  # WGI gives one for every estimate
    return {
        "name": _named(country),
        "answer": round(point.value - Z95 * error, 2),
        "upper": round(point.value + Z95 * error, 2),
        "one_error": round(point.value - error, 2),
        "estimate": round(point.value, 2),
    }


def _counted(bonus, kappa):
    """Files decided under a bonus, where flat pay brings 100; motivation is 1."""
    from course.models.multitask import efforts

    (files, visits), (flat, other) = efforts(bonus, kappa), efforts(0, kappa)
    return {
        "answer": round(100 * files / flat),
        "visits": round(100 * visits / other),
        "linear": round(100 * (1 + bonus)),
        "growth": round(100 * files / flat) - 100,
    }


def _share(country, growth):
    """The public share of paid jobs, in per cent, once private ones grew
    by `growth` per cent and no public one went.
    """
    from course.evidence.surveys import of

    last = of("BI.EMP.PWRK.PB.ZS", country).points[-1]
    share = round(last.value, 1)
    private = (100 - share) * (1 + growth / 100)
    return {
        "name": _named(country),
        "share": share,
        "year": last.year,
        "answer": round(100 * share / (share + private), 1),
        "all_grow": round(share / (1 + growth / 100), 1),
        "points": round(share * (1 - growth / 100), 1),
    }


def _unfrozen(vetoes, left):
    """By how many percentage points the frozen stretch shrinks, on average,
    if only `left` bodies keep their veto.
    """
    from course.models.veto import core_width

    before, after = 100 * core_width(vetoes), 100 * core_width(left)
    return {
        "answer": round(before - after),
        "after": round(after),
        "before": round(before),
        "proportional": round(before * (1 - left / vetoes)),
    }


def _decisive(groups, chance):
    """How often in 100 one more group decides, if half must come and each
    of the others helps `chance` times in ten.
    """
    from course.models.partners import pivotal, provision

    p, needed = chance / 10, groups // 2
    return {
        "needed": needed,
        "answer": round(100 * pivotal(p, groups, needed)),
        "works": round(100 * provision(p, groups, needed)),
        "each": 10 * chance,
    }


def _kept(rivals, prize):
    """What each of the rivals can expect to keep, r = 1, in the prize's own unit,
    to two decimals.
    """
    from course.models.contest import payoff, spent_by_each, spent_in_all

    return {
        "answer": round(payoff(rivals, prize), 2),
        "even": round(prize / rivals, 2),
        "spends": round(spent_by_each(rivals, prize), 2),
        "all_spend": round(spent_in_all(rivals, prize), 2),
    }


def _empty(year):
    """Empty posts in a hundred sanctioned ones of the federal government, in the fiscal year."""
    from course.record import data

    row = next(one for one in data.rows("pakistan-federal-employees") if one["fiscal_year"] == year)
    sanctioned, filled = int(row["sanctioned"]), int(row["actual"])
    return {
        "answer": round(100 * (sanctioned - filled) / sanctioned, 1),
        "of_filled": round(100 * (sanctioned - filled) / filled, 1),
        "filled": round(100 * filled / sanctioned, 1),
    }


def _change(country, indicator):
    """An indicator's change between the first and last five years: its interval, and how far that
    lies from a verdict.

    overturn is the distance from zero to the nearer end of the interval: by so much the estimate
    would have to move, its interval as wide as it is, to be read the other way.
    """
    from course.evidence.inquiries.performance import INDICATORS, inquiry

    asked = inquiry()
    result = asked.compare(
        country, indicator, *(next(iter(values)) for values in asked.choices.values())
    )
    if result.interval is None:
        raise ValueError(
            f"{indicator} of {country} has no interval; ask for a table that gives errors."
        )
    low, high = (round(end, 2) for end in result.interval)
    return {
        "name": _named(country),
        "measure": INDICATORS[indicator],
        "estimate": round(result.estimate, 2),
        "low": low,
        "high": high,
        "unsigned": -low,
        "half": round((high - low) / 2, 2),
        "width": round(high - low, 2),
        "overturn": min(abs(low), abs(high)),
        "other_end": max(abs(low), abs(high)),
        "size": abs(round(result.estimate, 2)),
    }


RECIPES = {
    "asked-twice": _asked_twice,
    "change": _change,
    "counted": _counted,
    "country": _country,
    "decisive": _decisive,
    "empty": _empty,
    "estimate": _estimate,
    "kept": _kept,
    "share": _share,
    "unfrozen": _unfrozen,
}

"""Merit of appointments against government effectiveness: levels across countries,
changes within them.
"""

from functools import cache

from course.charts import verdicts
from course.charts.chart import Axis
from course.charts.merit_and_effectiveness import merit_and_effectiveness as draw
from course.evidence import inquiries
from course.evidence import levels_and_changes as between
from course.evidence.cards.face import face
from course.evidence.cards.false import in_brief, shown_share
from course.evidence.cards.lines import cause, chosen, ends, readings
from course.evidence.cards.sentences import other_bands
from course.evidence.shuffled import by_chance
from course.interface.words import say
from course.lessons.card import Card, first_sentence
from course.lessons.controls import Choice, Several
from course.lessons.states import Spec
from course.paper import claim
from course.record import data

__all__ = [
    "WINDOWS",
    "WOULD_CHANGE",
    "by_chance_of",
    "merit_and_effectiveness",
    "merit_and_effectiveness_comparison",
]

_NEIGHBOURS = {
    "PAK": "Pakistan",
    "IND": "India",
    "BGD": "Bangladesh",
    "LKA": "Sri Lanka",
    "NPL": "Nepal",
}
_LAST = 2023
_FIRSTS = (1996, 2000, 2004, 2008)
# the years WGI publishes
_YEARS = tuple(y for y in range(1996, 2024) if y not in (1997, 1999, 2001))
WINDOWS = between.Windows(
    tuple(y for y in _YEARS if y <= 2008), tuple(y for y in _YEARS if y >= 2018), 15
)
WOULD_CHANGE = {
    "levels": "A year in which the interval reaches zero. So far there is none.",
    "changes": "A figure for merit with its own interval, or a longer record of effectiveness "
    "than 1996 "
    "to 2023.",
}
_NAME = "merit-and-effectiveness"
_VIEWS = {"levels": "Levels across countries", "changes": "Changes within countries"}


@cache
def _panels():
    wgi, vdem = data.load("wgi"), data.load("vdem-v15")
    effectiveness = wgi[wgi.indicator == "ge"]
    return {
        "merit": between.panel(vdem, "merit"),
        "effectiveness": between.panel(effectiveness, "estimate"),
        "se": between.panel(effectiveness, "se"),
    }


@cache
def _names():
    return {row["iso3"]: row["name"] for row in data.rows("countries")}


def _source():
    return data.source_line("vdem-v15", "wgi")


@cache
def merit_and_effectiveness_comparison(view, since):
    """The Comparison behind a state: levels in `since`, or changes from `since` to 2023."""
    p = _panels()
    provisional = any(data.passport(name)["provisional"] for name in ("vdem-v15", "wgi"))
    about = {"source": _source(), "provisional": provisional}
    if view == "levels":
        return between.across(p["merit"], p["effectiveness"], since, _YEARS, **about)
    return between.within(p["merit"], p["effectiveness"], since, _LAST, WINDOWS, **about)


@cache
def by_chance_of(view):
    """The larger share of false verdicts, for or against, over the admissible years of a view."""
    merit, effectiveness = _panels()["merit"].align(
        _panels()["effectiveness"], join="inner", axis="index"
    )
    if view == "levels":
        return max(
            by_chance(merit[list(_YEARS)].to_numpy(), effectiveness[list(_YEARS)].to_numpy())
        )
    firsts, lasts = (list(years) for years in zip(*WINDOWS.pairs(), strict=True))
    changes = [
        table[lasts].to_numpy() - table[firsts].to_numpy() for table in (merit, effectiveness)
    ]
    return max(by_chance(changes[0], changes[1]))


def _bars(iso3, view, since):
    """Half the 95 % interval of effectiveness, or of its change (errors taken as independent)."""
    se = _panels()["se"]
    variance = se[since] ** 2 + (se[_LAST] ** 2 if view == "changes" else 0)
    return (between.Z95 * variance.reindex(iso3) ** 0.5).tolist()


def _cloud(points, view, since):
    names = _names()
    return {
        "text": [names[c] for c in points.iso3],
        "x": points.x.tolist(),
        "y": points.y.tolist(),
        "bar": _bars(points.iso3, view, since),
    }


def _merit_parts(compare, since):
    points = merit_and_effectiveness_comparison(compare, since).points
    ends = sorted(points.x)
    at = [ends[0] + (ends[-1] - ends[0]) * i / 20 for i in range(21)]
    line, low, high = between.fit(points.x, points.y, at)
    groups = {"Others": points[~points.iso3.isin(_NEIGHBOURS)]}
    groups |= {name: points[points.iso3 == code] for code, name in _NEIGHBOURS.items()}
    return {
        "groups": {name: _cloud(group, compare, since) for name, group in groups.items()},
        "line": {"x": at, "y": list(line), "low": list(low), "high": list(high)},
    }


_AXES = {
    "levels": (
        Axis("Merit of appointments", "V-Dem scale", (-2.5, 4)),
        Axis("Effectiveness", "WGI units", (-3.2, 3.6)),
    ),
    "changes": (
        Axis("Change in merit", "V-Dem scale", (-4, 2.5)),
        Axis("Change in effectiveness", "WGI units", (-3.2, 3.6)),
    ),
}


def _merit_words(compare, since, result):
    r, (low, high) = result.estimate, result.interval
    figure = f"r = {r:.2f}, 95 % interval {low:.2f} to {high:.2f}, {result.n} countries"
    if compare == "levels":
        title = f"In {since}, countries that appointed on merit were better run"
        body = (
            f"Each point is a country in {since}. The cloud rises from lower left to upper right: "
            f"{figure}."
        )
    else:
        strength = "barely" if low <= 0 else "only weakly"
        title = (
            f"From {since} to {_LAST}, changes in merit went {strength} with changes in "
            "effectiveness"
        )
        changed, of = between.told_apart(_panels()["effectiveness"], _panels()["se"], since, _LAST)
        body = (
            f"Each point is one country's change from {since} to {_LAST}. Most sit near the "
            "middle and the cloud has little slope: "
            f"{figure}. Only {changed} of {of} countries with both years changed in "
            "effectiveness by more than chance would explain."
        )
    return title, body


def _merit_state(compare, since):
    found, parts = merit_and_effectiveness_comparison(compare, since), _merit_parts(compare, since)
    result = found.result
    title, description = _merit_words(compare, since, result)
    x, y = _AXES[compare]
    line = parts["line"]
    chance = by_chance_of(compare)
    rate = in_brief((chance, chance), held_loosely=False)
    verdict, told = face(_NAME, {}, result.verdict, rate, ends(_NAME, None, None))

    return {
        "title": title,
        "description": description,
        "traces": {
            "95 % band of the line": {
                "x": [*line["x"], *reversed(line["x"])],
                "y": [*line["high"], *reversed(line["low"])],
            },
            "Best fit": {"x": line["x"], "y": line["y"]},
        }
        | {
            name: {
                "text": part["text"],
                "x": part["x"],
                "y": part["y"],
                "error_y.array": part["bar"],
            }
            for name, part in parts["groups"].items()
        },
        "layout": {
            "xaxis.title.text": x.label,
            "xaxis.range": x.range,
            "yaxis.title.text": y.label,
        },
        "card": verdicts.badge(verdict)
        | {
            "beside": told,
            "said": first_sentence(description),
            "reason": f"{result.reason}.",
        },
        "notes": {
            "Verdict": f"{result.verdict.capitalize()} ({result.badge}). {result.reason}. "
            f"{other_bands(result.verdict, found.half, found.twice)}",
            say("lines.false_verdicts"): say("lines.by_chance", share=shown_share(chance)),
            say("lines.its_readings"): readings(_NAME),
            say("lines.its_cause"): cause(_NAME),
            "The rule": f"{result.rule} {say('lines.merit_band')}",
            "What would change it": WOULD_CHANGE[compare],
        },
    }


def _merit_figure(compare, since):
    result = merit_and_effectiveness_comparison(compare, since).result
    parts = _merit_parts(compare, since)
    title, description = _merit_words(compare, since, result)
    x, y = _AXES[compare]
    return draw(**parts, x=x, y=y, title=title, description=description, source=result.source)


def merit_and_effectiveness():
    """The Spec: levels or changes, and from which year."""
    asked = inquiries.asked(_NAME)
    return Spec(
        id=_NAME,
        controls={
            "compare": Choice("Compare", _VIEWS),
            "since": Choice("Year, or first year", {year: str(year) for year in _FIRSTS}),
        },
        card=Card(
            claim=f"{claim('INT-06')['paraphrase']} (INT-06)",
            question=asked["question"],
            lead="compare",
            beware=(
                (
                    "Effectiveness, as WGI defines it, counts the quality of the civil service "
                    "too, so the two measures share a part."
                ),
            ),
        ),
        figure=_merit_figure,
        state=_merit_state,
        several=Several("Show", {name: (name,) for name in ("Others", *_NEIGHBOURS.values())}),
        before=(
            ("The claim", f"{claim('INT-06')['paraphrase']} (INT-06, the text's introduction)"),
            (say("lines.what"), chosen(_NAME)),
            (
                "What would count for it",
                (
                    "A slope upward across countries, and a slope upward when countries change. "
                    "Effectiveness counts the quality of the civil service by definition, so some "
                    "slope is built in."
                ),
            ),
            ("What would count against it", "No slope, or a slope downward, in either."),
        ),
        hint="First read the levels. Then choose changes, and say what happened to the slope.",
        claims=tuple(asked["claims"]),
    )

"""The figures that a memo may quote: every question of the record
that may be asked of a country, as plain words.
"""

import re
from dataclasses import dataclass
from functools import cache

from course.capstone.bars import spread
from course.capstone.lines import held
from course.errors import CourseError, unknown
from course.evidence import inquiries
from course.evidence.cards.sentences import finding, interval, number
from course.evidence.inquiries.shared.countries import NEIGHBOURS, asked_of, names
from course.evidence.inquiry import Asked, Inquiry
from course.interface.templates import part
from course.record import data

_INTERVAL = held("95 % interval ")
_YEAR = re.compile(r"(?:19|20)\d\d")
_VERDICTS = {
    "supports": "supports a yes",
    "contradicts": "contradicts a yes",
    "no such change": "shows no such change",
    "leaves open": "leaves it open",
    "sources disagree": "depends on the source",
}

__all__ = ["Quoted", "countries", "figures", "quoted"]


def countries(country: str | None = None) -> dict[str, str]:
    """{iso3: name} of those that a page offers: the five neighbours,
    and `country` before them if told.
    """
    return asked_of(country)


def _listed(source: str) -> str:
    """The tables behind a source line, a line each: title|year|who publishes it."""
    found = []
    for name in data.names():
        passport = data.passport(name)
        if passport.get("source_line", passport["title"]) in source:
            title, _, years = passport["title"].rpartition(", ")
            edition = _YEAR.findall(passport.get("vintage", ""))
            found.append(
                "|".join((title, edition[-1] if edition else years, passport["publisher"]))
            )
    return "\n".join(found)


def _figure(name: str, asked: Inquiry, subject: Asked) -> dict[str, str]:
    told, others = inquiries.words(name), {k: v for k, v in subject.items() if k != "country"}
    about = "; ".join(asked.in_words(others).values())
    about = about[:1].upper() + about[1:]
    entry = {
        "key": f"{name}:{','.join(map(str, others.values()))}",
        "question": told["question"],
        "about": about or told["question"],
        "lead": about and f"{about}. ",
    }
    try:
        answer = asked.answer(**subject)
    except CourseError as error:
        return entry | {"cannot": str(error)}
    (choice, one), result = answer.each[0], answer.result
    within = held(interval(result))
    years = dict.fromkeys((min(result.years), max(result.years)))
    return entry | {
        "cannot": "",
        "found": finding(asked, subject | choice, one),
        "estimate": held(f"{number(result.estimate)} {asked.unit}"),
        "interval": within.removeprefix(_INTERVAL) if result.interval else "none exists",
        "within": within,
        "spread": spread(result.estimate, result.interval),
        "years": held(" to ".join(map(str, years))),
        "verdict": result.verdict,
        "badge": result.badge,
        "reason": result.reason,
        "source": result.source.rstrip("."),
        "listed": _listed(result.source.rstrip(".")),
    }


def _subjects(asked: Inquiry, country: str) -> list[Asked]:
    if country not in asked.subjects["country"]:
        return []
    return [subject for subject in asked.all_subjects() if subject["country"] == country]


@cache
def figures(country: str) -> tuple[dict[str, str], ...]:
    """Every figure to be had for a country (iso3), as dicts of words: key, question, about, found,
    estimate, interval, within, spread, years, verdict, badge, reason, source, listed (its tables
    as a list of sources has them); or key, question, about and why it cannot be had.

    `found` is the sentence of the course's own choice, `verdict` that of all admissible choices.
    Raises CourseError for a code that no table has.
    """
    if country not in names():
        raise unknown("country (its code of three letters)", country, names())
    found: list[dict[str, str]] = []
    extra = None if country in NEIGHBOURS else country
    for name in filter(inquiries.takes_country, inquiries.NAMES):
        asked = inquiries.inquiry(name, extra)
        found += [_figure(name, asked, subject) for subject in _subjects(asked, country)]
    return tuple(found)


@dataclass(frozen=True)
class Quoted:
    """One figure quoted twice: as it should not be, and as it may be."""

    bad: str
    good: str

    def __repr__(self) -> str:
        return f"Bad: {self.bad}\nGood: {self.good}"

    def _repr_html_(self) -> str:
        return str(part("given.html", "quoted")(self))


def quoted(country: str, key: str = "performance:ge") -> Quoted:
    """A figure of a country in two sentences, a bad one and a good one.
    Raises CourseError for an unknown key or code.
    """
    known = {figure["key"]: figure for figure in figures(country)}
    if key not in known:
        raise unknown("figure", key, known)
    figure, name = known[key], names()[country]
    if figure["cannot"]:
        raise CourseError(f"For {name} this figure cannot be had: {figure['cannot']}")
    bad = f"The figure for {name}, {figure['estimate']}, proves it."
    good = (
        f"{figure['found']} ({figure['estimate']}, {figure['within']}, {figure['years']}). "
        f"Asked “{figure['question']}”, the "
        f"record {_VERDICTS.get(figure['verdict'], figure['verdict'])} over every admissible "
        "choice. "
        f"Source: {figure['source']}."
    )
    return Quoted(bad, good)

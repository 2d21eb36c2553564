"""The service through time: the text's account, the record's beside it,
and one indicator with its doubts.
"""

from collections.abc import Mapping, Sequence

from course import paper as article
from course.interactives.accounts import Accounts, Dated, Indicators, Period
from course.interactives.chronicle import paper
from course.interactives.interactive import Interactive, made
from course.interactives.strip import governments, strip, year_of
from course.interface.words import said_of, say
from course.record import data

__all__ = ["paper", "timeline"]

_TABLE = "vdem-v16-pak-ind"
_INDICATORS = {"impartiality": "timeline.impartiality", "merit": "timeline.merit"}
_CHANGES = {
    "up": ("↑", "timeline.rose"),
    "down": ("↓", "timeline.fell"),
    "flat": ("=", "timeline.unchanged"),
    "unclear": ("?", "timeline.unclear"),
    "silent": ("\N{EN DASH}", "timeline.unsaid"),
}
_KINDS = {
    "colonial": "timeline.colonial",
    "state": "timeline.state",
    "regime": "timeline.regime",
    "gap": "timeline.gap",
    "theory": "timeline.theory",
}
_LANES = {
    "constitution": "timeline.lane_constitution",
    "service-law": "timeline.lane_service",
    "events": "timeline.lane_events",
}
_LAYERS = {"text": "timeline.text", "record": "timeline.the_record", "theory": "timeline.theory"}


def _day(date: str) -> str:
    """2001-08-14 as 14 August 2001; a month or a year likewise."""
    year, *rest = date.split("-")
    month = [say("timeline.months").split()[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(day)) for day in rest[1:]), *month, year])


def _days(row: Mapping[str, str]) -> str:
    start = _day(row["start"])
    return say("timeline.span", start=start, end=_day(row["end"])) if row.get("end") else start


def _dated(row: Mapping[str, str]) -> Dated:
    sources = [
        (row["source_1"], row.get("source_1_url")),
        (row.get("source_2"), row.get("source_2_url")),
    ]
    start = year_of(row["start"])
    return {
        "when": _days(row),
        "span": (start, year_of(row["end"], ends=True) if row.get("end") else start),
        "lane": row.get("layer", ""),
        "event": row["event"],
        "says": row["statement"],
        "sources": [(name, address or "") for name, address in sources if name],
    }


def _told(event: article.Event) -> Period:
    """A period or event of the text."""
    return {
        "id": event["id"],
        "kind": event["kind"],
        "start": event["start"],
        "end": event["end"],
        "label": say("timeline.passes_over") if event["kind"] == "gap" else event["label"],
        "says": event["says"],
        "claims": list(event["claims"]),
        "changes": {
            key: (change, list(claims)) for key, (change, claims) in event["changes"].items()
        },
        "record": [_dated(row) for row in article.record() if row["beside"] == event["id"]],
    }


def _of_case(place: int, row: Mapping[str, str]) -> Period:
    """An event of a case, in the same shape; the text has nothing to say of it."""
    start = int(row["start"][:4])
    end = int(row["end"][:4]) if row.get("end") else start
    return {
        "id": f"K{place}",
        "kind": "case",
        "label": row["event"],
        "says": "",
        "start": start,
        "end": end,
        "claims": [],
        "changes": {},
        "record": [_dated(row)],
    }


def _claims(rows: Sequence[Period]) -> dict[str, tuple[str, str]]:
    """The claims that the rows and their changes rest on."""
    known = article.all_claims()
    named = [key for row in rows for key in row["claims"]]
    named += [key for row in rows for _, claims in row["changes"].values() for key in claims]
    return {key: (known[key]["paraphrase"], known[key]["section"]) for key in sorted(set(named))}


def _sentence(words: str) -> str:
    return words if words.endswith("?") else f"{words}."


def _indicators() -> Indicators:
    """Pakistan's figures year by year, the governments behind them,
    and the words that must stand with them.
    """
    asks = {field["name"]: field["description"] for field in data.columns(_TABLE)}
    rows = sorted(
        (r for r in data.rows(_TABLE) if r["iso3"] == "PAK"), key=lambda r: int(r["year"])
    )
    regimes = sorted(data.rows("pakistan-regimes"), key=lambda r: int(r["first_year"]))
    return {
        "first": int(rows[0]["year"]),
        "lines": [
            {
                "name": say(name),
                "asks": _sentence(asks[column]),
                "values": [float(row[column]) for row in rows],
            }
            for column, name in _INDICATORS.items()
        ],
        "regimes": [(r["regime"], int(r["first_year"]), int(r["last_year"])) for r in regimes],
        "source": data.source_line(_TABLE, "pakistan-regimes"),
        "doubt": say("timeline.no_interval", caution=data.passport(_TABLE).get("caution", "")),
    }


def _load(case: article.Case | None) -> Accounts:
    if case:
        rows = [_of_case(n, row) for n, row in enumerate(case.timeline, 1) if row["source_1"]]
        title, about, ruled = say("timeline.of_case", name=case.name), "", []
    else:
        rows = [_told(event) for event in article.timeline()]
        title, about = say("timeline.two_accounts"), say("timeline.about")
        ruled = governments(rows[0]["start"], _day)
    return {
        "title": title,
        "about": about,
        "strip": strip(rows, ruled),
        "rows": rows,
        "claims": _claims(rows),
        "layers": {} if case else said_of(_LAYERS),
        "lanes": {} if case else said_of(_LANES),
        "kinds": {**said_of(_KINDS), "case": ""},
        "changes": {name: (sign, say(word)) for name, (sign, word) in _CHANGES.items()},
        "dimensions": {} if case else article.DIMENSIONS,
        "indicators": None if case else _indicators(),
    }


def timeline(case: article.Case | None = None) -> Interactive:
    """The service from 1793 in the text's account and the record's, with one indicator of V-Dem if
    asked for.

    With a loaded case (course.evidence.cases.load) it holds the case's own dated events; the text's
    account is left out.
    """
    return made("timeline", case.name if case else "timeline", _load(case))

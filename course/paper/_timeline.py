"""The service through time, in two accounts: what the text tells,
and what the record shows with its sources.
"""

from collections.abc import Mapping
from functools import cache
from typing import TypedDict

from course.errors import unknown
from course.paper._case import Case
from course.record import data

__all__ = ["DIMENSIONS", "Event", "event", "record", "timeline"]

DIMENSIONS = {
    "bureaucratic_autonomy": "Autonomy of officials",
    "political_control": "Control by elected politicians",
    "military_role": "Role of the military",
    "recruitment_merit": "Merit in recruitment",
    "civil_society": "Civil society",
    "local_government": "Local government",
}


class Event(TypedDict):
    """A period or event of the text, from year to year.

    changes is {dimension: (up, down, flat or unclear; claims)}; a dimension that is missing is one
    on which the text is silent.
    """

    id: str
    kind: str
    start: int
    end: int
    label: str
    says: str
    claims: tuple[str, ...]
    changes: dict[str, tuple[str, tuple[str, ...]]]


@cache
def _events() -> dict[str, Event]:
    events: dict[str, Event] = {}
    for row in data.rows("timeline"):
        events[row["id"]] = {
            "id": row["id"],
            "kind": row["kind"],
            "start": int(row["start"]),
            "end": int(row["end"]),
            "label": row["label"],
            "says": row["says"],
            "claims": tuple(filter(None, row["claims"].split(";"))),
            "changes": {},
        }
    for row in data.rows("timeline-changes"):
        claims = tuple(filter(None, row["claims"].split(";")))
        events[row["event"]]["changes"][row["dimension"]] = (row["change"], claims)
    return events


def event(event_id: str) -> Event:
    """One period or event of the text. Raises CourseError, naming the nearest,
    for an unknown id.
    """
    if event_id not in _events():
        raise unknown("event", event_id, _events())
    return _events()[event_id].copy()


def timeline(*kinds: str) -> list[Event]:
    """The text's account, in order of date; only the given kinds (colonial, state, regime,
    gap, theory) if any.
    """
    events = [e for e in _events().values() if not kinds or e["kind"] in kinds]
    return sorted(events, key=lambda e: (e["start"], e["end"]))


def record(case: Case | None = None) -> list[Mapping[str, str]]:
    """The record's account: dated events, each with at least one source a student can look up.

    An event whose source cannot be named (confidence: general knowledge) is kept in the table and
    never returned. With a case (course.evidence.cases.load) it is the case's own timeline.
    """
    if case:
        return list(case.timeline)
    return [row for row in data.rows("record") if row["confidence"] != "general knowledge"]

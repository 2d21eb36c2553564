"""The service through time, in two accounts: what the text tells, and what the record shows with its sources."""

from functools import cache

from course.errors import unknown
from course.record import data

__all__ = ["DIMENSIONS", "event", "record", "timeline"]

DIMENSIONS = {
    "bureaucratic_autonomy": "Autonomy of officials",
    "political_control": "Control by elected politicians",
    "military_role": "Role of the military",
    "recruitment_merit": "Merit in recruitment",
    "civil_society": "Civil society",
    "local_government": "Local government",
}


@cache
def _events():
    events = {}
    for row in data.rows("timeline"):
        events[row["id"]] = {
            **row,
            "start": int(row["start"]),
            "end": int(row["end"]),
            "claims": tuple(filter(None, row["claims"].split(";"))),
            "changes": {},
        }
    for row in data.rows("timeline-changes"):
        claims = tuple(filter(None, row["claims"].split(";")))
        events[row["event"]]["changes"][row["dimension"]] = (row["change"], claims)
    return events


def event(event_id):
    """One period or event of the text: id, kind, start, end (years), label, says, claims, changes.

    changes is {dimension: (up, down, flat or unclear, claims)}; a dimension that is missing is one on which the text
    is silent. Raises CourseError for an unknown id.
    """
    if event_id not in _events():
        raise unknown("event", event_id, _events())
    return {**_events()[event_id]}


def timeline(*kinds):
    """The text's account, in order of date; only the given kinds (colonial, state, regime, gap, theory) if any."""
    events = [e for e in _events().values() if not kinds or e["kind"] in kinds]
    return sorted(events, key=lambda e: (e["start"], e["end"]))


def record(case=None):
    """The record's account: dated events, each with at least one source a student can look up.

    An event whose source cannot be named is kept in the table and never returned. With a case (course.evidence.cases.load) it
    is the case's own timeline.
    """
    if case:
        return list(case.timeline)
    return [row for row in data.rows("record") if row["basis"] == "published"]

"""All questions, each with its answer, as a table: what `course check --evidence` prints."""

from collections.abc import Iterator

from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.inquiries import lines
from course.evidence.inquiry import Asked
from course.evidence.weighed import weighed
from course.interface.words import say

__all__ = ["table"]

_CANNOT = "cannot be tested here"


def _reading(name: str, subject: Asked) -> str:
    """What a subject asks, the country left out: the table is of Pakistan."""
    told = inquiries.inquiry(name).in_words({k: v for k, v in subject.items() if k != "country"})
    return "; ".join(told.values())


def _row(name: str, subject: Asked) -> tuple[str, ...]:
    words, asked = inquiries.words(name), inquiries.inquiry(name)
    start = (
        str(words["number"]),
        ", ".join(words["claims"]),
        words["question"],
        _reading(name, subject),
    )
    try:
        answer = asked.answer(**subject)
    except CourseError as error:
        return (*start, _CANNOT, "", "", "", str(error))
    result, found = answer.result, weighed(asked, answer)
    interval = "{:.2f} to {:.2f}".format(*result.interval) if result.interval else say("lines.none")
    estimate = say(
        "lines.estimate", estimate=f"{result.estimate:.2f} {asked.unit}", interval=interval
    )
    cause = say("lines.not_testable") if "cause" in words else say("lines.none_claimed")
    return (
        *start,
        f"{estimate} ({result.badge}; {len(answer.each)})",
        result.verdict,
        cause,
        lines.all_dated(asked, found) or say("lines.no_date"),
        lines.expected(answer, found),
    )


def _subjects(name: str) -> Iterator[Asked]:
    return (s for s in inquiries.inquiry(name).all_subjects() if s.get("country", "PAK") == "PAK")


def table() -> str:
    """A Markdown table as one string, a line a question and reading of Pakistan: claim, reading,
    estimate of the course's own choice (badge; number of choices), trend, cause, date, and the
    false verdicts to expect.
    """
    heads = (
        "no.",
        "claim",
        "question",
        "reading",
        "estimate",
        "trend",
        "cause",
        "date",
        "false verdicts",
    )
    rows = [_row(name, subject) for name in inquiries.NAMES for subject in _subjects(name)]
    text = "\n".join(f"| {' | '.join(line)} |" for line in [heads, ("---",) * len(heads), *rows])
    untested = inquiries.untestable()
    return (
        f"{text}\n\nCannot be tested with these tables: "
        f"{', '.join(entry['claim'] for entry in untested)}."
    )

"""All questions, each with its answer, as a table: what `course check --evidence` prints."""

from course.errors import CourseError
from course.evidence import inquiries

__all__ = ["table"]


def _row(name: str) -> tuple[str, ...]:
    words, asked = inquiries.words(name), inquiries.inquiry(name)
    try:
        answer = asked.answer()
    except CourseError as error:
        return (str(words["number"]), words["question"], "", "", "", "cannot be tested here", str(error))
    result = answer.result
    interval = "{:.2f} to {:.2f}".format(*result.interval) if result.interval else "none"
    estimate = f"{result.estimate:.2f} {asked.unit}"
    return (
        str(words["number"]),
        words["question"],
        estimate,
        interval,
        str(len(answer.each)),
        result.verdict,
        result.badge,
    )


def table() -> str:
    """A Markdown table as one string: question, default estimate, interval, number of choices, verdict, badge."""
    heads = ("no.", "question", "estimate", "95 % interval", "choices", "verdict", "rests on")
    lines = [heads, ("---",) * len(heads), *(_row(name) for name in inquiries.NAMES)]
    text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    untested = inquiries.untestable()
    return f"{text}\n\nCannot be tested with these tables: {', '.join(entry['claim'] for entry in untested)}."

"""The short tables of a memo, whom it consults and what it quotes: rows of texts by part, kept as
{"asked-1-whom": words}.
"""

from course.capstone.lines import line
from course.capstone.words import words
from course.items.kinds.memo import Drafted

__all__ = ["rows"]


def rows(memo: Drafted, name: str) -> list[dict[str, str]]:
    """The rows of a table in which something is said, {part: words} each."""
    asked = words()["rows"][name]
    said = [
        {part: line(memo["rows"].get(f"{name}-{n}-{part}", "")) for part in asked["parts"]}
        for n in range(1, asked["most"] + 1)
    ]
    return [row for row in said if any(row.values())]

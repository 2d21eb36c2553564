"""What a memo has not faced: the tensions that bite, the preconditions that are missing,
and what is still open.
"""

from typing import TypedDict

from course.capstone import reform
from course.capstone.tables import Outcome
from course.capstone.words import words
from course.doors.blanks import trimmed, words_of
from course.items.kinds.memo import Drafted

__all__ = ["Bite", "bites", "gaps", "missing", "word_count"]


class Bite(TypedDict):
    """A tension that bites, its lever in words, and what the writer answers to it."""

    tension: str
    lever: str
    trigger: str
    consequence: str
    answer: str


def _outcome(memo: Drafted) -> Outcome | None:
    """What the reform designer finds, or None while no sector or lever is chosen."""
    if not memo["sector"] or not memo["levers"]:
        return None
    return reform.outcome(memo["levers"], memo["sector"], memo["held"])


def bites(memo: Drafted) -> list[Bite]:
    """The tensions that bite for the memo's levers in its sector."""
    found, known = _outcome(memo), reform.tables()
    if not found:
        return []
    return [
        {
            "tension": entry["tension"],
            "lever": known["levers"][lever],
            "trigger": known["tensions"][entry["tension"]]["trigger"],
            "consequence": known["tensions"][entry["tension"]]["consequence"],
            "answer": trimmed(memo["answers"].get(entry["tension"], "")),
        }
        for lever, entries in found["bites"].items()
        for entry in entries
    ]


def missing(memo: Drafted) -> list[str]:
    """Names of the preconditions that the levers need and the writer has not ticked."""
    found, known = _outcome(memo), reform.tables()["preconditions"]
    return [known[name]["name"] for name in found["missing"]] if found else []


def word_count(memo: Drafted) -> int:
    """How many words the sections hold."""
    return sum(len(words_of(text)) for text in memo["sections"].values())


def gaps(memo: Drafted) -> list[str]:
    """What is still open, one sentence each; nothing of it blocks."""
    known = words()
    told = known["labels"]
    count = word_count(memo)
    open_ = [
        (told["gap_title"], not (words_of(memo["what"]) and words_of(memo["towards"]))),
        (told["gap_figures"], not memo["figures"]),
        (told["gap_levers"], _outcome(memo) is None),
        *(
            (told["gap_answer"].format(tension=entry["tension"]), not entry["answer"])
            for entry in bites(memo)
        ),
        *(
            (
                told["gap_section"].format(title=section["title"]),
                not words_of(memo["sections"].get(section["id"], "")),
            )
            for section in known["sections"]
        ),
        (told["gap_long"].format(n=count, most=known["most_words"]), count > known["most_words"]),
        *(
            (
                told["gap_rubric"].format(title=criterion["title"]),
                criterion["id"] not in memo["rubric"],
            )
            for criterion in known["rubric"]
        ),
    ]
    return [sentence for sentence, is_open in open_ if is_open]

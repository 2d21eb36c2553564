"""What a memo has not faced: the tensions that bite, the preconditions that are missing,
and what is still open.
"""

from collections.abc import Iterable
from typing import TypedDict

from course.capstone import reform
from course.capstone.bars import counted
from course.capstone.figures import figures
from course.capstone.form import DAYS, ON_PAGE
from course.capstone.lines import line
from course.capstone.rows import rows
from course.capstone.tables import Outcome
from course.capstone.timing import foretold, late
from course.capstone.words import whole, words
from course.doors.blanks import trimmed, words_of
from course.doors.dates import is_day
from course.items.kinds.memo import Drafted

__all__ = ["Bite", "bearing", "bites", "chosen", "gaps", "missing", "page_words", "word_count"]


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


def page_words(memo: Drafted) -> int:
    """How many words of the writer's the first page holds: its head, its sections, the count, whom
    it consults, and the options.
    """
    placed = {section["id"]: section["place"] for section in words()["sections"]}
    texts = [text for name, text in memo["sections"].items() if placed.get(name) == "page"]
    asked = [said for row in rows(memo, "asked") for said in row.values()]
    heads = [memo[name] for name in ("to", "from", "what", "towards")]
    form = [memo["office"].get(part, "") for part in ON_PAGE]
    own = [memo["own"].get(part, "") for part in ("counted", "when", "source", "doubt")]
    every = [*texts, *asked, *heads, *form, *own, *memo["options"].values()]
    return sum(len(words_of(text)) for text in every)


def chosen(memo: Drafted) -> list[dict[str, str]]:
    """The figures that the memo quotes, in its order; what is no figure is passed over."""
    known = (
        {figure["key"]: figure for figure in figures(memo["country"])} if memo["figures"] else {}
    )
    return [known[key] for key in memo["figures"] if key in known]


def bearing(memo: Drafted) -> list[dict[str, str]]:
    """The figures that are to be had, and are said to bear on the matter."""
    return [
        figure
        for figure in chosen(memo)
        if not figure["cannot"] and line(memo["bears"].get(figure["key"], ""))
    ]


_Open = Iterable[tuple[str, bool]]


def _evidence(memo: Drafted, told: dict[str, str]) -> _Open:
    own = memo["own"]
    begun = any(words_of(text) for text in own.values())
    whole_ = counted(own) and words_of(own.get("source", "")) and words_of(own.get("doubt", ""))
    yield told["gap_evidence"], not begun and not memo["figures"]
    yield told["gap_national"], not begun and bool(memo["figures"])
    shares = counted(own) or {}
    yield told["gap_own"], begun and not whole_
    yield told["gap_drawn"], bool(shares) and own.get("drawn", "") not in words()["draws"]
    yield told["gap_stop"], "aim" in shares and "stop" not in shares
    if "aim" in shares and "stop" in shares:
        at, aim, stop = (shares[part] for part in ("at", "aim", "stop"))
        is_idle = (aim - at) * (stop - at) < 0
        yield told["gap_idle"].format(at=at, stop=stop), is_idle
        by_chance = own.get("drawn") == "lot" and shares["low"] <= stop <= shares["high"]
        yield told["gap_chance"].format(**shares), by_chance and not is_idle
    for figure in chosen(memo):
        said = words_of(memo["bears"].get(figure["key"], ""))
        yield told["gap_bears"].format(about=figure["about"]), not said


def _options(memo: Drafted, told: dict[str, str]) -> _Open:
    def is_said(letter: str, part: str) -> bool:
        return bool(words_of(memo["options"].get(f"{letter}-{part}", "")))

    first, *others = words()["options"]["letters"]
    named = [letter for letter in others if is_said(letter, "name") and is_said(letter, "cost")]
    yield told["gap_nothing"], not is_said(first, "cost")
    yield told["gap_options"], len(named) < 2
    yield told["gap_choice"], not memo["choice"]


def _days(memo: Drafted, told: dict[str, str]) -> _Open:
    for part in DAYS:
        said = line(memo["office"].get(part, ""))
        yield told["gap_day"].format(said=said), bool(said) and not is_day(said)


def _sections(memo: Drafted, told: dict[str, str]) -> _Open:
    known = words()
    for section in known["sections"]:
        said = words_of(memo["sections"].get(section["id"], ""))
        is_told = said or (section["id"] == "consult" and rows(memo, "asked"))
        yield told["gap_section"].format(title=section["title"]), not is_told
    for key, count, most in (
        ("gap_page", page_words(memo), known["page_words"]),
        ("gap_long", word_count(memo), known["most_words"]),
    ):
        yield told[key].format(n=count, most=most), count > most


def gaps(memo: Drafted, date: str = "") -> list[str]:
    """What is still open in a memo of that day, one sentence each; nothing of it blocks."""
    memo, known = whole(memo), words()
    told = known["labels"]
    titles = {section["id"]: section["title"] for section in known["sections"]}
    open_ = [
        (told["gap_title"], not (words_of(memo["what"]) and words_of(memo["towards"]))),
        *_evidence(memo, told),
        (told["gap_levers"], _outcome(memo) is None),
        *(
            (told["gap_answer"].format(tension=entry["tension"]), not entry["answer"])
            for entry in bites(memo)
        ),
        *_options(memo, told),
        *_days(memo, told),
        *((sentence, True) for sentence in late(memo, titles, told)),
        *((sentence, True) for sentence in foretold(memo, date, told)),
        *_sections(memo, told),
        *(
            (told["gap_rubric"].format(title=row["title"]), row["id"] not in memo["rubric"])
            for row in known["rubric"]
        ),
    ]
    return [sentence for sentence, is_open in open_ if is_open]

"""Rules of a chapter's prose: short sentences, honest minutes, few claims at once,
and a card behind every link.
"""

import re
from collections.abc import Iterator

from course import paper
from course.items import questions
from tools.style.chapter import Chapter, count
from tools.style.offence import Offence

__all__ = ["RULES"]

LONGEST, MEAN = 35, 18  # words in a sentence, and on average in a chapter's
A_LINE = 20  # words of prose that carry a line of code
CLAIMS = 4  # in a section; more are confetti
_PREFIXES = "CG|NPM|GOV|RS|PKH|PKB|WF|BD|SK"


def sentences(chapter: Chapter) -> Iterator[Offence]:
    lengths = [(count(sentence), sentence) for sentence in chapter.sentences()]
    for length, sentence in lengths:
        if length > LONGEST:
            yield Offence(chapter.place, f"{length} words in one sentence", f"cut: {sentence[:80]}")
    mean = sum(length for length, _ in lengths) / len(lengths)
    if mean > MEAN:
        yield Offence(
            chapter.place,
            f"{mean:.1f} words a sentence of at most {MEAN}",
            "cut the longest in two",
        )


def prose_carries_it(chapter: Chapter) -> Iterator[Offence]:
    lines, words = sum(cell.lines for cell in chapter.code), count(chapter.prose)
    if words < A_LINE * lines:
        yield Offence(
            chapter.place, f"{words} words for {lines} lines of code", "write more or code less"
        )


def minutes(chapter: Chapter) -> Iterator[Offence]:
    """Within a quarter of words/200 + 2 an interactive + 1 a question,
    in a chapter with questions of its own.
    """
    bank = {questions.title(name)[:2]: name for name in questions.chapters()}.get(
        chapter.path.name[:2]
    )
    if bank is None or not chapter.path.name.startswith("0"):
        return
    calls = " ".join(cell.source for cell in chapter.code)
    interactives = len(re.findall(r"course\.(?:explore|weigh|predict|reflect)\(", calls))
    expected = count(chapter.prose) / 200 + 2 * interactives + len(questions.of_chapter(bank))
    said = re.search(r"\*\*(\d+) minutes", chapter.prose)
    if not said or not 0.75 * expected <= int(said[1]) <= 1.25 * expected:
        told = f"says {said[1]} minutes" if said else "says no minutes"
        yield Offence(chapter.place, told, f"by its length it takes {expected:.0f}")


def few_claims(chapter: Chapter) -> Iterator[Offence]:
    for section in re.split(r"^#+ ", chapter.prose, flags=re.MULTILINE):
        found = set(re.findall(r"#claim-([^)]+)\)", section))
        if len(found) > CLAIMS:
            where = f"{chapter.place}, {section.splitlines()[0]}"
            yield Offence(
                where, f"{len(found)} claims in a section of at most {CLAIMS}", "spread them"
            )


def claims(chapter: Chapter) -> Iterator[Offence]:
    for name in dict.fromkeys(
        re.findall(rf"\b(?:INT|ABS|CON|{_PREFIXES})-[0-9a-z]+\b", chapter.prose)
    ):
        if name not in paper.claims():
            yield Offence(
                chapter.place, f"there is no claim {name}", "see datasets/paper/claims.csv"
            )
    for bare in re.findall(rf"(?<![\[-])\b(?:{_PREFIXES})-[0-9a-z]+\b(?!\]|\))", chapter.prose):
        yield Offence(chapter.place, f"{bare} opens no card", f"write [{bare}](#claim-{bare})")


def cards(chapter: Chapter) -> Iterator[Offence]:
    known = {
        "claim": paper.claims(),
        "term": paper.terms(),
        "work": paper.works(),
        "thinker": paper.thinkers(),
    }
    for kind, name in re.findall(r"\]\(#(claim|term|work|thinker)-([^)]+)\)", chapter.prose):
        if name not in known[kind]:
            yield Offence(
                chapter.place, f"there is no {kind} {name}", "see datasets/paper and datasets/field"
            )
    for shown, linked in re.findall(r"\[([A-Z]+-[0-9a-z]+)\]\(#claim-([^)]+)\)", chapter.prose):
        if shown != linked:
            yield Offence(
                chapter.place, f"[{shown}] opens the card of {linked}", "name one of them"
            )


def links(chapter: Chapter) -> Iterator[Offence]:
    for target in re.findall(r"\]\(([^)#]+)", chapter.prose):
        if not (chapter.path.parent / target).exists():
            yield Offence(
                chapter.place, f"the link {target} leads nowhere", "name a file beside the notebook"
            )


RULES = (sentences, prose_carries_it, minutes, few_claims, claims, cards, links)

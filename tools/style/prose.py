"""Rules of a chapter's prose: short sentences, honest minutes, few claims at once,
and a card behind every link.
"""

import re
from collections.abc import Iterator

from course import paper
from course.charts import covers
from tools.style.chapter import Chapter, count
from tools.style.minutes import STOP, minutes_of
from tools.style.offence import Offence

__all__ = ["RULES"]

LONGEST, MEAN = 35, 18  # words in a sentence, and on average in a chapter's
A_LINE = 20  # words of prose that carry a line of code
CLAIMS = 4  # in a section; more are confetti
APART = 5  # minutes by which a card may differ from the count
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
    """The minutes on a card, and those before the place to stop, are what minutes.py counts, give
    or take five.

    A room, which says *About*, is taken one thing at a time; the start page's own minutes stand on
    its cover.
    """
    on_cover = covers.cover(chapter.path.stem)
    time = on_cover.time if on_cover and on_cover.time else chapter.prose
    said = re.search(r"(?:\*\*|^)(\d+) minutes", time)
    if said:
        yield from _compared(chapter, "says", int(said[1]), minutes_of(chapter.cells))
    elif "**About " not in chapter.prose:
        yield Offence(
            chapter.place, "says no minutes", "write them in bold into its first paragraph"
        )
    for n, (_, cell) in enumerate(chapter.cells):
        for stop in STOP.findall(cell.source):
            yield from _compared(
                chapter, "stops after", int(stop), minutes_of(chapter.cells[: n + 1])
            )


def _compared(chapter: Chapter, does: str, said: int, counted: float) -> Iterator[Offence]:
    if abs(said - counted) > APART:
        told = f"{does} {said} minutes"
        yield Offence(chapter.place, told, f"by its length it takes {counted:.0f}")


def minutes_listed(chapter: Chapter) -> Iterator[Offence]:
    """A chapter that lists others with their minutes says what their cards say."""
    for stem, listed in re.findall(r"\]\(([\w-]+)\.ipynb\), (\d+) minutes", chapter.prose):
        other = Chapter(chapter.path.with_name(f"{stem}.ipynb"))
        if f"**{listed} minutes" not in other.card:
            yield Offence(
                chapter.place, f"lists {listed} minutes for {stem}", "say what its card says"
            )


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


RULES = (sentences, prose_carries_it, minutes, minutes_listed, few_claims, claims, cards, links)

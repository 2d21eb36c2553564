"""What an instructor should look at: each flag says what was seen and what to do. The bounds are
rules of thumb, stated.

A class of fewer than SMALL says little about one item, so a weak discrimination is not held against
an item there.
"""

from dataclasses import dataclass

__all__ = ["EASY", "FEW", "HARD", "SMALL", "UNANSWERED", "WEAK", "WHEN", "Flag", "clipped", "flags"]

SMALL = 20  # students
HARD, EASY = 0.25, 0.95
WEAK = 0.2
UNANSWERED = 0.2
FEW = 3  # takers: fewer may be chance
WHEN = {
    "marks": "before the marks stand",
    "class": "when you next meet the class",
    "again": "before you set the item again",
}


@dataclass(frozen=True)
class Flag:
    """kind is a word; sentence says what was seen and what to do; when, one of WHEN, by when."""

    kind: str
    sentence: str
    when: str


def flags(item, n):
    """The flags of an Item of a class of n, as a tuple, in the order of WHEN."""
    found = [*_discrimination(item), *_lures(item), *_unanswered(item, n)]
    # a wrong key, or no time, makes any item hard
    if not any(flag.when in {"marks", "class"} for flag in found):
        found += _difficulty(item)
    return tuple(sorted([*found, *_idle(item)], key=lambda flag: list(WHEN).index(flag.when)))


def _discrimination(item):
    r = item.discrimination
    if r is None:
        return
    if r < 0 and (item.n >= SMALL or item.reach[1] < 0):
        cure = (
            "Read the rubric against a strong and a weak answer."
            if item.criteria
            else "Check the key before the marks stand, then look for a second answer that can be "
            "defended."
        )
        yield Flag(
            "reversed",
            f"Those who did better on the rest did no better here, if anything worse. {cure}",
            "marks",
        )
    elif r < WEAK and item.n >= SMALL:
        yield Flag(
            "weak",
            "It hardly tells who knows from who does not. Look for a stem that can be read in "
            "two ways, or a hint that "
            "gives the answer away.",
            "again",
        )


def _lures(item):
    for choice in item.choices:
        if (
            not choice.option.key
            and len(choice.by) >= FEW
            and choice.r is not None
            and choice.interval[0] > 0
        ):
            yield Flag(
                "lure",
                f"The stronger students took “{clipped(choice.option.text)}”. Ask one what "
                "speaks for it: it may be "
                "right too, or the key may be wrong.",
                "marks",
            )


def _unanswered(item, n):
    if item.unanswered >= max(FEW, UNANSWERED * n):
        why = "It stands near the end, so time may have run out. " if item.place > 0.75 else ""
        yield Flag(
            "unanswered",
            f"{item.unanswered} of {n} left it out. {why}Ask the class what stopped them.",
            "class",
        )


def _difficulty(item):
    if item.difficulty is None or item.n < FEW:
        return
    if item.difficulty < HARD:
        wrong = [choice for choice in item.choices if choice.by and not choice.option.key]
        most = max(wrong, key=lambda choice: len(choice.by), default=None)
        example = (
            f", beginning with “{clipped(most.option.text)}”, the commonest mistake" if most else ""
        )
        yield Flag("hard", f"Few had it. Teach it again{example}.", "class")
    elif item.difficulty > EASY:
        yield Flag(
            "easy", "Nearly all had it. Keep it to open with, or ask for one step more.", "again"
        )


def _idle(item):
    distractors = [
        choice for choice in item.choices if choice.option.plain and not choice.option.key
    ]
    takers = sum(len(choice.by) for choice in distractors)
    if not distractors or takers < FEW * len(distractors):
        return  # with so few wrong answers nobody need take it
    for choice in distractors:
        if not choice.by:
            yield Flag(
                "idle",
                f"Nobody took “{clipped(choice.option.text)}”. Put a mistake in its place that "
                "students make.",
                "again",
            )


def clipped(text, most=90):
    """A text cut at a word, so that a sentence can hold it."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"

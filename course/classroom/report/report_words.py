"""What the report says in sentences, from an Analysis: plain text, not yet escaped."""

from statistics import median, quantiles

from course.classroom.report.flags import SMALL, WHEN, clipped
from course.items import kinds

__all__ = [
    "caught",
    "doubtful",
    "lead",
    "many",
    "per_cent",
    "points",
    "taught_again",
    "to_do",
    "uncertainty",
    "weak_essays",
    "weakest",
]

LEAD = 5  # misconceptions in full; the rest folded
HALF = 0.5  # of the class
LEAST = 0.1  # of those who could show it


def per_cent(share):
    """A share as whole per cent: "52 %", which no line parts; a dash for None."""
    return "\N{EN DASH}" if share is None else f"{100 * share:.0f}\N{NO-BREAK SPACE}%"


def many(n, one, more=None):
    """A number with its noun: "1 student", "12 students"."""
    return f"{n} {one if n == 1 else more or one + 's'}"


def points(number):
    """Points without trailing noughts: "7", "7.5"."""
    return f"{round(number, 1):g}"


def doubtful(analysis):
    """Ids of items to look at before the marks stand."""
    return {item.id for item in analysis.items if any(flag.when == "marks" for flag in item.flags)}


def taught_again(analysis):
    """(misconceptions to teach again, the others): at most LEAD, each held by LEAST or more, none
    from a doubtful item alone.
    """
    doubted, first = doubtful(analysis), []
    for one in analysis.misconceptions:
        sound = any(name not in doubted for name, _ in one.where)
        if sound and len(first) < LEAD and len(one.by) >= max(2, LEAST * one.of):
            first.append(one)
    return tuple(first), tuple(one for one in analysis.misconceptions if one not in first)


def caught(choice, kind):
    """How a wrong option of an item of this kind was taken: the sentence under a misconception."""
    verb = kinds.KINDS[kind].verb
    return (
        f"{len(choice.by)} of the {choice.of} who answered {verb} "
        f"“{clipped(choice.option.text, 160)}”."
    )


def to_do(analysis):
    """{when: [(item id, sentences)]} in the order of WHEN, without those that are empty."""
    found = {when: [] for when in WHEN}
    for item in analysis.items:
        for when, told in found.items():
            sentences = [flag.sentence for flag in item.flags if flag.when == when]
            if sentences:
                told.append((item.id, " ".join(sentences)))
    return {when: told for when, told in found.items() if told}


def weak_essays(analysis):
    """[(item, objective)] of the tasks whose objective fewer than half of the class master."""
    by_word = {one.word: one for one in analysis.objectives}
    found = [(item, by_word.get(item.objective)) for item in analysis.items if item.criteria]
    return [
        (item, one) for item, one in found if one and one.share is not None and one.share < HALF
    ]


def weakest(item):
    """The weakest criterion of a marked task as a sentence, or None."""
    if not item.criteria:
        return None
    name, level = min(item.criteria.items(), key=lambda pair: pair[1])
    return f"In {item.id} the weakest criterion is {name}: {level:.1f} of 3 on average."


def uncertainty(analysis):
    """How much a class of this size can tell, as a sentence."""
    if analysis.n < SMALL:
        return (
            f"With {many(analysis.n, 'student')} every figure here is uncertain: one more "
            "student who answers otherwise may "
            "move an item by several per cent, and a discrimination says next to nothing. Read "
            "the words, not the decimals."
        )
    return (
        f"With {analysis.n} students a share right is known to about "
        f"{50 / analysis.n**0.5 * 1.96:.0f} per cent either way and a "
        f"discrimination to about {1.96 / (analysis.n - 3) ** 0.5:.1f}. The pale bars show it."
    )


def _spread(analysis):
    totals = [student.points for student in analysis.students]
    said = f"They earned {per_cent(sum(totals) / len(totals) / analysis.most)} of the points."
    if len(totals) < SMALL:
        return f"{said} The median is {points(median(totals))} of {points(analysis.most)}."
    low, _, high = quantiles(totals, n=4, method="inclusive")
    return f"{said} The middle half has {points(low)} to {points(high)} of {points(analysis.most)}."


def lead(analysis):
    """The report in a minute: a list of sentences."""
    if not analysis.n:
        return ["Nobody has answered yet, so there is nothing to report."]
    said = [f"{many(analysis.n, 'student')} answered."]
    if analysis.empty:
        said.append(
            f"{many(analysis.empty, 'file')} held no answer and "
            f"{'is' if analysis.empty == 1 else 'are'} left out."
        )
    if analysis.most:
        said.append(_spread(analysis))
    if analysis.waiting:
        said.append(
            f"Still to be marked, and not counted in the points: {', '.join(analysis.waiting)}."
        )
    doubted = doubtful(analysis)
    if doubted:
        said.append(
            "Before the marks stand, look at "
            f"{', '.join(i.id for i in analysis.items if i.id in doubted)}."
        )
    return said

"""What is assessed by what: objective x item x Bloom level x claim,
read from the questions themselves.
"""

from collections import Counter

from course import _places
from course.items import questions

__all__ = ["items", "report"]

BLOOM = ("remember", "understand", "apply", "analyse", "evaluate", "create")


def items():
    """All that a student is asked, as (chapter, kind of asking, item dict): checks,
    predictions, reflections.
    """
    for chapter in questions.chapters():
        for part in ("questions", "predictions", "reflections"):
            for item in questions.of_chapter(chapter, part):
                yield chapter, part, item


def assigned():
    """What the specimen assignments ask, as Assignments in order; none outside a clone,
    which alone holds them.
    """
    from course.classroom import read

    keys = _places.root() / "notebooks" / "assignments" / "keys"
    return [read(path) for path in sorted(keys.glob("*.yaml"))] if _places.in_clone() else []


def report():
    """The blueprint as a Markdown table, a line a check or assigned item, and how many checks of
    each Bloom level and kind.
    """
    checks = [(chapter, item) for chapter, part, item in items() if part == "questions"]
    lines = ["| chapter | objective | item | kind | Bloom | claims |", "|---|---|---|---|---|---|"]
    for chapter, item in sorted(checks, key=lambda pair: questions.title(pair[0])):
        lines.append(_row(questions.title(chapter), questions.objectives(chapter), item))
    specimens = assigned()
    lines += [_row(one.title, one.objectives, item) for one in specimens for item in one.items()]
    levels, kinds = Counter(i["bloom"] for _, i in checks), Counter(i["kind"] for _, i in checks)
    told = [", ".join(f"{name} {levels[name]}" for name in BLOOM if levels[name])]
    told.append(", ".join(f"{name} {count}" for name, count in kinds.most_common()))
    asked = Counter(part for _, part, _ in items())
    lines += [
        "",
        (
            f"{len(checks)} checks: {told[0]}; {told[1]}. Beside them {asked['predictions']} "
            f"predictions and {asked['reflections']} paragraphs."
        ),
        f"The {len(specimens)} specimen assignments ask "
        f"{sum(len(one.questions) for one in specimens)} more questions, and "
        f"{sum(len(one.tasks) for one in specimens)} tasks that a person marks." * bool(specimens),
    ]
    return "\n".join(lines)


def _row(where, objectives, item):
    return (
        f"| {where} | {objectives[item['objective']]} | {item['id']} | {item['kind']} | "
        f"{item['bloom']} | "
        f"{', '.join(item['claims'])} |"
    )

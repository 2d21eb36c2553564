"""What is assessed by what: objective x item x Bloom level x claim, read from the questions themselves."""

from collections import Counter

from course import questions

__all__ = ["items", "report"]

BLOOM = ("remember", "understand", "apply", "analyse", "evaluate", "create")


def items():
    """All that a student is asked, as (chapter, kind of asking, item dict): checks, predictions, reflections."""
    for chapter in questions.chapters():
        for part in ("questions", "predictions", "reflections"):
            for item in questions.of_chapter(chapter, part):
                yield chapter, part, item


def report():
    """The blueprint as a Markdown table, a line a check, and the counts of checks by Bloom level and by kind."""
    checks = [(chapter, item) for chapter, part, item in items() if part == "questions"]
    lines = ["| chapter | objective | item | kind | Bloom | claims |", "|---|---|---|---|---|---|"]
    for chapter, item in sorted(checks, key=lambda pair: questions.title(pair[0])):
        lines.append(
            f"| {questions.title(chapter)} | {questions.objectives(chapter)[item['objective']]} | {item['id']} | "
            f"{item['kind']} | {item['bloom']} | {', '.join(item['claims'])} |"
        )
    levels, kinds = Counter(i["bloom"] for _, i in checks), Counter(i["kind"] for _, i in checks)
    told = [", ".join(f"{name} {levels[name]}" for name in BLOOM if levels[name])]
    told.append(", ".join(f"{name} {count}" for name, count in kinds.most_common()))
    asked = Counter(part for _, part, _ in items())
    lines += [
        "",
        f"{len(checks)} checks: {told[0]}; {told[1]}. Beside them {asked['predictions']} predictions and {asked['reflections']} paragraphs.",
    ]
    return "\n".join(lines)

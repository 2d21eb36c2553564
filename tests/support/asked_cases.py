"""Every item that the course asks, with answers of every sort and what Python says of each."""

import itertools
import json
import random
from pathlib import Path

from course.items import kinds, questions

TESTS = Path(__file__).parents[1]


def tried(item):
    """Answers of every sort that the page can send to this item."""
    if item["kind"] == "choice":
        return range(len(item["options"]))
    if item["kind"] == "number":
        return [item["answer"], *(t["value"] for t in item.get("traps", [])), -7, 1e6]
    if item["kind"] == "estimate":
        ends = [*item["line"], *item.get("interval", [])]
        return [
            item["answer"],
            *ends,
            item["answer"] - 0.5,
            item["answer"] + 7.25,
            sum(item["line"]) / 3,
        ]
    if item["kind"] == "text":
        is_rated = "model" in item and "words" not in item
        rated = [{"text": "mine", "rating": r} for r in (0, 0.5, 1)] if is_rated else []
        return ["", "a paragraph", *rated]
    return lists_tried(item)


def _some(answers, draw):
    """All of a few, or a draw of many, the first among them:
    every answer of every item is more than a file can hold.
    """
    return answers if len(answers) <= 200 else [answers[0], *draw.sample(answers, 200)]


def lists_tried(item):
    """Answers that name a part for each part."""
    draw = random.Random(3)
    match item["kind"]:
        case "several":
            n = len(item["options"])
            return [[i for i in range(n) if bits >> i & 1] for bits in range(1, 2**n)]
        case "classify":
            n, groups = len(item["statements"]), len(item["groups"])
            return [[draw.randrange(groups) for _ in range(n)] for _ in range(60)] + [
                [item["groups"].index(s["group"]) for s in item["statements"]]
            ]
        case "order":
            steps = range(len(item["steps"]))
            return _some(list(map(list, itertools.permutations(steps))), draw)
        case "match":
            n, offered = len(item["pairs"]), kinds.of(item).places
            right = [offered.index(p["right"]) for p in item["pairs"]]
            return [[draw.randrange(len(offered)) for _ in range(n)] for _ in range(200)] + [right]
    raise ValueError(item["kind"])


def asked_cases(item):
    answers = [
        {"answer": a, "score": kinds.of(item).score(a), "feedback": kinds.of(item).feedback(a)}
        for a in tried(item)
    ]
    return {"item": item, "answers": answers}


def prediction_cases():
    """Each prediction with its guesses, and what the figure that it opens is to say of each."""
    for item in questions.predictions().values():
        if "unit" in item:
            unit, right = item["unit"], item["answer"]
            words = {n: f"You expected {n} {unit}; it is {right} {unit}." for n in (0, right, 99)}
        else:
            texts = [option["text"].removesuffix(".") for option in item["options"]]
            so = next(
                text for text, o in zip(texts, item["options"], strict=True) if o.get("correct")
            )
            words = {
                n: f"You expected: {text}. " + ("It is so." if text == so else f"It is: {so}.")
                for n, text in enumerate(texts)
            }
        guesses = [{"answer": answer, "words": said} for answer, said in words.items()]
        yield {"item": item, "guesses": guesses}


def everything_asked():
    for chapter in questions.chapters():
        yield from questions.of_chapter(chapter)
    yield from questions.predictions().values()
    yield from questions.reflections().values()
    yield from json.loads((TESTS / "specimens.json").read_text(encoding="utf-8"))

"""Do questions teach: is each answer explained, each key right, each claim real?"""

import importlib
import json
import os
import re
import shutil
import subprocess
import sys
from itertools import product

import pytest
import yaml

from course import _places, lessons, paper
from course.errors import CourseError
from course.items import kinds, questions
from course.lessons.classic import merit_and_effectiveness_comparison
from course.models import uniformity
from course.record import data

QUESTIONS = [item for chapter in questions.chapters() for item in questions.of_chapter(chapter)]
PREDICTIONS = list(questions.predictions().values())
ITEMS = [*QUESTIONS, *PREDICTIONS, *questions.reflections().values()]
NUMBERS = [item for item in ITEMS if item["kind"] == "number"]


def test_claims_exist_and_ids_carry_the_chapter(subtests):
    """Does each item rest on claims of the paper?"""
    for item in ITEMS:
        with subtests.test(item["id"]):
            for claim in item["claims"]:
                paper.claim(claim)
            assert item["id"].split("-")[0] in questions.chapters()


def test_the_key_of_a_number_is_what_the_model_computes(subtests):
    """Is the key computed, not copied?"""
    for item in NUMBERS:
        with subtests.test(item["id"]):
            source = item["from"]
            function = getattr(
                importlib.import_module(f"course.models.{source['model']}"), source["function"]
            )
            value = function(**source["arguments"]) * source.get("times", 1)
            assert abs(value - item["answer"]) <= item["tolerance"] / 2, (
                f"datasets/questions, {item['id']}: the model gives {value:.4g}, the key says "
                f"{item['answer']}; correct the key"
            )
            assert kinds.of(item).score(value) == 1
            for trap in item.get("traps", []):
                assert kinds.of(item).score(trap["value"]) == 0, (
                    f"{item['id']}: the trap {trap['value']} counts as right"
                )
                assert kinds.of(item).feedback(trap["value"]) == [trap["feedback"]]
            assert kinds.of(item).feedback(1e9) == [item["high"]]
            assert kinds.of(item).feedback(-1e9) == [item["low"]]


def test_every_option_explains_itself(subtests):
    """Does each option have its own explanation, and only one count?"""
    for item in [i for i in ITEMS if i["kind"] == "choice"]:
        with subtests.test(item["id"]):
            answers = range(len(item["options"]))
            assert len({kinds.of(item).feedback(i)[0] for i in answers}) == len(answers)
            assert sum(kinds.of(item).score(i) for i in answers) == 1


def test_each_objective_is_checked_and_each_check_has_one(subtests):
    """Is there a question for each objective on the card, and none without?"""
    for chapter in questions.chapters():
        with subtests.test(chapter):
            checked = {item["objective"] for item in questions.of_chapter(chapter)}
            assert checked == set(questions.objectives(chapter)), (
                f"datasets/questions/{chapter}.yaml: objectives and questions differ in "
                f"{checked ^ set(questions.objectives(chapter))}; add a question or name the "
                "objective"
            )


def test_kinds_are_mixed(subtests):
    """8 to 10 questions, at most half of them plain choice?"""
    for chapter in questions.chapters():
        with subtests.test(chapter):
            kinds = [item["kind"] for item in questions.of_chapter(chapter)]
            assert 8 <= len(kinds) <= 10
            assert kinds.count("choice") <= len(kinds) / 2, (
                f"datasets/questions/{chapter}.yaml: too many plain choices"
            )


def test_each_prediction_opens_an_interactive():
    """Does each prediction name one that is there, and each only once?"""
    opened = [item["opens"] for item in PREDICTIONS]
    assert len(set(opened)) == len(opened)
    assert set(opened) <= set(lessons.names())


def test_what_the_changes_show_is_what_the_prediction_counts_as_right():
    """Is the key of the prediction on merit the verdict that the figures give?"""
    levels = merit_and_effectiveness_comparison("levels", 1996).result
    changes = merit_and_effectiveness_comparison("changes", 1996).result
    assert (levels.verdict, changes.verdict) == ("supports", "supports")
    assert abs(changes.estimate) < levels.estimate / 2
    right = next(o for o in questions.prediction("classic-changes")["options"] if o.get("correct"))
    assert "looser" in right["text"]


def test_the_best_arrangement_is_what_the_prediction_counts_as_right():
    """And that of the prediction on clinics what the model gives?"""
    losses = [
        uniformity.loss_uniform(1.0, 2.0),
        uniformity.loss_local(0.4, 2.0),
        uniformity.loss_with_floor(0.4, 1.0, 2.0),
    ]
    right = [bool(o.get("correct")) for o in questions.prediction("classic-one-rule")["options"]]
    assert right == [loss == min(losses) for loss in losses]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda q: q[0]["options"][2].pop("correct"), "classic-cipher"),
        (
            lambda q: (
                q[0]["options"][1].update(correct=True) or q[0]["options"][1].pop("misconception")
            ),
            "classic-cipher",
        ),
        (lambda q: q[2].pop("high"), "classic-chain"),
        (lambda q: q[1].update(kind="essay"), "classic-link"),
        (lambda q: q[4]["statements"][0].update(group="whenever"), "classic-when"),
        (lambda q: q[5].update(shown=[0, 0, 1, 2, 3]), "classic-path"),
        (lambda q: q.clear(), "classic.yaml"),
    ],
    ids=[
        "no key",
        "two keys",
        "no explanation",
        "unknown kind",
        "unknown group",
        "a step twice",
        "empty",
    ],
)
def test_a_broken_file_names_item_and_fault(change, words):
    """Is an author told in a sentence which item is wrong?"""
    content = yaml.safe_load(data.text("questions-classic"))
    change(content["questions"])
    with pytest.raises(CourseError, match=words):
        questions.validate("classic", yaml.safe_dump(content, allow_unicode=True))


def test_each_file_is_valid(subtests):
    """Does the file as shipped pass what an author's file must pass?"""
    for chapter in questions.chapters():
        with subtests.test(chapter):
            questions.validate(chapter, data.text(f"questions-{chapter}"))


def test_yaml_that_is_none_names_the_line():
    """And a slip of indentation?"""
    with pytest.raises(CourseError, match="not YAML at line"):
        questions.validate("classic", "- id: x\n  stem: 'open")


def _renewed(folder, path, old, new):
    """Change a dataset in a copy of the project and renew the hashes: the finished process, the
    package before and after.
    """
    for name in ("course", "datasets", "notebooks"):
        shutil.copytree(
            _places.root() / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(_places.root() / "pyproject.toml", folder)
    changed, package = folder / "datasets" / path, folder / "datasets" / "datapackage.json"
    before, text = package.read_bytes(), changed.read_text(encoding="utf-8")
    assert old in text
    changed.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(folder / "datasets" / "recipe.py"), "--hashes"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(folder)},
    )
    return done, before, package.read_bytes()


@pytest.mark.thorough
def test_a_broken_file_gets_no_hash(tmp_path):
    """Does the recipe refuse to renew the hash of a file that breaks the schema,
    in one sentence?
    """
    done, before, after = _renewed(
        tmp_path / "project", "questions/classic.yaml", "kind: several", "kind: severel"
    )
    assert done.returncode == 1
    assert "classic-parts" in done.stderr
    assert "Traceback" not in done.stderr
    assert after == before


@pytest.mark.thorough
def test_a_reworded_claim_gets_its_hash(tmp_path):
    """Or do the questions, checked against the claims,
    refuse the very table whose hash is to be renewed?
    """
    done, before, after = _renewed(tmp_path / "project", "paper/claims.csv", "colonial", "Colonial")
    assert done.returncode == 0, done.stderr
    assert after != before


def shown_keys(chapter):
    """[(the place at which the key is shown, the lengths of the options
    as shown)] of a chapter's choices, in order.
    """
    choices = [
        item
        for part in ("predictions", "questions")
        for item in questions.of_chapter(chapter, part)
        if item["kind"] == "choice"
    ]
    shown = [[item["options"][place] for place in item["shown"]] for item in choices]
    return [
        (
            next(i for i, option in enumerate(options) if option.get("correct")),
            [len(o["text"]) for o in options],
        )
        for options in shown
    ]


def guesses():
    """Ways to guess without reading: {what they are called: (number, lengths) -> a place}."""
    ways = {f"always line {k + 1}": lambda _, __, k=k: k for k in range(4)}
    for start in range(4):
        ways[f"one line down each time, from line {start + 1}"] = lambda n, sizes, s=start: (
            (s + n) % len(sizes)
        )
        ways[f"one line up each time, from line {start + 1}"] = lambda n, sizes, s=start: (
            (s - n) % len(sizes)
        )
    ways["the longest"] = lambda _, sizes: sizes.index(max(sizes))
    ways["the shortest"] = lambda _, sizes: sizes.index(min(sizes))
    return ways


def test_no_pattern_guesses_more_than_half(subtests):
    """Could a student who never reads the options get more than half of a chapter's choices, by
    their place or their length?
    """
    for chapter in questions.chapters():
        keys = shown_keys(chapter)
        # of two or three, some way gets half
        most = len(keys) // 2 if len(keys) > 3 else max(1, len(keys) - 1)
        with subtests.test(chapter):
            for called, guess in guesses().items():
                right = sum(guess(n, sizes) == place for n, (place, sizes) in enumerate(keys))
                assert right <= most, (
                    f"datasets/questions/{chapter}.yaml: {called} is right {right} times of "
                    f"{len(keys)}; "
                    "take another seed, or make the options alike in length"
                )


def test_no_pattern_of_lines_guesses_the_whole_course():
    """Is there a pattern of up to four lines, repeated through each chapter,
    that is right more than half of the time?
    """
    chapters = [shown_keys(chapter) for chapter in questions.chapters()]
    total = sum(map(len, chapters))
    for length in range(1, 5):
        for pattern in product(range(4), repeat=length):
            right = sum(
                place == pattern[n % length]
                for keys in chapters
                for n, (place, _) in enumerate(keys)
            )
            assert right <= total / 2, (
                f"{[line + 1 for line in pattern]} is right {right} times of {total}"
            )


def test_an_answer_keeps_the_number_of_its_option_in_the_file():
    """Are options shown in another order, while score and feedback go by the file?"""
    item = next(
        i
        for i in questions.of_chapter("npm")
        if i["kind"] == "choice" and i["shown"] != sorted(i["shown"])
    )
    kind = kinds.of(item)
    right = next(i for i, option in enumerate(item["options"]) if option.get("correct"))
    assert kind.score(right) == 1
    assert kind.said(right) == (item["options"][right]["text"],)
    assert kind.offered() == tuple(item["options"][place]["text"] for place in item["shown"])


def test_what_is_asked_again_comes_from_earlier_chapters(subtests):
    """Does each of chapters 02 to 09 ask three questions again,
    of at least two kinds or chapters, each of an earlier one?
    """
    in_order = sorted((c for c in questions.chapters() if c != "lab"), key=questions.title)
    for n, chapter in enumerate(in_order[1:], 1):
        with subtests.test(chapter):
            again = questions.recalled(chapter)
            earlier = {item["id"]: item for c in in_order[:n] for item in questions.of_chapter(c)}
            asked = [item["id"].removeprefix(f"{chapter}-again-") for item in again]
            assert len(asked) == 3
            assert set(asked) <= earlier.keys()
            assert {**again[0], "id": asked[0]} == earlier[asked[0]]
            assert (
                len({item["kind"] for item in again} | {name.split("-")[0] for name in asked}) > 2
            )


def test_a_question_that_is_asked_again_names_chapters_by_number():
    """Is "the next chapter" or "this chapter" in none of them, since each stands in two?"""
    faults = [
        f"{chapter}: {item['id']}: {said}"
        for chapter in questions.chapters()
        for item in questions.recalled(chapter)
        for said in re.findall(
            r"\w+ (?:chapters? (?:on|ago|before)|chapter)\b(?! \d)", json.dumps(item)
        )
    ]
    assert not faults, "say which chapter, by its number:\n" + "\n".join(faults)

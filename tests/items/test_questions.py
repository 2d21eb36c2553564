"""Do questions teach: is each answer explained, each key right, each claim real?"""

import importlib
import os
import shutil
import subprocess
import sys

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
                f"datasets/questions, {item['id']}: the model gives {value:.4g}, the key says {item['answer']}; correct the key"
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
                f"{checked ^ set(questions.objectives(chapter))}; add a question or name the objective"
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
            lambda q: q[0]["options"][1].update(correct=True) or q[0]["options"][1].pop("misconception"),
            "classic-cipher",
        ),
        (lambda q: q[2].pop("high"), "classic-chain"),
        (lambda q: q[1].update(kind="essay"), "classic-link"),
        (lambda q: q[4]["statements"][0].update(group="whenever"), "classic-when"),
        (lambda q: q[5].update(shown=[0, 0, 1, 2, 3]), "classic-path"),
        (lambda q: q.clear(), "classic.yaml"),
    ],
    ids=["no key", "two keys", "no explanation", "unknown kind", "unknown group", "a step twice", "empty"],
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
    """Change a dataset in a copy of the project and renew the hashes: the finished process, the package before and after."""
    for name in ("course", "datasets", "notebooks"):
        shutil.copytree(_places.root() / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
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


def test_a_broken_file_gets_no_hash(tmp_path):
    """Does the recipe refuse to renew the hash of a file that breaks the schema, in one sentence?"""
    done, before, after = _renewed(
        tmp_path / "project", "questions/classic.yaml", "kind: several", "kind: severel"
    )
    assert done.returncode == 1
    assert "classic-parts" in done.stderr
    assert "Traceback" not in done.stderr
    assert after == before


def test_a_reworded_claim_gets_its_hash(tmp_path):
    """Or do the questions, checked against the claims, refuse the very table whose hash is to be renewed?"""
    done, before, after = _renewed(tmp_path / "project", "paper/claims.csv", "colonial", "Colonial")
    assert done.returncode == 0, done.stderr
    assert after != before


def test_the_key_has_no_favourite_place(subtests):
    """Could a student who always ticks the same line get more than half of a chapter's plain choices?"""
    for chapter in questions.chapters():
        with subtests.test(chapter):
            places = [
                next(i for i, option in enumerate(item["options"]) if option.get("correct"))
                for item in questions.of_chapter(chapter)
                if item["kind"] == "choice"
            ]
            for place in set(places):
                assert len(places) < 3 or places.count(place) <= len(places) / 2, (
                    f"datasets/questions/{chapter}.yaml: {places.count(place)} of {len(places)} keys stand in line {place + 1}; "
                    "put some elsewhere"
                )

"""Do questions teach: is each answer explained, each key right, each claim real?"""

import importlib

import pytest
import yaml

from course import data, paper, questions
from course.errors import CourseError

ITEMS = [item for chapter in questions.chapters() for item in questions.of_chapter(chapter)]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_claims_exist_and_ids_carry_the_chapter(item):
    """Does each question rest on claims of the paper?"""
    for claim in item["claims"]:
        paper.claim(claim)
    assert item["id"].split("-")[0] in questions.chapters()


@pytest.mark.parametrize("item", [i for i in ITEMS if i["kind"] == "number"], ids=lambda item: item["id"])
def test_the_key_of_a_number_is_what_the_model_computes(item):
    """Is the key computed, not copied?"""
    source = item["from"]
    function = getattr(importlib.import_module(f"course.models.{source['model']}"), source["function"])
    value = function(**source["arguments"]) * source.get("times", 1)
    assert abs(value - item["answer"]) <= item["tolerance"] / 2, (
        f"datasets/questions, {item['id']}: the model gives {value:.4g}, the key says {item['answer']}; correct the key"
    )
    assert questions.score(item, value) == 1
    for trap in item.get("traps", []):
        assert questions.score(item, trap["value"]) == 0, (
            f"{item['id']}: the trap {trap['value']} counts as right"
        )
        assert questions.feedback(item, trap["value"]) == trap["feedback"]
    assert questions.feedback(item, 1e9) == item["otherwise"]


@pytest.mark.parametrize("item", [i for i in ITEMS if i["kind"] == "choice"], ids=lambda item: item["id"])
def test_every_option_explains_itself(item):
    """Does each option have its own explanation?"""
    said = [questions.feedback(item, i) for i in range(len(item["options"]))]
    assert len(set(said)) == len(said)
    assert sum(questions.score(item, i) for i in range(len(item["options"]))) == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda items: items[0]["options"][1].update(correct=True), "classic-cipher"),
        (lambda items: items[0]["options"][0].pop("correct"), "classic-cipher"),
        (lambda items: items[2].pop("otherwise"), "classic-chain"),
        (lambda items: items[1].update(kind="essay"), "classic-link"),
        (lambda items: items.clear(), "classic.yaml"),
    ],
    ids=["two keys", "no key", "no explanation", "unknown kind", "empty"],
)
def test_a_broken_file_names_item_and_fault(monkeypatch, change, words):
    """Is an author told in a sentence which item is wrong?"""
    items = yaml.safe_load(data.text("questions-classic"))
    change(items)
    monkeypatch.setattr(questions.data, "text", lambda _: yaml.safe_dump(items, allow_unicode=True))
    questions.of_chapter.cache_clear()
    with pytest.raises(CourseError, match=words):
        questions.of_chapter("classic")
    monkeypatch.undo()
    questions.of_chapter.cache_clear()


def test_yaml_that_is_none_names_the_line(monkeypatch):
    """And a slip of indentation?"""
    monkeypatch.setattr(questions.data, "text", lambda _: "- id: x\n  stem: 'open")
    questions.of_chapter.cache_clear()
    with pytest.raises(CourseError, match="not YAML at line"):
        questions.of_chapter("classic")
    monkeypatch.undo()
    questions.of_chapter.cache_clear()

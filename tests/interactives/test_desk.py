"""The Desk: does it keep arguments, put both sittings side by side, and score nobody?"""

import copy

import pytest
import yaml
from hosting import hear, hosted

import course
from course import paper
from course.errors import CourseError
from course.interactives import desk as documents
from course.interactives.twin import twin
from course.items import answers, situations
from course.record import data
from course.verbs import Notice

HOSTILE = "<img src=x onerror=alert(1)> \u202eabc"


def desk(sitting="first"):
    return hosted(documents.desk(sitting))


def decide(widget, item, answer):
    return hear(widget, kind="answer", item=item, answer=answer)


def first_of(sitting):
    return situations.sitting(sitting)["situations"][0]["id"]


def test_the_file_is_whole():
    """Are both sittings there, six situations each, dilemmas paired,
    three voices a situation, claims that exist?
    """
    situations.validate(data.text("desk"))


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda s: s.pop("second"), "must hold `first` and `second`"),
        (lambda s: s["first"]["situations"].pop(), "exactly 6"),
        (
            lambda s: s["first"]["situations"][0].update(id="desk-second-x"),
            "must begin with `desk-first-`",
        ),
        (lambda s: s["second"]["situations"][2].update(dilemma="other"), "same word"),
        (
            lambda s: s["first"]["situations"][1]["options"][0].update(lens="royal"),
            "each voice once",
        ),
        (
            lambda s: s["first"]["situations"][1]["options"][0].update(cost=" "),
            "text, argument and cost",
        ),
        (lambda s: s["first"]["situations"][1].update(claims=["CG-z"]), "no claim CG-z"),
        (lambda s: s["first"]["situations"][1].update(stem=""), "a dilemma and a stem"),
    ],
)
def test_a_fault_in_the_file_is_named(harm, words):
    """Is a harmed file refused in a sentence that names file and fault?"""
    content = copy.deepcopy(yaml.safe_load(data.text("desk")))
    harm(content["sittings"])
    with pytest.raises(CourseError, match=words) as told:
        situations.validate(yaml.safe_dump(content, allow_unicode=True))
    assert "desk.yaml" in str(told.value)


def test_a_broken_file_names_its_line():
    """Is text that is no YAML told with its line?"""
    with pytest.raises(CourseError, match=r"line \d"):
        situations.validate("sittings:\n  - [")


def test_a_decision_is_kept_without_a_score():
    """Is the line in the file, with no score, and does arguing again add a line?"""
    widget, item = desk(), first_of("first")
    decide(widget, item, {"option": 0, "why": "One rule."})
    decide(widget, item, {"option": 2, "why": f"One rule.\n{HOSTILE}"})
    assert [line["score"] for line in answers.read()] == [None, None]
    assert [line["answer"]["option"] for line in answers.read()] == [0, 2]
    assert widget.sent[-1]["kept"]
    assert desk("first").past[item]["why"].endswith(HOSTILE)


def test_the_second_sitting_knows_the_first():
    """Does it bring the answers of both sittings,
    and of the other one only what a comparison shows?
    """
    item, other = first_of("first"), first_of("second")
    decide(desk("first"), item, {"option": 1, "why": "Then."})
    decide(desk("second"), other, {"option": 0, "why": "Now."})
    second = desk("second")
    assert second.past == {item: {"option": 1, "why": "Then."}, other: {"option": 0, "why": "Now."}}
    by_id = {entry["id"]: entry for entry in documents.desk("second").content["items"]}
    assert len(by_id) == 12
    assert "stem" in by_id[other]
    assert set(by_id[item]) == {"id", "kind", "dilemma", "options", "sitting"}
    assert all(set(option) == {"text", "lens"} for option in by_id[item]["options"])


@pytest.mark.parametrize(
    "answer", [None, 1, {"option": 3, "why": ""}, {"option": 0}, {"option": True, "why": ""}]
)
def test_what_is_no_decision_is_refused(answer):
    """Is a message that no page of ours would send kept out of the file?"""
    with pytest.raises(CourseError, match="belongs to no question"):
        decide(desk(), first_of("first"), answer)
    assert answers.read() == []


def test_the_page_gets_the_claims_it_cites():
    """Is there a paraphrase for each claim that a situation or an option names,
    and for no other?
    """
    told = documents.desk("first").content["told"]
    shown = situations.sitting("first")["situations"]
    cited = {
        c for item in shown for part in (item, *item["options"]) for c in part.get("claims", [])
    }
    assert set(told["claims"]) == cited
    assert all(told["claims"][c] == paper.claim(c)["paraphrase"] for c in cited)
    assert told["voices"] == situations.VOICES


@pytest.mark.parametrize("sitting", situations.SITTINGS)
def test_on_paper_every_choice_has_its_argument(sitting):
    """Does the twin hold all stems, options, arguments and costs, and no answer of a student?"""
    decide(desk(sitting), first_of(sitting), {"option": 0, "why": "My secret reason."})
    document = documents.desk(sitting)
    stored = document._repr_mimebundle_()
    html = stored["text/html"]
    assert html.count("<details>") == 6
    assert "secret reason" not in str(stored) + str(document.content)
    assert repr(document) == stored["text/plain"]
    assert repr(document).startswith(f"desk {sitting} sha256:")
    assert len(html.encode()) < 25_000
    for voice in situations.VOICES.values():
        assert html.count(f"In the voice of {voice}") == 6


def test_hostile_words_stay_words_on_paper():
    """Is markup in the file escaped?"""
    content = copy.deepcopy(documents.desk("first").content)
    shown = {"situations": content["items"]}
    content["told"]["title"] = shown["situations"][0]["stem"] = HOSTILE
    for option in shown["situations"][0]["options"]:
        option["text"] = option["argument"] = option["cost"] = HOSTILE
    assert "<img" not in twin(documents.paper(content))


def test_an_unknown_sitting_lists_the_nearest():
    """Does a slip in a cell become a hint, not a traceback?"""
    notice = course.desk("frist")
    assert isinstance(notice, Notice)
    assert "first" in notice._repr_html_()
    assert course.desk("second") == documents.desk("second")

"""The questions that the record is asked: is each whole, are its choices counted right,
and is nothing overclaimed?
"""

import re
from dataclasses import replace

import pytest

from course import lessons, paper
from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.cards import sentences
from course.evidence.inquiry import MOST, Inquiry
from course.evidence.result import found

NAMES = inquiries.NAMES


def made(estimates, **parts):
    """An Inquiry whose choices have these estimates, {name: estimate or an error's words},
    without intervals.
    """

    def compare(way):
        if isinstance(estimates[way], str):
            raise CourseError(estimates[way])
        return found(estimates[way], None, n=2, years=(2000,), source="made up")

    base = {
        "id": "made-up",
        "tables": (),
        "choices": {"way": {name: name for name in estimates}},
        "labels": {"way": "Way"},
        "compare": compare,
        "draw": lambda way: way,
        "expects": 1,
        "floor": 0.5,
        "unit": "units",
    }
    return Inquiry(**base | parts)


def test_sources_that_point_apart_disagree():
    """If one source supports and another contradicts, is that the verdict,
    and only where they are told apart?
    """
    two = {"a": 1.0, "b": -1.0}
    assert made(two, by="way").answer().result.verdict == "sources disagree"
    assert made(two).answer().result.verdict == "leaves open"
    assert made({"a": 1.0, "b": 0.1}, by="way").answer().result.verdict == "leaves open"


def test_a_choice_that_cannot_be_had_is_listed_and_not_counted():
    """Is it named with its reason, and the verdict that of the others; and if none is left,
    is that said?
    """
    answer = made({"a": 1.0, "b": "No survey of that year.", "c": 2.0}).answer()
    assert [choice["way"] for choice, _ in answer.each] == ["a", "c"]
    assert answer.left_out == (({"way": "b"}, "No survey of that year."),)
    assert answer.result.verdict == "supports"
    assert answer.result.reason.startswith("Of 2 admissible choices, 2 read for the claim")
    with pytest.raises(CourseError, match="No survey"):
        made({"a": "No survey."}).answer()


def test_too_many_choices_are_refused():
    """Is a question with more than 450 specifications refused by name?"""
    with pytest.raises(CourseError, match="made-up: more than 450"):
        made(dict.fromkeys(map(str, range(MOST + 1)), 1.0))


@pytest.mark.thorough
def test_each_question_has_its_words(subtests):
    """Are its claims the text's own, and do all its tables say what it rests on?"""
    for name in NAMES:
        with subtests.test(name):
            words, asked = inquiries.words(name), inquiries.inquiry(name)
            assert asked.id == name
            assert all(paper.claim(i) for i in words["claims"])
            assert set(asked.labels) == {*asked.subjects, *asked.choices}
            for subject in asked.all_subjects():
                for _, result in _answers(asked, subject):
                    told = "provisional" in result.source
                    assert result.provisional == told, (
                        f"{name}: {result.source} must be called provisional, or must not"
                    )


def _answers(asked, subject):
    try:
        return asked.answer(**subject).each
    except CourseError:
        return ()


@pytest.mark.nightly
@pytest.mark.thorough
def test_a_provisional_table_is_owned_up_to(subtests):
    """Does every verdict that rests on a provisional table say so, in every state?"""
    for name in NAMES:
        with subtests.test(name):
            spec, asked = lessons.spec(name), inquiries.inquiry(name)
            for setting in spec.combinations():
                subject = {k: v for k, v in setting.items() if k in asked.subjects}
                provisional = any(result.provisional for _, result in _answers(asked, subject))
                notes = spec.state(**setting)["notes"]
                assert ("provisional" in notes["The verdict"]) == provisional, (
                    f"{name} at {setting}"
                )


def test_no_figure_is_typed(subtests):
    """Does each title take its figures from the computation,
    and the words before it announce none?
    """
    for name in NAMES:
        with subtests.test(name):
            words = inquiries.words(name)
            for sentence in words["titles"].values():
                bare = re.sub(r"\{[^}]*\}", "", sentence)
                assert not re.search(r"\d+\.\d", bare), (
                    f"datasets/evidence.yaml, {name}: {sentence!r} types a figure"
                )


@pytest.mark.thorough
def test_versions_of_one_source_do_not_meet(subtests):
    """Does no single comparison rest on two versions of V-Dem?"""
    for name in NAMES:
        with subtests.test(name):
            asked = inquiries.inquiry(name)
            for _, result in asked.answer().each:
                versions = set(re.findall(r"V-Dem v(\d+)|believed to be v(\d+)", result.source))
                assert len(versions) <= 1, f"{name}: {result.source}"


def test_each_number_is_one_question():
    """Are the questions numbered from 1 without a gap, so that the last
    stands before the list of what cannot be tested?
    """
    numbers = sorted(inquiries.words(name)["number"] for name in NAMES)
    assert numbers == list(range(1, len(NAMES) + 1))
    assert inquiries.untestable()


def test_every_diagnosis_is_weighed_or_said_to_be_out_of_reach():
    """Does each of the thirteen diagnoses stand under a question,
    or in the list of what no table here can test?
    """
    asked = {claim for name in NAMES for claim in inquiries.words(name)["claims"]}
    asked |= {entry["claim"] for entry in inquiries.untestable()}
    wanted = {c for c in paper.claims() if re.fullmatch(r"PKB-[a-m]\d?", c)}
    assert not wanted - asked, (
        f"datasets/evidence.yaml: weigh or list {', '.join(sorted(wanted - asked))}"
    )


def test_what_cannot_be_tested_is_not_weighed():
    """Is no claim in both, and does each in the list exist?"""
    for entry in inquiries.untestable():
        assert paper.claim(entry["claim"])


def test_another_country_may_be_asked():
    """Is Kenya added before the five, and an unknown code or a
    question of Pakistan alone refused in a sentence?
    """
    countries = inquiries.inquiry("performance", "KEN").subjects["country"]
    assert list(countries)[:2] == ["KEN", "PAK"]
    assert (
        lessons.spec("performance", "weigh", "KEN")
        .state(**lessons.spec("performance", "weigh", "KEN").first())["title"]
        .startswith("Kenya")
    )
    with pytest.raises(CourseError, match="KEM"):
        inquiries.inquiry("performance", "KEM")
    with pytest.raises(CourseError, match="without a country"):
        lessons.spec("merit-and-1973", "weigh", "KEN")


@pytest.mark.thorough
def test_the_table_answers_all():
    """Does the one command print each question, with one of the five verdicts, its cause,
    date and false verdicts; and of a reading that no figure decides, that it cannot be tested?
    """
    from course.evidence import VERDICTS
    from course.evidence.cards.table import table

    lines = [line.split(" | ") for line in table().splitlines() if re.match(r"\| \d", line)]
    assert {line[0] for line in lines} == {f"| {inquiries.words(name)['number']}" for name in NAMES}
    assert all(len(line) == 9 and all(cell.strip() for cell in line[4:]) for line in lines)
    assert {line[5] for line in lines} <= {*VERDICTS, "cannot be tested here"}
    assert {line[6] for line in lines} == {"not testable here", "none claimed"}


def test_the_rule_is_said_in_words():
    """Does the rule name its side, and the floor where there is one?"""
    assert "below zero" in replace(made({"a": 1.0}), expects=-1).rule
    assert "at least 0.5 units" in made({"a": 1.0}).rule
    assert "at least 1 unit," in made({"a": 1.0}, floor=1).rule
    assert "95 % interval leaves zero out" in made({"a": 1.0}, floor=None, band=0.2).rule
    assert (
        "90 % interval lies between \u22120.2 units and 0.2"
        in made({"a": 1.0}, floor=None, band=0.2).rule
    )


def test_the_verdict_is_told_at_half_and_at_twice_the_band():
    """Does a change of two steps lose its verdict at a band of four, and gain none at one?"""
    answer = made({"a": 0.8, "b": 0.7}).answer()
    assert (answer.half, answer.result.verdict, answer.twice) == (
        "supports",
        "supports",
        "leaves open",
    )
    card = lessons.spec("merit-and-1973")
    assert "With half the band" in card.state(**card.first())["notes"]["The verdict"]


@pytest.mark.thorough
def test_each_band_has_a_reason_and_each_cause_is_untested(subtests):
    """Does each card say why its band is so, that the figures were known,
    and of a claimed cause that it is not tested?
    """
    for name in NAMES:
        with subtests.test(name):
            words, asked, spec = inquiries.words(name), inquiries.inquiry(name), lessons.spec(name)
            assert (asked.floor is None) != (asked.band is None)
            judged = dict(spec.before)["How we judge"]
            assert words["band"] in judged
            assert "figures were known" in judged
            notes = spec.state(**spec.first())["notes"]
            assert ("Not testable here" in notes["The cause"]) == ("cause" in words)
            assert notes["False verdicts to expect"]
            assert set(words.get("causal", ())) <= set(words["claims"])


def test_claims_of_cause_are_called_so():
    """Do the cards that quote PKH-16 and PKH-36 say that these are claims about a cause?"""
    for name in NAMES:
        for claim in {"PKH-16", "PKH-36"} & set(inquiries.words(name)["claims"]):
            assert f"{claim}, a claim about a cause" in dict(lessons.spec(name).before)["The claim"]


def test_no_relative_measure_has_a_superlative(subtests):
    """Does no card that sets a country against the world name a highest or a lowest?"""
    for name in ("performance", "neighbours", "corruption", "more-than-its-means"):
        with subtests.test(name):
            said = inquiries.words(name)["shows"]
            assert not re.search(r"\b(best|worst|lowest|[Hh]ighest:)", said), said


@pytest.mark.thorough
def test_every_sentence_can_be_said(subtests):
    """Do title and sentence of every choice fill from the computation,
    for a country from elsewhere too?
    """
    for name in NAMES:
        with subtests.test(name):
            for country in (None, "BRA") if inquiries.takes_country(name) else (None,):
                asked = inquiries.inquiry(name, country)
                for subject in asked.all_subjects():
                    for choice, result in _answers(asked, subject):
                        for say in (sentences.finding, sentences.shown):
                            said = say(asked, subject | choice, result)
                            assert "None" not in said, said
                            assert "nan" not in said.split(), said


@pytest.mark.parametrize(
    ("value", "said"), [(-0.004, "0.00"), (-1.5, "\u22121.50"), (0.005, "0.01")]
)
def test_a_number_has_a_true_minus_and_no_negative_nothing(value, said):
    """Is a figure printed as a typesetter would?"""
    assert sentences.number(value) == said

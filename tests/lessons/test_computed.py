"""What a card says where prose quotes it."""

import pytest

from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.cards.sentences import number
from course.lessons.classic.merit import merit_and_effectiveness_comparison
from course.lessons.computed import told


def test_a_verdict_is_that_of_its_card():
    """Is it the verdict over all choices, of the first reading or of the one that is asked?"""
    mortality = inquiries.inquiry("child-mortality")
    beside, alone = (mortality.answer(reading=r).result.verdict for r in ("beside", "alone"))
    assert told("#verdict-child-mortality") == alone
    assert told("#verdict-child-mortality?reading=alone") == alone != beside
    assert told("#verdict-merit-and-effectiveness?compare=changes&since=2000")


def test_a_figure_is_that_of_its_choice():
    """Is it of the default choice or of the one that is asked, to two digits or as told?"""
    asked = inquiries.inquiry("performance")
    first = asked.answer().result
    assert told("#figure-performance-estimate") == f"{first.estimate:.2f}".replace("-", "−")
    other = asked.one(country="PAK", indicator="cc", window=8, years="all")
    address = "#figure-performance-high?indicator=cc&window=8&digits=1"
    assert told(address) == f"{other.bounds[1]:.1f}"
    assert told("#figure-performance-choices") == str(len(asked.answer().each))
    assert told("#figure-performance-first") == str(first.facts["first"])


def test_a_count_is_that_of_the_choices():
    """Does each count add up, is it told in words where asked, and is it that of another country
    or of another view where that is named?
    """
    card = "#figure-fewer-jobs-"
    kinds = ("reading_for", "reading_against", "not_told")
    assert sum(int(told(card + kind)) for kind in kinds) == int(told(f"{card}choices"))
    sides = ("lie_above", "lie_below")
    assert sum(int(told(card + side)) for side in sides) == int(told(f"{card}choices"))
    assert told(f"{card}reading_against?as=words") == "none"
    between = "#figure-merit-and-effectiveness-reading_for?compare="
    reason = merit_and_effectiveness_comparison("changes", 1996).result.reason
    assert f"in {told(between + 'changes')} of " in reason
    assert told(f"{between}levels") != told(f"{between}changes")
    other = inquiries.inquiry("neighbours", "BGD").answer().result
    assert told("#figure-neighbours-one?country=BGD") == number(other.facts["one"])
    assert told("#verdict-neighbours?country=BGD") == other.verdict


@pytest.mark.parametrize(
    ("address", "cure"),
    [
        ("#verdict-perfrmance", "the nearest are: performance"),
        ("#figure-performance-nothing", "it has estimate, size"),
        ("#verdict-performance?land=PAK", "it takes country"),
        ("#verdict-performance?country=XXX", "none of PAK"),
        ("#verdict-merit-and-effectiveness?compare=both", "compare=levels"),
        ("#figure-performance", "write #verdict-CARD"),
        ("#figure-performance-choices?as=letters", "write as=words"),
        ("#figure-fewer-jobs-choices?as=words", "leave out as=words"),
    ],
)
def test_what_leads_nowhere_is_told_with_the_cure(address, cure):
    """Does each fault say what may be asked?"""
    with pytest.raises(CourseError, match=cure):
        told(address)

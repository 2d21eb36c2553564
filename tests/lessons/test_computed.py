"""What a card says where prose quotes it."""

import pytest

from course.errors import CourseError
from course.evidence import inquiries
from course.lessons.computed import told


def test_a_verdict_is_that_of_its_card():
    """Is it the verdict over all choices, of the first reading or of the one that is asked?"""
    mortality = inquiries.inquiry("child-mortality")
    beside, alone = (mortality.answer(reading=r).result.verdict for r in ("beside", "alone"))
    assert told("#verdict-child-mortality") == beside
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


@pytest.mark.parametrize(
    ("address", "cure"),
    [
        ("#verdict-perfrmance", "the nearest are: performance"),
        ("#figure-performance-nothing", "it has estimate, size"),
        ("#verdict-performance?land=PAK", "it takes country"),
        ("#verdict-performance?country=XXX", "none of PAK"),
        ("#verdict-merit-and-effectiveness?compare=both", "compare=levels"),
        ("#figure-performance", "write #verdict-CARD"),
    ],
)
def test_what_leads_nowhere_is_told_with_the_cure(address, cure):
    """Does each fault say what may be asked?"""
    with pytest.raises(CourseError, match=cure):
        told(address)
